//===- MovementSlice.cpp - Lowering of concat, split and slice ------------===//

#include "IndexingPosition.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon {

void registerSliceLowerings(LoweringRegistry &registry);

namespace {

bool isEmpty(TensorType type) {
  return llvm::any_of(type.getDims(),
                      [](DimAttr dim) { return dim.isConstant(0); });
}

int64_t resolve(int64_t axis, int64_t rank) {
  return axis < 0 ? axis + rank : axis;
}

/// One part of a tensor: offsets of 0 and steps of 1 but where they are set.
struct Part {
  Part(int64_t rank, LoweringContext &context)
      : offsets(rank, context.getIndexAttr(0)),
        steps(rank, context.getIndexAttr(1)) {}

  SmallVector<OpFoldResult> offsets, steps;
};

Value createPart(Location location, Value input, TensorType type,
                 const Part &part, LoweringContext &context) {
  // Its offset may be the end of the axis, where a slice cannot start.
  if (isEmpty(type))
    return context.createEmpty(location, type);
  return tensor::ExtractSliceOp::create(context.builder, location, input,
                                        part.offsets,
                                        context.getSizes(type.getDims()),
                                        part.steps);
}

/// A tensor and what it was before lowering.
struct Piece {
  Value value;
  TensorType type;
};

/// Writes the pieces one after the other into a tensor of the type.
Value joinPieces(Location location, ArrayRef<Piece> pieces, TensorType type,
                 int64_t axis, LoweringContext &context) {
  Value result = context.createEmpty(location, type);
  DimAttr offset = DimAttr::get(type.getContext(), 0);
  for (const Piece &piece : pieces) {
    Part part(type.getRank(), context);
    part.offsets[axis] = context.getSize(offset);
    result = tensor::InsertSliceOp::create(
        context.builder, location, piece.value, result, part.offsets,
        context.getSizes(piece.type.getDims()), part.steps);
    offset = offset + piece.type.getDim(axis);
  }
  return result;
}

/// Bufferization compares all writes into one tensor with each other, so a
/// great many pieces are joined in groups first.
Value lowerConcat(ConcatOp op, LoweringContext &context) {
  constexpr size_t maxPieces = 32;
  TensorType type = context.getType(op.getResult());
  int64_t axis = resolve(op.getAxis(), type.getRank());
  SmallVector<Piece> pieces;
  for (Value input : op.getInputs())
    if (TensorType piece = context.getType(input); !isEmpty(piece))
      pieces.push_back({context.get(input), piece});
  while (pieces.size() > maxPieces) {
    SmallVector<Piece> groups;
    for (size_t first = 0; first < pieces.size(); first += maxPieces) {
      ArrayRef<Piece> group = ArrayRef(pieces).drop_front(first).take_front(
          maxPieces);
      SmallVector<DimAttr> dims(group.front().type.getDims());
      for (const Piece &piece : group.drop_front())
        dims[axis] = dims[axis] + piece.type.getDim(axis);
      TensorType joined = type.withDims(dims);
      groups.push_back(
          {joinPieces(op.getLoc(), group, joined, axis, context), joined});
    }
    pieces = std::move(groups);
  }
  return joinPieces(op.getLoc(), pieces, type, axis, context);
}

SmallVector<Value> lowerSplit(SplitOp op, LoweringContext &context) {
  TensorType type = context.getType(op.getInput());
  int64_t axis = resolve(op.getAxis(), type.getRank());
  DimAttr offset = DimAttr::get(op.getContext(), 0);
  SmallVector<Value> parts;
  for (Value result : op.getResults()) {
    TensorType piece = context.getType(result);
    Part part(type.getRank(), context);
    part.offsets[axis] = context.getSize(offset);
    parts.push_back(createPart(op.getLoc(), context.get(op.getInput()), piece,
                               part, context));
    offset = offset + piece.getDim(axis);
  }
  return parts;
}

/// An axis that is walked from its end.
struct Reversal {
  int64_t axis;
  Value start;
  int64_t step;
};

/// Loops over the result and reads backwards on the reversed axes.
Value createReversed(Location location, Value input, TensorType type,
                     ArrayRef<Reversal> reversals, LoweringContext &context) {
  return context.createElementwise(
      location, type, {}, {},
      [&](OpBuilder &builder, Location at, ValueRange) -> Value {
        SmallVector<Value> position;
        for (int64_t axis = 0; axis < type.getRank(); ++axis)
          position.push_back(linalg::IndexOp::create(builder, at, axis));
        for (const Reversal &reversal : reversals) {
          Value step = arith::ConstantIndexOp::create(builder, at,
                                                      -reversal.step);
          Value moved = arith::MulIOp::create(
              builder, at, position[reversal.axis], step);
          position[reversal.axis] =
              arith::SubIOp::create(builder, at, reversal.start, moved);
        }
        return tensor::ExtractOp::create(builder, at, input, position);
      });
}

/// Lowers a slice; `getStart` gives where that of the named axis with this
/// index starts.
template <typename Op>
Value createSlice(Op op, LoweringContext &context,
                  llvm::function_ref<OpFoldResult(size_t index)> getStart) {
  TensorType from = context.getType(op.getInput());
  TensorType to = context.getType(op.getResult());
  if (isEmpty(to))
    return context.createEmpty(op.getLoc(), to);
  Part part(from.getRank(), context);
  SmallVector<DimAttr> dims(from.getDims());
  SmallVector<Reversal> reversals;
  for (auto [index, named] : llvm::enumerate(op.getAxes())) {
    int64_t axis = resolve(named, from.getRank());
    OpFoldResult start = getStart(index);
    // Of one element the step says nothing, and it may be huge.
    int64_t step = to.getDim(axis).isConstant(1) ? 1 : op.getSteps()[index];
    if (step < 0) {
      reversals.push_back({axis,
                           getValueOrCreateConstantIndexOp(
                               context.builder, op.getLoc(), start),
                           step});
      continue;
    }
    part.offsets[axis] = start;
    part.steps[axis] = context.getIndexAttr(step);
    dims[axis] = to.getDim(axis);
  }
  TensorType forward = from.withDims(dims);
  Value result = context.get(op.getInput());
  if (forward != from || reversals.empty())
    result = createPart(op.getLoc(), result, forward, part, context);
  if (reversals.empty())
    return result;
  return createReversed(op.getLoc(), result, to, reversals, context);
}

Value lowerSlice(SliceOp op, LoweringContext &context) {
  TensorType from = context.getType(op.getInput());
  return createSlice(op, context, [&](size_t index) {
    int64_t axis = resolve(op.getAxes()[index], from.getRank());
    return context.getSize(getSliceRange(from.getDim(axis),
                                         op.getStarts()[index],
                                         op.getEnds()[index],
                                         op.getSteps()[index])
                               .start);
  });
}

/// The start is read when the model runs; how many elements there are is known
/// as a size.
Value lowerDynamicSlice(DynamicSliceOp op, LoweringContext &context) {
  TensorType from = context.getType(op.getInput());
  bool isUnsigned =
      context.getType(op.getStarts()).getElementType().isUnsignedInteger();
  OpBuilder &builder = context.builder;
  Location at = op.getLoc();
  return createSlice(op, context, [&](size_t index) -> OpFoldResult {
    DimAttr size = from.getDim(resolve(op.getAxes()[index], from.getRank()));
    Value raw = tensor::ExtractOp::create(builder, at,
                                          context.get(op.getStarts()),
                                          context.createIndex(at, index));
    Value position =
        createPosition(builder, at, raw, isUnsigned, context.getIndex(size));
    bool isForward = op.getSteps()[index] > 0;
    return limitPosition(builder, at, position, isUnsigned,
                         context.getIndex(isForward ? size : size - 1));
  });
}

} // namespace

void registerSliceLowerings(LoweringRegistry &registry) {
  registry.add<ConcatOp>(lowerConcat);
  registry.addMany<SplitOp>(lowerSplit);
  registry.add<SliceOp>(lowerSlice);
  registry.add<DynamicSliceOp>(lowerDynamicSlice);
}

} // namespace tenon
