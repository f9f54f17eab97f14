//===- Normalization.cpp - ONNX operators of the Normalization family -----===//

#include "tenon/Dialect/IR/Normalization.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

Value makeCast(Node &node, Value value, Type elementType) {
  TensorType type = ModelBuilder::getType(value);
  if (!type.hasElementType() || type.getElementType() == elementType)
    return value;
  return node.make<CastOp>(value, elementType);
}

/// The widest floating-point type among the values; null if one is no float.
Type getWidestFloat(ArrayRef<Value> values) {
  Type widest;
  for (Value value : values) {
    auto type =
        dyn_cast<FloatType>(ModelBuilder::getType(value).getElementType());
    if (!type)
      return {};
    if (!widest || type.getWidth() > widest.getIntOrFloatBitWidth())
      widest = type;
    else if (type != widest &&
             type.getWidth() == widest.getIntOrFloatBitWidth())
      widest = Float32Type::get(type.getContext());
  }
  return widest;
}

void importBatchNormalization(Node &node) {
  if (!node.requireInputs(5, 5))
    return;
  double epsilon = node.getFloat("epsilon", 1e-5);
  if (node.getOpset() >= 14 && node.getInt("training_mode", 0) != 0)
    return node.reportUnsupported("training mode");
  if (node.getOpset() < 9 && node.getInt("spatial", 1) == 0)
    return node.reportUnsupported("statistics for each element (spatial = 0)");
  for (unsigned i = 1; i < node.getOutputCount(); ++i)
    if (node.hasOutput(i))
      return node.reportUnsupported("the statistics as outputs");
  if (node.hasFailed())
    return;
  SmallVector<Value, 5> values;
  for (unsigned i = 0; i < 5; ++i)
    values.push_back(node.getInput(i));
  // The statistics may be wider than the data; nothing is narrowed before the
  // end.
  Type own = ModelBuilder::getType(values[0]).getElementType();
  Type wide = getWidestFloat(values);
  if (wide)
    for (Value &value : values)
      value = makeCast(node, value, wide);
  Value result = node.make<BatchNormOp>(
      values[0], values[1], values[2], values[3], values[4],
      node.builder.getF64FloatAttr(epsilon),
      LayoutAttr::get(node.builder.getContext(), Layout::ChannelsFirst));
  node.setOutput(wide ? makeCast(node, result, own) : result);
}

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

void importLayerNormalization(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  int64_t axis = node.getInt("axis", -1);
  double epsilon = node.getFloat("epsilon", 1e-5);
  if (node.getInt("stash_type", 1) != 1)
    return node.reportUnsupported("statistics in another type than float32");
  if (node.hasOutput(1) || node.hasOutput(2))
    return node.reportUnsupported("the statistics as outputs");
  if (node.hasFailed())
    return;
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

/// Each channel of each sample over its own elements, then scale and offset by
/// channel.
void importInstanceNormalization(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  double epsilon = node.getFloat("epsilon", 1e-5);
  Value input = node.getInput(0);
  TensorType type = ModelBuilder::getType(input);
  if (!type.hasRank() && !type.getError())
    return node.reportUnsupported("an input of unknown rank");
  if (node.hasFailed())
    return;
  Value result = node.make<LayerNormOp>(input, ValueRange(),
                                        node.builder.getI64IntegerAttr(2),
                                        node.builder.getF64FloatAttr(epsilon));
  SmallVector<int64_t> others = {0};
  for (int64_t axis = 2; type.hasRank() && axis < type.getRank(); ++axis)
    others.push_back(axis);
  auto spread = [&](Value parameter) {
    return node.make<UnsqueezeOp>(parameter, others);
  };
  result = node.make<MulOp>(result, spread(node.getInput(1)));
  node.setOutput(node.make<AddOp>(result, spread(node.getInput(2))));
}

} // namespace

void registerNormalizationOperators(OperatorRegistry &registry) {
  registry.add("BatchNormalization", importBatchNormalization);
  registry.add("LayerNormalization", importLayerNormalization);
  registry.add("InstanceNormalization", importInstanceNormalization);
}

} // namespace tenon::onnx_import
