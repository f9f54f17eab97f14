//===- MovementCenter.cpp - The middle of a tensor, or zeros around it ----===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {

void CenterCropPadOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  auto sizes = inferEntries(getSizes(), "its sizes", context);
  if (sizes && sizes->size() != getAxes().size()) {
    context.error(getSizes(), diag::valueLength)
        .fact("count", int64_t(sizes->size()))
        .fact("what", "sizes")
        .fact("wanted", int64_t(getAxes().size()))
        .fact("shape", "its axes");
    sizes.reset();
  }
  for (size_t i = 0; sizes && i < sizes->size(); ++i) {
    DimAttr &size = (*sizes)[i];
    if (size.isUnknown() ||
        context.requireAtLeast(size, context.constantDim(0), diag::sizeNegative,
                               "axis " + Twine(getAxes()[i]) + " of " +
                                   context.getOpText() +
                                   " must not be negative"))
      continue;
    context.error(getSizes(), diag::sizeNegative)
        .fact("axis", getAxes()[i])
        .fact("size", size.str());
    size = context.unknownDim();
  }
  auto axes = resolveAxes(getInput(), getAxes(), "axes", context);
  if (!input.hasRank())
    return;
  SmallVector<DimAttr> dims(input.getDims());
  if (!axes)
    dims.assign(dims.size(), context.unknownDim());
  for (size_t i = 0; axes && i < axes->size(); ++i)
    dims[(*axes)[i]] = sizes ? (*sizes)[i] : context.unknownDim();
  context.setResult(input.withDims(dims));
}

void CenterCropPadOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  HostTensor result = context.makeResult();
  SmallVector<int64_t> strides = getStrides(input.shape);
  int64_t at = -1;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    ++at;
    int64_t offset = 0;
    for (auto [axis, place] : llvm::enumerate(index)) {
      int64_t from = input.shape[axis], to = result.shape[axis];
      // One of both halves is 0.
      int64_t source = place + std::max<int64_t>(from - to, 0) / 2 -
                       std::max<int64_t>(to - from, 0) / 2;
      if (source < 0 || source >= from)
        return;
      offset += source * strides[axis];
    }
    if (input.isFloat())
      result.floats[at] = input.floats[offset];
    else
      result.integers[at] = input.integers[offset];
  });
  context.setResult(std::move(result));
}

} // namespace tenon
