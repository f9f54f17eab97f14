//===- Text.h - Models in textual IR or bytecode --------------------------===//
#ifndef TENON_IMPORT_TEXT_TEXT_H
#define TENON_IMPORT_TEXT_TEXT_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/SourceMgr.h"

namespace tenon {

/// Parses text (or bytecode) without verifying it. Operations get locations
/// that span their names, operands and inputs.
mlir::OwningOpRef<mlir::ModuleOp>
parseText(mlir::MLIRContext *context,
          const std::shared_ptr<llvm::SourceMgr> &sources);

} // namespace tenon

#endif // TENON_IMPORT_TEXT_TEXT_H
