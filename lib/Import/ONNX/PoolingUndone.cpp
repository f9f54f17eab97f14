//===- PoolingUndone.cpp - ONNX's MaxUnpool -------------------------------===//
//
// Elements go back to where a pooling took them from: a tensor of zeros with
// elements placed by index. The indices count in the tensor that was pooled,
// whose sizes follow from the window; the result may be declared larger.
//
//===----------------------------------------------------------------------===//

#include "Elementwise.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerUnpoolOperators(OperatorRegistry &registry);

namespace {

Value makeSizes(Node &node, ArrayRef<int64_t> sizes) {
  return node.builder.makeIntegers(node.location, sizes);
}

Value flatten(Node &node, Value value) {
  return node.make<ReshapeOp>(value, makeSizes(node, {-1}), false);
}

/// The sizes of what was pooled: (in - 1) · stride + kernel - padding.
Value makePooledSizes(Node &node, ArrayRef<int64_t> kernel,
                      ArrayRef<int64_t> strides, ArrayRef<int64_t> pads) {
  SmallVector<int64_t> rest;
  for (size_t i = 0; i < kernel.size(); ++i)
    rest.push_back(kernel[i] - strides[i] - pads[i] - pads[i + kernel.size()]);
  auto makeShape = [&](int64_t start, IntegerAttr end) {
    return node.make<ShapeOfOp>(node.getInput(0),
                                node.builder.getI64IntegerAttr(start), end);
  };
  Value spatial = node.make<AddOp>(
      node.make<MulOp>(makeShape(2, {}), makeSizes(node, strides)),
      makeSizes(node, rest));
  SmallVector<Value> parts = {
      makeShape(0, node.builder.getI64IntegerAttr(2)), spatial};
  return node.make<ConcatOp>(ValueRange(parts), int64_t(0));
}

/// Places in a tensor of sizes `from`, as places in one of sizes `to`.
Value movePlaces(Node &node, Value places, Value from, Value to, int64_t rank) {
  Value moved, stride;
  for (int64_t axis = rank - 1; axis >= 0; --axis) {
    auto pick = [&](Value sizes) {
      return node.make<SliceOp>(sizes, ArrayRef<int64_t>{axis},
                                ArrayRef<int64_t>{axis + 1},
                                ArrayRef<int64_t>{0}, ArrayRef<int64_t>{1});
    };
    Value size = pick(from), position = places;
    if (axis > 0) {
      position = node.make<ModOp>(places, size);
      places = node.make<DivOp>(places, size);
    }
    Value part = stride ? node.make<MulOp>(position, stride) : position;
    moved = moved ? node.make<AddOp>(moved, part) : part;
    stride = stride ? node.make<MulOp>(stride, pick(to)) : pick(to);
  }
  return moved;
}

void mapMaxUnpool(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  auto kernel = node.getInts("kernel_shape");
  if (!kernel && !node.hasAttribute("kernel_shape"))
    node.reportAttribute("kernel_shape", "it is missing");
  if (node.hasFailed())
    return;
  size_t spatialRank = kernel->size();
  auto strides = node.getInts("strides").value_or(
      SmallVector<int64_t>(spatialRank, 1));
  auto pads = node.getInts("pads").value_or(
      SmallVector<int64_t>(2 * spatialRank, 0));
  if (strides.size() != spatialRank)
    node.reportAttribute("strides", "it has " + Twine(strides.size()) +
                                        " entries, but kernel_shape has " +
                                        Twine(spatialRank));
  if (pads.size() != 2 * spatialRank)
    node.reportAttribute("pads", "it has " + Twine(pads.size()) +
                                     " entries, but needs 2 for each of " +
                                     Twine(spatialRank) + " axes");
  if (node.hasFailed())
    return;
  Value sizes = makePooledSizes(node, *kernel, strides, pads);
  Value places = flatten(node, node.getInput(1));
  if (Value declared = node.getInput(2)) {
    if (!node.areSizesKnown(2))
      declared = node.makeSizes(declared, {},
                                node.getDeclaredDims(0, spatialRank + 2),
                                "a shape");
    if (!declared)
      return;
    places = movePlaces(node, places, sizes, declared, spatialRank + 2);
    sizes = declared;
  }
  Value elements = node.getInput(0);
  Value zero = makeNumberLike(node, elements, 0);
  if (!zero)
    return;
  Value flat = flatten(node, node.make<FillOp>(sizes, zero));
  Value placed = node.make<ScatterElementsOp>(
      flat, places, flatten(node, elements), "none", int64_t(0));
  node.setOutput(node.make<ReshapeOp>(placed, sizes, false));
}

} // namespace

void registerUnpoolOperators(OperatorRegistry &registry) {
  registry.add("MaxUnpool", mapMaxUnpool);
}

} // namespace tenon::onnx_import
