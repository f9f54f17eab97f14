//===- Elementwise.cpp - Elementwise ops as linalg ------------------------===//
//
// One `linalg.generic` an op; operands of size 1 on an axis are read by a map
// that stays at 0 there. What is not exact in 16 bits is computed in 32.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Elementwise.h"
#include "ElementwiseScalars.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {
namespace {

template <typename Op>
Value lowerUnary(Op op, LoweringContext &context) {
  TensorType type = LoweringContext::getType(op.getResult());
  Type elementType = type.getElementType();
  AffineMap map =
      AffineMap::getMultiDimIdentityMap(type.getRank(), op.getContext());
  return context.createElementwise(
      op.getLoc(), type, context.get(op.getInput()), map,
      [&](OpBuilder &builder, Location at, ValueRange values) {
        ScalarBuilder scalar(builder, at, elementType);
        return scalar.narrow(emitScalar(op, scalar, scalar.widen(values[0])));
      });
}

template <typename Op>
Value lowerBinary(Op op, LoweringContext &context) {
  TensorType type = LoweringContext::getType(op.getResult());
  Type elementType = type.getElementType();
  SmallVector<AffineMap> maps;
  SmallVector<Value> operands;
  for (Value operand : op->getOperands()) {
    operands.push_back(context.get(operand));
    maps.push_back(
        context.getBroadcastMap(LoweringContext::getType(operand), type));
  }
  return context.createElementwise(
      op.getLoc(), type, operands, maps,
      [&](OpBuilder &builder, Location at, ValueRange values) {
        ScalarBuilder scalar(builder, at, elementType);
        return scalar.narrow(emitScalar(op, scalar, scalar.widen(values[0]),
                                        scalar.widen(values[1])));
      });
}

/// The number that an operand repeats, if it is such a constant.
std::optional<double> getSplat(Value value) {
  auto constant = value.getDefiningOp<ConstantOp>();
  if (!constant || (!constant.getValue().isSplat() &&
                    constant.getValue().getNumElements() != 1))
    return std::nullopt;
  FailureOr<HostTensor> host = HostTensor::read(constant.getValue());
  if (failed(host) || !host->isFloat() || host->floats.empty())
    return std::nullopt;
  return host->floats[0];
}

/// Powers that take one or two instructions need no call.
Value lowerPow(PowOp op, LoweringContext &context) {
  TensorType type = LoweringContext::getType(op.getResult());
  TensorType baseType = LoweringContext::getType(op.getLhs());
  std::optional<double> exponent = getSplat(op.getRhs());
  if (!exponent || !canExpandPower(*exponent))
    return lowerBinary(op, context);
  return context.createElementwise(
      op.getLoc(), type, context.get(op.getLhs()),
      context.getBroadcastMap(baseType, type),
      [&](OpBuilder &builder, Location at, ValueRange values) {
        ScalarBuilder scalar(builder, at, type.getElementType());
        return scalar.narrow(
            expandPower(scalar, scalar.widen(values[0]), *exponent));
      });
}

Value lowerCast(CastOp op, LoweringContext &context) {
  TensorType from = LoweringContext::getType(op.getInput());
  TensorType to = LoweringContext::getType(op.getResult());
  Value input = context.get(op.getInput());
  // Signed and unsigned integers of one width are the same bits.
  if (LoweringContext::convertElementType(from.getElementType()) ==
      LoweringContext::convertElementType(to.getElementType()))
    return input;
  AffineMap map =
      AffineMap::getMultiDimIdentityMap(to.getRank(), op.getContext());
  return context.createElementwise(
      op.getLoc(), to, input, map,
      [&](OpBuilder &builder, Location at, ValueRange values) {
        return emitCast(builder, at, values[0], from.getElementType(),
                        to.getElementType());
      });
}

template <typename... Ops>
void addUnary(LoweringRegistry &registry) {
  (registry.add<Ops>(lowerUnary<Ops>), ...);
}
template <typename... Ops>
void addBinary(LoweringRegistry &registry) {
  (registry.add<Ops>(lowerBinary<Ops>), ...);
}

} // namespace

void registerElementwiseLowerings(LoweringRegistry &registry) {
  addUnary<NegOp, AbsOp, ExpOp, LogOp, SqrtOp, RsqrtOp, ReciprocalOp, ErfOp,
           TanhOp, SigmoidOp, FloorOp, CeilOp, RoundOp, SinOp, CosOp, SignOp,
           SoftplusOp, EluOp, HardSigmoidOp, HardSwishOp, GeluOp, ReluOp,
           LeakyReluOp, ClipOp>(registry);
  addBinary<AddOp, SubOp, MulOp, DivOp, MaximumOp, MinimumOp, PreluOp>(
      registry);
  registry.add<PowOp>(lowerPow);
  registry.add<CastOp>(lowerCast);
}

} // namespace tenon
