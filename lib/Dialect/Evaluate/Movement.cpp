//===- Movement.cpp - Reference evaluation of movements -------------------===//

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {
namespace {

void copyElement(const HostTensor &from, int64_t source, HostTensor &to,
                 int64_t target) {
  if (to.isFloat())
    to.floats[target] = from.floats[source];
  else
    to.integers[target] = from.integers[source];
}

/// The same elements in the same order.
void evaluateReshaped(EvaluationContext &context) {
  HostTensor result = context.makeResult();
  const HostTensor &input = context.getOperand(0);
  // Types of values that only a constraint holds equal may differ in count.
  if (result.getCount() != input.getCount())
    return;
  result.integers = input.integers;
  result.floats = input.floats;
  context.setResult(std::move(result));
}

/// Each element of the result is the input's at the position that `locate`
/// gives for an axis and a position on it.
void evaluateMoved(
    EvaluationContext &context,
    llvm::function_ref<int64_t(int64_t axis, int64_t position)> locate) {
  HostTensor result = context.makeResult();
  const HostTensor &input = context.getOperand(0);
  SmallVector<int64_t> strides = getStrides(input.shape);
  int64_t extra = result.getRank() - input.getRank(), at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t source = 0;
    for (int64_t axis = 0; axis < input.getRank(); ++axis)
      source += strides[axis] * locate(axis, index[axis + extra]);
    copyElement(input, source, result, at++);
  });
  context.setResult(std::move(result));
}

int64_t resolve(int64_t axis, int64_t rank) {
  return axis < 0 ? axis + rank : axis;
}

/// Where an element of the result comes from on an axis of what negative
/// borders have left, or -1 if it is the value.
int64_t locatePadded(PadMode mode, int64_t position, int64_t size) {
  bool isInside = position >= 0 && position < size;
  if (isInside || mode == PadMode::Constant)
    return isInside ? position : -1;
  if (mode == PadMode::Edge)
    return std::clamp<int64_t>(position, 0, size - 1);
  if (mode == PadMode::Wrap)
    return (position % size + size) % size;
  return position < 0 ? -position : 2 * (size - 1) - position;
}

} // namespace

void ReshapeOp::evaluate(EvaluationContext &context) {
  evaluateReshaped(context);
}

void FlattenOp::evaluate(EvaluationContext &context) {
  evaluateReshaped(context);
}

void SqueezeOp::evaluate(EvaluationContext &context) {
  evaluateReshaped(context);
}

void UnsqueezeOp::evaluate(EvaluationContext &context) {
  evaluateReshaped(context);
}

void AlignRankOp::evaluate(EvaluationContext &context) {
  evaluateReshaped(context);
}

void TransposeOp::evaluate(EvaluationContext &context) {
  HostTensor result = context.makeResult();
  const HostTensor &input = context.getOperand(0);
  SmallVector<int64_t> strides = getStrides(input.shape);
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t source = 0;
    for (auto [position, axis] : llvm::zip_equal(index, getPermutation()))
      source += strides[axis] * position;
    copyElement(input, source, result, at++);
  });
  context.setResult(std::move(result));
}

void ConcatOp::evaluate(EvaluationContext &context) {
  HostTensor result = context.makeResult();
  int64_t axis = resolve(getAxis(), result.getRank());
  SmallVector<int64_t> strides = getStrides(result.shape);
  int64_t offset = 0;
  for (unsigned i = 0; i < context.getOperandCount(); ++i) {
    const HostTensor &input = context.getOperand(i);
    int64_t at = 0;
    forEachIndex(input.shape, [&](ArrayRef<int64_t> index) {
      int64_t target = offset * strides[axis];
      for (auto [position, stride] : llvm::zip_equal(index, strides))
        target += position * stride;
      copyElement(input, at++, result, target);
    });
    offset += input.shape[axis];
  }
  context.setResult(std::move(result));
}

void SplitOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  int64_t axis = resolve(getAxis(), input.getRank());
  SmallVector<int64_t> strides = getStrides(input.shape);
  int64_t offset = 0;
  for (unsigned i = 0; i < getNumResults(); ++i) {
    HostTensor result = context.makeResult(i);
    int64_t at = 0;
    forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
      int64_t source = offset * strides[axis];
      for (auto [position, stride] : llvm::zip_equal(index, strides))
        source += position * stride;
      copyElement(input, source, result, at++);
    });
    offset += result.shape[axis];
    context.setResult(i, std::move(result));
  }
}

void SliceOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  SmallVector<int64_t> starts(input.getRank(), 0), steps(input.getRank(), 1);
  for (auto [named, start, end, step] :
       llvm::zip_equal(getAxes(), getStarts(), getEnds(), getSteps())) {
    int64_t axis = resolve(named, input.getRank());
    DimAttr size = DimAttr::get(getContext(), input.shape[axis]);
    starts[axis] =
        getSliceRange(size, start, end, step).start.getConstant().value_or(0);
    steps[axis] = step;
  }
  evaluateMoved(context, [&](int64_t axis, int64_t position) {
    return starts[axis] + position * steps[axis];
  });
}

void DynamicSliceOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  SmallVector<int64_t> starts(input.getRank(), 0), steps(input.getRank(), 1);
  for (auto [named, start, end, step] : llvm::zip_equal(
           getAxes(), context.getOperand(1).integers,
           context.getOperand(2).integers, getSteps())) {
    int64_t axis = resolve(named, input.getRank());
    DimAttr size = DimAttr::get(getContext(), input.shape[axis]);
    starts[axis] =
        getSliceRange(size, start, end, step).start.getConstant().value_or(0);
    steps[axis] = step;
  }
  evaluateMoved(context, [&](int64_t axis, int64_t position) {
    return starts[axis] + position * steps[axis];
  });
}

void TriluOp::evaluate(EvaluationContext &context) {
  HostTensor result = context.makeResult();
  const HostTensor &input = context.getOperand(0);
  // Beyond any matrix, and far from overflow.
  int64_t far = int64_t(1) << 61, at = 0;
  int64_t diagonal = std::clamp<int64_t>(getDiagonal(), -far, far);
  if (getOffset())
    diagonal += std::clamp(context.getOperand(1).integers[0], -far, far);
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t column = index.back(), row = index[index.size() - 2];
    int64_t edge = row + diagonal;
    if (getUpper() ? column >= edge : column <= edge)
      copyElement(input, at, result, at);
    ++at;
  });
  context.setResult(std::move(result));
}

void PadOp::evaluate(EvaluationContext &context) {
  HostTensor result = context.makeResult();
  const HostTensor &input = context.getOperand(0);
  SmallVector<int64_t> strides = getStrides(input.shape);
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t source = 0;
    for (int64_t axis = 0; axis < input.getRank() && source >= 0; ++axis) {
      int64_t low = getLow()[axis], high = getHigh()[axis];
      int64_t before = std::max<int64_t>(-low, 0);
      int64_t left =
          input.shape[axis] - before - std::max<int64_t>(-high, 0);
      int64_t position = locatePadded(
          getMode(), index[axis] - std::max<int64_t>(low, 0), left);
      source =
          position < 0 ? -1 : source + strides[axis] * (position + before);
    }
    if (source >= 0)
      copyElement(input, source, result, at);
    else if (result.isFloat())
      result.floats[at] = getValue().convertToDouble();
    else
      result.integers[at] = int64_t(getValue().convertToDouble());
    ++at;
  });
  context.setResult(std::move(result));
}

void ExpandOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  evaluateMoved(context, [&](int64_t axis, int64_t position) {
    return input.shape[axis] == 1 ? 0 : position;
  });
}

void TileOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  evaluateMoved(context, [&](int64_t axis, int64_t position) {
    return position % input.shape[axis];
  });
}

} // namespace tenon
