//===- ElementwiseIntegers.cpp - Remainders and bits of an element --------===//

#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace tenon {
namespace {

/// The remainder of integers, with the sign of the dividend. Neither x / 0 nor
/// lowest / -1 may reach the processor; dividing by 1 leaves the right 0.
Value emitRemainder(ScalarBuilder &scalar, Value a, Value b) {
  Value one = scalar.constant(1);
  Value divisor = scalar.select(scalar.isEqual(b, scalar.constant(0)), one, b);
  if (scalar.isUnsigned())
    return scalar.make<arith::RemUIOp>(a, divisor);
  divisor = scalar.select(scalar.isEqual(b, scalar.constant(-1)), one, divisor);
  return scalar.make<arith::RemSIOp>(a, divisor);
}

/// Every bit set.
Value createAllOnes(ScalarBuilder &scalar) {
  return scalar.make<arith::ConstantOp>(TypedAttr(IntegerAttr::get(
      scalar.getType(), APInt::getAllOnes(scalar.getWidth()))));
}

/// A number of the element's width, by its bits.
Value createBits(ScalarBuilder &scalar, uint64_t value) {
  return scalar.make<arith::ConstantOp>(TypedAttr(
      IntegerAttr::get(scalar.getType(), APInt(scalar.getWidth(), value))));
}

/// Whether a count leaves something of the element.
Value isWithinWidth(ScalarBuilder &scalar, Value count) {
  return scalar.make<arith::CmpIOp>(arith::CmpIPredicate::ult, count,
                                    createBits(scalar, scalar.getWidth()));
}

} // namespace

Value emitScalar(ModOp, ScalarBuilder &scalar, Value a, Value b) {
  Value remainder = emitRemainder(scalar, a, b);
  if (scalar.isUnsigned())
    return remainder;
  Value zero = scalar.constant(0);
  Value differs =
      scalar.isLess(Value(scalar.make<arith::XOrIOp>(remainder, b)), zero);
  Value isRest =
      scalar.make<arith::CmpIOp>(arith::CmpIPredicate::ne, remainder, zero);
  Value moved = scalar.make<arith::AddIOp>(remainder, b);
  return scalar.select(Value(scalar.make<arith::AndIOp>(differs, isRest)),
                       moved, remainder);
}

Value emitScalar(RemainderOp, ScalarBuilder &scalar, Value a, Value b) {
  if (scalar.isFloat())
    return scalar.make<arith::RemFOp>(a, b);
  return emitRemainder(scalar, a, b);
}

#define TENON_BITS(OP, ARITH)                                                  \
  Value emitScalar(OP, ScalarBuilder &scalar, Value a, Value b) {              \
    return scalar.make<ARITH>(a, b);                                           \
  }
TENON_BITS(BitwiseAndOp, arith::AndIOp)
TENON_BITS(BitwiseOrOp, arith::OrIOp)
TENON_BITS(BitwiseXorOp, arith::XOrIOp)
#undef TENON_BITS

Value emitScalar(BitwiseNotOp, ScalarBuilder &scalar, Value x) {
  return scalar.make<arith::XOrIOp>(x, createAllOnes(scalar));
}

Value emitScalar(ShiftLeftOp, ScalarBuilder &scalar, Value a, Value b) {
  // Shifting by more than there is has no meaning for the processor.
  Value zero = createBits(scalar, 0);
  Value within = isWithinWidth(scalar, b);
  Value count = scalar.select(within, b, zero);
  return scalar.select(within, Value(scalar.make<arith::ShLIOp>(a, count)),
                       zero);
}

Value emitScalar(ShiftRightOp, ScalarBuilder &scalar, Value a, Value b) {
  Value within = isWithinWidth(scalar, b);
  if (scalar.isUnsigned()) {
    Value zero = createBits(scalar, 0);
    Value count = scalar.select(within, b, zero);
    return scalar.select(within, Value(scalar.make<arith::ShRUIOp>(a, count)),
                         zero);
  }
  Value most = createBits(scalar, scalar.getWidth() - 1);
  return scalar.make<arith::ShRSIOp>(a, scalar.select(within, b, most));
}

} // namespace tenon
