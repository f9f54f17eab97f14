//===- ContractionDeterminant.cpp - Lowering of determinants to loops -----===//
//
// Gaussian elimination with the largest pivot of each column, in place on a
// copy of the matrices.
//
//===----------------------------------------------------------------------===//

#include "Accumulation.h"
#include "Contraction.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Dialect/IR/Contraction.h"

using namespace mlir;

namespace tenon {
namespace {

class Elimination {
public:
  Elimination(LoweringContext &context, Location at, DimAttr size, Type type)
      : builder(context.builder), at(at), type(type),
        size(context.getIndex(size)), zero(context.createIndex(at, 0)),
        one(context.createIndex(at, 1)) {}

  /// The determinants of all matrices, into `results`.
  Value run(Value matrices, Value results, Value count) {
    return createLoop(
        zero, count, {matrices, results}, [&](Value batch, ValueRange state) {
          Value unit = createNumber(1);
          SmallVector<Value> columns =
              createLoop(zero, size, {state[0], unit},
                         [&](Value column, ValueRange inner) {
                           return eliminate(batch, column, inner[0], inner[1]);
                         });
          Value results = tensor::InsertOp::create(builder, at, columns[1],
                                                   state[1], batch);
          return SmallVector<Value>{columns[0], results};
        })[1];
  }

private:
  using Body =
      llvm::function_ref<SmallVector<Value>(Value position, ValueRange state)>;

  SmallVector<Value> createLoop(Value from, Value to, ValueRange state,
                                Body body) {
    auto loop = scf::ForOp::create(
        builder, at, from, to, one, state,
        [&](OpBuilder &, Location, Value position, ValueRange inner) {
          scf::YieldOp::create(builder, at, body(position, inner));
        });
    return SmallVector<Value>(loop.getResults());
  }
  Value createNumber(double value) {
    return arith::ConstantOp::create(builder, at,
                                     builder.getFloatAttr(type, value));
  }
  Value read(Value tensor, ValueRange position) {
    return tensor::ExtractOp::create(builder, at, tensor, position);
  }

  /// One step: brings the pivot of the column up, multiplies it to the
  /// determinant and takes the column out of the rows below.
  SmallVector<Value> eliminate(Value batch, Value column, Value matrices,
                               Value determinant) {
    Value row = findPivot(batch, column, matrices);
    Value pivot = read(matrices, {batch, row, column});
    matrices = swapRows(batch, column, row, matrices);
    Value isPlace = arith::CmpIOp::create(builder, at, arith::CmpIPredicate::eq,
                                          row, column);
    Value negated = arith::NegFOp::create(builder, at, pivot);
    Value factor =
        arith::SelectOp::create(builder, at, isPlace, pivot, negated);
    Value product = arith::MulFOp::create(builder, at, determinant, factor);
    Value isZero = arith::CmpFOp::create(builder, at, arith::CmpFPredicate::OEQ,
                                         pivot, createNumber(0));
    Value divisor =
        arith::SelectOp::create(builder, at, isZero, createNumber(1), pivot);
    Value below = arith::AddIOp::create(builder, at, column, one);
    matrices =
        createLoop(below, size, matrices, [&](Value i, ValueRange state) {
          Value head = read(state[0], {batch, i, column});
          Value scale = arith::DivFOp::create(builder, at, head, divisor);
          return createLoop(
              below, size, state[0], [&](Value j, ValueRange inner) {
                Value upper = read(inner[0], {batch, column, j});
                Value old = read(inner[0], {batch, i, j});
                Value part = arith::MulFOp::create(builder, at, scale, upper);
                Value next = arith::SubFOp::create(builder, at, old, part);
                return SmallVector<Value>{tensor::InsertOp::create(
                    builder, at, next, inner[0], ValueRange{batch, i, j})};
              });
        })[0];
    return {matrices, product};
  }

  Value findPivot(Value batch, Value column, Value matrices) {
    return createLoop(
        column, size, {createNumber(-1), column},
        [&](Value row, ValueRange best) {
          Value size = math::AbsFOp::create(
              builder, at, read(matrices, {batch, row, column}));
          Value isLarger = arith::CmpFOp::create(
              builder, at, arith::CmpFPredicate::OGT, size, best[0]);
          return SmallVector<Value>{
              arith::SelectOp::create(builder, at, isLarger, size, best[0]),
              arith::SelectOp::create(builder, at, isLarger, row, best[1])};
        })[1];
  }

  Value swapRows(Value batch, Value upper, Value lower, Value matrices) {
    return createLoop(upper, size, matrices, [&](Value j, ValueRange state) {
      Value above = read(state[0], {batch, upper, j});
      Value below = read(state[0], {batch, lower, j});
      Value next = tensor::InsertOp::create(builder, at, below, state[0],
                                            ValueRange{batch, upper, j});
      return SmallVector<Value>{tensor::InsertOp::create(
          builder, at, above, next, ValueRange{batch, lower, j})};
    })[0];
  }

  OpBuilder &builder;
  Location at;
  Type type;
  Value size, zero, one;
};

Value lowerDeterminant(DeterminantOp op, LoweringContext &context) {
  Location location = op.getLoc();
  TensorType input = context.getType(op.getInput());
  TensorType result = context.getType(op.getResult());
  Type narrow = LoweringContext::convertElementType(input.getElementType());
  Type wide = getAccumulatorType(narrow);
  DimAttr size = input.getDims().back();
  TensorType results = result.withDims(result.getCount()).withElementType(wide);
  TensorType matrices = input.withDims({result.getCount(), size, size});
  Value flat = context.createReshape(location, context.get(op.getInput()),
                                     input, matrices);
  Value copy = context.createElementwise(
      location, matrices.withElementType(wide), flat,
      context.builder.getMultiDimIdentityMap(3),
      [&](OpBuilder &builder, Location location, ValueRange values) {
        return convertFloat(builder, location, values[0], wide);
      });
  Value determinants =
      Elimination(context, location, size, wide)
          .run(copy, context.createFilled(location, results, 1.0),
               context.getIndex(result.getCount()));
  Value shaped = context.createReshape(location, determinants, results,
                                       result.withElementType(wide));
  return narrowAccumulators(context, location, shaped, result);
}

} // namespace

void registerDeterminantLowerings(LoweringRegistry &registry) {
  registry.add<DeterminantOp>(lowerDeterminant);
}

} // namespace tenon
