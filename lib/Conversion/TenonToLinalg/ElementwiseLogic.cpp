//===- ElementwiseLogic.cpp - Questions and truth values ------------------===//

#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include <limits>

using namespace mlir;

namespace tenon {

// Ordered: false if either is NaN.
#define TENON_COMPARISON(OP, FLOAT, SIGNED, UNSIGNED)                          \
  Value emitScalar(OP, ScalarBuilder &scalar, Value a, Value b) {              \
    if (scalar.isFloat())                                                      \
      return scalar.make<arith::CmpFOp>(arith::CmpFPredicate::FLOAT, a, b);    \
    return scalar.make<arith::CmpIOp>(scalar.isUnsigned()                      \
                                          ? arith::CmpIPredicate::UNSIGNED     \
                                          : arith::CmpIPredicate::SIGNED,      \
                                      a, b);                                   \
  }
TENON_COMPARISON(EqualOp, OEQ, eq, eq)
TENON_COMPARISON(GreaterOp, OGT, sgt, ugt)
TENON_COMPARISON(GreaterOrEqualOp, OGE, sge, uge)
TENON_COMPARISON(LessOp, OLT, slt, ult)
TENON_COMPARISON(LessOrEqualOp, OLE, sle, ule)
#undef TENON_COMPARISON

Value emitScalar(IsNanOp, ScalarBuilder &scalar, Value x) {
  return scalar.make<arith::CmpFOp>(arith::CmpFPredicate::UNO, x, x);
}

Value emitScalar(IsInfOp op, ScalarBuilder &scalar, Value x) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (!op.getNegative() && !op.getPositive())
    return scalar.make<arith::CmpFOp>(arith::CmpFPredicate::AlwaysFalse, x, x);
  if (op.getNegative() && op.getPositive())
    return scalar.isEqual(Value(scalar.make<math::AbsFOp>(x)),
                          scalar.constant(infinity));
  return scalar.isEqual(
      x, scalar.constant(op.getNegative() ? -infinity : infinity));
}

#define TENON_TRUTH(OP, ARITH)                                                 \
  Value emitScalar(OP, ScalarBuilder &scalar, Value a, Value b) {              \
    return scalar.make<ARITH>(a, b);                                           \
  }
TENON_TRUTH(AndOp, arith::AndIOp)
TENON_TRUTH(OrOp, arith::OrIOp)
TENON_TRUTH(XorOp, arith::XOrIOp)
#undef TENON_TRUTH

Value emitScalar(NotOp, ScalarBuilder &scalar, Value x) {
  Value yes = scalar.make<arith::ConstantOp>(
      TypedAttr(IntegerAttr::get(scalar.getType(), APInt(1, 1))));
  return scalar.make<arith::XOrIOp>(x, yes);
}

} // namespace tenon
