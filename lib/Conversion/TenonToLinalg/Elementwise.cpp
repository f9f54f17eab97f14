//===- Elementwise.cpp - Elementwise ops as linalg ------------------------===//
//
// One `linalg.generic` an op; operands of size 1 on an axis are read by a map
// that stays at 0 there. What is not exact in 16 bits is computed in 32.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Elementwise.h"
#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {
namespace {

/// The operands of an op with one result, and how its elements read them.
struct BroadcastOperands {
  BroadcastOperands(Operation *op, LoweringContext &context) {
    TensorType type = LoweringContext::getType(op->getResult(0));
    for (Value operand : op->getOperands()) {
      values.push_back(context.get(operand));
      maps.push_back(
          context.getBroadcastMap(LoweringContext::getType(operand), type));
    }
  }

  SmallVector<Value> values;
  SmallVector<AffineMap> maps;
};

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
  BroadcastOperands operands(op, context);
  return context.createElementwise(
      op.getLoc(), type, operands.values, operands.maps,
      [&](OpBuilder &builder, Location at, ValueRange values) {
        ScalarBuilder scalar(builder, at, elementType);
        return scalar.narrow(emitScalar(op, scalar, scalar.widen(values[0]),
                                        scalar.widen(values[1])));
      });
}

/// Questions compute in the type of what is asked about, and give an answer
/// that is none of it.
template <typename Op>
Value lowerQuestion(Op op, LoweringContext &context) {
  TensorType type = LoweringContext::getType(op.getResult());
  Type elementType =
      LoweringContext::getType(op->getOperand(0)).getElementType();
  BroadcastOperands operands(op, context);
  return context.createElementwise(
      op.getLoc(), type, operands.values, operands.maps,
      [&](OpBuilder &builder, Location at, ValueRange values) {
        ScalarBuilder scalar(builder, at, elementType);
        if constexpr (Op::template hasTrait<OpTrait::OneOperand>())
          return emitScalar(op, scalar, scalar.widen(values[0]));
        else
          return emitScalar(op, scalar, scalar.widen(values[0]),
                            scalar.widen(values[1]));
      });
}

Value lowerSelect(SelectOp op, LoweringContext &context) {
  BroadcastOperands operands(op, context);
  return context.createElementwise(
      op.getLoc(), LoweringContext::getType(op.getResult()), operands.values,
      operands.maps, [&](OpBuilder &builder, Location at, ValueRange values) {
        return Value(arith::SelectOp::create(builder, at, values[0], values[1],
                                             values[2]));
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
void addQuestions(LoweringRegistry &registry) {
  (registry.add<Ops>(lowerQuestion<Ops>), ...);
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
           LeakyReluOp, ClipOp, TanOp, AsinOp, AcosOp, AtanOp, SinhOp, CoshOp,
           AsinhOp, AcoshOp, AtanhOp, CeluOp, NotOp, BitwiseNotOp>(registry);
  addBinary<AddOp, SubOp, MulOp, DivOp, MaximumOp, MinimumOp, PreluOp, ModOp,
            RemainderOp, AndOp, OrOp, XorOp, BitwiseAndOp, BitwiseOrOp,
            BitwiseXorOp, ShiftLeftOp, ShiftRightOp>(registry);
  addQuestions<EqualOp, GreaterOp, GreaterOrEqualOp, LessOp, LessOrEqualOp,
               IsNanOp, IsInfOp>(registry);
  registry.add<SelectOp>(lowerSelect);
  registry.add<PowOp>(lowerPow);
  registry.add<CastOp>(lowerCast);
}

} // namespace tenon
