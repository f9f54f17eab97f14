//===- Movement.cpp - ONNX operators that move elements -------------------===//

#include "MovementSizes.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Import/ONNX/Node.h"
#include <cmath>

using namespace mlir;

namespace tenon::onnx_import {

void registerBlockOperators(OperatorRegistry &registry);
void registerCenterOperators(OperatorRegistry &registry);
void registerPartOperators(OperatorRegistry &registry);

namespace {

/// Stands for a result that needs a rank which is not known: so is its own.
/// Whatever hides the rank has been reported, or will be by the check.
void setOpenOutput(Node &node, Value input) {
  node.setOutput(node.make<SqueezeOp>(input, DenseI64ArrayAttr()));
}

/// The shape is an attribute before operator set 5.
void importReshape(Node &node) {
  if (node.getOpset() < 5 && node.hasAttribute("shape")) {
    auto shape = node.getInts("shape");
    if (node.requireInputs(1, 1) && shape)
      node.setOutput(node.make<ReshapeOp>(
          node.getInput(0), node.builder.makeIntegers(node.location, *shape),
          false));
    return;
  }
  if (!node.requireInputs(2, 2))
    return;
  bool allowZero = node.getInt("allowzero", 0) != 0;
  Value shape = node.getInput(1);
  // One entry that is not known follows from the number of elements.
  auto known = node.builder.getDims(shape);
  bool isOpen = !known || llvm::count_if(*known, [](DimAttr dim) {
                            return dim.isUnknown() || dim.isConstant(-1);
                          }) > 1;
  if (isOpen && !node.areSizesKnown(1)) {
    shape = makeReshapeShape(node, node.getInput(0), shape, allowZero);
    allowZero = true;
  }
  if (shape)
    node.setOutput(node.make<ReshapeOp>(node.getInput(0), shape, allowZero));
}

void importFlatten(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  node.setOutput(
      node.make<FlattenOp>(node.getInput(0), node.getInt("axis", 1)));
}

/// The axes of Squeeze and Unsqueeze: an attribute up to operator set 12, an
/// input since 13. None (reported) if they are there but not known.
std::optional<SmallVector<int64_t>> readAxes(Node &node) {
  if (!node.hasAttribute("axes") && !node.getInput(1))
    return std::nullopt;
  return node.getAxes(1);
}

void importSqueeze(Node &node) {
  if (!node.requireInputs(1, 2))
    return;
  if (!node.areSizesKnown(1))
    return importReshapeToDeclared(node);
  auto axes = readAxes(node);
  if (node.hasFailed())
    return;
  DenseI64ArrayAttr named;
  if (axes)
    named = node.builder.getDenseI64ArrayAttr(*axes);
  node.setOutput(node.make<SqueezeOp>(node.getInput(0), named));
}

void importUnsqueeze(Node &node) {
  if (!node.requireInputs(node.getOpset() < 13 ? 1 : 2, 2))
    return;
  if (!node.areSizesKnown(1))
    return importReshapeToDeclared(node);
  auto axes = readAxes(node);
  if (!axes && !node.hasFailed())
    node.reportAttribute("axes", "it is missing");
  if (node.hasFailed())
    return;
  node.setOutput(node.make<UnsqueezeOp>(node.getInput(0), *axes));
}

void importTranspose(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Value input = node.getInput(0);
  auto permutation = node.getInts("perm");
  if (node.hasFailed())
    return;
  if (!permutation) {
    TensorType type = ModelBuilder::getType(input);
    if (!type.hasRank())
      return setOpenOutput(node, input);
    permutation.emplace();
    for (int64_t axis = type.getRank(); axis-- > 0;)
      permutation->push_back(axis);
  }
  node.setOutput(node.make<TransposeOp>(input, *permutation));
}

void importExpand(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  if (!node.areSizesKnown(1))
    return importExpandTo(node);
  node.setOutput(node.make<ExpandOp>(node.getInput(0), node.getInput(1)));
}

/// One axis and how often it is repeated, before operator set 6.
void importTileAxis(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  auto count = node.requireNumber(1, "its number of copies");
  auto axis = node.requireNumber(2, "its axis");
  Value input = node.getInput(0);
  TensorType type = ModelBuilder::getType(input);
  if (node.hasFailed())
    return;
  if (!type.hasRank())
    return setOpenOutput(node, input);
  // Both are floating-point numbers, perhaps no sensible ones.
  constexpr double most = 1e9;
  if (!(std::abs(*count) <= most) || !(std::abs(*axis) <= most))
    return node.reportUnsupported("copies or an axis beyond 10^9");
  int64_t position = *axis < 0 ? *axis + type.getRank() : *axis;
  SmallVector<int64_t> repeats(type.getRank(), 1);
  if (position < 0 || position >= type.getRank())
    return node.reportAttribute("axis", "it is " + Twine(position) + " in " +
                                            type.getShapeText());
  repeats[position] = *count;
  node.setOutput(node.make<TileOp>(
      input, node.builder.makeIntegers(node.location, repeats)));
}

void importTile(Node &node) {
  if (node.getOpset() < 6)
    return importTileAxis(node);
  if (!node.requireInputs(2, 2))
    return;
  if (!node.areSizesKnown(1))
    return importTileBy(node);
  node.setOutput(node.make<TileOp>(node.getInput(0), node.getInput(1)));
}

void importIdentity(Node &node) {
  if (node.requireInputs(1, 1))
    node.setOutput(node.getInput(0));
}

} // namespace

void registerMovementOperators(OperatorRegistry &registry) {
  registry.add("Reshape", importReshape);
  registry.add("Flatten", importFlatten);
  registry.add("Squeeze", importSqueeze);
  registry.add("Unsqueeze", importUnsqueeze);
  registry.add("Transpose", importTranspose);
  registry.add("Expand", importExpand);
  registry.add("Tile", importTile);
  registry.add("Identity", importIdentity);
  registerBlockOperators(registry);
  registerCenterOperators(registry);
  registerPartOperators(registry);
}

} // namespace tenon::onnx_import
