//===- LowerFaults.cpp - Let models stop at data they cannot take ---------===//

#include "tenon/CodeGen/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_LOWERFAULTSPASS
#include "tenon/CodeGen/Passes.h.inc"

namespace {

class FaultLowering {
public:
  explicit FaultLowering(func::FuncOp function)
      : function(function), builder(function.getContext()) {}

  void run() {
    SmallVector<cf::AssertOp> checks;
    function.walk([&](cf::AssertOp check) { checks.push_back(check); });
    returnStatus();
    for (cf::AssertOp check : checks)
      lower(check);
    SmallVector<Attribute> described;
    for (auto &[message, number] : numbers) {
      auto [code, text] = message.split(':');
      described.push_back(builder.getArrayAttr(
          {builder.getStringAttr(code), builder.getStringAttr(text)}));
    }
    function->setAttr("tenon.faults", builder.getArrayAttr(described));
  }

private:
  /// Where all went well the status is 0.
  void returnStatus() {
    for (Block &block : function.getBody()) {
      auto end = dyn_cast<func::ReturnOp>(block.getTerminator());
      if (!end)
        continue;
      builder.setInsertionPoint(end);
      Value zero = arith::ConstantIntOp::create(builder, end.getLoc(), 0, 32);
      func::ReturnOp::create(builder, end.getLoc(), zero);
      end.erase();
    }
    function.setFunctionType(
        builder.getFunctionType(function.getArgumentTypes(),
                                builder.getI32Type()));
  }

  void lower(cf::AssertOp check) {
    Location at = check.getLoc();
    unsigned number =
        numbers.try_emplace(check.getMsg(), numbers.size() + 1).first->second;
    Block *before = check->getBlock();
    Block *after = before->splitBlock(check->getNextNode());
    builder.setInsertionPoint(check);
    Value fault = arith::ConstantIntOp::create(builder, at, number, 32);
    cf::CondBranchOp::create(builder, at, check.getArg(), after, ValueRange(),
                             getExit(), fault);
    check.erase();
  }

  /// The block that returns the number of a fault.
  Block *getExit() {
    if (exit)
      return exit;
    OpBuilder::InsertionGuard guard(builder);
    Location at = function.getLoc();
    exit = builder.createBlock(&function.getBody(), function.getBody().end(),
                               builder.getI32Type(), at);
    func::ReturnOp::create(builder, at, exit->getArgument(0));
    return exit;
  }

  func::FuncOp function;
  OpBuilder builder;
  Block *exit = nullptr;
  llvm::MapVector<StringRef, unsigned> numbers;
};

struct LowerFaultsPass : impl::LowerFaultsPassBase<LowerFaultsPass> {
  using LowerFaultsPassBase::LowerFaultsPassBase;

  void runOnOperation() override {
    for (auto function : getOperation().getOps<func::FuncOp>())
      if (function->hasAttr("tenon.inputs"))
        FaultLowering(function).run();
  }
};

} // namespace
} // namespace tenon
