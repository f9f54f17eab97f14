//===- Window.h - The window attributes of ONNX nodes ---------------------===//
#ifndef TENON_LIB_IMPORT_ONNX_WINDOW_H
#define TENON_LIB_IMPORT_ONNX_WINDOW_H

#include "tenon/Dialect/IR/TenonDialect.h"
#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// What Conv and the poolings say in the same words.
struct NodeWindow {
  llvm::SmallVector<int64_t> strides, dilations, pads;
  Padding padding = Padding::Explicit;
  /// Rounding up, where padding is not decided by sizes.
  bool ceilMode = false;
};

/// Reads `auto_pad`, `strides`, `dilations`, `pads` and `ceil_mode`.
NodeWindow readWindow(Node &node);
/// `kernel_shape` repeats what the weight says; it may not say otherwise.
void requireKernelShape(Node &node, mlir::Value filter);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_WINDOW_H
