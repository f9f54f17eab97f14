//===- MovementDynamic.cpp - Slices of known sizes; triangles -------------===//

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

/// One position for each axis, `?` where it is not known; none (reported) if
/// there are more or less, or some are wrong.
std::optional<SmallVector<DimAttr>>
inferPositions(DynamicSliceOp op, Value operand, StringRef name,
               RuleContext &context) {
  auto entries = inferEntries(operand, name, context);
  if (!entries)
    return std::nullopt;
  size_t wanted = op.getAxes().size();
  if (entries->size() != wanted) {
    context.error(operand, diag::valueLength)
        .fact("count", entries->size())
        .fact("what", name.split(' ').second)
        .fact("wanted", wanted)
        .fact("shape", "its axes");
    return std::nullopt;
  }
  bool isRight = true;
  for (auto [index, entry] : llvm::enumerate(*entries)) {
    if (entry.isUnknown() || entry.getConstant() ||
        context.requireAtLeast(entry, context.constantDim(0),
                               diag::attributeRange,
                               context.getOpText() + " has entry " +
                                   Twine(index) + " of " + name +
                                   ", which must not be negative"))
      continue;
    isRight = false;
    context.error(operand, diag::attributeRange)
        .fact("what", "a position of")
        .fact("value", entry.str())
        .fact("wanted", "at least 0, as it is no constant");
  }
  if (!isRight)
    return std::nullopt;
  return entries;
}

/// There is a step for each axis, and none is 0; reported otherwise.
bool requireSteps(DynamicSliceOp op, RuleContext &context) {
  bool isRight = op.getSteps().size() == op.getAxes().size();
  if (!isRight)
    context.error("steps", diag::valueLength)
        .fact("count", op.getSteps().size())
        .fact("what", "steps")
        .fact("wanted", op.getAxes().size())
        .fact("shape", "its axes");
  if (!llvm::is_contained(op.getSteps(), 0))
    return isRight;
  context.error("steps", diag::attributeRange)
      .fact("what", "a step of")
      .fact("value", 0)
      .fact("wanted", "positive or negative");
  return false;
}

} // namespace

void DynamicSliceOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  bool areSteps = requireSteps(*this, context);
  auto starts = inferPositions(*this, getStarts(), "its starts", context);
  auto ends = inferPositions(*this, getEnds(), "its ends", context);
  auto axes = resolveAxes(getInput(), getAxes(), "axes", context);
  if (!input.hasRank())
    return;
  // Axes that are not named stay as they are.
  SmallVector<DimAttr> dims(input.getDims());
  for (DimAttr &dim : dims)
    if (int64_t axis = &dim - dims.begin();
        !axes || llvm::is_contained(*axes, axis))
      dim = context.unknownDim();
  if (axes && areSteps && starts && ends)
    for (auto [axis, start, end, step] :
         llvm::zip_equal(*axes, *starts, *ends, getSteps()))
      dims[axis] = context.getEnv().simplify(
          getSliceRange(input.getDim(axis), start, end, step).size);
  context.setResult(input.withDims(dims));
}

void TriluOp::infer(RuleContext &context) {
  context.setResult(context.getType(getInput()));
  // C1
  context.requireRank(getInput(), "its input", 2, /*orMore=*/true);
  // C2, C3
  if (!getOffset())
    return;
  context.requireRank(getOffset(), "its offset", 0);
  context.requireElementType(
      getOffset(), "its offset", "integers", [](Type type) {
        return isa<IntegerType>(type) && !type.isInteger(1);
      });
}

} // namespace tenon
