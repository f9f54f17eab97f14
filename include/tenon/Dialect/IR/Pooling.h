//===- Pooling.h - Windows reduced to one element -------------------------===//
#ifndef TENON_DIALECT_IR_POOLING_H
#define TENON_DIALECT_IR_POOLING_H

#include "tenon/Dialect/IR/Window.h"

namespace tenon {

/// Which element types a pooling takes. An index is that of a number.
enum class PoolKind { Number, Float, Index };

/// The rule that poolings share.
void inferPooling(mlir::Value input, llvm::ArrayRef<int64_t> kernel,
                  const WindowAttributes &window, Layout layout, PoolKind kind,
                  RuleContext &context);

/// How far apart neighbours on each axis are, where all elements are counted
/// in row-major order or, on the spatial axes, in column-major order.
llvm::SmallVector<DimAttr> getPlaceStrides(llvm::ArrayRef<DimAttr> dims,
                                           Layout layout, bool columnMajor);

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Pooling.h.inc"

#endif // TENON_DIALECT_IR_POOLING_H
