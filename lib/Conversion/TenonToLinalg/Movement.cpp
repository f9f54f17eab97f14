//===- Movement.cpp - Lowering of movements to linalg ---------------------===//
//
// Reshapes become views, joins and cuts slices; only what must be copied is
// copied by a loop.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Movement.h"
#include "ElementwiseScalars.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {

void registerBorderLowerings(LoweringRegistry &registry);
void registerSequenceLowerings(LoweringRegistry &registry);
void registerCenterLowerings(LoweringRegistry &registry);
void registerSliceLowerings(LoweringRegistry &registry);

namespace {

template <typename Op> Value lowerReshaped(Op op, LoweringContext &context) {
  return context.createReshape(op.getLoc(), context.get(op.getInput()),
                               context.getType(op.getInput()),
                               context.getType(op.getResult()));
}

Value lowerTranspose(TransposeOp op, LoweringContext &context) {
  ArrayRef<int64_t> permutation = op.getPermutation();
  // Axis `permutation[i]` of the input is loop i.
  SmallVector<unsigned> positions(permutation.size());
  for (auto [loop, axis] : llvm::enumerate(permutation))
    positions[axis] = loop;
  AffineMap map =
      positions.empty()
          ? AffineMap::get(op.getContext())
          : AffineMap::getPermutationMap(positions, op.getContext());
  return context.createElementwise(
      op.getLoc(), context.getType(op.getResult()), context.get(op.getInput()),
      map, [](OpBuilder &, Location, ValueRange elements) {
        return elements[0];
      });
}

/// The input repeated along axes of size 1 (equal ranks).
Value createBroadcast(Location location, Value input, TensorType from,
                      TensorType to, LoweringContext &context) {
  return context.createElementwise(
      location, to, input, context.getBroadcastMap(from, to),
      [](OpBuilder &, Location, ValueRange elements) { return elements[0]; });
}

Value lowerExpand(ExpandOp op, LoweringContext &context) {
  TensorType from = context.getType(op.getInput());
  TensorType to = context.getType(op.getResult());
  SmallVector<DimAttr> dims(to.getRank() - from.getRank(),
                            DimAttr::get(op.getContext(), 1));
  llvm::append_range(dims, from.getDims());
  TensorType aligned = from.withDims(dims);
  Value input = context.createReshape(
      op.getLoc(), context.get(op.getInput()), from, aligned);
  return createBroadcast(op.getLoc(), input, aligned, to, context);
}

/// How often an axis is repeated: as the model says, or as the sizes do.
DimAttr getRepeats(TileOp op, int64_t axis, DimAttr from, DimAttr to) {
  if (auto constant = op.getRepeats().getDefiningOp<ConstantOp>())
    if (auto host = HostTensor::read(constant.getValue()); succeeded(host))
      return DimAttr::get(op.getContext(), host->integers[axis]);
  // Nothing repeated stays nothing: dividing by 1 says so, too.
  return to.floorDiv(DimAttr::max({from, DimAttr::get(op.getContext(), 1)}));
}

/// An axis repeated r times is r axes of one, seen as one axis.
Value lowerTile(TileOp op, LoweringContext &context) {
  TensorType from = context.getType(op.getInput());
  TensorType to = context.getType(op.getResult());
  SmallVector<DimAttr> source, repeated;
  for (auto [axis, mine, theirs] :
       llvm::enumerate(from.getDims(), to.getDims())) {
    if (mine != theirs) {
      source.push_back(DimAttr::get(op.getContext(), 1));
      repeated.push_back(getRepeats(op, axis, mine, theirs));
    }
    source.push_back(mine);
    repeated.push_back(mine);
  }
  TensorType spread = from.withDims(source), tiled = from.withDims(repeated);
  Value input = context.createReshape(
      op.getLoc(), context.get(op.getInput()), from, spread);
  Value result = createBroadcast(op.getLoc(), input, spread, tiled, context);
  return context.createReshape(op.getLoc(), result, tiled, to);
}

/// Compares rows and columns.
Value lowerTrilu(TriluOp op, LoweringContext &context) {
  TensorType type = context.getType(op.getResult());
  int64_t rank = type.getRank(), far = int64_t(1) << 61;
  // Beyond any matrix, and far from overflow.
  int64_t diagonal = std::clamp<int64_t>(op.getDiagonal(), -far, far);
  Value zero = context.createScalar(
      op.getLoc(), context.convertElementType(type.getElementType()), 0);
  Value shift = context.createIndex(op.getLoc(), diagonal);
  if (op.getOffset()) {
    Value offset = tensor::ExtractOp::create(context.builder, op.getLoc(),
                                             context.get(op.getOffset()),
                                             ValueRange());
    Type offsetType = context.getType(op.getOffset()).getElementType();
    offset = emitCast(context.builder, op.getLoc(), offset, offsetType,
                      context.builder.getI64Type());
    offset = arith::IndexCastOp::create(
        context.builder, op.getLoc(), context.builder.getIndexType(), offset);
    offset = arith::MaxSIOp::create(context.builder, op.getLoc(), offset,
                                    context.createIndex(op.getLoc(), -far));
    offset = arith::MinSIOp::create(context.builder, op.getLoc(), offset,
                                    context.createIndex(op.getLoc(), far));
    shift = arith::AddIOp::create(context.builder, op.getLoc(), shift, offset);
  }
  AffineMap map =
      context.builder.getMultiDimIdentityMap(static_cast<unsigned>(rank));
  return context.createElementwise(
      op.getLoc(), type, context.get(op.getInput()), map,
      [&](OpBuilder &builder, Location at, ValueRange elements) -> Value {
        Value row = linalg::IndexOp::create(builder, at, rank - 2);
        Value column = linalg::IndexOp::create(builder, at, rank - 1);
        Value edge = arith::AddIOp::create(builder, at, row, shift);
        Value isKept = arith::CmpIOp::create(
            builder, at,
            op.getUpper() ? arith::CmpIPredicate::sge
                          : arith::CmpIPredicate::sle,
            column, edge);
        return arith::SelectOp::create(builder, at, isKept, elements[0], zero);
      });
}

} // namespace

void registerMovementLowerings(LoweringRegistry &registry) {
  registry.add<ReshapeOp>(lowerReshaped<ReshapeOp>);
  registry.add<FlattenOp>(lowerReshaped<FlattenOp>);
  registry.add<SqueezeOp>(lowerReshaped<SqueezeOp>);
  registry.add<UnsqueezeOp>(lowerReshaped<UnsqueezeOp>);
  registry.add<AlignRankOp>(lowerReshaped<AlignRankOp>);
  registry.add<TransposeOp>(lowerTranspose);
  registry.add<ExpandOp>(lowerExpand);
  registry.add<TileOp>(lowerTile);
  registry.add<TriluOp>(lowerTrilu);
  registerBorderLowerings(registry);
  registerSequenceLowerings(registry);
  registerCenterLowerings(registry);
  registerSliceLowerings(registry);
}

} // namespace tenon
