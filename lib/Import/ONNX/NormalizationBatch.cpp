//===- NormalizationBatch.cpp - ONNX's BatchNormalization -----------------===//
//
// Up to operator set 13 it trains if it has more than one output; since 14 an
// attribute says so.
//
//===----------------------------------------------------------------------===//

#include "Normalization.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

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

/// The inputs in one type.
struct Batch {
  Value input, scale, offset, mean, variance;
  double epsilon;
};

Value makeNormalised(Node &node, const Batch &batch) {
  return node.make<BatchNormOp>(
      batch.input, batch.scale, batch.offset, batch.mean, batch.variance,
      node.builder.getF64FloatAttr(batch.epsilon),
      LayoutAttr::get(node.builder.getContext(), Layout::ChannelsFirst));
}

/// Statistics for each element of a sample instead of each channel.
Value makeElementwise(Node &node, const Batch &batch) {
  FloatMath math(node, batch.input);
  Value deviation = node.make<SqrtOp>(math.add(batch.variance, batch.epsilon));
  Value result = makeBinary<SubOp>(node, batch.input, batch.mean);
  result = makeBinary<DivOp>(node, result, deviation);
  result = makeBinary<MulOp>(node, result, batch.scale);
  return makeBinary<AddOp>(node, result, batch.offset);
}

/// Replaces mean and variance by those of this batch, and gives the running
/// ones, in the type of the inputs, as outputs.
void makeStatistics(Node &node, Batch &batch) {
  double momentum = node.getFloat("momentum", 0.9);
  if (node.hasFailed() || requireKnownRank(node, batch.input))
    return;
  SmallVector<int64_t> axes;
  for (int64_t axis = 0; axis < ModelBuilder::getType(batch.input).getRank();
       ++axis)
    if (axis != 1)
      axes.push_back(axis);
  FloatMath math(node, batch.input);
  Value centred = node.make<SubOp>(batch.input, math.mean(batch.input, axes));
  Value statistics[] = {
      math.mean(batch.input, axes, /*keepDims=*/false),
      math.mean(node.make<MulOp>(centred, centred), axes, /*keepDims=*/false)};
  Value before[] = {batch.mean, batch.variance};
  for (unsigned i : {0, 1}) {
    Type type = ModelBuilder::getType(node.getInput(3 + i)).getElementType();
    Value running = node.make<AddOp>(math.mul(before[i], momentum),
                                     math.mul(statistics[i], 1 - momentum));
    node.setOutput(1 + i, makeCast(node, running, type));
    node.setOutput(3 + i, makeCast(node, statistics[i], type));
  }
  batch.mean = statistics[0];
  batch.variance = statistics[1];
}

/// Whether the statistics are those of this batch.
bool isTraining(Node &node) {
  if (node.getOpset() >= 14)
    return node.getInt("training_mode", 0) != 0;
  if (node.getOpset() < 7 && node.getInt("is_test", 0) != 0)
    return false;
  for (unsigned i = 1; i < node.getOutputCount(); ++i)
    if (node.hasOutput(i))
      return true;
  return false;
}

void importBatchNormalization(Node &node) {
  if (!node.requireInputs(5, 5))
    return;
  Batch batch;
  batch.epsilon = node.getFloat("epsilon", 1e-5);
  bool trains = isTraining(node);
  bool perElement = node.getOpset() < 9 && node.getInt("spatial", 1) == 0;
  if (perElement && trains)
    return node.reportUnsupported("training mode with spatial = 0");
  if (node.hasFailed())
    return;
  SmallVector<Value, 5> values;
  for (unsigned i = 0; i < 5; ++i)
    values.push_back(node.getInput(i));
  // The statistics may be wider than the data; nothing is narrowed before the
  // end.
  Type own = ModelBuilder::getType(values[0]).getElementType();
  Type wide = getWidestFloat(values);
  if (wide && trains && wide.getIntOrFloatBitWidth() < 32)
    wide = node.builder.getF32Type();
  if (wide)
    for (Value &value : values)
      value = makeCast(node, value, wide);
  batch.input = values[0];
  batch.scale = values[1];
  batch.offset = values[2];
  batch.mean = values[3];
  batch.variance = values[4];
  // A vector is one channel.
  TensorType type = ModelBuilder::getType(batch.input);
  bool isVector = type.hasRank() && type.getRank() == 1 && !perElement;
  if (isVector)
    batch.input = node.make<UnsqueezeOp>(batch.input, ArrayRef<int64_t>{1});
  if (trains)
    makeStatistics(node, batch);
  if (node.hasFailed())
    return;
  Value result =
      perElement ? makeElementwise(node, batch) : makeNormalised(node, batch);
  if (isVector)
    result =
        node.make<SqueezeOp>(result, node.builder.getDenseI64ArrayAttr({1}));
  node.setOutput(wide ? makeCast(node, result, own) : result);
}

} // namespace

void registerBatchNormalization(OperatorRegistry &registry) {
  registry.add("BatchNormalization", importBatchNormalization);
}

} // namespace tenon::onnx_import
