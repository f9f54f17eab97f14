//===- MovementBlocks.cpp - ONNX operators on blocks and triangles --------===//
//
// Blocks of pixels that become channels, and the other way, are made of
// reshapes around a transposition.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerBlockOperators(OperatorRegistry &registry);

namespace {

/// The sizes of axes of a value, from `start` to before `end`.
Value makeSizes(Node &node, Value value, int64_t start, int64_t end) {
  return node.make<ShapeOfOp>(value, node.builder.getI64IntegerAttr(start),
                              node.builder.getI64IntegerAttr(end));
}

Value makeSizes(Node &node, ArrayRef<int64_t> sizes) {
  return node.builder.makeIntegers(node.location, sizes);
}

Value multiply(Node &node, Value sizes, ArrayRef<int64_t> factors) {
  return node.make<MulOp>(sizes, makeSizes(node, factors));
}

Value reshape(Node &node, Value value, ArrayRef<Value> sizes) {
  return node.make<ReshapeOp>(
      value, node.make<ConcatOp>(ValueRange(sizes), int64_t(0)), false);
}

Value transpose(Node &node, Value value, ArrayRef<int64_t> permutation) {
  return node.make<TransposeOp>(value, permutation);
}

/// The size of blocks; none (reported) if it is missing or wrong.
std::optional<int64_t> readBlockSize(Node &node) {
  if (!node.hasAttribute("blocksize")) {
    node.reportAttribute("blocksize", "it is missing");
    return std::nullopt;
  }
  int64_t size = node.getInt("blocksize", 1);
  if (node.hasFailed())
    return std::nullopt;
  if (size >= 1 && size <= INT32_MAX)
    return size;
  node.reportAttribute("blocksize", "it is " + Twine(size) +
                                        ", but must be 1 to 2^31 - 1");
  return std::nullopt;
}

/// The mode came with operator set 11: depth, column and row, or the other
/// way round.
void importDepthToSpace(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  auto size = readBlockSize(node);
  std::string mode = node.getString("mode", "DCR");
  if (mode != "DCR" && mode != "CRD")
    node.reportAttribute("mode", "'" + mode + "' is neither DCR nor CRD");
  if (node.hasFailed())
    return;
  bool isDepthFirst = mode == "CRD";
  int64_t block = *size;
  Value input = node.getInput(0);
  Value channels = isDepthFirst ? makeSizes(node, {-1, block, block})
                                : makeSizes(node, {block, block, -1});
  Value pixels = makeSizes(node, input, 2, 4);
  Value parts =
      reshape(node, input, {makeSizes(node, input, 0, 1), channels, pixels});
  Value moved = isDepthFirst ? transpose(node, parts, {0, 1, 4, 2, 5, 3})
                             : transpose(node, parts, {0, 3, 4, 1, 5, 2});
  node.setOutput(reshape(node, moved,
                         {makeSizes(node, moved, 0, 2),
                          multiply(node, pixels, {block, block})}));
}

void importSpaceToDepth(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  auto size = readBlockSize(node);
  if (!size)
    return;
  int64_t block = *size;
  Value input = node.getInput(0);
  // One axis at a time, so that each tells how many blocks it has.
  Value rows = reshape(node, input,
                       {makeSizes(node, input, 0, 2),
                        makeSizes(node, {-1, block}),
                        makeSizes(node, input, 3, 4)});
  Value parts =
      reshape(node, rows,
              {makeSizes(node, rows, 0, 4), makeSizes(node, {-1, block})});
  Value moved = transpose(node, parts, {0, 3, 5, 1, 2, 4});
  Value channels =
      multiply(node, makeSizes(node, input, 1, 2), {block * block});
  node.setOutput(reshape(node, moved,
                         {makeSizes(node, moved, 0, 1), channels,
                          makeSizes(node, moved, 4, 6)}));
}

void importTrilu(Node &node) {
  if (!node.requireInputs(1, 2))
    return;
  bool isUpper = node.getInt("upper", 1) != 0;
  if (node.hasFailed())
    return;
  int64_t diagonal = 0;
  Value offset = node.getInput(1);
  if (auto known = offset ? node.builder.getIntegers(offset) : std::nullopt) {
    if (known->size() != 1)
      return node.reportAttribute("k", "it must be one number");
    diagonal = known->front();
    offset = {};
  }
  if (offset)
    if (TensorType type = ModelBuilder::getType(offset);
        type.hasRank() && type.getRank() == 1)
      offset =
          node.make<SqueezeOp>(offset, node.builder.getDenseI64ArrayAttr({0}));
  node.setOutput(
      node.make<TriluOp>(node.getInput(0), offset, diagonal, isUpper));
}

} // namespace

void registerBlockOperators(OperatorRegistry &registry) {
  registry.add("DepthToSpace", importDepthToSpace);
  registry.add("SpaceToDepth", importSpaceToDepth);
  registry.add("Trilu", importTrilu);
}

} // namespace tenon::onnx_import
