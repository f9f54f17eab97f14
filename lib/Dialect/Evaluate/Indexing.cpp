//===- Indexing.cpp - Reference evaluation of picking by index ------------===//

#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {
namespace {

int64_t resolve(int64_t axis, int64_t rank) {
  return axis < 0 ? axis + rank : axis;
}

/// The position that an index means on an axis of the size.
int64_t locate(int64_t index, int64_t size) {
  return std::clamp<int64_t>(index < 0 ? index + size : index, 0, size - 1);
}

/// Each element of the result is the input's at the offset that `find` gives
/// for its position.
void evaluatePicked(EvaluationContext &context,
                    llvm::function_ref<int64_t(ArrayRef<int64_t>)> find) {
  HostTensor result = context.makeResult();
  const HostTensor &input = context.getOperand(0);
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> position) {
    int64_t source = find(position);
    if (result.isFloat())
      result.floats[at++] = input.floats[source];
    else
      result.integers[at++] = input.integers[source];
  });
  context.setResult(std::move(result));
}

} // namespace

void GatherOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  const HostTensor &indices = context.getOperand(1);
  int64_t axis = resolve(getAxis(), input.getRank());
  SmallVector<int64_t> strides = getStrides(input.shape);
  SmallVector<int64_t> indexStrides = getStrides(indices.shape);
  evaluatePicked(context, [&](ArrayRef<int64_t> position) {
    int64_t which = 0, source = 0;
    for (int64_t i = 0; i < indices.getRank(); ++i)
      which += indexStrides[i] * position[axis + i];
    for (int64_t i = 0; i < input.getRank(); ++i)
      source += strides[i] *
                (i == axis ? locate(indices.integers[which], input.shape[axis])
                           : position[i < axis ? i
                                               : i + indices.getRank() - 1]);
    return source;
  });
}

void GatherElementsOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  const HostTensor &indices = context.getOperand(1);
  int64_t axis = resolve(getAxis(), input.getRank()), which = 0;
  SmallVector<int64_t> strides = getStrides(input.shape);
  evaluatePicked(context, [&](ArrayRef<int64_t> position) {
    int64_t index = indices.integers[which++], source = 0;
    for (int64_t i = 0; i < input.getRank(); ++i)
      source += strides[i] *
                (i == axis ? locate(index, input.shape[axis]) : position[i]);
    return source;
  });
}

void GatherNdOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  const HostTensor &indices = context.getOperand(1);
  int64_t batch = getBatchDims(), width = indices.shape.back();
  int64_t outer = indices.getRank() - 1;
  SmallVector<int64_t> strides = getStrides(input.shape);
  SmallVector<int64_t> indexStrides = getStrides(indices.shape);
  evaluatePicked(context, [&](ArrayRef<int64_t> position) {
    int64_t which = 0, source = 0;
    for (int64_t i = 0; i < outer; ++i)
      which += indexStrides[i] * position[i];
    for (int64_t i = 0; i < input.getRank(); ++i) {
      bool isPicked = i >= batch && i < batch + width;
      int64_t at = i < batch ? position[i]
                   : isPicked
                       ? locate(indices.integers[which + i - batch],
                                input.shape[i])
                       : position[outer + i - batch - width];
      source += strides[i] * at;
    }
    return source;
  });
}

} // namespace tenon
