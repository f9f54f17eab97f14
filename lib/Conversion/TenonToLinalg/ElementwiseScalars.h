//===- ElementwiseScalars.h - What an elementwise op does to one element --===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_ELEMENTWISESCALARS_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_ELEMENTWISESCALARS_H

#include "mlir/IR/Builders.h"
#include "tenon/Dialect/IR/Elementwise.h"

namespace tenon {

/// Builds scalar code for elements of one type of the dialect.
class ScalarBuilder {
public:
  ScalarBuilder(mlir::OpBuilder &builder, mlir::Location location,
                mlir::Type elementType);

  bool isFloat() const { return floating; }
  bool isUnsigned() const { return elementType.isUnsignedInteger(); }
  /// The builtin type that is computed in.
  mlir::Type getType() const { return computeType; }
  unsigned getWidth() const { return computeType.getIntOrFloatBitWidth(); }

  /// From the element type to the one computed in, and back.
  mlir::Value widen(mlir::Value value);
  mlir::Value narrow(mlir::Value value);

  /// A number; integers saturate, and are cut towards zero.
  mlir::Value constant(double value);
  template <typename Op, typename... Values>
  mlir::Value make(Values... values) {
    return Op::create(builder, location, values...);
  }
  /// The larger and the smaller; NaN if either is.
  mlir::Value max(mlir::Value lhs, mlir::Value rhs);
  mlir::Value min(mlir::Value lhs, mlir::Value rhs);
  /// Ordered: false if either is NaN.
  mlir::Value isLess(mlir::Value lhs, mlir::Value rhs);
  mlir::Value isEqual(mlir::Value lhs, mlir::Value rhs);
  mlir::Value select(mlir::Value condition, mlir::Value yes, mlir::Value no);

private:
  mlir::OpBuilder &builder;
  mlir::Location location;
  mlir::Type elementType, computeType;
  bool floating;
};

/// What each op does to an element, or to two.
#define TENON_UNARY(OP)                                                        \
  mlir::Value emitScalar(OP op, ScalarBuilder &scalar, mlir::Value x);
#define TENON_BINARY(OP)                                                       \
  mlir::Value emitScalar(OP op, ScalarBuilder &scalar, mlir::Value a,          \
                         mlir::Value b);
TENON_UNARY(NegOp)
TENON_UNARY(AbsOp)
TENON_UNARY(ExpOp)
TENON_UNARY(LogOp)
TENON_UNARY(SqrtOp)
TENON_UNARY(RsqrtOp)
TENON_UNARY(ReciprocalOp)
TENON_UNARY(ErfOp)
TENON_UNARY(TanhOp)
TENON_UNARY(SigmoidOp)
TENON_UNARY(FloorOp)
TENON_UNARY(CeilOp)
TENON_UNARY(RoundOp)
TENON_UNARY(SinOp)
TENON_UNARY(CosOp)
TENON_UNARY(TanOp)
TENON_UNARY(AsinOp)
TENON_UNARY(AcosOp)
TENON_UNARY(AtanOp)
TENON_UNARY(SinhOp)
TENON_UNARY(CoshOp)
TENON_UNARY(AsinhOp)
TENON_UNARY(AcoshOp)
TENON_UNARY(AtanhOp)
TENON_UNARY(SignOp)
TENON_UNARY(SoftplusOp)
TENON_UNARY(EluOp)
TENON_UNARY(CeluOp)
TENON_UNARY(HardSigmoidOp)
TENON_UNARY(HardSwishOp)
TENON_UNARY(GeluOp)
TENON_UNARY(ReluOp)
TENON_UNARY(LeakyReluOp)
TENON_UNARY(ClipOp)
TENON_UNARY(NotOp)
TENON_UNARY(BitwiseNotOp)
TENON_UNARY(IsNanOp)
TENON_UNARY(IsInfOp)
TENON_BINARY(AddOp)
TENON_BINARY(SubOp)
TENON_BINARY(MulOp)
TENON_BINARY(DivOp)
TENON_BINARY(MaximumOp)
TENON_BINARY(MinimumOp)
TENON_BINARY(PowOp)
TENON_BINARY(PreluOp)
TENON_BINARY(ModOp)
TENON_BINARY(RemainderOp)
TENON_BINARY(AndOp)
TENON_BINARY(OrOp)
TENON_BINARY(XorOp)
TENON_BINARY(BitwiseAndOp)
TENON_BINARY(BitwiseOrOp)
TENON_BINARY(BitwiseXorOp)
TENON_BINARY(ShiftLeftOp)
TENON_BINARY(ShiftRightOp)
TENON_BINARY(EqualOp)
TENON_BINARY(GreaterOp)
TENON_BINARY(GreaterOrEqualOp)
TENON_BINARY(LessOp)
TENON_BINARY(LessOrEqualOp)
#undef TENON_UNARY
#undef TENON_BINARY

/// Powers that are a product or a root.
bool canExpandPower(double exponent);
mlir::Value expandPower(ScalarBuilder &scalar, mlir::Value x, double exponent);

/// An element of one type of the dialect as another.
mlir::Value emitCast(mlir::OpBuilder &builder, mlir::Location location,
                     mlir::Value value, mlir::Type from, mlir::Type to);

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_ELEMENTWISESCALARS_H
