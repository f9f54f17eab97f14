//===- EmitMath.h - Formulas over numbers as code -------------------------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_EMITMATH_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_EMITMATH_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

namespace tenon {

/// Builds what a formula that is written over a `Math` computes, in one
/// floating-point type.
class EmitMath {
public:
  using Number = mlir::Value;
  using Truth = mlir::Value;

  EmitMath(mlir::OpBuilder &builder, mlir::Location at, mlir::Type type)
      : builder(builder), at(at), type(type) {}

  Number number(double value) {
    return mlir::arith::ConstantOp::create(builder, at,
                                           builder.getFloatAttr(type, value));
  }
  Number add(Number lhs, Number rhs) {
    return make<mlir::arith::AddFOp>(lhs, rhs);
  }
  Number sub(Number lhs, Number rhs) {
    return make<mlir::arith::SubFOp>(lhs, rhs);
  }
  Number mul(Number lhs, Number rhs) {
    return make<mlir::arith::MulFOp>(lhs, rhs);
  }
  Number div(Number lhs, Number rhs) {
    return make<mlir::arith::DivFOp>(lhs, rhs);
  }
  Number floor(Number value) { return make<mlir::math::FloorOp>(value); }
  Number ceil(Number value) { return make<mlir::math::CeilOp>(value); }
  Number round(Number value) { return make<mlir::math::RoundEvenOp>(value); }
  Number abs(Number value) { return make<mlir::math::AbsFOp>(value); }
  /// What is no number gives way.
  Number min(Number lhs, Number rhs) {
    return make<mlir::arith::MinNumFOp>(lhs, rhs);
  }
  Number max(Number lhs, Number rhs) {
    return make<mlir::arith::MaxNumFOp>(lhs, rhs);
  }
  Truth isLess(Number lhs, Number rhs) {
    return make<mlir::arith::CmpFOp>(mlir::arith::CmpFPredicate::OLT, lhs, rhs);
  }
  Truth isEqual(Number lhs, Number rhs) {
    return make<mlir::arith::CmpFOp>(mlir::arith::CmpFPredicate::OEQ, lhs, rhs);
  }
  Number select(Truth condition, Number yes, Number no) {
    return make<mlir::arith::SelectOp>(condition, yes, no);
  }

  Truth both(Truth lhs, Truth rhs) {
    return make<mlir::arith::AndIOp>(lhs, rhs);
  }
  Truth either(Truth lhs, Truth rhs) {
    return make<mlir::arith::OrIOp>(lhs, rhs);
  }
  Number fromIndex(mlir::Value index) {
    mlir::Value integer = mlir::arith::IndexCastOp::create(
        builder, at, builder.getI64Type(), index);
    return mlir::arith::SIToFPOp::create(builder, at, type, integer);
  }
  /// Of a number that an index can be.
  mlir::Value toIndex(Number value) {
    mlir::Value integer = mlir::arith::FPToSIOp::create(
        builder, at, builder.getI64Type(), value);
    return mlir::arith::IndexCastOp::create(builder, at, builder.getIndexType(),
                                            integer);
  }

  template <typename Op, typename... Values>
  mlir::Value make(Values... values) {
    return Op::create(builder, at, values...);
  }

private:
  mlir::OpBuilder &builder;
  mlir::Location at;
  mlir::Type type;
};

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_EMITMATH_H
