//===- Reduction.cpp - Lowering of the Reduction family to linalg ---------===//

#include "tenon/Dialect/IR/Reduction.h"
#include "Accumulation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "llvm/ADT/SmallBitVector.h"
#include <limits>

using namespace mlir;

namespace tenon {

void registerArgReductionLowerings(LoweringRegistry &registry);
void registerCumulativeLowerings(LoweringRegistry &registry);
void registerTopKLowerings(LoweringRegistry &registry);

namespace {

enum class Combination { Sum, Mean, Max, Min, Product };

/// What each reduction starts from.
double getStart(Combination combination, bool isUnsigned) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  switch (combination) {
  case Combination::Sum:
  case Combination::Mean:
    return 0;
  case Combination::Product:
    return 1;
  // The lowest and highest unsigned number as signless bits.
  case Combination::Max:
    return isUnsigned ? 0 : -infinity;
  case Combination::Min:
    return isUnsigned ? -1 : infinity;
  }
  return 0;
}

Value combineFloats(OpBuilder &builder, Location location,
                    Combination combination, Value sum, Value x) {
  switch (combination) {
  case Combination::Sum:
  case Combination::Mean:
    return arith::AddFOp::create(builder, location, sum, x);
  case Combination::Product:
    return arith::MulFOp::create(builder, location, sum, x);
  case Combination::Max:
    return arith::MaximumFOp::create(builder, location, sum, x);
  case Combination::Min:
    return arith::MinimumFOp::create(builder, location, sum, x);
  }
  return {};
}

Value combineIntegers(OpBuilder &builder, Location location,
                      Combination combination, bool isUnsigned, Value sum,
                      Value x) {
  switch (combination) {
  case Combination::Sum:
  case Combination::Mean:
    return arith::AddIOp::create(builder, location, sum, x);
  case Combination::Product:
    return arith::MulIOp::create(builder, location, sum, x);
  case Combination::Max:
    if (isUnsigned)
      return arith::MaxUIOp::create(builder, location, sum, x);
    return arith::MaxSIOp::create(builder, location, sum, x);
  case Combination::Min:
    if (isUnsigned)
      return arith::MinUIOp::create(builder, location, sum, x);
    return arith::MinSIOp::create(builder, location, sum, x);
  }
  return {};
}

/// The element type a reduction is computed in.
Type getComputeType(Combination combination, Type elementType) {
  if (combination == Combination::Max || combination == Combination::Min)
    return elementType;
  if (combination == Combination::Mean && isa<IntegerType>(elementType))
    return IntegerType::get(elementType.getContext(), 64);
  return getAccumulatorType(elementType);
}

Value widen(OpBuilder &builder, Location location, Value value, Type to,
            bool isUnsigned) {
  if (value.getType() == to)
    return value;
  if (isa<FloatType>(to))
    return convertFloat(builder, location, value, to);
  if (isUnsigned)
    return arith::ExtUIOp::create(builder, location, to, value);
  return arith::ExtSIOp::create(builder, location, to, value);
}

/// The sums divided by their count, in the element type of `type`.
Value createMean(LoweringContext &context, Location location, Value sums,
                 DimAttr count, TensorType type, bool isUnsigned) {
  Type elementType = LoweringContext::convertElementType(type.getElementType());
  Type computeType = cast<RankedTensorType>(sums.getType()).getElementType();
  // No elements have no mean: 0 for integers, where dividing would trap.
  DimAttr divisor =
      isa<IntegerType>(computeType)
          ? DimAttr::max({count, DimAttr::get(type.getContext(), 1)})
          : count;
  Value number = createCount(context, location, divisor, computeType);
  AffineMap identity = context.builder.getMultiDimIdentityMap(type.getRank());
  return context.createElementwise(
      location, type, sums, identity,
      [&](OpBuilder &builder, Location location, ValueRange values) -> Value {
        Value sum = values[0];
        if (isa<FloatType>(computeType)) {
          Value mean = arith::DivFOp::create(builder, location, sum, number);
          return convertFloat(builder, location, mean, elementType);
        }
        Value mean;
        if (isUnsigned)
          mean = arith::DivUIOp::create(builder, location, sum, number);
        else
          mean = arith::DivSIOp::create(builder, location, sum, number);
        if (elementType == computeType)
          return mean;
        return arith::TruncIOp::create(builder, location, elementType, mean);
      });
}

template <typename Op>
Value lowerReduction(Op op, LoweringContext &context, Combination combination) {
  Location location = op.getLoc();
  TensorType input = context.getType(op.getInput());
  TensorType result = context.getType(op.getResult());
  llvm::SmallBitVector reduced(input.getRank());
  for (int64_t axis : op.getAxes())
    reduced.set(axis < 0 ? axis + input.getRank() : axis);
  if (reduced.none())
    return context.get(op.getInput());

  ReducedShape shape =
      getReducedShape(input, [&](int64_t axis) { return reduced.test(axis); });
  bool isUnsigned = input.getElementType().isUnsignedInteger();
  Type computeType = getComputeType(
      combination, LoweringContext::convertElementType(input.getElementType()));
  Value init =
      context.createFilled(location, shape.type.withElementType(computeType),
                           getStart(combination, isUnsigned));
  AffineMap identity = context.builder.getMultiDimIdentityMap(input.getRank());
  Value value = context.createReduction(
      location, context.get(op.getInput()), init, {identity, shape.map},
      shape.iterators,
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Value x = widen(builder, location, values[0], computeType, isUnsigned);
        if (isa<FloatType>(computeType))
          return combineFloats(builder, location, combination, values[1], x);
        return combineIntegers(builder, location, combination, isUnsigned,
                               values[1], x);
      });
  if (combination == Combination::Mean)
    value = createMean(context, location, value, shape.count, shape.type,
                       isUnsigned);
  else if (combination == Combination::Sum ||
           combination == Combination::Product)
    value = narrowAccumulators(context, location, value, shape.type);
  if (shape.type.getRank() == result.getRank())
    return value;
  return context.createReshape(location, value, shape.type, result);
}

template <typename Op>
void add(LoweringRegistry &registry, Combination combination) {
  registry.add<Op>([combination](Op op, LoweringContext &context) {
    return lowerReduction(op, context, combination);
  });
}

} // namespace

void registerReductionLowerings(LoweringRegistry &registry) {
  add<ReduceSumOp>(registry, Combination::Sum);
  add<ReduceMeanOp>(registry, Combination::Mean);
  add<ReduceMaxOp>(registry, Combination::Max);
  add<ReduceMinOp>(registry, Combination::Min);
  add<ReduceProdOp>(registry, Combination::Product);
  registerArgReductionLowerings(registry);
  registerCumulativeLowerings(registry);
  registerTopKLowerings(registry);
}

} // namespace tenon
