//===- ChooseLayout.cpp - Channels last around convolutions ---------------===//
//
// Convolutions, pooling and batch normalisation run fastest with the channels
// contiguous. Each is put between two transposes; these then sink through what
// does not care about the order of axes, until they meet and vanish.
//
//===----------------------------------------------------------------------===//

#include "Transposes.h"
#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Normalization.h"
#include "tenon/Dialect/IR/Pooling.h"
#include "tenon/Dialect/Transforms/Passes.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_CHOOSELAYOUTPASS
#include "tenon/Dialect/Transforms/Passes.h.inc"

namespace {

/// [0, 2, 3, …, 1]: channels go from the second place to the last.
SmallVector<int64_t> getToLast(int64_t rank) {
  SmallVector<int64_t> permutation = {0};
  for (int64_t axis = 2; axis < rank; ++axis)
    permutation.push_back(axis);
  permutation.push_back(1);
  return permutation;
}

/// A filter [F, C, spatial…] becomes [spatial…, C, F], a transposed one [C, F,
/// spatial…] the same.
SmallVector<int64_t> getFilterToLast(int64_t rank, bool isTransposed) {
  SmallVector<int64_t> permutation;
  for (int64_t axis = 2; axis < rank; ++axis)
    permutation.push_back(axis);
  if (isTransposed)
    permutation.append({0, 1});
  else
    permutation.append({1, 0});
  return permutation;
}

template <typename Op>
constexpr bool hasFilter =
    std::is_same_v<Op, ConvOp> || std::is_same_v<Op, ConvTransposeOp>;

template <typename Op> struct MoveChannelsLast : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;

  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    auto type = cast<TensorType>(op.getResult().getType());
    if (op.getLayout() != Layout::ChannelsFirst || !type.hasRank() ||
        type.getRank() < 3)
      return failure();
    int64_t rank = type.getRank();
    // A declared result may be complete where an operand is not.
    for (unsigned i = 0; i < (hasFilter<Op> ? 2 : 1); ++i) {
      auto operand = cast<TensorType>(op->getOperand(i).getType());
      if (!operand.hasRank() || operand.getRank() != rank)
        return failure();
    }
    SmallVector<int64_t> toLast = getToLast(rank);
    SmallVector<Value> operands(op->getOperands());
    operands[0] = transpose(rewriter, op.getLoc(), operands[0], toLast);
    if (hasFilter<Op>)
      operands[1] = transpose(
          rewriter, op.getLoc(), operands[1],
          getFilterToLast(rank, std::is_same_v<Op, ConvTransposeOp>));
    Operation *moved = rewriter.clone(*op);
    moved->setOperands(operands);
    cast<Op>(moved).setLayout(Layout::ChannelsLast);
    moved->getResult(0).setType(permuteType(type, toLast));
    rewriter.replaceOp(op, transpose(rewriter, op.getLoc(),
                                     moved->getResult(0),
                                     invertPermutation(toLast)));
    return success();
  }
};

struct ChooseLayoutPass : impl::ChooseLayoutPassBase<ChooseLayoutPass> {
  using ChooseLayoutPassBase::ChooseLayoutPassBase;

  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<MoveChannelsLast<ConvOp>, MoveChannelsLast<ConvTransposeOp>,
                 MoveChannelsLast<MaxPoolOp>, MoveChannelsLast<AvgPoolOp>,
                 MoveChannelsLast<LpPoolOp>, MoveChannelsLast<BatchNormOp>,
                 MoveChannelsLast<GridSampleOp>>(
        &getContext());
    populateTransposePatterns(patterns);
    FrozenRewritePatternSet frozen(std::move(patterns));
    for (auto model : getOperation().getOps<ModelOp>()) {
      // A model without any of these keeps the order it came in.
      bool concerned = llvm::any_of(model.getBlock(), [](Operation &op) {
        return isa<ConvOp, ConvTransposeOp, MaxPoolOp, AvgPoolOp, LpPoolOp,
                   BatchNormOp>(op);
      });
      if (concerned && failed(applyPatternsGreedily(model.getBody(), frozen)))
        return signalPassFailure();
    }
  }
};

} // namespace
} // namespace tenon
