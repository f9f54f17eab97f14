//===- InterpolationSampling.cpp - The rules of sampling at positions -----===//

#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

bool isFloat(Type type) { return isa<FloatType>(type); }

/// An axis from which elements are picked has some.
void requireElements(Value operand, int64_t axis, RuleContext &context) {
  TensorType type = context.getType(operand);
  DimAttr size = type.getDim(axis);
  if (size.isUnknown() ||
      context.requireAtLeast(
          size, context.constantDim(1), diag::axisEmpty,
          context.getOpText() + " picks from axis " + Twine(axis) + " of " +
              type.getShapeText() + ", which must not be empty"))
    return;
  context.error(operand, diag::axisEmpty)
      .fact("axis", axis)
      .fact("shape", type.getShapeText());
}

/// An operand has this size on an axis, as `why` says.
void requireSize(Value operand, StringRef name, int64_t axis, DimAttr wanted,
                 RuleContext &context) {
  TensorType type = context.getType(operand);
  DimAttr size = type.getDim(axis);
  if (context.requireEqual(size, wanted, diag::lengthMismatch,
                           context.getOpText() + " needs " + name +
                               " of length " + wanted.str() + " on axis " +
                               Twine(axis) + " of " + type.getShapeText()))
    return;
  context.error(operand, diag::lengthMismatch)
      .fact("operand", name)
      .fact("wanted", wanted.str())
      .fact("axis", axis)
      .fact("shape", type.getShapeText())
      .fact("size", size.str());
}

} // namespace

//===----------------------------------------------------------------------===//
// Grids
//===----------------------------------------------------------------------===//

void GridSampleOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  TensorType grid = context.getType(getGrid());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  if (getMode() != "nearest")
    context.requireElementType(getInput(), "its input",
                               "floating-point numbers", isFloat);
  context.requireElementType(getGrid(), "its grid", "floating-point numbers",
                             isFloat);
  bool isInput = context.requireRank(getInput(), "an input", 3, true);
  bool isGrid = isInput ? context.requireRank(getGrid(), "a grid",
                                              input.getRank())
                        : context.requireRank(getGrid(), "a grid", 3, true) &&
                              !input.hasRank();
  if (!isInput && !isGrid)
    return;
  int64_t rank = (isInput ? input : grid).getRank();
  int64_t first = getFirstSpatialAxis(getLayout());
  int64_t channelAxis = getChannelAxis(getLayout(), rank);
  SmallVector<DimAttr> dims(rank, context.unknownDim());
  if (isInput) {
    dims[0] = input.getDim(0);
    dims[channelAxis] = input.getDim(channelAxis);
    for (int64_t axis = first; axis < first + rank - 2; ++axis)
      requireElements(getInput(), axis, context);
  }
  if (isGrid) {
    for (int64_t i = 0; i < rank - 2; ++i)
      dims[first + i] = grid.getDim(1 + i);
    requireSize(getGrid(), "positions", rank - 1,
                context.constantDim(rank - 2), context);
    if (isInput)
      requireSize(getGrid(), "a grid", 0, dims[0], context);
    dims[0] = context.merge(dims[0], grid.getDim(0));
  }
  context.setResult(
      TensorType::getUnranked(input.getElementType()).withDims(dims));
}

//===----------------------------------------------------------------------===//
// Regions
//===----------------------------------------------------------------------===//

namespace {

/// What both ops on regions have in common; `width` is the numbers of a region.
void inferRegions(Value image, Value regions, int64_t width,
                  ArrayRef<int64_t> size, RuleContext &context) {
  TensorType input = context.getType(image);
  Type elementType = context.requireSameElementType({image, regions});
  if (context.requireElementType(image, "its input", "floating-point numbers",
                                 isFloat))
    context.requireElementType(regions, "its regions",
                               "floating-point numbers", isFloat);
  SmallVector<DimAttr> dims(4, context.unknownDim());
  if (context.requireRank(image, "an input", 4)) {
    dims[1] = input.getDim(1);
    for (int64_t axis : {0, 2, 3})
      requireElements(image, axis, context);
  }
  if (context.requireRank(regions, "regions", 2)) {
    dims[0] = context.getType(regions).getDim(0);
    requireSize(regions, "regions", 1, context.constantDim(width), context);
  }
  if (requireEntries("size", size, 1, context) &&
      requireEntryCount("size", "sizes", size.size(), 2, "height and width",
                        context)) {
    dims[2] = context.constantDim(size[0]);
    dims[3] = context.constantDim(size[1]);
  }
  context.setResult(TensorType::getUnranked(elementType).withDims(dims));
}

} // namespace

void RoiAlignOp::infer(RuleContext &context) {
  inferRegions(getInput(), getBoxes(), 4, getSize(), context);
  context.requireElementType(getIndices(), "its batch indices", "integers",
                             [](Type type) {
                               return isa<IntegerType>(type) &&
                                      !type.isInteger(1);
                             });
  TensorType regions = context.getType(getBoxes());
  if (context.requireRank(getIndices(), "batch indices", 1) &&
      regions.hasRank() && regions.getRank() == 2)
    requireSize(getIndices(), "batch indices", 0, regions.getDim(0), context);
  if (int64_t samples = getSamples(); samples < 0)
    context.error("samples", diag::attributeRange)
        .fact("what", "samples =")
        .fact("value", samples)
        .fact("wanted", "at least 0");
}

void MaxRoiPoolOp::infer(RuleContext &context) {
  inferRegions(getInput(), getBoxes(), 5, getSize(), context);
}

//===----------------------------------------------------------------------===//
// Deformed windows
//===----------------------------------------------------------------------===//

namespace {

/// C3, C4, C5.
bool requireWindowAttributes(DeformSampleOp op, RuleContext &context) {
  WindowAttributes window = {op.getStrides(), op.getDilations(), op.getPads()};
  bool valid = requireEntries("kernel", op.getKernel(), 1, context);
  valid &= requireEntryCount("kernel", "kernel sizes", op.getKernel().size(), 2,
                             "height and width", context);
  valid &= requireWindow(window, 2, "height and width", context);
  return valid;
}

/// C6.
bool requireGroups(DeformSampleOp op, DimAttr channels, RuleContext &context) {
  int64_t groups = op.getGroups();
  if (groups < 1) {
    context.error("groups", diag::attributeRange)
        .fact("what", "groups =")
        .fact("value", groups)
        .fact("wanted", "at least 1");
    return false;
  }
  if (channels.isUnknown() ||
      context.requireDivisible(channels, context.constantDim(groups),
                               diag::groupMismatch,
                               Twine(groups) + " groups of " +
                                   context.getOpText() +
                                   " must divide its channels"))
    return true;
  context.error("groups", diag::groupMismatch)
      .fact("channels", channels.str())
      .fact("which", "input")
      .fact("groups", groups);
  return false;
}

} // namespace

void DeformSampleOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  Type elementType =
      context.requireSameElementType(SmallVector<Value>(getOperands()));
  context.requireElementType(getInput(), "its input", "floating-point numbers",
                             isFloat);
  bool isImage = context.requireRank(getInput(), "an input", 4);
  bool areOffsets = context.requireRank(getOffsets(), "offsets", 4);
  bool isMask = getMask() && context.requireRank(getMask(), "a mask", 4);
  bool valid = requireWindowAttributes(*this, context);
  SmallVector<DimAttr> dims(4, context.unknownDim());
  if (isImage) {
    dims[0] = input.getDim(0);
    dims[1] = input.getDim(1);
    for (int64_t axis : {2, 3})
      requireElements(getInput(), axis, context);
  }
  valid &= requireGroups(*this, dims[1], context);
  if (valid) {
    WindowAttributes window = {getStrides(), getDilations(), getPads()};
    SmallVector<DimAttr> places(2, context.unknownDim());
    for (int64_t i = 0; i < 2; ++i) {
      if (isImage) {
        WindowAxis axis =
            getWindowAxis(window, 2, i, input.getDim(2 + i),
                          context.constantDim(getKernel()[i]));
        requireWindowFits(axis, 2 + i, getInput(), context);
        places[i] = context.getEnv().simplify(axis.output);
      }
      DimAttr place = places[i];
      if (areOffsets)
        place = context.merge(
            place, context.getType(getOffsets()).getDim(2 + i));
      dims[2 + i] = place * getKernel()[i];
    }
    int64_t taps = getGroups() * getKernel()[0] * getKernel()[1];
    auto require = [&](Value operand, StringRef name, int64_t channels) {
      if (isImage)
        requireSize(operand, name, 0, dims[0], context);
      requireSize(operand, name, 1, context.constantDim(channels), context);
      for (int64_t i = 0; i < 2; ++i)
        requireSize(operand, name, 2 + i, places[i], context);
    };
    if (areOffsets)
      require(getOffsets(), "offsets", 2 * taps);
    if (isMask)
      require(getMask(), "a mask", taps);
  }
  context.setResult(TensorType::getUnranked(elementType).withDims(dims));
}

} // namespace tenon
