//===- ElementwiseCast.cpp - An element of one type as another ------------===//

#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include <cmath>

using namespace mlir;

namespace tenon {
namespace {

class CastEmitter {
public:
  CastEmitter(OpBuilder &builder, Location location, Type from, Type to)
      : builder(builder), location(location), from(from), to(to),
        target(LoweringContext::convertElementType(to)) {}

  Value emit(Value value) {
    if (to.isInteger(1))
      return isNotZero(value);
    bool fromFloat = isa<FloatType>(from), toFloat = isa<FloatType>(to);
    if (fromFloat && toFloat)
      return resize(value, target);
    if (fromFloat)
      return toInteger(value);
    if (toFloat)
      return fromInteger(value);
    return resizeInteger(value);
  }

private:
  template <typename Op, typename... Values>
  Value make(Values... values) {
    return Op::create(builder, location, values...);
  }
  bool isNonNegative() const {
    return from.isUnsignedInteger() || from.isInteger(1);
  }
  Value constant(Type type, double value) {
    return make<arith::ConstantOp>(
        TypedAttr(builder.getFloatAttr(type, value)));
  }
  Value constant(const APInt &value) {
    return make<arith::ConstantOp>(
        TypedAttr(builder.getIntegerAttr(target, value)));
  }

  Value isNotZero(Value value) {
    if (isa<FloatType>(from))
      return make<arith::CmpFOp>(arith::CmpFPredicate::UNE, value,
                                 constant(from, 0));
    Value zero = make<arith::ConstantOp>(
        TypedAttr(builder.getZeroAttr(value.getType())));
    return make<arith::CmpIOp>(arith::CmpIPredicate::ne, value, zero);
  }

  Value resize(Value value, Type type) {
    unsigned width = value.getType().getIntOrFloatBitWidth();
    unsigned wanted = type.getIntOrFloatBitWidth();
    if (width < wanted)
      return make<arith::ExtFOp>(type, value);
    // What processors and libraries lack goes through float32.
    if (width == 64 && isa<BFloat16Type>(type))
      value = roundToOdd(value);
    if (width > wanted)
      return make<arith::TruncFOp>(type, value);
    if (value.getType() == type)
      return value;
    // float16 and bfloat16 meet in float32.
    value = make<arith::ExtFOp>(builder.getF32Type(), value);
    return make<arith::TruncFOp>(type, value);
  }

  /// The float32 towards zero, with the last bit set where that is not exact:
  /// what is rounded once more then comes out as if rounded only once.
  Value roundToOdd(Value value) {
    Type single = builder.getF32Type(), word = builder.getI32Type();
    Value nearest = make<arith::TruncFOp>(single, value);
    Value back = make<arith::ExtFOp>(value.getType(), nearest);
    using Predicate = arith::CmpFPredicate;
    Value isLarger = make<arith::CmpFOp>(Predicate::OGT,
                                         make<math::AbsFOp>(back),
                                         make<math::AbsFOp>(value));
    Value isInexact = make<arith::CmpFOp>(Predicate::UNE, back, value);
    Value bits = make<arith::BitcastOp>(word, nearest);
    bits = make<arith::SubIOp>(bits, make<arith::ExtUIOp>(word, isLarger));
    bits = make<arith::OrIOp>(bits, make<arith::ExtUIOp>(word, isInexact));
    return make<arith::BitcastOp>(single, bits);
  }

  Value fromInteger(Value value) {
    // Through float32 the 16-bit types round as they do everywhere else.
    Type type =
        target.getIntOrFloatBitWidth() < 32 ? builder.getF32Type() : target;
    value = isNonNegative() ? make<arith::UIToFPOp>(type, value)
                            : make<arith::SIToFPOp>(type, value);
    return resize(value, target);
  }

  Value resizeInteger(Value value) {
    unsigned width = value.getType().getIntOrFloatBitWidth();
    unsigned wanted = target.getIntOrFloatBitWidth();
    if (width > wanted)
      return make<arith::TruncIOp>(target, value);
    if (width == wanted)
      return value;
    return isNonNegative() ? make<arith::ExtUIOp>(target, value)
                           : make<arith::ExtSIOp>(target, value);
  }

  /// The conversion itself is undefined out of range, so such numbers are
  /// replaced by 0 before, and by the extreme after it. The limits are powers
  /// of two, which every type here holds exactly.
  Value toInteger(Value value) {
    if (value.getType().getIntOrFloatBitWidth() < 32)
      value = resize(value, builder.getF32Type());
    Type type = value.getType();
    unsigned width = target.getIntOrFloatBitWidth();
    bool isUnsigned = to.isUnsignedInteger();
    // Down to, but not including, -1 is cut to 0.
    Value low = constant(type, isUnsigned ? 0 : -std::ldexp(1.0, width - 1));
    Value high =
        constant(type, std::ldexp(1.0, isUnsigned ? width : width - 1));
    using Predicate = arith::CmpFPredicate;
    Value above = make<arith::CmpFOp>(Predicate::OGE, value, high);
    Value below = make<arith::CmpFOp>(Predicate::OLT, value, low);
    Value isNumber = make<arith::CmpFOp>(Predicate::ORD, value, value);
    Value inRange = make<arith::AndIOp>(
        isNumber, make<arith::CmpIOp>(arith::CmpIPredicate::eq, above, below));
    Value safe = make<arith::SelectOp>(inRange, value, constant(type, 0));
    Value result = isUnsigned ? make<arith::FPToUIOp>(target, safe)
                              : make<arith::FPToSIOp>(target, safe);
    APInt largest = isUnsigned ? APInt::getMaxValue(width)
                               : APInt::getSignedMaxValue(width);
    APInt lowest = isUnsigned ? APInt::getMinValue(width)
                              : APInt::getSignedMinValue(width);
    result = make<arith::SelectOp>(above, constant(largest), result);
    return make<arith::SelectOp>(below, constant(lowest), result);
  }

  OpBuilder &builder;
  Location location;
  Type from, to, target;
};

} // namespace

Value emitCast(OpBuilder &builder, Location location, Value value, Type from,
               Type to) {
  return CastEmitter(builder, location, from, to).emit(value);
}

} // namespace tenon
