//===- MovementFold.cpp - Movements that move nothing ---------------------===//

#include "tenon/Dialect/IR/Movement.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace tenon {
namespace {

/// The input, if the result's type says that it is the same tensor. Only
/// complete types can: two `?` need not be equal.
Value forwardIfSame(Value input, Value result) {
  auto type = cast<TensorType>(result.getType());
  return input.getType() == type && type.isComplete() ? input : Value();
}

bool areAll(ArrayRef<int64_t> values, int64_t value) {
  return llvm::all_of(values, [&](int64_t other) { return other == value; });
}

/// transpose(transpose(x)) is one transpose.
struct ComposeTransposes : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(TransposeOp op,
                                PatternRewriter &rewriter) const override {
    auto inner = op.getInput().getDefiningOp<TransposeOp>();
    if (!inner ||
        inner.getPermutation().size() != op.getPermutation().size())
      return failure();
    SmallVector<int64_t> permutation;
    for (int64_t axis : op.getPermutation()) {
      if (axis < 0 || axis >= int64_t(inner.getPermutation().size()))
        return failure();
      permutation.push_back(inner.getPermutation()[axis]);
    }
    rewriter.replaceOpWithNewOp<TransposeOp>(op, op.getType(),
                                             inner.getInput(), permutation);
    return success();
  }
};

/// With both ranks known, what the input is aligned to does not matter.
struct AlignByUnsqueeze : OpRewritePattern<AlignRankOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(AlignRankOp op,
                                PatternRewriter &rewriter) const override {
    auto from = cast<TensorType>(op.getInput().getType());
    auto to = cast<TensorType>(op.getResult().getType());
    auto like = cast<TensorType>(op.getLike().getType());
    if (!from.hasRank() || !to.hasRank() || !like.hasRank() ||
        to.getRank() != std::max(from.getRank(), like.getRank()) ||
        to.getRank() == from.getRank())
      return failure();
    SmallVector<int64_t> axes;
    for (int64_t axis = 0; axis < to.getRank() - from.getRank(); ++axis)
      axes.push_back(axis);
    rewriter.replaceOpWithNewOp<UnsqueezeOp>(op, to, op.getInput(), axes);
    return success();
  }
};

} // namespace

OpFoldResult ReshapeOp::fold(FoldAdaptor) {
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult FlattenOp::fold(FoldAdaptor) {
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult SqueezeOp::fold(FoldAdaptor) {
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult UnsqueezeOp::fold(FoldAdaptor) {
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult AlignRankOp::fold(FoldAdaptor) {
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult ExpandOp::fold(FoldAdaptor) {
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult TileOp::fold(FoldAdaptor) {
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult TransposeOp::fold(FoldAdaptor) {
  for (auto [axis, from] : llvm::enumerate(getPermutation()))
    if (int64_t(axis) != from)
      return {};
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult ConcatOp::fold(FoldAdaptor) {
  if (getInputs().size() != 1)
    return {};
  return forwardIfSame(getInputs().front(), getResult());
}

OpFoldResult SliceOp::fold(FoldAdaptor) {
  // A forward slice as long as its axis takes all of it.
  if (llvm::any_of(getSteps(), [](int64_t step) { return step <= 0; }))
    return {};
  return forwardIfSame(getInput(), getResult());
}

OpFoldResult PadOp::fold(FoldAdaptor) {
  if (!areAll(getLow(), 0) || !areAll(getHigh(), 0))
    return {};
  return forwardIfSame(getInput(), getResult());
}

void TransposeOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                              MLIRContext *context) {
  patterns.add<ComposeTransposes>(context);
}

void AlignRankOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                              MLIRContext *context) {
  patterns.add<AlignByUnsqueeze>(context);
}

} // namespace tenon
