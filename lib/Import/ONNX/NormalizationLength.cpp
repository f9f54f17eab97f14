//===- NormalizationLength.cpp - ONNX normalisations by a length ----------===//

#include "Normalization.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Pooling.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// x / sqrt(mean(x²) + epsilon) · scale over the last axes.
void importRmsNormalization(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  int64_t axis = node.getInt("axis", -1);
  double epsilon = node.getFloat("epsilon", 1e-5);
  if (node.hasFailed())
    return;
  Value input = node.getInput(0);
  int64_t end = 0;
  if (axis >= 0) {
    if (requireKnownRank(node, input))
      return;
    end = ModelBuilder::getType(input).getRank();
  }
  // An axis out of range stands in this list, and the rule says so.
  SmallVector<int64_t> axes = {axis};
  bool isSensible = axis >= -TensorType::maxRank;
  for (int64_t other = axis + 1; isSensible && other < end; ++other)
    axes.push_back(other);
  FloatMath math(node, input);
  Value wide = math.widen(input);
  Value squares = math.mean(node.make<MulOp>(wide, wide), axes);
  Value inverse = node.make<RsqrtOp>(math.add(squares, epsilon));
  Value result = math.narrow(node.make<MulOp>(wide, inverse));
  node.setOutput(makeBinary<MulOp>(node, result, node.getInput(1)));
}

/// x over its length along an axis; 0 where that is 0.
void importLpNormalization(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  int64_t axis = node.getInt("axis", -1), p = node.getInt("p", 2);
  if (p != 1 && p != 2 && !node.hasFailed())
    node.reportAttribute("p", "it is " + Twine(p) + ", but must be 1 or 2");
  if (node.hasFailed())
    return;
  Value input = node.getInput(0);
  FloatMath math(node, input);
  Value wide = math.widen(input);
  Value length =
      p == 1 ? math.sum(node.make<AbsOp>(wide), axis)
             : node.make<SqrtOp>(math.sum(node.make<MulOp>(wide, wide), axis));
  Value isZero = makeBinary<EqualOp>(node, length, math.number(0));
  Value one = math.number(1);
  node.alignRanks(one, length);
  Value divisor = node.make<SelectOp>(isZero, one, length);
  node.setOutput(math.narrow(node.make<DivOp>(wide, divisor)));
}

/// x / (bias + alpha · mean of the squares of neighbouring channels) ^ beta.
/// The means are those of a pooling over channels, the border counted as zeros.
void importLrn(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  if (!node.hasAttribute("size"))
    return node.reportAttribute("size", "it is missing");
  int64_t size = node.getInt("size", 1);
  double alpha = node.getFloat("alpha", 1e-4),
         beta = node.getFloat("beta", 0.75);
  double bias = node.getFloat("bias", 1);
  if ((size < 1 || size > INT32_MAX) && !node.hasFailed())
    node.reportAttribute("size", "it is " + Twine(size) +
                                     ", but must be 1 to 2^31 - 1");
  Value input = node.getInput(0);
  if (node.hasFailed() || requireKnownRank(node, input))
    return;
  int64_t rank = ModelBuilder::getType(input).getRank();
  FloatMath math(node, input);
  Value wide = math.widen(input);
  Value squares = node.make<MulOp>(wide, wide);
  // Poolings have three axes of space at most, of which the channels are one.
  Value sizes = node.make<ShapeOfOp>(input, node.builder.getI64IntegerAttr(0),
                                     IntegerAttr());
  bool isJoined = rank > 4;
  if (isJoined) {
    Value shape = node.builder.makeIntegers(node.location, {0, 0, 0, -1});
    squares = node.make<ReshapeOp>(squares, shape, false);
    rank = 4;
  }
  Value means = node.make<UnsqueezeOp>(squares, ArrayRef<int64_t>{1});
  SmallVector<int64_t> kernel(std::max<int64_t>(rank - 1, 1), 1);
  SmallVector<int64_t> pads(2 * kernel.size(), 0), ones(kernel.size(), 1);
  kernel[0] = size;
  pads[0] = (size - 1) / 2;
  pads[kernel.size()] = size - 1 - pads[0];
  means = node.make<AvgPoolOp>(means, kernel, ones, ones, pads, false,
                               Padding::Explicit, Layout::ChannelsFirst,
                               /*count_include_pad=*/true);
  means = node.make<SqueezeOp>(means, node.builder.getDenseI64ArrayAttr({1}));
  if (isJoined)
    means = node.make<ReshapeOp>(means, sizes, false);
  Value base = math.add(math.mul(means, alpha), bias);
  Value power = makeBinary<PowOp>(node, base, math.number(beta));
  node.setOutput(math.narrow(node.make<DivOp>(wide, power)));
}

} // namespace

void registerLengthNormalizations(OperatorRegistry &registry) {
  registry.add("RMSNormalization", importRmsNormalization);
  registry.add("LpNormalization", importLpNormalization);
  registry.add("LRN", importLrn);
}

} // namespace tenon::onnx_import
