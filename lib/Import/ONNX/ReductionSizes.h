//===- ReductionSizes.h - Axes that the data decides ----------------------===//
#ifndef TENON_LIB_IMPORT_ONNX_REDUCTIONSIZES_H
#define TENON_LIB_IMPORT_ONNX_REDUCTIONSIZES_H

#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// A reduction over axes that only the data decides as one over known axes.
struct CutAxes {
  mlir::Value input;
  llvm::SmallVector<int64_t> axes;
  /// What the result is reshaped to; null if it stays as it is.
  mlir::Value shape;
};

/// None (reported) if that cannot be.
std::optional<CutAxes> cutAxesOfData(Node &node, mlir::Value input,
                                     mlir::Value axes, bool keepDims);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_REDUCTIONSIZES_H
