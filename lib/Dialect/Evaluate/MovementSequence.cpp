//===- MovementSequence.cpp - Reference evaluation of turned sequences ----===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon {

void ReverseSequenceOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  const HostTensor &lengths = context.getOperand(1);
  auto resolve = [&](int64_t axis) {
    return axis < 0 ? axis + input.getRank() : axis;
  };
  int64_t batch = resolve(getBatchAxis()), time = resolve(getTimeAxis());
  SmallVector<int64_t> strides = getStrides(input.shape);
  HostTensor result = context.makeResult();
  int64_t to = 0;
  forEachIndex(input.shape, [&](ArrayRef<int64_t> index) {
    int64_t length = lengths.integers[index[batch]], size = input.shape[time];
    if (length > size || (length < 0 && lengths.isUnsigned()))
      length = size;
    int64_t from = to;
    if (index[time] < length)
      from += (length - 1 - 2 * index[time]) * strides[time];
    if (result.isFloat())
      result.floats[to] = input.floats[from];
    else
      result.integers[to] = input.integers[from];
    ++to;
  });
  context.setResult(std::move(result));
}

} // namespace tenon
