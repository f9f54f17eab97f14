//===- IndexingScatter.cpp - Reference evaluation of placing by index -----===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon {
namespace {

/// The position that an index means on an axis of the size, or -1.
int64_t locate(int64_t index, int64_t size) {
  index = index < 0 ? index + size : index;
  return index < size ? std::max<int64_t>(index, -1) : -1;
}

template <typename T> T join(StringRef reduction, T old, T update) {
  if (reduction == "none")
    return update;
  if (reduction == "add")
    return old + update;
  if (reduction == "mul")
    return old * update;
  // Not a number if either is.
  if (old != old)
    return old;
  bool isLess = update < old;
  return isLess == (reduction == "min") || update != update ? update : old;
}

int64_t joinIntegers(StringRef reduction, int64_t old, int64_t update,
                     bool isUnsigned) {
  auto joined = join<uint64_t>(reduction, old, update);
  bool isOrdered = reduction == "max" || reduction == "min";
  return isOrdered && !isUnsigned ? join<int64_t>(reduction, old, update)
                                  : int64_t(joined);
}

/// `find` gives the offset of the element that an update means, or -1.
void evaluatePlaced(EvaluationContext &context, StringRef reduction,
                    llvm::function_ref<int64_t(ArrayRef<int64_t>)> find) {
  HostTensor result = context.getOperand(0);
  const HostTensor &updates = context.getOperand(2);
  int64_t at = 0;
  forEachIndex(updates.shape, [&](ArrayRef<int64_t> position) {
    int64_t target = find(position), from = at++;
    if (target < 0)
      return;
    if (result.isFloat())
      result.floats[target] =
          join(reduction, result.floats[target], updates.floats[from]);
    else
      result.integers[target] =
          joinIntegers(reduction, result.integers[target],
                       updates.integers[from], result.isUnsigned());
  });
  result.round();
  context.setResult(std::move(result));
}

} // namespace

void ScatterElementsOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  const HostTensor &indices = context.getOperand(1);
  // Sizes that only a constraint holds equal may differ.
  if (indices.shape != context.getOperand(2).shape)
    return;
  int64_t axis = int64_t(getAxis()) < 0 ? int64_t(getAxis()) + input.getRank()
                                        : int64_t(getAxis());
  SmallVector<int64_t> strides = getStrides(input.shape);
  int64_t which = 0;
  evaluatePlaced(context, getReduction(), [&](ArrayRef<int64_t> position) {
    int64_t picked = locate(indices.integers[which++], input.shape[axis]);
    int64_t target = 0;
    for (int64_t i = 0; i < input.getRank(); ++i)
      target += strides[i] * (i == axis ? picked : position[i]);
    return picked < 0 ? -1 : target;
  });
}

void ScatterNdOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  const HostTensor &indices = context.getOperand(1);
  int64_t width = indices.shape.back(), outer = indices.getRank() - 1;
  SmallVector<int64_t> strides = getStrides(input.shape);
  SmallVector<int64_t> indexStrides = getStrides(indices.shape);
  evaluatePlaced(context, getReduction(),
                 [&](ArrayRef<int64_t> position) -> int64_t {
    int64_t which = 0, target = 0;
    for (int64_t i = 0; i < outer; ++i)
      which += indexStrides[i] * position[i];
    for (int64_t i = 0; i < input.getRank(); ++i) {
      int64_t at = i < width
                       ? locate(indices.integers[which + i], input.shape[i])
                       : position[outer + i - width];
      if (at < 0)
        return -1;
      target += strides[i] * at;
    }
    return target;
  });
}

void OneHotOp::evaluate(EvaluationContext &context) {
  HostTensor result = context.makeResult();
  const HostTensor &indices = context.getOperand(0);
  const HostTensor &values = context.getOperand(2);
  int64_t axis = int64_t(getAxis()) < 0 ? int64_t(getAxis()) + result.getRank()
                                        : int64_t(getAxis());
  SmallVector<int64_t> strides = getStrides(indices.shape);
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> position) {
    int64_t which = 0;
    for (int64_t i = 0; i < indices.getRank(); ++i)
      which += strides[i] * position[i < axis ? i : i + 1];
    int64_t picked = locate(indices.integers[which], result.shape[axis]);
    bool isOn = picked == position[axis];
    if (result.isFloat())
      result.floats[at++] = values.floats[isOn];
    else
      result.integers[at++] = values.integers[isOn];
  });
  context.setResult(std::move(result));
}

} // namespace tenon
