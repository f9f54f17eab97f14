//===- Attention.cpp - Lowering of the Attention family to linalg ---------===//

#include "tenon/Dialect/IR/Attention.h"
#include "Accumulation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include <limits>

using namespace mlir;

namespace tenon {

void registerAttentionProductLowerings(LoweringRegistry &registry);

namespace {

/// What both softmax and its logarithm work on.
template <typename Op> struct Rows {
  Op op;
  LoweringContext &context;
  TensorType type;
  Type narrow, wide;
  ReducedShape shape;
  AffineMap identity;

  Rows(Op op, LoweringContext &context)
      : op(op), context(context), type(context.getType(op.getResult())),
        narrow(LoweringContext::convertElementType(type.getElementType())),
        wide(getAccumulatorType(narrow)),
        identity(context.builder.getMultiDimIdentityMap(type.getRank())) {
    int64_t axis = op.getAxis();
    axis = axis < 0 ? axis + type.getRank() : axis;
    shape = getReducedShape(type, [&](int64_t other) { return other == axis; });
    shape.type = shape.type.withElementType(wide);
  }

  Value createLargest() {
    Value init = context.createFilled(op.getLoc(), shape.type,
                                      -std::numeric_limits<double>::infinity());
    return context.createReduction(
        op.getLoc(), context.get(op.getInput()), init, {identity, shape.map},
        shape.iterators,
        [&](OpBuilder &builder, Location location, ValueRange values) -> Value {
          Value x = convertFloat(builder, location, values[0], wide);
          return arith::MaximumFOp::create(builder, location, x, values[1]);
        });
  }

  /// The input without the largest of its row.
  Value createShifted(OpBuilder &builder, Location location, Value x,
                      Value largest) {
    x = convertFloat(builder, location, x, wide);
    return arith::SubFOp::create(builder, location, x, largest);
  }
};

Value lowerSoftmax(SoftmaxOp op, LoweringContext &context) {
  Location location = op.getLoc();
  Rows rows(op, context);
  Value largest = rows.createLargest();
  Value powers = context.createElementwise(
      location, rows.type.withElementType(rows.wide),
      {context.get(op.getInput()), largest}, {rows.identity, rows.shape.map},
      [&](OpBuilder &builder, Location location, ValueRange values) -> Value {
        Value shifted =
            rows.createShifted(builder, location, values[0], values[1]);
        return math::ExpOp::create(builder, location, shifted);
      });
  Value zeros = context.createFilled(location, rows.shape.type, 0.0);
  Value sum = context.createReduction(
      location, powers, zeros, {rows.identity, rows.shape.map},
      rows.shape.iterators,
      [&](OpBuilder &builder, Location location, ValueRange values) -> Value {
        return arith::AddFOp::create(builder, location, values[0], values[1]);
      });
  return context.createElementwise(
      location, rows.type, {powers, sum}, {rows.identity, rows.shape.map},
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Value weight =
            arith::DivFOp::create(builder, location, values[0], values[1]);
        return convertFloat(builder, location, weight, rows.narrow);
      });
}

Value lowerLogSoftmax(LogSoftmaxOp op, LoweringContext &context) {
  Location location = op.getLoc();
  Rows rows(op, context);
  Value input = context.get(op.getInput());
  Value largest = rows.createLargest();
  Value zeros = context.createFilled(location, rows.shape.type, 0.0);
  Value sum = context.createReduction(
      location, {input, largest}, zeros,
      {rows.identity, rows.shape.map, rows.shape.map}, rows.shape.iterators,
      [&](OpBuilder &builder, Location location, ValueRange values) -> Value {
        Value power = math::ExpOp::create(
            builder, location,
            rows.createShifted(builder, location, values[0], values[1]));
        return arith::AddFOp::create(builder, location, power, values[2]);
      });
  Value logarithm = context.createElementwise(
      location, rows.shape.type, sum,
      context.builder.getMultiDimIdentityMap(rows.shape.type.getRank()),
      [&](OpBuilder &builder, Location location, ValueRange values) -> Value {
        return math::LogOp::create(builder, location, values[0]);
      });
  return context.createElementwise(
      location, rows.type, {input, largest, logarithm},
      {rows.identity, rows.shape.map, rows.shape.map},
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Value shifted =
            rows.createShifted(builder, location, values[0], values[1]);
        Value result =
            arith::SubFOp::create(builder, location, shifted, values[2]);
        return convertFloat(builder, location, result, rows.narrow);
      });
}

} // namespace

void registerAttentionLowerings(LoweringRegistry &registry) {
  registry.add<SoftmaxOp>(lowerSoftmax);
  registry.add<LogSoftmaxOp>(lowerLogSoftmax);
  registerAttentionProductLowerings(registry);
}

} // namespace tenon
