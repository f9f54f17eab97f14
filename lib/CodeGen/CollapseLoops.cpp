//===- CollapseLoops.cpp - Fewer and longer elementwise loops -------------===//

#include "tenon/CodeGen/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Linalg/Transforms/Transforms.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_COLLAPSELOOPSPASS
#include "tenon/CodeGen/Passes.h.inc"

namespace {

/// The axes of a buffer that a map's results take the loops to, if these are
/// next to each other and in order; empty if the map has none of the loops.
std::optional<ReassociationIndices> getAxes(AffineMap map,
                                            ArrayRef<int64_t> loops) {
  ReassociationIndices axes;
  for (auto [axis, expression] : llvm::enumerate(map.getResults())) {
    auto dim = cast<AffineDimExpr>(expression);
    if (!llvm::is_contained(loops, int64_t(dim.getPosition())))
      continue;
    if (loops[axes.size()] != int64_t(dim.getPosition()) ||
        (!axes.empty() && axes.back() + 1 != int64_t(axis)))
      return std::nullopt;
    axes.push_back(axis);
  }
  if (!axes.empty() && axes.size() != loops.size())
    return std::nullopt;
  return axes;
}

/// The loops run over memory that is one piece in every buffer.
bool canCollapse(linalg::GenericOp op, ArrayRef<int64_t> loops) {
  for (OpOperand &operand : op->getOpOperands()) {
    auto axes = getAxes(op.getMatchingIndexingMap(&operand), loops);
    if (!axes)
      return false;
    auto type = dyn_cast<MemRefType>(operand.get().getType());
    if (axes->empty() || !type)
      continue;
    // All other axes stay as they are.
    SmallVector<ReassociationIndices> groups;
    for (int64_t axis = 0; axis < type.getRank(); ++axis) {
      if (axis == axes->front())
        groups.push_back(*axes);
      else if (!llvm::is_contained(*axes, axis))
        groups.push_back({axis});
    }
    if (!memref::CollapseShapeOp::isGuaranteedCollapsible(type, groups))
      return false;
  }
  return true;
}

struct CollapseLoopsPass : impl::CollapseLoopsPassBase<CollapseLoopsPass> {
  using CollapseLoopsPassBase::CollapseLoopsPassBase;

  void runOnOperation() override {
    SmallVector<linalg::GenericOp> candidates;
    getOperation().walk([&](linalg::GenericOp op) {
      bool plain = llvm::all_of(op.getIndexingMapsArray(), [](AffineMap map) {
        return map.isProjectedPermutation();
      });
      if (plain && op.hasPureBufferSemantics() && !op.hasIndexSemantics() &&
          op.getNumParallelLoops() == op.getNumLoops() && op.getNumLoops() > 1)
        candidates.push_back(op);
    });
    IRRewriter rewriter(&getContext());
    for (linalg::GenericOp op : candidates) {
      SmallVector<ReassociationIndices> groups = {{0}};
      for (int64_t loop = 1; loop < int64_t(op.getNumLoops()); ++loop) {
        ReassociationIndices longer = groups.back();
        longer.push_back(loop);
        if (canCollapse(op, longer))
          groups.back() = longer;
        else
          groups.push_back({loop});
      }
      if (groups.size() == op.getNumLoops())
        continue;
      rewriter.setInsertionPoint(op);
      if (failed(linalg::collapseOpIterationDims(op, groups, rewriter)))
        continue;
      rewriter.eraseOp(op);
      ++collapsed;
    }
  }
};

} // namespace
} // namespace tenon
