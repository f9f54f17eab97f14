//===- MovementSizes.cpp - Shapes and positions that the data decides -----===//
//
// Reshape, Expand, Tile, Slice, Pad and their like when shapes, positions or
// borders are values of the run: these are brought into a plain form by
// arithmetic on integers, and become sizes.
//
//===----------------------------------------------------------------------===//

#include "MovementSizes.h"
#include "Integers.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// The number of entries of a vector, or of 1 for a scalar; reported if it is
/// not known, or more than any shape has.
std::optional<int64_t> getLength(Node &node, Value vector, StringRef what) {
  TensorType type = ModelBuilder::getType(vector);
  auto count = type.hasRank() ? type.getCount().getConstant() : std::nullopt;
  if (!count || type.getRank() > 1 || *count > maxKnownElements) {
    if (type.getError())
      node.fail();
    else
      node.reportUnsupported(what + " of a number that only the data decides");
    return std::nullopt;
  }
  return count;
}

/// The input's rank; the outputs become error values if it is not known.
std::optional<int64_t> getRank(Node &node, Value input) {
  TensorType type = ModelBuilder::getType(input);
  if (type.hasRank())
    return type.getRank();
  if (type.getError())
    node.fail();
  else
    node.reportUnsupported("an input of an unknown number of axes");
  return std::nullopt;
}

} // namespace

Value makeReshapeShape(Node &node, Value input, Value shape, bool allowZero) {
  Integers integers(node);
  auto rank = getRank(node, input);
  auto length = getLength(node, shape, "a shape");
  if (!rank || !length)
    return {};
  Value wanted = integers.vector(shape);
  Value all = integers.shape(input);
  if (!allowZero) {
    SmallVector<Value> parts = {
        integers.shape(input, 0, std::min(*rank, *length))};
    if (*length > *rank)
      parts.push_back(
          integers.constant(SmallVector<int64_t>(*length - *rank, 0)));
    wanted = integers.select(integers.equal(wanted, integers.constant(0)),
                             integers.concat(parts), wanted);
  }
  Value isOpen = integers.equal(wanted, integers.constant(-1));
  Value others = integers.product(
      integers.select(isOpen, integers.constant(1), wanted));
  Value rest = integers.div(integers.product(all),
                            integers.max(others, integers.constant(1)));
  wanted = integers.select(isOpen, rest, wanted);
  DimAttr count = ModelBuilder::getType(input).getCount();
  // A shape of no elements may have any sizes beside one of 0.
  SmallVector<DimAttr> limits;
  if (!count.isConstant(0))
    limits.assign(*length, count);
  return node.makeSizes(wanted, limits, node.getDeclaredDims(0, *length),
                        "a shape");
}

void importReshapeToDeclared(Node &node) {
  TensorType declared = node.getDeclared(0);
  if (!declared.hasRank() || !declared.hasStaticShape())
    return node.reportUnsupported(
        "axes that only the data decides, and the shape that this gives is not "
        "declared");
  Value shape =
      node.builder.makeIntegers(node.location, declared.getShape());
  node.setOutput(
      node.make<ReshapeOp>(node.getInput(0), shape, /*allow_zero=*/true));
}

void importExpandTo(Node &node) {
  Integers integers(node);
  Value input = node.getInput(0);
  auto rank = getRank(node, input);
  auto length = getLength(node, node.getInput(1), "a shape");
  if (!rank || !length)
    return;
  Value wanted = integers.vector(node.getInput(1));
  Value own = integers.shape(input);
  auto widen = [&](Value sizes, int64_t missing) {
    if (missing <= 0)
      return sizes;
    return integers.concat(
        {integers.constant(SmallVector<int64_t>(missing, 1)), sizes});
  };
  int64_t all = std::max(*rank, *length);
  wanted = widen(wanted, all - *length);
  own = widen(own, all - *rank);
  wanted = integers.select(integers.equal(wanted, integers.constant(1)), own,
                           wanted);
  Value sizes =
      node.makeSizes(wanted, {}, node.getDeclaredDims(0, all), "a shape");
  if (sizes)
    node.setOutput(node.make<ExpandOp>(input, sizes));
}

void importTileBy(Node &node) {
  Integers integers(node);
  Value input = node.getInput(0);
  TensorType type = ModelBuilder::getType(input);
  auto rank = getRank(node, input);
  if (!rank)
    return;
  SmallVector<DimAttr> wanted;
  for (auto [size, whole] :
       llvm::zip(type.getDims(), node.getDeclaredDims(0, *rank))) {
    auto part = size.getConstant(), all = whole.getConstant();
    wanted.push_back(part && all && *part > 0
                         ? DimAttr::get(size.getContext(), *all / *part)
                         : DimAttr::getUnknown(size.getContext()));
  }
  Value repeats = node.makeSizes(integers.vector(node.getInput(1)), {}, wanted,
                                 "repeats");
  if (repeats)
    node.setOutput(node.make<TileOp>(input, repeats));
}

void importSliceAt(Node &node) {
  Integers integers(node);
  Value input = node.getInput(0);
  auto rank = getRank(node, input);
  auto length = getLength(node, node.getInput(1), "positions");
  if (!rank || !length)
    return;
  Value size = integers.shape(input);
  Value axes =
      node.getInput(3)
          ? integers.vector(node.getInput(3))
          : integers.constant(llvm::to_vector(llvm::seq<int64_t>(*length)));
  auto touched = node.builder.getIntegers(axes);
  axes = integers.fromEnd(axes, integers.constant(*rank));
  auto spread = [&](Value values, Value others) {
    return node.make<ScatterElementsOp>(others, axes, integers.vector(values),
                                        StringRef("none"), int64_t(0));
  };
  Value one = integers.constant(1), zero = integers.constant(0);
  Value zeros = integers.constant(SmallVector<int64_t>(*rank, 0));
  Value steps = integers.constant(SmallVector<int64_t>(*rank, 1));
  Value starts = spread(node.getInput(1), zeros);
  Value ends = spread(node.getInput(2), size);
  if (node.getInput(4))
    steps = spread(node.getInput(4), steps);
  // Downwards, the range ends before position 0.
  Value isDown = integers.less(steps, zero);
  Value low = integers.select(isDown, integers.constant(-1), zero);
  Value high = integers.select(isDown, integers.sub(size, one), size);
  auto limit = [&](Value position, Value low) {
    return integers.min(integers.max(integers.fromEnd(position, size), low),
                        high);
  };
  starts = limit(starts, zero);
  ends = limit(ends, low);
  Value lead = integers.select(isDown, one, integers.constant(-1));
  Value span = integers.add(integers.sub(ends, starts),
                            integers.add(steps, lead));
  Value counts = integers.max(integers.div(span, steps), zero);
  counts = node.makeSizes(counts, ModelBuilder::getType(input).getDims(),
                          node.getDeclaredDims(0, *rank), "positions");
  if (!counts)
    return;
  for (int64_t axis = 0; axis < *rank; ++axis) {
    if (touched && !llvm::is_contained(*touched, axis) &&
        !llvm::is_contained(*touched, axis - *rank))
      continue;
    auto at = [&](Value vector) {
      return integers.part(vector, axis, axis + 1);
    };
    Value positions =
        integers.add(integers.mul(integers.count(at(counts)), at(steps)),
                     at(starts));
    input = node.make<GatherOp>(input, positions, axis);
  }
  node.setOutput(input);
}

void importSplitInto(Node &node, int64_t axis) {
  Integers integers(node);
  Value input = node.getInput(0);
  auto rank = getRank(node, input);
  if (!rank)
    return;
  int64_t position = axis < 0 ? axis + *rank : axis;
  if (position < 0 || position >= *rank)
    return node.reportAttribute("axis", "it is " + Twine(axis) +
                                            ", but the input has " +
                                            Twine(*rank) + " axes");
  SmallVector<DimAttr> wanted, limits;
  for (unsigned i = 0; i < node.getOutputCount(); ++i) {
    auto dims = node.getDeclaredDims(i, *rank);
    wanted.push_back(dims.empty()
                         ? DimAttr::getUnknown(node.builder.getContext())
                         : dims[position]);
    limits.push_back(ModelBuilder::getType(input).getDim(position));
  }
  Value sizes = integers.vector(node.getInput(1));
  if (!node.areSizesKnown(1))
    sizes = node.makeSizes(sizes, limits, wanted, "parts");
  if (!sizes)
    return;
  Value start = integers.constant(0);
  for (unsigned i = 0; i < node.getOutputCount(); ++i) {
    Value end = integers.add(start, integers.part(sizes, i, i + 1));
    node.setOutput(i, node.make<DynamicSliceOp>(
                          input, start, end, ArrayRef<int64_t>(position),
                          ArrayRef<int64_t>(1)));
    start = end;
  }
}

/// Where each element of a padded axis is taken from.
static Value reflect(Integers &integers, Value position, Value size,
                     PadMode mode) {
  Value zero = integers.constant(0), one = integers.constant(1);
  Value last = integers.sub(size, one);
  if (mode == PadMode::Wrap) {
    // Never further than one size beyond, but that many times.
    Value turned = integers.sub(
        position, integers.mul(integers.div(position, size), size));
    return integers.fromEnd(turned, size);
  }
  if (mode == PadMode::Reflect) {
    Value period = integers.max(integers.add(last, last), one);
    Value turned = integers.sub(
        position, integers.mul(integers.div(position, period), period));
    turned = integers.fromEnd(turned, period);
    position = integers.min(turned, integers.sub(period, turned));
  }
  return integers.min(integers.max(position, zero), last);
}

void importPadBy(Node &node, PadMode mode) {
  Integers integers(node);
  Value input = node.getInput(0);
  auto rank = getRank(node, input);
  auto length = getLength(node, node.getInput(1), "borders");
  if (!rank || !length)
    return;
  int64_t count = *length / 2;
  Value pads = integers.vector(node.getInput(1));
  Value low = integers.part(pads, 0, count),
        high = integers.part(pads, count, 2 * count);
  if (node.getInput(3)) {
    Value axes = integers.fromEnd(integers.vector(node.getInput(3)),
                                  integers.constant(*rank));
    Value zeros = integers.constant(SmallVector<int64_t>(*rank, 0));
    for (Value *side : {&low, &high})
      *side = node.make<ScatterElementsOp>(zeros, axes, *side, StringRef("none"),
                                           int64_t(0));
  }
  Value size = integers.shape(input);
  Value whole = integers.add(size, integers.add(low, high));
  whole = node.makeSizes(whole, {}, node.getDeclaredDims(0, *rank), "borders");
  if (!whole)
    return;
  Value result = input, isInside;
  for (int64_t axis = 0; axis < *rank; ++axis) {
    auto at = [&](Value vector) {
      return integers.part(vector, axis, axis + 1);
    };
    Value from = integers.sub(integers.count(at(whole)), at(low));
    Value position = reflect(integers, from, at(size), mode);
    result = node.make<GatherOp>(result, position, axis);
    if (mode != PadMode::Constant)
      continue;
    // Broadcast along the other axes.
    SmallVector<int64_t> others;
    for (int64_t other = 0; other < *rank; ++other)
      if (other != axis)
        others.push_back(other);
    Value here = node.make<UnsqueezeOp>(integers.equal(from, position), others);
    isInside = isInside ? node.make<AndOp>(isInside, here) : here;
  }
  if (isInside) {
    Value value = node.getInput(2);
    if (!value)
      value = node.builder.makeScalar(
          node.location, ModelBuilder::getType(input).getElementType(), 0);
    value = node.make<AlignRankOp>(value, result);
    result = node.make<SelectOp>(isInside, result, value);
  }
  node.setOutput(result);
}

} // namespace tenon::onnx_import
