//===- ElementwiseScalars.cpp - What each op does to one element ----------===//

#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include <cmath>
#include <numbers>

using namespace mlir;

namespace tenon {

ScalarBuilder::ScalarBuilder(OpBuilder &builder, Location location,
                             Type elementType)
    : builder(builder), location(location), elementType(elementType),
      computeType(LoweringContext::convertElementType(elementType)),
      floating(isa<FloatType>(elementType)) {
  if (floating && elementType.getIntOrFloatBitWidth() < 32)
    computeType = builder.getF32Type();
}

Value ScalarBuilder::widen(Value value) {
  return value.getType() == computeType
             ? value
             : make<arith::ExtFOp>(computeType, value);
}

Value ScalarBuilder::narrow(Value value) {
  Type type = LoweringContext::convertElementType(elementType);
  return value.getType() == type ? value : make<arith::TruncFOp>(type, value);
}

/// The integer of a width nearest to a number cut towards zero.
static APInt saturate(double value, unsigned width, bool isUnsigned) {
  llvm::APSInt result(width, isUnsigned);
  bool exact;
  // APFloat saturates, and gives 0 for NaN.
  APFloat(value).convertToInteger(result, APFloat::rmTowardZero, &exact);
  return result;
}

Value ScalarBuilder::constant(double value) {
  if (floating)
    return make<arith::ConstantOp>(
        TypedAttr(builder.getFloatAttr(computeType, value)));
  return make<arith::ConstantOp>(TypedAttr(builder.getIntegerAttr(
      computeType, saturate(value, getWidth(), isUnsigned()))));
}

Value ScalarBuilder::max(Value lhs, Value rhs) {
  if (floating)
    return make<arith::MaximumFOp>(lhs, rhs);
  return isUnsigned() ? make<arith::MaxUIOp>(lhs, rhs)
                      : make<arith::MaxSIOp>(lhs, rhs);
}

Value ScalarBuilder::min(Value lhs, Value rhs) {
  if (floating)
    return make<arith::MinimumFOp>(lhs, rhs);
  return isUnsigned() ? make<arith::MinUIOp>(lhs, rhs)
                      : make<arith::MinSIOp>(lhs, rhs);
}

Value ScalarBuilder::isLess(Value lhs, Value rhs) {
  if (floating)
    return make<arith::CmpFOp>(arith::CmpFPredicate::OLT, lhs, rhs);
  return make<arith::CmpIOp>(isUnsigned() ? arith::CmpIPredicate::ult
                                          : arith::CmpIPredicate::slt,
                             lhs, rhs);
}

Value ScalarBuilder::isEqual(Value lhs, Value rhs) {
  if (floating)
    return make<arith::CmpFOp>(arith::CmpFPredicate::OEQ, lhs, rhs);
  return make<arith::CmpIOp>(arith::CmpIPredicate::eq, lhs, rhs);
}

Value ScalarBuilder::select(Value condition, Value yes, Value no) {
  return make<arith::SelectOp>(condition, yes, no);
}

//===----------------------------------------------------------------------===//
// One element
//===----------------------------------------------------------------------===//

#define TENON_MATH(OP, MATH)                                                   \
  Value emitScalar(OP, ScalarBuilder &scalar, Value x) {                       \
    return scalar.make<MATH>(x);                                               \
  }
TENON_MATH(ExpOp, math::ExpOp)
TENON_MATH(LogOp, math::LogOp)
TENON_MATH(SqrtOp, math::SqrtOp)
TENON_MATH(ErfOp, math::ErfOp)
TENON_MATH(TanhOp, math::TanhOp)
TENON_MATH(FloorOp, math::FloorOp)
TENON_MATH(CeilOp, math::CeilOp)
TENON_MATH(RoundOp, math::RoundEvenOp)
TENON_MATH(SinOp, math::SinOp)
TENON_MATH(CosOp, math::CosOp)
TENON_MATH(TanOp, math::TanOp)
TENON_MATH(AsinOp, math::AsinOp)
TENON_MATH(AcosOp, math::AcosOp)
TENON_MATH(AtanOp, math::AtanOp)
TENON_MATH(SinhOp, math::SinhOp)
TENON_MATH(CoshOp, math::CoshOp)
TENON_MATH(AsinhOp, math::AsinhOp)
TENON_MATH(AcoshOp, math::AcoshOp)
TENON_MATH(AtanhOp, math::AtanhOp)
#undef TENON_MATH

Value emitScalar(NegOp, ScalarBuilder &scalar, Value x) {
  if (scalar.isFloat())
    return scalar.make<arith::NegFOp>(x);
  return scalar.make<arith::SubIOp>(scalar.constant(0), x);
}

Value emitScalar(AbsOp, ScalarBuilder &scalar, Value x) {
  if (scalar.isFloat())
    return scalar.make<math::AbsFOp>(x);
  return scalar.isUnsigned() ? x : scalar.make<math::AbsIOp>(x);
}

Value emitScalar(RsqrtOp, ScalarBuilder &scalar, Value x) {
  return scalar.make<arith::DivFOp>(scalar.constant(1),
                                    scalar.make<math::SqrtOp>(x));
}

Value emitScalar(ReciprocalOp, ScalarBuilder &scalar, Value x) {
  return scalar.make<arith::DivFOp>(scalar.constant(1), x);
}

Value emitScalar(SigmoidOp, ScalarBuilder &scalar, Value x) {
  // exp overflows to infinity, whose reciprocal is the right 0.
  Value power = scalar.make<math::ExpOp>(scalar.make<arith::NegFOp>(x));
  Value one = scalar.constant(1);
  return scalar.make<arith::DivFOp>(one,
                                    scalar.make<arith::AddFOp>(one, power));
}

Value emitScalar(SignOp, ScalarBuilder &scalar, Value x) {
  // Zero (of either sign) and NaN are what is neither below nor above.
  Value zero = scalar.constant(0);
  Value result = scalar.select(scalar.isLess(zero, x), scalar.constant(1), x);
  return scalar.isUnsigned() ? result
                             : scalar.select(scalar.isLess(x, zero),
                                             scalar.constant(-1), result);
}

Value emitScalar(SoftplusOp, ScalarBuilder &scalar, Value x) {
  // max(x, 0) + log(1 + exp(-|x|)): exp stays within [0, 1].
  Value size = scalar.make<math::AbsFOp>(x);
  Value power = scalar.make<math::ExpOp>(scalar.make<arith::NegFOp>(size));
  // What the sum rounds off is most of the result where the power is small:
  // the derivative of the logarithm brings it back.
  Value one = scalar.constant(1);
  Value sum = scalar.make<arith::AddFOp>(power, one);
  Value lost = scalar.make<arith::SubFOp>(
      power, Value(scalar.make<arith::SubFOp>(sum, one)));
  Value logarithm =
      scalar.make<arith::AddFOp>(Value(scalar.make<math::LogOp>(sum)),
                                 Value(scalar.make<arith::DivFOp>(lost, sum)));
  return scalar.make<arith::AddFOp>(scalar.max(x, scalar.constant(0)),
                                    logarithm);
}

/// x where it is not below zero, the other value elsewhere.
static Value selectBelowZero(ScalarBuilder &scalar, Value x, Value below) {
  return scalar.select(scalar.isLess(x, scalar.constant(0)), below, x);
}

Value emitScalar(EluOp op, ScalarBuilder &scalar, Value x) {
  Value below = scalar.make<arith::MulFOp>(
      scalar.make<math::ExpM1Op>(x),
      scalar.constant(op.getAlpha().convertToDouble()));
  return selectBelowZero(scalar, x, below);
}

Value emitScalar(CeluOp op, ScalarBuilder &scalar, Value x) {
  Value alpha = scalar.constant(op.getAlpha().convertToDouble());
  Value power =
      scalar.make<math::ExpM1Op>(Value(scalar.make<arith::DivFOp>(x, alpha)));
  return selectBelowZero(scalar, x, scalar.make<arith::MulFOp>(power, alpha));
}

/// scale · x + offset, limited to [0, 1].
static Value emitHardSigmoid(ScalarBuilder &scalar, Value x, double scale,
                             double offset) {
  Value line = scalar.make<arith::AddFOp>(
      scalar.make<arith::MulFOp>(x, scalar.constant(scale)),
      scalar.constant(offset));
  return scalar.min(scalar.max(line, scalar.constant(0)), scalar.constant(1));
}

Value emitScalar(HardSigmoidOp op, ScalarBuilder &scalar, Value x) {
  return emitHardSigmoid(scalar, x, op.getAlpha().convertToDouble(),
                         op.getBeta().convertToDouble());
}

Value emitScalar(HardSwishOp, ScalarBuilder &scalar, Value x) {
  return scalar.make<arith::MulFOp>(x,
                                    emitHardSigmoid(scalar, x, 1.0 / 6, 0.5));
}

Value emitScalar(GeluOp op, ScalarBuilder &scalar, Value x) {
  Value curve;
  if (op.getApproximate()) {
    Value square = scalar.make<arith::MulFOp>(x, x);
    Value cube = scalar.make<arith::MulFOp>(
        scalar.make<arith::MulFOp>(square, x), scalar.constant(0.044715));
    Value inner = scalar.make<arith::MulFOp>(
        scalar.make<arith::AddFOp>(x, cube),
        scalar.constant(std::sqrt(2 * std::numbers::inv_pi)));
    curve = scalar.make<math::TanhOp>(inner);
  } else {
    curve = scalar.make<math::ErfOp>(scalar.make<arith::MulFOp>(
        x, scalar.constant(std::numbers::sqrt2 / 2)));
  }
  Value half = scalar.make<arith::MulFOp>(x, scalar.constant(0.5));
  return scalar.make<arith::MulFOp>(
      half, scalar.make<arith::AddFOp>(curve, scalar.constant(1)));
}

Value emitScalar(ReluOp, ScalarBuilder &scalar, Value x) {
  return scalar.isUnsigned() ? x : scalar.max(x, scalar.constant(0));
}

Value emitScalar(LeakyReluOp op, ScalarBuilder &scalar, Value x) {
  Value slope = scalar.constant(op.getAlpha().convertToDouble());
  return selectBelowZero(scalar, x, scalar.make<arith::MulFOp>(x, slope));
}

Value emitScalar(ClipOp op, ScalarBuilder &scalar, Value x) {
  auto limit = [&](std::optional<APFloat> bound) -> Value {
    if (!bound || bound->isNaN())
      return {};
    return scalar.constant(bound->convertToDouble());
  };
  if (Value low = limit(op.getLow()))
    x = scalar.max(x, low);
  if (Value high = limit(op.getHigh()))
    x = scalar.min(x, high);
  return x;
}

//===----------------------------------------------------------------------===//
// Two elements
//===----------------------------------------------------------------------===//

#define TENON_ARITHMETIC(OP, FLOAT, INTEGER)                                   \
  Value emitScalar(OP, ScalarBuilder &scalar, Value a, Value b) {              \
    return scalar.isFloat() ? scalar.make<FLOAT>(a, b)                         \
                            : scalar.make<INTEGER>(a, b);                      \
  }
TENON_ARITHMETIC(AddOp, arith::AddFOp, arith::AddIOp)
TENON_ARITHMETIC(SubOp, arith::SubFOp, arith::SubIOp)
TENON_ARITHMETIC(MulOp, arith::MulFOp, arith::MulIOp)
#undef TENON_ARITHMETIC

Value emitScalar(DivOp, ScalarBuilder &scalar, Value a, Value b) {
  if (scalar.isFloat())
    return scalar.make<arith::DivFOp>(a, b);
  // Neither x / 0 nor lowest / -1 may reach the processor.
  Value zero = scalar.constant(0), one = scalar.constant(1);
  Value byZero = scalar.isEqual(b, zero);
  Value divisor = scalar.select(byZero, one, b);
  if (scalar.isUnsigned())
    return scalar.select(byZero, zero, scalar.make<arith::DivUIOp>(a, divisor));
  Value byMinusOne = scalar.isEqual(b, scalar.constant(-1));
  divisor = scalar.select(byMinusOne, one, divisor);
  Value quotient = scalar.make<arith::DivSIOp>(a, divisor);
  quotient =
      scalar.select(byMinusOne, scalar.make<arith::SubIOp>(zero, a), quotient);
  return scalar.select(byZero, zero, quotient);
}

Value emitScalar(MaximumOp, ScalarBuilder &scalar, Value a, Value b) {
  return scalar.max(a, b);
}

Value emitScalar(MinimumOp, ScalarBuilder &scalar, Value a, Value b) {
  return scalar.min(a, b);
}

Value emitScalar(PowOp, ScalarBuilder &scalar, Value a, Value b) {
  return scalar.make<math::PowFOp>(a, b);
}

Value emitScalar(PreluOp, ScalarBuilder &scalar, Value a, Value b) {
  Value product = scalar.isFloat() ? scalar.make<arith::MulFOp>(a, b)
                                   : scalar.make<arith::MulIOp>(a, b);
  return selectBelowZero(scalar, a, product);
}

bool canExpandPower(double exponent) {
  return exponent == 1 || exponent == 2 || exponent == 3 || exponent == 4 ||
         exponent == -1;
}

Value expandPower(ScalarBuilder &scalar, Value x, double exponent) {
  if (exponent == 1)
    return x;
  if (exponent == -1)
    return scalar.make<arith::DivFOp>(scalar.constant(1), x);
  Value square = scalar.make<arith::MulFOp>(x, x);
  if (exponent == 2)
    return square;
  return scalar.make<arith::MulFOp>(square, exponent == 3 ? x : square);
}

} // namespace tenon
