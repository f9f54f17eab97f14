//===- Pooling.h - Windows reduced to one element -------------------------===//
#ifndef TENON_DIALECT_IR_POOLING_H
#define TENON_DIALECT_IR_POOLING_H

#include "tenon/Dialect/IR/Window.h"

namespace tenon {

/// Which element types a pooling takes.
enum class PoolKind { Number, Float };

/// The rule that poolings share.
void inferPooling(mlir::Value input, llvm::ArrayRef<int64_t> kernel,
                  const WindowAttributes &window, Layout layout, PoolKind kind,
                  RuleContext &context);

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Pooling.h.inc"

#endif // TENON_DIALECT_IR_POOLING_H
