//===- ElementwiseBroadcast.h - Walking operands that repeat --------------===//
#ifndef TENON_LIB_DIALECT_EVALUATE_ELEMENTWISEBROADCAST_H
#define TENON_LIB_DIALECT_EVALUATE_ELEMENTWISEBROADCAST_H

#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Evaluation.h"

namespace tenon {

/// Calls `visit(position, positions)` for each element of the result, with the
/// positions of what it is made from in the operands.
inline void forEachBroadcast(
    EvaluationContext &context, llvm::ArrayRef<int64_t> shape,
    llvm::function_ref<void(int64_t, llvm::ArrayRef<int64_t>)> visit) {
  unsigned count = context.getOperandCount();
  llvm::SmallVector<llvm::SmallVector<int64_t>> strides;
  for (unsigned i = 0; i < count; ++i)
    strides.push_back(getStrides(context.getOperand(i).shape));
  llvm::SmallVector<int64_t> from(count);
  int64_t at = 0;
  forEachIndex(shape, [&](llvm::ArrayRef<int64_t> index) {
    for (unsigned i = 0; i < count; ++i) {
      from[i] = 0;
      for (size_t axis = 0; axis < index.size(); ++axis)
        if (context.getOperand(i).shape[axis] != 1)
          from[i] += index[axis] * strides[i][axis];
    }
    visit(at++, from);
  });
}

} // namespace tenon

#endif // TENON_LIB_DIALECT_EVALUATE_ELEMENTWISEBROADCAST_H
