//===- Contraction.cpp - Lowering of the Contraction family to linalg -----===//
//
// One form for every product, which code generation matches: `linalg.generic`
// with loops (batch..., m, n, k) into a tensor of zeros. A batch axis that an
// operand repeats is dropped from it, so that every map stays a projection.
// For integers it is (batch..., m, k, n) where the right factor is not
// transposed.
//
//===----------------------------------------------------------------------===//

#include "Contraction.h"
#include "Accumulation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "tenon/Dialect/IR/Contraction.h"

using namespace mlir;

namespace tenon {
namespace {

/// An operand of the product without the batch axes it repeats.
struct Factor {
  Value tensor;
  AffineMap map;
};

/// `row` and `column` are the loops of the operand's last two axes.
Factor getFactor(LoweringContext &context, Location location, Value operand,
                 TensorType type, TensorType result, unsigned row,
                 unsigned column) {
  MLIRContext *mlir = type.getContext();
  int64_t rank = type.getRank();
  SmallVector<DimAttr> kept;
  SmallVector<AffineExpr> loops;
  for (int64_t axis = 0; axis < rank - 2; ++axis) {
    if (type.getDim(axis).isConstant(1) && !result.getDim(axis).isConstant(1))
      continue;
    kept.push_back(type.getDim(axis));
    loops.push_back(getAffineDimExpr(axis, mlir));
  }
  llvm::append_range(kept, type.getDims().take_back(2));
  loops.push_back(getAffineDimExpr(row, mlir));
  loops.push_back(getAffineDimExpr(column, mlir));
  if (int64_t(kept.size()) != rank)
    operand =
        context.createReshape(location, operand, type, type.withDims(kept));
  return {operand, AffineMap::get(rank + 1, 0, loops, mlir)};
}

} // namespace

Value createMatrixProduct(LoweringContext &context, Location location,
                          MatrixFactor lhs, MatrixFactor rhs, TensorType result,
                          bool keepWide) {
  int64_t rank = result.getRank();
  unsigned m = rank - 2, n = rank - 1, k = rank;
  // No kernel is made for integers: their loops run as they stand, and are
  // vectors where the innermost one is contiguous.
  if (isa<IntegerType>(result.getElementType()) && !rhs.transpose)
    std::swap(n, k);
  Factor left = getFactor(context, location, lhs.tensor, lhs.type, result,
                          lhs.transpose ? k : m, lhs.transpose ? m : k);
  Factor right = getFactor(context, location, rhs.tensor, rhs.type, result,
                           rhs.transpose ? n : k, rhs.transpose ? k : n);

  TensorType wide =
      result.withElementType(getAccumulatorType(result.getElementType()));
  Value zeros = context.createFilled(location, wide, 0.0);
  AffineMap resultMap =
      AffineMap::getMultiDimIdentityMap(rank + 1, result.getContext())
          .dropResult(k);
  SmallVector<utils::IteratorType> iterators(rank + 1,
                                             utils::IteratorType::parallel);
  iterators[k] = utils::IteratorType::reduction;
  auto accumulate = [&](OpBuilder &builder, Location at, ValueRange values) {
    return multiplyAdd(builder, at, values[2], values[0],
                       lhs.type.getElementType(), values[1],
                       rhs.type.getElementType());
  };
  Value sums = context.createReduction(location, {left.tensor, right.tensor},
                                       zeros, {left.map, right.map, resultMap},
                                       iterators, accumulate);
  return keepWide ? sums : narrowAccumulators(context, location, sums, result);
}

namespace {

/// The leading axes up to the last one joined into one.
TensorType joinRows(TensorType type) {
  TensorType rows = type.withDims(type.getDims().drop_back());
  return type.withDims({rows.getCount(), type.getDims().back()});
}

Value lowerMatmul(MatmulOp op, LoweringContext &context) {
  TensorType lhsType = context.getType(op.getLhs());
  TensorType rhsType = context.getType(op.getRhs());
  TensorType result = context.getType(op.getResult());
  Value lhs = context.get(op.getLhs()), rhs = context.get(op.getRhs());
  int64_t rank = result.getRank();

  // One matrix for all batches: the batches are rows of one large product.
  bool oneMatrix = llvm::all_of(rhsType.getDims().drop_back(2),
                                [](DimAttr dim) { return dim.isConstant(1); });
  TensorType lhsRows = joinRows(lhsType), resultRows = joinRows(result);
  Location location = op.getLoc();
  if (rank == 2 || !oneMatrix || op.getTransposeLhs() ||
      !lhsRows.isComplete() || !resultRows.isComplete())
    return createMatrixProduct(context, location,
                               {lhs, lhsType, op.getTransposeLhs()},
                               {rhs, rhsType, op.getTransposeRhs()}, result);

  TensorType matrix = rhsType.withDims(rhsType.getDims().take_back(2));
  lhs = context.createReshape(location, lhs, lhsType, lhsRows);
  rhs = context.createReshape(location, rhs, rhsType, matrix);
  Value product =
      createMatrixProduct(context, location, {lhs, lhsRows},
                          {rhs, matrix, op.getTransposeRhs()}, resultRows);
  return context.createReshape(location, product, resultRows, result);
}

} // namespace

void registerContractionLowerings(LoweringRegistry &registry) {
  registry.add<MatmulOp>(lowerMatmul);
  registerEinsumLowerings(registry);
  registerDeterminantLowerings(registry);
}

} // namespace tenon
