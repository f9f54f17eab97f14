//===- OutlineLoops.cpp - Give the loops of large models functions --------===//

#include "tenon/CodeGen/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_OUTLINELOOPSPASS
#include "tenon/CodeGen/Passes.h.inc"

namespace {

class LoopOutliner {
public:
  LoopOutliner(func::FuncOp model, unsigned least)
      : model(model), least(least), builder(model),
        prefix(model.getName().str()) {}

  unsigned run() {
    collect(model.getBody().front());
    if (loops.size() < least)
      return 0;
    for (scf::ForOp loop : loops)
      outline(loop);
    return known.size();
  }

private:
  /// The loops of a block and of the branches in it.
  void collect(Block &block) {
    for (Operation &op : block) {
      if (auto loop = dyn_cast<scf::ForOp>(op); loop && canMove(loop))
        loops.push_back(loop);
      else if (auto branches = dyn_cast<scf::IfOp>(op))
        for (Region &region : branches->getRegions())
          for (Block &inner : region)
            collect(inner);
    }
  }

  /// A fault ends the model, not a function that it calls.
  static bool canMove(scf::ForOp loop) {
    return loop.getNumResults() == 0 &&
           !loop.walk([](cf::AssertOp) { return WalkResult::interrupt(); })
                .wasInterrupted();
  }

  void outline(scf::ForOp loop) {
    SetVector<Value> used;
    getUsedValuesDefinedAbove(loop.getRegion(), used);
    used.insert(loop->operand_begin(), loop->operand_end());
    SmallVector<Value> arguments;
    SmallVector<Operation *> constants;
    for (Value value : used) {
      Operation *op = value.getDefiningOp();
      if (op && op->hasTrait<OpTrait::ConstantLike>())
        constants.push_back(op);
      else
        arguments.push_back(value);
    }
    builder.setInsertionPoint(model);
    // All have the same name until they have been compared.
    auto function = func::FuncOp::create(
        builder, loop.getLoc(), "loop",
        builder.getFunctionType(ValueRange(arguments).getTypes(), {}));
    function.setPrivate();
    Block *body = function.addEntryBlock();
    IRMapping mapping;
    mapping.map(arguments, body->getArguments());
    builder.setInsertionPointToEnd(body);
    for (Operation *constant : constants)
      builder.clone(*constant, mapping);
    builder.clone(*loop, mapping);
    func::ReturnOp::create(builder, loop.getLoc());

    std::string text;
    llvm::raw_string_ostream os(text);
    function.print(os, OpPrintingFlags().useLocalScope().printGenericOpForm());
    std::string name = prefix + ".loop" + std::to_string(known.size());
    auto [it, isNew] = known.try_emplace(text, name);
    builder.setInsertionPoint(loop);
    func::CallOp::create(builder, loop.getLoc(), it->second, TypeRange(),
                         arguments);
    loop.erase();
    if (isNew)
      function.setName(name);
    else
      function.erase();
  }

  func::FuncOp model;
  unsigned least;
  SmallVector<scf::ForOp> loops;
  OpBuilder builder;
  std::string prefix;
  llvm::StringMap<std::string> known;
};

struct OutlineLoopsPass : impl::OutlineLoopsPassBase<OutlineLoopsPass> {
  using OutlineLoopsPassBase::OutlineLoopsPassBase;

  void runOnOperation() override {
    SmallVector<func::FuncOp> models;
    for (auto function : getOperation().getOps<func::FuncOp>())
      if (function->hasAttr("tenon.inputs"))
        models.push_back(function);
    for (func::FuncOp model : models)
      outlined += LoopOutliner(model, least).run();
  }
};

} // namespace
} // namespace tenon
