//===- ReductionOrder.cpp - Lowering of cumsum and cumprod to loops -------===//

#include "ElementwiseScalars.h"
#include "ReductionRows.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Dialect/IR/Reduction.h"

using namespace mlir;

namespace tenon {

void registerCumulativeLowerings(LoweringRegistry &registry);

SmallVector<Value> createRowLoops(
    Location location, TensorType type, int64_t axis, ValueRange inits,
    LoweringContext &context,
    llvm::function_ref<SmallVector<Value>(const Row &, ValueRange)> body) {
  OpBuilder &builder = context.builder;
  OpBuilder::InsertionGuard guard(builder);
  Value zero = context.createIndex(location, 0);
  Value one = context.createIndex(location, 1);
  SmallVector<Value> bounds;
  for (DimAttr dim : type.getDims())
    bounds.push_back(context.getIndex(dim));
  Row row{{}, axis};
  scf::ForOp outermost;
  ValueRange current = inits;
  for (int64_t i = 0; i < type.getRank(); ++i) {
    if (i == axis) {
      row.position.push_back({});
      continue;
    }
    auto loop =
        scf::ForOp::create(builder, location, zero, bounds[i], one, current);
    if (outermost)
      scf::YieldOp::create(builder, location, loop.getResults());
    else
      outermost = loop;
    builder.setInsertionPointToStart(loop.getBody());
    current = loop.getRegionIterArgs();
    row.position.push_back(loop.getInductionVar());
  }
  SmallVector<Value> results = body(row, current);
  if (!outermost)
    return results;
  scf::YieldOp::create(builder, location, results);
  return SmallVector<Value>(outermost.getResults());
}

namespace {

/// One number runs along each row, and is kept at each position.
template <typename Op>
Value lowerCumulative(Op op, LoweringContext &context) {
  constexpr bool isProduct = std::is_same_v<Op, CumProdOp>;
  OpBuilder &builder = context.builder;
  Location at = op.getLoc();
  TensorType type = context.getType(op.getInput());
  int64_t axis = op.getAxis();
  axis = axis < 0 ? axis + type.getRank() : axis;
  Value input = context.get(op.getInput());
  Value zero = context.createIndex(at, 0), one = context.createIndex(at, 1);
  Value size = context.getIndex(type.getDim(axis));
  Value last = context.getIndex(type.getDim(axis) - 1);
  Value start = ScalarBuilder(builder, at, type.getElementType())
                    .constant(isProduct ? 1 : 0);
  auto walk = [&](const Row &row, ValueRange current) {
    auto loop = scf::ForOp::create(builder, at, zero, size, one,
                                   ValueRange{current[0], start});
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(loop.getBody());
    Value step = loop.getInductionVar();
    if (op.getReverse())
      step = arith::SubIOp::create(builder, at, last, step);
    SmallVector<Value> position = row.at(step);
    ScalarBuilder scalar(builder, at, type.getElementType());
    Value x =
        scalar.widen(tensor::ExtractOp::create(builder, at, input, position));
    Value total = loop.getRegionIterArg(1), next;
    if (scalar.isFloat())
      next = isProduct ? scalar.make<arith::MulFOp>(total, x)
                       : Value(scalar.make<arith::AddFOp>(total, x));
    else
      next = isProduct ? scalar.make<arith::MulIOp>(total, x)
                       : Value(scalar.make<arith::AddIOp>(total, x));
    Value kept = scalar.narrow(op.getExclusive() ? total : next);
    Value result = tensor::InsertOp::create(
        builder, at, kept, loop.getRegionIterArg(0), position);
    scf::YieldOp::create(builder, at, ValueRange{result, next});
    return SmallVector<Value>{loop.getResult(0)};
  };
  return createRowLoops(at, type, axis, context.createEmpty(at, type), context,
                        walk)
      .front();
}

} // namespace

void registerCumulativeLowerings(LoweringRegistry &registry) {
  registry.add<CumSumOp>(lowerCumulative<CumSumOp>);
  registry.add<CumProdOp>(lowerCumulative<CumProdOp>);
}

} // namespace tenon
