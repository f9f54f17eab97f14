//===- Check.cpp - Infer all types and report every mistake ---------------===//

#include "tenon/Dialect/IR/ControlFlow.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Rule.h"
#include "tenon/Dialect/Transforms/Passes.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_CHECKPASS
#include "tenon/Dialect/Transforms/Passes.h.inc"

namespace {

/// The name of a size that only the data decides: `image_axis2`.
std::string makeSymbolName(StringRef input, int64_t axis,
                           const DenseSet<StringAttr> &taken, MLIRContext *context) {
  std::string name;
  for (char c : input)
    name += llvm::isAlnum(c) ? c : '_';
  name += "_axis" + std::to_string(axis);
  while (taken.contains(StringAttr::get(context, name)))
    name += "_";
  return name;
}

/// Checks one model; keeps going after every mistake.
class ModelChecker {
public:
  explicit ModelChecker(ModelOp model) : model(model) {
    state.demandComplete = true;
    state.visit = [this](Operation *op) { return checkOperation(op); };
  }

  bool check() {
    declareSymbols();
    model.initialize(state.env);
    for (BlockArgument input : model.getBlock().getArguments())
      checkInput(input);
    for (Operation &op : model.getBlock())
      (void)checkOperation(&op);
    recordConstraints();
    return !failed;
  }

  unsigned checkedCount = 0, constraintCount = 0;

private:
  /// Sizes named by the axes of inputs are symbols of the model, and open
  /// ones get a symbol of their own.
  void declareSymbols() {
    for (auto symbol : model.getSymbols().getAsRange<SymbolAttr>())
      declared.insert(symbol.getName());
    Block &block = model.getBlock();
    for (auto [input, name] :
         llvm::zip(block.getArguments(),
                   model.getInputNames().getAsValueRange<StringAttr>())) {
      auto type = cast<TensorType>(input.getType());
      if (!type.hasRank())
        continue;
      SmallVector<DimAttr> dims(type.getDims());
      for (auto [axis, dim] : llvm::enumerate(dims)) {
        if (dim.isUnknown())
          dim = DimAttr::getSymbol(type.getContext(),
                                   makeSymbolName(name, axis, declared,
                                                  type.getContext()));
        if (StringAttr symbol = dim.getSymbol())
          if (declared.insert(symbol).second)
            model.declareSymbol(symbol);
      }
      input.setType(type.withDims(dims));
    }
  }

  void checkInput(BlockArgument input) {
    auto type = cast<TensorType>(input.getType());
    StringRef name =
        cast<StringAttr>(model.getInputNames()[input.getArgNumber()]);
    checkSymbols(type.getDims(), input.getLoc());
    if (type.isComplete() || type.getError())
      return;
    fail();
    emitDiagnostic(input.getLoc(), diag::notInferred)
        .fact("op", "the input '" + name + "'")
        .fact("shape", type.getText());
    input.setType(type.withError());
  }

  static SmallVector<DimAttr> read(ArrayAttr dims) {
    SmallVector<DimAttr> known;
    for (Attribute dim : dims)
      if (auto size = dyn_cast<DimAttr>(dim))
        known.push_back(size);
    return known;
  }

  /// Sizes that the data decides have names from here on.
  void declareSizes(AsSizesOp op) {
    checkSymbols(read(op.getLimits()), op.getLoc());
    SmallVector<DimAttr> sizes = read(op.getSizes());
    for (DimAttr size : sizes)
      if (StringAttr symbol = size.getSymbol())
        if (declared.insert(symbol).second || definedIn.contains(symbol))
          define(symbol, op->getParentRegion());
    checkSymbols(sizes, op.getLoc());
  }

  void declareSizes(IfOp op) {
    for (auto [index, result] : llvm::enumerate(op.getResults()))
      for (int64_t axis = 0; axis < TensorType::maxRank; ++axis)
        if (DimAttr size = op.getNamedSize(index, axis))
          if (declared.insert(size.getSymbol()).second)
            define(size.getSymbol(), op->getParentRegion());
  }

  /// A name that is known around here stands for the same size.
  void define(StringAttr symbol, Region *region) {
    auto [it, isNew] = definedIn.try_emplace(symbol, region);
    if (!isNew && !it->second->isAncestor(region))
      it->second = region;
  }

  /// Sizes that are decided within a region are not known outside of it.
  void checkScope(Operation *op) {
    llvm::SetVector<StringAttr> symbols;
    for (Value result : op->getResults())
      if (auto type = dyn_cast<TensorType>(result.getType()))
        for (DimAttr dim : type.getDims())
          dim.collectSymbols(symbols);
    for (StringAttr symbol : symbols) {
      auto it = definedIn.find(symbol);
      if (it == definedIn.end() ||
          it->second->isAncestor(op->getParentRegion()))
        continue;
      fail();
      emitDiagnostic(op->getLoc(), diag::featureUnsupported)
          .fact("node", describeOperation(op))
          .fact("feature", "the size '" + symbol.getValue() +
                               "' outside of the region that decides it");
      definedIn.erase(it);
    }
  }

  void checkSymbols(ArrayRef<DimAttr> dims, Location at) {
    llvm::SetVector<StringAttr> symbols;
    for (DimAttr dim : dims)
      dim.collectSymbols(symbols);
    for (StringAttr symbol : symbols) {
      if (!declared.insert(symbol).second)
        continue;
      fail();
      emitDiagnostic(at, diag::symbolUnknown).fact("name", symbol.getValue());
      model.declareSymbol(symbol);
    }
  }

  void checkResults(Operation *op) {
    for (Value result : op->getResults())
      if (auto type = dyn_cast<TensorType>(result.getType()))
        checkSymbols(type.getDims(), op->getLoc());
  }

  LogicalResult checkOperation(Operation *op) {
    ++checkedCount;
    // Accessors crash on broken structure, so that comes first.
    bool broken = !op->getName().isRegistered() ||
                  mlir::failed(op->getName().verifyInvariants(op));
    if (!op->getName().isRegistered())
      emitDiagnostic(op->getLoc(), diag::invalidOperation)
          .fact("problem", "`" + op->getName().getStringRef() +
                               "` is no operation of a known dialect");
    if (broken) {
      fail();
      poison(op);
      return failure();
    }
    if (auto sizes = dyn_cast<AsSizesOp>(op))
      declareSizes(sizes);
    if (auto loop = dyn_cast<LoopOp>(op))
      checkSymbols(read(loop.getRoom()), op->getLoc());
    if (auto branches = dyn_cast<IfOp>(op))
      declareSizes(branches);
    // Those of regions are declared in them.
    bool hasRegions = op->getNumRegions() != 0;
    if (!hasRegions)
      checkResults(op);
    LogicalResult result = inferOperation(op, state);
    if (hasRegions)
      checkResults(op);
    if (!definedIn.empty())
      checkScope(op);
    if (mlir::failed(result))
      fail();
    return result;
  }

  void poison(Operation *op) {
    for (Value result : op->getResults())
      if (auto type = dyn_cast<TensorType>(result.getType()))
        result.setType(type.isComplete() ? type : type.withError());
  }

  void recordConstraints() {
    SmallVector<Attribute> all(model.getConstraints().getValue());
    for (ConstraintAttr constraint : state.constraints)
      if (!llvm::is_contained(all, constraint))
        all.push_back(constraint);
    constraintCount = all.size();
    model.setConstraintsAttr(ArrayAttr::get(model.getContext(), all));
  }

  void fail() { failed = true; }

  ModelOp model;
  InferenceState state;
  DenseSet<StringAttr> declared;
  /// Where the data decides a size.
  DenseMap<StringAttr, Region *> definedIn;
  bool failed = false;
};

struct CheckPass : impl::CheckPassBase<CheckPass> {
  using CheckPassBase::CheckPassBase;

  void runOnOperation() override {
    auto *dialect = getContext().getOrLoadDialect<TenonDialect>();
    dialect->setRuleVerification(false);
    bool failed = false;
    for (Operation &op : getOperation().getBody()->getOperations()) {
      if (mlir::failed(op.getName().verifyInvariants(&op))) {
        failed = true;
        continue;
      }
      if (auto model = dyn_cast<ModelOp>(op)) {
        ModelChecker checker(model);
        failed |= !checker.check();
        checked += checker.checkedCount;
        constraints += checker.constraintCount;
      }
    }
    dialect->setRuleVerification(true);
    if (failed)
      signalPassFailure();
  }
};

} // namespace
} // namespace tenon
