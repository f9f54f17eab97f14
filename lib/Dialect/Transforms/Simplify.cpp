//===- Simplify.cpp - Fold constants, drop no-ops and dead parameters -----===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Rule.h"
#include "tenon/Dialect/Transforms/Passes.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "mlir/Transforms/CSE.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_SIMPLIFYPASS
#include "tenon/Dialect/Transforms/Passes.h.inc"

namespace {

/// Larger results would cost more as data than they cost to compute.
constexpr int64_t maxFoldedElements = 1 << 16;

/// Replaces results that inference or the evaluator knows by constants.
class ConstantFolder {
public:
  explicit ConstantFolder(ModelOp model) : model(model), builder(model) {
    state.report = false;
    model.initialize(state.env);
  }

  unsigned run() {
    unsigned folded = 0;
    for (Operation &op :
         llvm::make_early_inc_range(model.getBlock().getOperations())) {
      if (!isa<RuleOpInterface>(op))
        continue;
      if (failed(inferOperation(&op, state)) || isa<ConstantOp>(op))
        continue;
      folded += fold(&op);
    }
    return folded;
  }

private:
  unsigned fold(Operation *op) {
    if (isa<GetParameterOp>(op) || op->getNumResults() == 0)
      return 0;
    SmallVector<ElementsAttr> constants = getResultConstants(op);
    if (constants.empty())
      return 0;
    builder.setInsertionPoint(op);
    for (auto [result, constant] :
         llvm::zip_equal(op->getResults(), constants)) {
      auto replacement = ConstantOp::create(builder, op->getLoc(),
                                            result.getType(), constant);
      // A copy: a new entry moves the old ones.
      KnownValue known = state.values.lookup(result);
      known.constant = constant;
      state.values[replacement.getResult()] = std::move(known);
      result.replaceAllUsesWith(replacement.getResult());
    }
    // What the data must be is still checked.
    if (isa<AsSizesOp>(op))
      return 0;
    op->erase();
    return 1;
  }

  /// All or nothing.
  SmallVector<ElementsAttr> getResultConstants(Operation *op) {
    SmallVector<ElementsAttr> known;
    for (Value result : op->getResults()) {
      auto type = cast<TensorType>(result.getType());
      auto it = state.values.find(result);
      if (it == state.values.end() || !it->second.constant ||
          it->second.constant.getShapedType() != type)
        break;
      known.push_back(it->second.constant);
    }
    if (known.size() == op->getNumResults())
      return known;
    return evaluate(op);
  }

  SmallVector<ElementsAttr> evaluate(Operation *op) {
    for (Type type : op->getResultTypes())
      if (cast<TensorType>(type).getCount().getConstant().value_or(
              maxFoldedElements + 1) > maxFoldedElements)
        return {};
    SmallVector<ElementsAttr> operands;
    for (Value operand : op->getOperands()) {
      ElementsAttr constant = getConstant(operand);
      if (!constant)
        return {};
      operands.push_back(constant);
    }
    if (operands.empty())
      return {};
    auto results = evaluateOperation(op, operands);
    return succeeded(results) ? *results : SmallVector<ElementsAttr>();
  }

  ElementsAttr getConstant(Value operand) {
    if (auto constant = operand.getDefiningOp<ConstantOp>())
      return constant.getValue();
    auto it = state.values.find(operand);
    return it == state.values.end() ? ElementsAttr() : it->second.constant;
  }

  ModelOp model;
  OpBuilder builder;
  InferenceState state;
};

struct SimplifyPass : impl::SimplifyPassBase<SimplifyPass> {
  using SimplifyPassBase::SimplifyPassBase;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    for (auto model : module.getOps<ModelOp>()) {
      folded += ConstantFolder(model).run();
      RewritePatternSet patterns(&getContext());
      for (RegisteredOperationName name :
           getContext().getRegisteredOperationsByDialect("tenon"))
        name.getCanonicalizationPatterns(patterns, &getContext());
      if (failed(applyPatternsGreedily(model.getBody(), std::move(patterns))))
        return signalPassFailure();
      DominanceInfo dominance;
      IRRewriter rewriter(&getContext());
      eliminateCommonSubExpressions(rewriter, dominance, model);
    }
    dropDeadParameters(module);
  }

private:
  static void dropDeadParameters(ModuleOp module) {
    llvm::StringSet<> read;
    module.walk([&](GetParameterOp op) { read.insert(op.getParameter()); });
    for (auto parameter :
         llvm::make_early_inc_range(module.getOps<ParameterOp>()))
      if (!read.contains(parameter.getSymName()) && !parameter.getTrainable())
        parameter.erase();
  }
};

} // namespace
} // namespace tenon
