//===- NormalizationGroups.cpp - ONNX normalisations of each sample -------===//

#include "Normalization.h"
#include "tenon/Dialect/IR/Creation.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

Value makeGroupNorm(Node &node, Value input, ValueRange parameters,
                    std::optional<int64_t> groups, double epsilon) {
  Builder &builder = node.builder;
  return node.make<GroupNormOp>(
      input, parameters,
      groups ? builder.getI64IntegerAttr(*groups) : IntegerAttr(),
      builder.getF64FloatAttr(epsilon),
      LayoutAttr::get(builder.getContext(), Layout::ChannelsFirst));
}

void importInstanceNormalization(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  double epsilon = node.getFloat("epsilon", 1e-5);
  if (!node.hasFailed())
    node.setOutput(makeGroupNorm(node, node.getInput(0),
                                 {node.getInput(1), node.getInput(2)},
                                 std::nullopt, epsilon));
}

/// Scale and offset have an entry a group before operator set 21.
Value scaleGroups(Node &node, Value normalised, int64_t groups) {
  auto sizes = [&](Value value, int64_t start, IntegerAttr end) {
    return node.make<ShapeOfOp>(value, node.builder.getI64IntegerAttr(start),
                                end);
  };
  Value batch = sizes(normalised, 0, node.builder.getI64IntegerAttr(1));
  Value rest = node.builder.makeIntegers(node.location, {groups, -1});
  Value shape = node.make<ConcatOp>(ValueRange{batch, rest}, int64_t(0));
  Value split = node.make<ReshapeOp>(normalised, shape, false);
  auto spread = [&](unsigned input) {
    return node.make<UnsqueezeOp>(node.getInput(input),
                                  ArrayRef<int64_t>{0, 2});
  };
  Value result = node.make<MulOp>(split, spread(1));
  result = node.make<AddOp>(result, spread(2));
  return node.make<ReshapeOp>(result, sizes(normalised, 0, IntegerAttr()),
                              false);
}

void importGroupNormalization(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  if (!node.hasAttribute("num_groups"))
    return node.reportAttribute("num_groups", "it is missing");
  int64_t groups = node.getInt("num_groups", 1);
  double epsilon = node.getFloat("epsilon", 1e-5);
  if (node.hasFailed())
    return;
  Value input = node.getInput(0);
  bool perGroup = node.getOpset() < 21;
  SmallVector<Value, 2> parameters;
  if (!perGroup)
    parameters = {node.getInput(1), node.getInput(2)};
  Value result = makeGroupNorm(node, input, parameters, groups, epsilon);
  node.setOutput(perGroup ? scaleGroups(node, result, groups) : result);
}

/// Over the named axes: (x - mean) / (deviation + 1e-9).
void importMeanVarianceNormalization(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  SmallVector<int64_t> axes = {0, 2, 3};
  // Before operator set 9 it could leave out the variance.
  bool hasVariance = true;
  if (node.getOpset() < 9) {
    hasVariance = node.getInt("normalize_variance", 1) != 0;
    axes = node.getInt("across_channels", 0) != 0
               ? SmallVector<int64_t>{1, 2, 3}
               : SmallVector<int64_t>{2, 3};
  } else if (auto given = node.getInts("axes")) {
    axes = *given;
  }
  if (node.hasFailed())
    return;
  Value input = node.getInput(0);
  FloatMath math(node, input);
  Value wide = math.widen(input);
  Value result = node.make<SubOp>(wide, math.mean(wide, axes));
  if (hasVariance) {
    Value variance = math.mean(node.make<MulOp>(result, result), axes);
    result =
        node.make<DivOp>(result, math.add(node.make<SqrtOp>(variance), 1e-9));
  }
  node.setOutput(math.narrow(result));
}

} // namespace

void registerGroupNormalizations(OperatorRegistry &registry) {
  registry.add("InstanceNormalization", importInstanceNormalization);
  registry.add("GroupNormalization", importGroupNormalization);
  registry.add("MeanVarianceNormalization", importMeanVarianceNormalization);
}

} // namespace tenon::onnx_import
