//===- Import.h - ONNX files ----------------------------------------------===//
#ifndef TENON_IMPORT_ONNX_IMPORT_H
#define TENON_IMPORT_ONNX_IMPORT_H

#include "tenon/Import/Read.h"
#include <string>
#include <vector>

namespace tenon {

/// Builds the dialect from an ONNX model. Everything that is wrong or not
/// supported is reported at once; null if anything was.
mlir::OwningOpRef<mlir::ModuleOp> importONNX(mlir::MLIRContext *context,
                                             const Source &source);

/// The operators of the default domain that are mapped, sorted.
std::vector<std::string> getONNXOperators();

} // namespace tenon

#endif // TENON_IMPORT_ONNX_IMPORT_H
