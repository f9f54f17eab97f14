//===- ReductionSizes.cpp - Axes that the data decides --------------------===//
//
// Each axis of the input is cut in two: one that is kept and one that is
// reduced, of which one has the axis' size and the other size 1. Which of them,
// the data decides; the operations are the same.
//
//===----------------------------------------------------------------------===//

#include "ReductionSizes.h"
#include "Integers.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// Size and 1 of each axis in turn, as sizes; null if they cannot be.
Value makeCutShape(Node &node, Value input, Value axes,
                   ArrayRef<DimAttr> declared) {
  Integers integers(node);
  TensorType type = ModelBuilder::getType(input);
  int64_t rank = type.getRank();
  Value size = integers.shape(input);
  Value ones = integers.constant(SmallVector<int64_t>(rank, 1));
  Value named = integers.fromEnd(axes, integers.constant(rank));
  auto place = [&](Value into, Value what) {
    return node.make<ScatterElementsOp>(into, named, what, StringRef("none"),
                                        int64_t(0));
  };
  TensorType axesType = ModelBuilder::getType(named);
  SmallVector<int64_t> each(*axesType.getCount().getConstant(), 1);
  Value isReduced = integers.equal(
      place(integers.constant(SmallVector<int64_t>(rank, 0)),
            integers.constant(each)),
      integers.constant(1));
  Value kept = integers.select(isReduced, ones, size);
  Value gone = integers.select(isReduced, size, ones);
  SmallVector<Value> parts;
  SmallVector<DimAttr> limits, wanted;
  for (int64_t axis = 0; axis < rank; ++axis) {
    parts.push_back(integers.part(kept, axis, axis + 1));
    parts.push_back(integers.part(gone, axis, axis + 1));
    DimAttr dim = type.getDim(axis);
    limits.append({dim, dim});
    DimAttr unknown = DimAttr::getUnknown(node.builder.getContext());
    DimAttr stays = declared.empty() ? unknown : declared[axis];
    auto whole = dim.getConstant(), left = stays.getConstant();
    wanted.push_back(stays);
    wanted.push_back(whole && left && *left > 0
                         ? DimAttr::get(node.builder.getContext(),
                                        *whole / *left)
                         : unknown);
  }
  return node.makeSizes(integers.concat(parts), limits, wanted, "axes");
}

} // namespace

std::optional<CutAxes> cutAxesOfData(Node &node, Value input, Value axes,
                                     bool keepDims) {
  TensorType type = ModelBuilder::getType(input),
             axesType = ModelBuilder::getType(axes);
  if (type.getError() || axesType.getError()) {
    node.fail();
    return std::nullopt;
  }
  if (!type.hasRank() || !axesType.hasRank() || axesType.getRank() > 1 ||
      axesType.getCount().getConstant().value_or(INT64_MAX) >
          TensorType::maxRank) {
    node.reportUnsupported("axes of a number that only the data decides");
    return std::nullopt;
  }
  int64_t rank = type.getRank();
  TensorType declared = node.getDeclared(0);
  if (!keepDims && (!declared.hasRank() || !declared.hasStaticShape())) {
    node.reportUnsupported("axes that only the data decides, and the shape "
                           "that this gives is not declared");
    return std::nullopt;
  }
  CutAxes cut;
  Value shape = makeCutShape(
      node, input, Integers(node).vector(axes),
      keepDims ? node.getDeclaredDims(0, rank) : SmallVector<DimAttr>());
  if (!shape)
    return std::nullopt;
  cut.input = node.make<ReshapeOp>(input, shape, /*allow_zero=*/true);
  for (int64_t axis = 0; axis < rank; ++axis)
    cut.axes.push_back(2 * axis + 1);
  if (!keepDims)
    cut.shape = node.builder.makeIntegers(node.location, declared.getShape());
  return cut;
}

} // namespace tenon::onnx_import
