//===- ReductionArg.cpp - Lowering of argmax and argmin to linalg ---------===//

#include "Accumulation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "tenon/Dialect/IR/Reduction.h"
#include <limits>

using namespace mlir;

namespace tenon {

void registerArgReductionLowerings(LoweringRegistry &registry);

namespace {

/// Which element is taken: the largest or smallest, the first or last of them.
struct Choice {
  bool largest, last, isUnsigned;
};

Value isTaken(OpBuilder &builder, Location location, Choice choice, Value x,
              Value best) {
  if (isa<FloatType>(x.getType())) {
    using arith::CmpFPredicate;
    auto compare = [&](CmpFPredicate predicate, Value lhs, Value rhs) -> Value {
      return arith::CmpFOp::create(builder, location, predicate, lhs, rhs);
    };
    CmpFPredicate predicate =
        choice.largest
            ? (choice.last ? CmpFPredicate::OGE : CmpFPredicate::OGT)
            : (choice.last ? CmpFPredicate::OLE : CmpFPredicate::OLT);
    // NaN counts as the extreme, and the first or last of several is taken.
    Value isNaN = compare(CmpFPredicate::UNO, x, x);
    if (!choice.last)
      isNaN = arith::AndIOp::create(builder, location, isNaN,
                                    compare(CmpFPredicate::ORD, best, best));
    return arith::OrIOp::create(builder, location, compare(predicate, x, best),
                                isNaN);
  }
  using arith::CmpIPredicate;
  CmpIPredicate table[2][2][2] = {{{CmpIPredicate::slt, CmpIPredicate::sle},
                                   {CmpIPredicate::sgt, CmpIPredicate::sge}},
                                  {{CmpIPredicate::ult, CmpIPredicate::ule},
                                   {CmpIPredicate::ugt, CmpIPredicate::uge}}};
  return arith::CmpIOp::create(
      builder, location, table[choice.isUnsigned][choice.largest][choice.last],
      x, best);
}

double getStart(Choice choice) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  // The lowest and highest unsigned number as signless bits.
  if (choice.isUnsigned)
    return choice.largest ? 0 : -1;
  return choice.largest ? -infinity : infinity;
}

template <typename Op>
Value lowerArg(Op op, LoweringContext &context, bool largest) {
  Location location = op.getLoc();
  TensorType input = context.getType(op.getInput());
  TensorType result = context.getType(op.getResult());
  int64_t rank = input.getRank();
  int64_t axis = op.getAxis();
  axis = axis < 0 ? axis + rank : axis;
  Choice choice{largest, op.getSelectLastIndex(),
                input.getElementType().isUnsignedInteger()};

  ReducedShape shape =
      getReducedShape(input, [&](int64_t other) { return other == axis; });
  TensorType positions = shape.type.withElementType(result.getElementType());
  Value inits[] = {context.createFilled(location, shape.type, getStart(choice)),
                   context.createFilled(location, positions, 0.0)};
  AffineMap identity = context.builder.getMultiDimIdentityMap(rank);
  auto generic = linalg::GenericOp::create(
      context.builder, location,
      TypeRange{inits[0].getType(), inits[1].getType()},
      context.get(op.getInput()), inits,
      ArrayRef<AffineMap>{identity, shape.map, shape.map}, shape.iterators,
      [&](OpBuilder &builder, Location location, ValueRange values) {
        Value x = values[0], best = values[1], position = values[2];
        Value here = arith::IndexCastOp::create(
            builder, location, position.getType(),
            linalg::IndexOp::create(builder, location, axis));
        Value taken = isTaken(builder, location, choice, x, best);
        Value value =
            arith::SelectOp::create(builder, location, taken, x, best);
        Value index =
            arith::SelectOp::create(builder, location, taken, here, position);
        linalg::YieldOp::create(builder, location, ValueRange{value, index});
      });
  if (positions.getRank() == result.getRank())
    return generic.getResult(1);
  return context.createReshape(location, generic.getResult(1), positions,
                               result);
}

} // namespace

void registerArgReductionLowerings(LoweringRegistry &registry) {
  registry.add<ArgMaxOp>([](ArgMaxOp op, LoweringContext &context) {
    return lowerArg(op, context, true);
  });
  registry.add<ArgMinOp>([](ArgMinOp op, LoweringContext &context) {
    return lowerArg(op, context, false);
  });
}

} // namespace tenon
