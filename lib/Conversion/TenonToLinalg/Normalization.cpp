//===- Normalization.cpp - Lowering of the Normalization family to linalg -===//

#include "tenon/Dialect/IR/Normalization.h"
#include "Accumulation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;

namespace tenon {
namespace {

/// The arithmetic of loop bodies, in a type wide enough.
struct Arithmetic {
  OpBuilder &builder;
  Location location;
  Type type;

  Value widen(Value x) { return convertFloat(builder, location, x, type); }
  Value add(Value a, Value b) {
    return arith::AddFOp::create(builder, location, a, b);
  }
  Value sub(Value a, Value b) {
    return arith::SubFOp::create(builder, location, a, b);
  }
  Value mul(Value a, Value b) {
    return arith::MulFOp::create(builder, location, a, b);
  }
  Value div(Value a, Value b) {
    return arith::DivFOp::create(builder, location, a, b);
  }
  Value sqrt(Value a) { return math::SqrtOp::create(builder, location, a); }
};

/// Per channel one factor and one summand, so that the tensor itself is read
/// once: input * factor + summand.
Value lowerBatchNorm(BatchNormOp op, LoweringContext &context) {
  Location location = op.getLoc();
  TensorType type = context.getType(op.getResult());
  Type narrow = LoweringContext::convertElementType(type.getElementType());
  Type wide = getAccumulatorType(narrow);
  int64_t axis = op.getChannelAxis(type.getRank());
  TensorType channels = type.withDims(type.getDim(axis)).withElementType(wide);
  Value epsilon =
      context.createScalar(location, wide, op.getEpsilon().convertToDouble());
  AffineMap vector = context.builder.getMultiDimIdentityMap(1);

  Value factor = context.createElementwise(
      location, channels,
      {context.get(op.getScale()), context.get(op.getVariance())},
      {vector, vector},
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Arithmetic math{builder, location, wide};
        Value variance = math.add(math.widen(values[1]), epsilon);
        return math.div(math.widen(values[0]), math.sqrt(variance));
      });
  Value summand = context.createElementwise(
      location, channels,
      {context.get(op.getOffset()), context.get(op.getMean()), factor},
      {vector, vector, vector},
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Arithmetic math{builder, location, wide};
        return math.sub(math.widen(values[0]),
                        math.mul(math.widen(values[1]), values[2]));
      });

  AffineMap identity = context.builder.getMultiDimIdentityMap(type.getRank());
  AffineMap channel =
      AffineMap::get(type.getRank(), 0, getAffineDimExpr(axis, op.getContext()),
                     op.getContext());
  return context.createElementwise(
      location, type, {context.get(op.getInput()), factor, summand},
      {identity, channel, channel},
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Arithmetic math{builder, location, wide};
        Value scaled = math.mul(math.widen(values[0]), values[1]);
        return convertFloat(builder, location, math.add(scaled, values[2]),
                            narrow);
      });
}

/// The mean of each row, and one divided by its standard deviation. Two passes
/// over the row: the difference of squares would cancel.
std::pair<Value, Value> createStatistics(Location location,
                                         LoweringContext &context, Value input,
                                         const ReducedShape &rows, Type wide,
                                         double offset) {
  TensorType rowType = rows.type.withElementType(wide);
  Value zeros = context.createFilled(location, rowType, 0.0);
  Value count = createCount(context, location, rows.count, wide);
  Value epsilon = context.createScalar(location, wide, offset);
  Value one = context.createScalar(location, wide, 1.0);
  AffineMap identity =
      context.builder.getMultiDimIdentityMap(rows.map.getNumDims());
  AffineMap row = context.builder.getMultiDimIdentityMap(rowType.getRank());

  Value sum = context.createReduction(
      location, input, zeros, {identity, rows.map}, rows.iterators,
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Arithmetic math{builder, location, wide};
        return math.add(values[1], math.widen(values[0]));
      });
  Value mean = context.createElementwise(
      location, rowType, sum, row,
      [&](OpBuilder &builder, Location location, ValueRange values) {
        return Arithmetic{builder, location, wide}.div(values[0], count);
      });
  Value squares = context.createReduction(
      location, {input, mean}, zeros, {identity, rows.map, rows.map},
      rows.iterators,
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Arithmetic math{builder, location, wide};
        Value difference = math.sub(math.widen(values[0]), values[1]);
        return math.add(values[2], math.mul(difference, difference));
      });
  Value inverse = context.createElementwise(
      location, rowType, squares, row,
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Arithmetic math{builder, location, wide};
        Value variance = math.add(math.div(values[0], count), epsilon);
        return math.div(one, math.sqrt(variance));
      });
  return {mean, inverse};
}

/// (input - mean) * inverse, then times scale and plus offset: the inputs in
/// this order, as far as they are there.
Value createNormalised(Location location, LoweringContext &context,
                       TensorType type, ArrayRef<Value> inputs,
                       ArrayRef<AffineMap> maps, Type wide) {
  Type narrow = LoweringContext::convertElementType(type.getElementType());
  return context.createElementwise(
      location, type, inputs, maps,
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Arithmetic math{builder, location, wide};
        Value x = math.sub(math.widen(values[0]), values[1]);
        x = math.mul(x, values[2]);
        if (values.size() > 3)
          x = math.mul(x, math.widen(values[3]));
        if (values.size() > 4)
          x = math.add(x, math.widen(values[4]));
        return convertFloat(builder, location, x, narrow);
      });
}

Value lowerLayerNorm(LayerNormOp op, LoweringContext &context) {
  Location location = op.getLoc();
  MLIRContext *mlir = op.getContext();
  TensorType type = context.getType(op.getResult());
  Type narrow = LoweringContext::convertElementType(type.getElementType());
  Type wide = getAccumulatorType(narrow);
  int64_t rank = type.getRank(), first = op.getAxis();
  first = first < 0 ? first + rank : first;
  ReducedShape rows =
      getReducedShape(type, [&](int64_t axis) { return axis >= first; });
  Value input = context.get(op.getInput());
  auto [mean, inverse] = createStatistics(location, context, input, rows, wide,
                                          op.getEpsilon().convertToDouble());

  SmallVector<Value> inputs = {input, mean, inverse};
  SmallVector<AffineMap> maps = {context.builder.getMultiDimIdentityMap(rank),
                                 rows.map, rows.map};
  SmallVector<AffineExpr> normalised;
  for (int64_t axis = first; axis < rank; ++axis)
    normalised.push_back(getAffineDimExpr(axis, mlir));
  for (Value parameter : op.getParameters()) {
    inputs.push_back(context.get(parameter));
    maps.push_back(AffineMap::get(rank, 0, normalised, mlir));
  }
  return createNormalised(location, context, type, inputs, maps, wide);
}

/// Groups of channels, where there are any, become an axis of their own.
Value lowerGroupNorm(GroupNormOp op, LoweringContext &context) {
  Location location = op.getLoc();
  TensorType type = context.getType(op.getResult());
  Type wide = getAccumulatorType(
      LoweringContext::convertElementType(type.getElementType()));
  int64_t channelAxis = op.getChannelAxis(type.getRank());
  SmallVector<DimAttr> dims(type.getDims()), channels = {dims[channelAxis]};
  if (std::optional<int64_t> groups = op.getGroups()) {
    channels = {DimAttr::get(op.getContext(), *groups),
                dims[channelAxis].floorDiv(*groups)};
    dims[channelAxis] = channels[0];
    dims.insert(dims.begin() + channelAxis + 1, channels[1]);
  }
  TensorType split = type.withDims(dims);
  int64_t rank = split.getRank();
  ReducedShape rows = getReducedShape(
      split, [&](int64_t axis) { return axis != 0 && axis != channelAxis; });
  Value input =
      context.createReshape(location, context.get(op.getInput()), type, split);
  auto [mean, inverse] = createStatistics(location, context, input, rows, wide,
                                          op.getEpsilon().convertToDouble());

  SmallVector<Value> inputs = {input, mean, inverse};
  SmallVector<AffineMap> maps = {context.builder.getMultiDimIdentityMap(rank),
                                 rows.map, rows.map};
  SmallVector<AffineExpr> axes;
  for (size_t i = 0; i < channels.size(); ++i)
    axes.push_back(getAffineDimExpr(channelAxis + i, op.getContext()));
  for (Value parameter : op.getParameters()) {
    TensorType vector = context.getType(parameter);
    inputs.push_back(context.createReshape(location, context.get(parameter),
                                           vector, vector.withDims(channels)));
    maps.push_back(AffineMap::get(rank, 0, axes, op.getContext()));
  }
  Value result = createNormalised(location, context, split, inputs, maps, wide);
  return context.createReshape(location, result, split, type);
}

} // namespace

void registerNormalizationLowerings(LoweringRegistry &registry) {
  registry.add<BatchNormOp>(lowerBatchNorm);
  registry.add<LayerNormOp>(lowerLayerNorm);
  registry.add<GroupNormOp>(lowerGroupNorm);
}

} // namespace tenon
