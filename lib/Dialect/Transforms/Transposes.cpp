//===- Transposes.cpp - Moving transposes out of the way ------------------===//

#include "Transposes.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Reduction.h"

using namespace mlir;

namespace tenon {
namespace {

/// A transpose worth sinking: of a computed value, not of a constant, which is
/// transposed when compiling.
TransposeOp getTranspose(Value value) {
  auto op = value.getDefiningOp<TransposeOp>();
  if (!op || isa_and_nonnull<GetParameterOp, ConstantOp>(
                 op.getInput().getDefiningOp()))
    return {};
  return op;
}

bool isConstant(Value value) {
  return isa_and_nonnull<GetParameterOp, ConstantOp>(value.getDefiningOp());
}

/// Transposing this costs nothing worth mentioning: a constant, or a tensor
/// with a single axis longer than one.
bool isCheapToTranspose(Value value) {
  if (isConstant(value))
    return true;
  auto type = cast<TensorType>(value.getType());
  return llvm::count_if(type.getDims(), [](DimAttr dim) {
           return !dim.isConstant(1);
         }) <= 1;
}

struct SinkThroughElementwise : OpTraitRewritePattern<OpTrait::Elementwise> {
  using OpTraitRewritePattern::OpTraitRewritePattern;

  LogicalResult matchAndRewrite(Operation *op,
                                PatternRewriter &rewriter) const override {
    if (!isa<TenonDialect>(op->getDialect()) || op->getNumResults() != 1)
      return failure();
    // Large ones count, so that small ones do not hand theirs to each other
    // for ever.
    TransposeOp first;
    for (Value operand : op->getOperands())
      if (TransposeOp transposed = getTranspose(operand))
        if (!first || (isCheapToTranspose(first) && !isCheapToTranspose(operand)))
          first = transposed;
    if (!first)
      return failure();
    bool isLarge = !isCheapToTranspose(first);
    ArrayRef<int64_t> permutation = first.getPermutation();
    SmallVector<int64_t> inverse = invertPermutation(permutation);
    SmallVector<Value> operands;
    for (Value operand : op->getOperands()) {
      TransposeOp transposed = getTranspose(operand);
      auto type = cast<TensorType>(operand.getType());
      if (transposed && transposed.getPermutation() == permutation)
        operands.push_back(transposed.getInput());
      else if ((isLarge ? isCheapToTranspose(operand) : isConstant(operand)) &&
               type.hasRank() && type.getRank() == int64_t(permutation.size()))
        operands.push_back(
            transpose(rewriter, op->getLoc(), operand, inverse));
      else
        return failure();
    }
    Operation *moved = rewriter.clone(*op);
    moved->setOperands(operands);
    auto type = cast<TensorType>(op->getResult(0).getType());
    moved->getResult(0).setType(permuteType(type, inverse));
    rewriter.replaceOp(op, transpose(rewriter, op->getLoc(),
                                     moved->getResult(0), permutation));
    return success();
  }
};

struct SinkThroughConcat : OpRewritePattern<ConcatOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ConcatOp op,
                                PatternRewriter &rewriter) const override {
    SmallVector<Value> inputs;
    SmallVector<int64_t> permutation;
    for (Value input : op.getInputs()) {
      TransposeOp transposed = getTranspose(input);
      if (!transposed)
        return failure();
      if (permutation.empty())
        permutation = llvm::to_vector(transposed.getPermutation());
      if (transposed.getPermutation() != ArrayRef<int64_t>(permutation))
        return failure();
      inputs.push_back(transposed.getInput());
    }
    auto type = cast<TensorType>(op.getType());
    int64_t axis = op.getAxis() < 0 ? op.getAxis() + type.getRank()
                                    : op.getAxis();
    Value joined = ConcatOp::create(
        rewriter, op.getLoc(), permuteType(type, invertPermutation(permutation)),
        inputs, permutation[axis]);
    rewriter.replaceOp(op,
                       transpose(rewriter, op.getLoc(), joined, permutation));
    return success();
  }
};

struct SinkThroughPad : OpRewritePattern<PadOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(PadOp op,
                                PatternRewriter &rewriter) const override {
    TransposeOp transposed = getTranspose(op.getInput());
    if (!transposed)
      return failure();
    ArrayRef<int64_t> permutation = transposed.getPermutation();
    SmallVector<int64_t> inverse = invertPermutation(permutation), low, high;
    for (int64_t axis : inverse) {
      low.push_back(op.getLow()[axis]);
      high.push_back(op.getHigh()[axis]);
    }
    auto moved = cast<PadOp>(rewriter.clone(*op));
    moved->setOperand(0, transposed.getInput());
    moved.setLow(low);
    moved.setHigh(high);
    moved->getResult(0).setType(
        permuteType(cast<TensorType>(op.getType()), inverse));
    rewriter.replaceOp(op, transpose(rewriter, op.getLoc(),
                                     moved->getResult(0), permutation));
    return success();
  }
};

struct SinkThroughResize : OpRewritePattern<ResizeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ResizeOp op,
                                PatternRewriter &rewriter) const override {
    TransposeOp transposed = getTranspose(op.getInput());
    if (!transposed)
      return failure();
    ArrayRef<int64_t> permutation = transposed.getPermutation();
    int64_t rank = permutation.size();
    SmallVector<int64_t> axes;
    for (int64_t axis : op.getAxes())
      axes.push_back(permutation[axis < 0 ? axis + rank : axis]);
    auto moved = cast<ResizeOp>(rewriter.clone(*op));
    moved.getInputMutable().assign(transposed.getInput());
    moved.setAxes(axes);
    moved->getResult(0).setType(permuteType(cast<TensorType>(op.getType()),
                                            invertPermutation(permutation)));
    rewriter.replaceOp(op, transpose(rewriter, op.getLoc(),
                                     moved->getResult(0), permutation));
    return success();
  }
};

/// Reduced axes may be reduced in any order.
template <typename Op> struct SinkThroughReduction : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;

  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    TransposeOp transposed = getTranspose(op.getInput());
    if (!transposed)
      return failure();
    ArrayRef<int64_t> permutation = transposed.getPermutation();
    int64_t rank = permutation.size();
    SmallVector<int64_t> axes;
    llvm::SmallDenseSet<int64_t> reduced;
    for (int64_t axis : op.getAxes()) {
      int64_t at = axis < 0 ? axis + rank : axis;
      reduced.insert(at);
      axes.push_back(permutation[at]);
    }
    auto type = cast<TensorType>(op.getType());
    // The axes that are left, in the result's order, as axes of the input.
    SmallVector<int64_t> left;
    for (int64_t axis = 0; axis < rank; ++axis)
      if (op.getKeepDims() || !reduced.contains(axis))
        left.push_back(permutation[axis]);
    SmallVector<int64_t> sorted(left), order;
    llvm::sort(sorted);
    for (int64_t axis : left)
      order.push_back(llvm::find(sorted, axis) - sorted.begin());
    auto moved = cast<Op>(rewriter.clone(*op.getOperation()));
    moved->setOperand(0, transposed.getInput());
    moved.setAxes(axes);
    moved->getResult(0).setType(permuteType(type, invertPermutation(order)));
    rewriter.replaceOp(
        op, transpose(rewriter, op.getLoc(), moved->getResult(0), order));
    return success();
  }
};

/// A transpose that moves only axes of size 1 changes no element's place.
template <typename Op> struct DropBeforeReshape : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;

  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    auto transposed = op.getInput().template getDefiningOp<TransposeOp>();
    // Entries of 0 copy a size of the input.
    if (!transposed || !isa_and_nonnull<ConstantOp>(
                           op.getShape().getDefiningOp()))
      return failure();
    auto type = cast<TensorType>(transposed.getInput().getType());
    int64_t last = -1;
    for (int64_t axis : transposed.getPermutation()) {
      if (type.getDim(axis).isConstant(1))
        continue;
      if (axis < last)
        return failure();
      last = axis;
    }
    auto shape = op.getShape().template getDefiningOp<ConstantOp>();
    auto values = dyn_cast<DenseElementsAttr>(shape.getValue());
    if (!values || llvm::any_of(values.template getValues<APInt>(),
                                [](const APInt &v) { return v.isZero(); }))
      return failure();
    rewriter.modifyOpInPlace(
        op, [&] { op->setOperand(0, transposed.getInput()); });
    return success();
  }
};

} // namespace

SmallVector<int64_t> invertPermutation(ArrayRef<int64_t> forward) {
  SmallVector<int64_t> inverse(forward.size());
  for (auto [to, from] : llvm::enumerate(forward))
    inverse[from] = to;
  return inverse;
}

TensorType permuteType(TensorType type, ArrayRef<int64_t> permutation) {
  SmallVector<DimAttr> dims;
  for (int64_t axis : permutation)
    dims.push_back(type.getDim(axis));
  return type.withDims(dims);
}

Value transpose(OpBuilder &builder, Location location, Value value,
                ArrayRef<int64_t> permutation) {
  if (llvm::is_sorted(permutation))
    return value;
  auto type = cast<TensorType>(value.getType());
  return TransposeOp::create(builder, location, permuteType(type, permutation),
                             value, permutation);
}

void populateTransposePatterns(RewritePatternSet &patterns) {
  MLIRContext *context = patterns.getContext();
  patterns.add<SinkThroughElementwise>(context);
  patterns.add<SinkThroughConcat, SinkThroughPad, SinkThroughResize,
               SinkThroughReduction<ReduceSumOp>,
               SinkThroughReduction<ReduceMeanOp>,
               SinkThroughReduction<ReduceMaxOp>,
               SinkThroughReduction<ReduceMinOp>,
               SinkThroughReduction<ReduceProdOp>,
               DropBeforeReshape<ReshapeOp>>(context);
  TransposeOp::getCanonicalizationPatterns(patterns, context);
}

} // namespace tenon
