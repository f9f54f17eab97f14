//===- LowerReshapes.cpp - Axes split into several free sizes --------------===//

#include "tenon/CodeGen/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "tenon/Diagnostics/Emission.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_LOWERRESHAPESPASS
#include "tenon/CodeGen/Passes.h.inc"

namespace {

/// One axis becomes several, more than one of them of dynamic size.
bool splitsIntoSeveralDynamic(memref::ExpandShapeOp op) {
  MemRefType type = op.getResultType();
  return llvm::any_of(op.getReassociationIndices(), [&](ArrayRef<int64_t> group) {
    return llvm::count_if(group, [&](int64_t axis) {
             return type.isDynamicDim(axis);
           }) > 1;
  });
}

/// The row-major strides of the sizes.
SmallVector<OpFoldResult> makeStrides(OpBuilder &builder, Location at,
                                      ArrayRef<OpFoldResult> sizes) {
  SmallVector<OpFoldResult> strides(sizes.size(), builder.getIndexAttr(1));
  for (int64_t axis = int64_t(sizes.size()) - 2; axis >= 0; --axis) {
    OpFoldResult inner = strides[axis + 1], size = sizes[axis + 1];
    auto a = getConstantIntValue(inner), b = getConstantIntValue(size);
    strides[axis] =
        a && b ? OpFoldResult(builder.getIndexAttr(*a * *b))
               : OpFoldResult(arith::MulIOp::create(
                                  builder, at,
                                  getValueOrCreateConstantIndexOp(builder, at,
                                                                  inner),
                                  getValueOrCreateConstantIndexOp(builder, at,
                                                                  size))
                                  .getResult());
  }
  return strides;
}

struct LowerReshapesPass : impl::LowerReshapesPassBase<LowerReshapesPass> {
  using LowerReshapesPassBase::LowerReshapesPassBase;

  void runOnOperation() override {
    SmallVector<memref::ExpandShapeOp> splits;
    getOperation().walk([&](memref::ExpandShapeOp op) {
      if (splitsIntoSeveralDynamic(op))
        splits.push_back(op);
    });
    for (memref::ExpandShapeOp op : splits) {
      if (!op.getSrcType().getLayout().isIdentity()) {
        emitDiagnostic(op.getLoc(), diag::internalLimit)
            .fact("problem", "a part of a tensor is split into several axes "
                             "whose sizes only the data decides");
        return signalPassFailure();
      }
      OpBuilder builder(op);
      SmallVector<OpFoldResult> sizes = op.getMixedOutputShape();
      auto view = memref::ReinterpretCastOp::create(
          builder, op.getLoc(), op.getResultType(), op.getSrc(),
          builder.getIndexAttr(0), sizes,
          makeStrides(builder, op.getLoc(), sizes));
      op.replaceAllUsesWith(view.getResult());
      op.erase();
    }
  }
};

} // namespace
} // namespace tenon
