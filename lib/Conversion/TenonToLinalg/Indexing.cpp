//===- Indexing.cpp - Lowering of picking by index to linalg --------------===//

#include "tenon/Dialect/IR/Indexing.h"
#include "IndexingPosition.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {

void registerFindLowerings(LoweringRegistry &registry);
void registerScatterLowerings(LoweringRegistry &registry);
void registerSuppressionLowerings(LoweringRegistry &registry);

Value createPosition(OpBuilder &builder, Location at, Value index,
                     bool isUnsigned, Value size) {
  Type type = builder.getIndexType();
  if (isUnsigned)
    return arith::IndexCastUIOp::create(builder, at, type, index);
  Value zero = arith::ConstantIndexOp::create(builder, at, 0);
  Value position = arith::IndexCastOp::create(builder, at, type, index);
  Value isNegative = arith::CmpIOp::create(
      builder, at, arith::CmpIPredicate::slt, position, zero);
  Value fromEnd = arith::AddIOp::create(builder, at, position, size);
  return arith::SelectOp::create(builder, at, isNegative, fromEnd, position);
}

Value limitPosition(OpBuilder &builder, Location at, Value position,
                    bool isUnsigned, Value last) {
  if (isUnsigned)
    return arith::MinUIOp::create(builder, at, position, last);
  Value zero = arith::ConstantIndexOp::create(builder, at, 0);
  position = arith::MaxSIOp::create(builder, at, position, zero);
  return arith::MinSIOp::create(builder, at, position, last);
}

void requireIndices(Operation *op, Value operand, TensorType input,
                    ArrayRef<int64_t> axes, bool columns,
                    LoweringContext &context) {
  if (operand.getDefiningOp<ConstantOp>())
    return;
  OpBuilder &builder = context.builder;
  Location at = op->getLoc();
  TensorType type = context.getType(operand);
  bool isUnsigned = type.getElementType().isUnsignedInteger();
  Value zero = context.createIndex(at, 0);
  for (auto [column, axis] : llvm::enumerate(axes)) {
    Value indices = context.get(operand);
    if (columns) {
      SmallVector<OpFoldResult> offsets(type.getRank(), builder.getIndexAttr(0)),
          steps(type.getRank(), builder.getIndexAttr(1)),
          sizes = context.getSizes(type.getDims());
      offsets.back() = builder.getIndexAttr(column);
      sizes.back() = builder.getIndexAttr(1);
      indices = tensor::ExtractSliceOp::create(builder, at, indices, offsets,
                                               sizes, steps);
    }
    Value size = context.getIndex(input.getDim(axis));
    Value low = isUnsigned ? zero
                           : arith::SubIOp::create(builder, at, zero, size)
                                 .getResult();
    context.createRangeCheck(at, indices, isUnsigned, low, size,
                             diag::dataIndexOutOfRange,
                             describeOperation(op) +
                                 " has an index outside of axis " +
                                 Twine(axis) + " of " + input.getShapeText());
  }
}

namespace {

int64_t resolve(int64_t axis, int64_t rank) {
  return axis < 0 ? axis + rank : axis;
}

/// What an op that picks reads from: some axes at the loops' positions, some
/// at positions that indices mean. `indices` are the inputs of the loops.
struct Pick {
  /// For each axis of the input, its loop, or none if it is picked.
  SmallVector<std::optional<int64_t>> loops;
  /// For each picked axis in order, where its index stands.
  SmallVector<AffineMap> maps;
};

template <typename Op>
Value lowerPick(Op op, const Pick &pick, LoweringContext &context) {
  TensorType input = context.getType(op.getInput());
  bool isUnsigned =
      context.getType(op.getIndices()).getElementType().isUnsignedInteger();
  SmallVector<IndexedAxis> axes(input.getRank());
  for (auto [axis, loop] : llvm::enumerate(pick.loops))
    if (!loop)
      axes[axis] = {context.getIndex(input.getDim(axis)),
                    context.getIndex(input.getDim(axis) - 1)};
  Value source = context.get(op.getInput());
  SmallVector<Value> indices(pick.maps.size(), context.get(op.getIndices()));
  return context.createElementwise(
      op.getLoc(), context.getType(op.getResult()), indices, pick.maps,
      [&](OpBuilder &builder, Location at, ValueRange elements) -> Value {
        SmallVector<Value> position;
        for (auto [axis, loop] : llvm::enumerate(pick.loops)) {
          if (loop) {
            position.push_back(linalg::IndexOp::create(builder, at, *loop));
            continue;
          }
          Value raw = createPosition(builder, at, elements.front(), isUnsigned,
                                     axes[axis].size);
          elements = elements.drop_front();
          position.push_back(
              limitPosition(builder, at, raw, isUnsigned, axes[axis].last));
        }
        return tensor::ExtractOp::create(builder, at, source, position);
      });
}

Value lowerGather(GatherOp op, LoweringContext &context) {
  int64_t rank = context.getType(op.getInput()).getRank();
  int64_t indexRank = context.getType(op.getIndices()).getRank();
  int64_t axis = resolve(op.getAxis(), rank);
  requireIndices(op, op.getIndices(), context.getType(op.getInput()), axis,
                 /*columns=*/false, context);
  Pick pick;
  for (int64_t i = 0; i < rank; ++i)
    pick.loops.push_back(i == axis ? std::nullopt
                                   : std::optional(i < axis ? i
                                                            : i + indexRank - 1));
  SmallVector<AffineExpr> positions;
  for (int64_t i = 0; i < indexRank; ++i)
    positions.push_back(context.builder.getAffineDimExpr(axis + i));
  pick.maps.push_back(AffineMap::get(rank - 1 + indexRank, 0, positions,
                                     op.getContext()));
  return lowerPick(op, pick, context);
}

Value lowerGatherElements(GatherElementsOp op, LoweringContext &context) {
  int64_t rank = context.getType(op.getInput()).getRank();
  requireIndices(op, op.getIndices(), context.getType(op.getInput()),
                 resolve(op.getAxis(), rank), /*columns=*/false, context);
  Pick pick;
  for (int64_t i = 0; i < rank; ++i)
    pick.loops.push_back(i);
  pick.loops[resolve(op.getAxis(), rank)].reset();
  pick.maps.push_back(
      context.builder.getMultiDimIdentityMap(static_cast<unsigned>(rank)));
  return lowerPick(op, pick, context);
}

Value lowerGatherNd(GatherNdOp op, LoweringContext &context) {
  TensorType indices = context.getType(op.getIndices());
  int64_t rank = context.getType(op.getInput()).getRank();
  int64_t batch = op.getBatchDims(), outer = indices.getRank() - 1;
  int64_t width = *indices.getDims().back().getConstant();
  int64_t loops = context.getType(op.getResult()).getRank();
  requireIndices(op, op.getIndices(), context.getType(op.getInput()),
                 llvm::to_vector(llvm::seq(batch, batch + width)),
                 /*columns=*/true, context);
  Pick pick;
  for (int64_t i = 0; i < rank; ++i) {
    bool isPicked = i >= batch && i < batch + width;
    pick.loops.push_back(isPicked ? std::nullopt
                                  : std::optional(i < batch ? i
                                                            : outer + i - batch -
                                                                  width));
  }
  for (int64_t i = 0; i < width; ++i) {
    SmallVector<AffineExpr> entry;
    for (int64_t loop = 0; loop < outer; ++loop)
      entry.push_back(context.builder.getAffineDimExpr(loop));
    entry.push_back(context.builder.getAffineConstantExpr(i));
    pick.maps.push_back(AffineMap::get(loops, 0, entry, op.getContext()));
  }
  return lowerPick(op, pick, context);
}

/// Compares each position on the new axis with the index.
Value lowerOneHot(OneHotOp op, LoweringContext &context) {
  TensorType indices = context.getType(op.getIndices());
  TensorType result = context.getType(op.getResult());
  int64_t axis = resolve(op.getAxis(), result.getRank());
  bool isUnsigned = indices.getElementType().isUnsignedInteger();
  Value depth = context.getIndex(result.getDim(axis));
  SmallVector<Value> values;
  for (int64_t i : {0, 1})
    values.push_back(tensor::ExtractOp::create(
        context.builder, op.getLoc(), context.get(op.getValues()),
        context.createIndex(op.getLoc(), i)));
  AffineMap map =
      context.builder
          .getMultiDimIdentityMap(static_cast<unsigned>(result.getRank()))
          .dropResult(axis);
  return context.createElementwise(
      op.getLoc(), result, context.get(op.getIndices()), map,
      [&](OpBuilder &builder, Location at, ValueRange elements) -> Value {
        Value position =
            createPosition(builder, at, elements[0], isUnsigned, depth);
        Value here = linalg::IndexOp::create(builder, at, axis);
        Value isOn = arith::CmpIOp::create(
            builder, at, arith::CmpIPredicate::eq, position, here);
        return arith::SelectOp::create(builder, at, isOn, values[1],
                                       values[0]);
      });
}

} // namespace

void registerIndexingLowerings(LoweringRegistry &registry) {
  registry.add<GatherOp>(lowerGather);
  registry.add<GatherElementsOp>(lowerGatherElements);
  registry.add<GatherNdOp>(lowerGatherNd);
  registry.add<OneHotOp>(lowerOneHot);
  registerFindLowerings(registry);
  registerScatterLowerings(registry);
  registerSuppressionLowerings(registry);
}

} // namespace tenon
