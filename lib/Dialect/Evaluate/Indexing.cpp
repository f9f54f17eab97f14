//===- Indexing.cpp - Reference evaluation of picking by index ------------===//

#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {

void GatherOp::evaluate(EvaluationContext &context) {
  HostTensor result = context.makeResult();
  const HostTensor &input = context.getOperand(0);
  const HostTensor &indices = context.getOperand(1);
  int64_t axis = int64_t(getAxis()) < 0 ? int64_t(getAxis()) + input.getRank()
                                        : int64_t(getAxis());
  SmallVector<int64_t> strides = getStrides(input.shape);
  SmallVector<int64_t> indexStrides = getStrides(indices.shape);
  int64_t at = 0, size = input.shape[axis];
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t which = 0;
    for (int64_t i = 0; i < indices.getRank(); ++i)
      which += indexStrides[i] * index[axis + i];
    int64_t picked = indices.integers[which];
    picked = std::clamp<int64_t>(picked < 0 ? picked + size : picked, 0,
                                 size - 1);
    int64_t source = picked * strides[axis];
    for (int64_t i = 0; i < input.getRank(); ++i)
      if (i != axis)
        source += strides[i] * index[i < axis ? i : i + indices.getRank() - 1];
    if (result.isFloat())
      result.floats[at++] = input.floats[source];
    else
      result.integers[at++] = input.integers[source];
  });
  context.setResult(std::move(result));
}

} // namespace tenon
