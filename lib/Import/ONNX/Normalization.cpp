//===- Normalization.cpp - ONNX operators of the Normalization family -----===//

#include "Normalization.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// Whether the value has exactly the normalised axes, so that nothing is
/// repeated; else it is an ordinary factor or summand.
bool isParameter(Value value, TensorType input, int64_t axis) {
  TensorType type = ModelBuilder::getType(value);
  if (!type.hasRank() || !input.hasRank())
    return true;
  int64_t first = axis < 0 ? axis + input.getRank() : axis;
  if (first < 0 || first > input.getRank() ||
      type.getRank() != input.getRank() - first)
    return false;
  for (auto [size, whole] :
       llvm::zip_equal(type.getDims(), input.getDims().drop_front(first)))
    if (size.isConstant(1) && !whole.isConstant(1))
      return false;
  return true;
}

/// The type that statistics are shown in; null (reported) if it is none.
Type readStashType(Node &node) {
  int32_t number = node.getInt("stash_type", 1);
  auto type = dyn_cast_or_null<FloatType>(
      getElementType(node.builder.getContext(), number));
  if (!type && !node.hasFailed())
    node.reportAttribute("stash_type", "it must be a floating-point type");
  return type;
}

/// Mean and inverse standard deviation are outputs of their own.
void importWithStatistics(Node &node, int64_t axis, double epsilon,
                          Type stash) {
  Value input = node.getInput(0), scale = node.getInput(1);
  TensorType type = ModelBuilder::getType(input);
  if (requireKnownRank(node, input))
    return;
  int64_t first = axis < 0 ? axis + type.getRank() : axis;
  if (first < 0 || first > type.getRank())
    return node.reportAttribute("axis", "it is " + Twine(axis) + " in " +
                                            type.getShapeText());
  SmallVector<int64_t> axes =
      llvm::to_vector(llvm::seq<int64_t>(first, type.getRank()));
  FloatMath math(node, input);
  Value wide = math.widen(input);
  Value mean = math.mean(wide, axes);
  Value centred = node.make<SubOp>(wide, mean);
  Value variance = math.mean(node.make<MulOp>(centred, centred), axes);
  Value deviation = node.make<SqrtOp>(math.add(variance, epsilon));
  Value inverse = node.make<ReciprocalOp>(deviation);
  Value result = math.narrow(node.make<MulOp>(centred, inverse));
  result = makeBinary<MulOp>(node, result, scale);
  if (Value offset = node.getInput(2))
    result = makeBinary<AddOp>(node, result, offset);
  node.setOutput(result);
  node.setOutput(1, makeCast(node, mean, stash));
  node.setOutput(2, makeCast(node, inverse, stash));
}

void importLayerNormalization(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  int64_t axis = node.getInt("axis", -1);
  double epsilon = node.getFloat("epsilon", 1e-5);
  Type stash = readStashType(node);
  if (node.hasFailed())
    return;
  if (node.hasOutput(1) || node.hasOutput(2))
    return importWithStatistics(node, axis, epsilon, stash);
  Value input = node.getInput(0), scale = node.getInput(1);
  Value offset = node.getInput(2);
  TensorType type = ModelBuilder::getType(input);
  SmallVector<Value, 2> parameters;
  if (isParameter(scale, type, axis)) {
    parameters.push_back(scale);
    scale = {};
    if (offset && isParameter(offset, type, axis)) {
      parameters.push_back(offset);
      offset = {};
    }
  }
  Value result = node.make<LayerNormOp>(input, parameters,
                                        node.builder.getI64IntegerAttr(axis),
                                        node.builder.getF64FloatAttr(epsilon));
  if (scale) {
    node.alignRanks(result, scale);
    result = node.make<MulOp>(result, scale);
  }
  if (offset) {
    node.alignRanks(result, offset);
    result = node.make<AddOp>(result, offset);
  }
  node.setOutput(result);
}

} // namespace

void registerNormalizationOperators(OperatorRegistry &registry) {
  registry.add("LayerNormalization", importLayerNormalization);
  registerBatchNormalization(registry);
  registerGroupNormalizations(registry);
  registerLengthNormalizations(registry);
}

} // namespace tenon::onnx_import
