//===- OutlineConstants.cpp - Large constants become parameters -----------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/Transforms/Passes.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_OUTLINECONSTANTSPASS
#include "tenon/Dialect/Transforms/Passes.h.inc"

namespace {

struct OutlineConstantsPass
    : impl::OutlineConstantsPassBase<OutlineConstantsPass> {
  using OutlineConstantsPassBase::OutlineConstantsPassBase;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    SymbolTable symbols(module);
    SmallVector<ConstantOp> constants;
    module.walk([&](ConstantOp op) {
      auto dense = dyn_cast<DenseElementsAttr>(op.getValue());
      bool isSplat = dense && dense.isSplat();
      if (op.getValue().getNumElements() > largest && !isSplat)
        constants.push_back(op);
    });
    for (ConstantOp op : constants) {
      auto model = op->getParentOfType<ModelOp>();
      OpBuilder builder(model);
      auto parameter = ParameterOp::create(
          builder, op.getLoc(), builder.getStringAttr("constant"),
          TypeAttr::get(op.getType()), op.getValue(), UnitAttr());
      // The table makes the name unique.
      symbols.insert(parameter, parameter->getIterator());
      builder.setInsertionPoint(op);
      auto read = GetParameterOp::create(
          builder, op.getLoc(), op.getType(),
          FlatSymbolRefAttr::get(parameter.getSymNameAttr()));
      op.replaceAllUsesWith(read.getResult());
      op.erase();
      ++outlined;
    }
  }
};

} // namespace
} // namespace tenon
