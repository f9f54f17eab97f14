//===- Inference.cpp - Applying an op's rule ------------------------------===//

#include "tenon/Dialect/IR/ControlFlow.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

/// The integers of a constant as sizes, if it is small.
std::optional<SmallVector<DimAttr>> readAsDims(ElementsAttr constant) {
  Type elementType = constant.getElementType();
  if (!isa<IntegerType>(elementType) ||
      constant.getNumElements() > maxKnownElements)
    return std::nullopt;
  FailureOr<HostTensor> host = HostTensor::read(constant);
  if (failed(host))
    return std::nullopt;
  SmallVector<DimAttr> dims;
  for (int64_t value : host->integers)
    dims.push_back(DimAttr::get(constant.getContext(), value));
  return dims;
}

/// Integer entries that are all constants, as a constant of the type.
ElementsAttr writeAsConstant(ArrayRef<DimAttr> dims, TensorType type) {
  if (!type.isComplete() || !type.hasStaticShape() ||
      !isa<IntegerType>(type.getElementType()) ||
      !type.getCount().isConstant(dims.size()))
    return {};
  HostTensor host(type.getShape(), type.getElementType());
  for (auto [slot, dim] : llvm::zip_equal(host.integers, dims)) {
    std::optional<int64_t> value = dim.getConstant();
    if (!value)
      return {};
    slot = *value;
  }
  host.round();
  return host.write(type);
}

/// Constant operands give constant results, if they are small.
void evaluateIfConstant(Operation *op, ArrayRef<TensorType> types,
                        const DenseMap<Value, KnownValue> &values,
                        SmallVectorImpl<KnownValue> &known) {
  if (!isa<EvaluateOpInterface>(op) || op->getNumOperands() == 0)
    return;
  for (TensorType type : types)
    if (!type.isComplete() || !type.hasStaticShape() ||
        type.getCount().getConstant().value_or(maxKnownElements + 1) >
            maxKnownElements)
      return;
  SmallVector<ElementsAttr> operands;
  for (Value operand : op->getOperands()) {
    auto it = values.find(operand);
    if (it == values.end() || !it->second.constant)
      return;
    operands.push_back(it->second.constant);
  }
  // Evaluators make what the results' types say.
  for (auto [value, type] : llvm::zip_equal(op->getResults(), types))
    value.setType(type);
  auto results = evaluateOperation(op, operands);
  if (failed(results))
    return;
  for (auto [value, result] : llvm::zip_equal(known, *results))
    value.constant = result;
}

/// A type that nothing can be computed in, of an op whose operands are not.
void checkExtent(Operation *op, TensorType type, RuleContext &context) {
  auto hasTooMany = [](Type type) {
    auto tensor = dyn_cast<TensorType>(type);
    return tensor && tensor.hasRank() && tensor.hasStaticShape() &&
           tensor.getCount().isUnknown();
  };
  if (!type.hasRank() || context.hasFailed())
    return;
  if (type.getRank() > TensorType::maxRank)
    context.error(diag::internalLimit)
        .fact("problem", context.getOpText() + " would give a tensor of " +
                             type.getRankText() + ", but at most " +
                             Twine(TensorType::maxRank) + " are supported");
  else if (hasTooMany(type) && llvm::none_of(op->getOperandTypes(), hasTooMany))
    context.error(diag::sizeOverflow).fact("shape", type.getShapeText());
}

/// Refines the declared type by the inferred one. False: they contradict.
bool refine(TensorType declared, TensorType inferred, InferenceState &state,
            Operation *op, TensorType &result) {
  result = inferred;
  if (declared.hasElementType()) {
    if (inferred.hasElementType() &&
        inferred.getElementType() != declared.getElementType())
      return false;
    result = result.withElementType(declared.getElementType());
  }
  if (!declared.hasRank())
    return true;
  if (!inferred.hasRank()) {
    result = declared.withElementType(result.getElementType());
    return true;
  }
  if (declared.getRank() != inferred.getRank())
    return false;
  SmallVector<DimAttr> dims;
  for (auto [mine, theirs] :
       llvm::zip_equal(declared.getDims(), inferred.getDims())) {
    if (mine.isUnknown() || theirs.isUnknown()) {
      dims.push_back(mine.isUnknown() ? theirs : mine);
      continue;
    }
    DimComparison comparison = state.env.compare(mine, theirs);
    if (comparison == DimComparison::NeverEqual)
      return false;
    if (comparison == DimComparison::Depends) {
      MLIRContext *context = op->getContext();
      std::string message = describeOperation(op) + " is declared to give " +
                            mine.str() + " where it gives " + theirs.str();
      state.constraints.insert(
          ConstraintAttr::get(context, mine, Relation::Equal, theirs,
                              StringAttr::get(context, "E0110"),
                              StringAttr::get(context, message)));
      state.env.assumeEqual(mine, theirs);
    }
    // What is declared is what the user wrote; it reads better in messages.
    dims.push_back(theirs.getConstant() ? theirs : mine);
  }
  result = result.withDims(dims);
  return true;
}

/// Whether a value was made by something that failed.
bool dependsOnError(ValueRange values, const InferenceState &state) {
  return llvm::any_of(values, [&](Value value) {
    auto tensor = dyn_cast<TensorType>(value.getType());
    return (tensor && tensor.getError()) || state.tainted.contains(value);
  });
}

/// What a branch demands of sizes must only hold if it is taken. While one of
/// these lives, the rules of a branch's operations see what is equal in it, and
/// what it demands is kept at the `if`, not at the model.
class BranchScope {
public:
  BranchScope(IfOp op, InferenceState &state)
      : op(op), state(state), outer(state.visit) {
    state.visit = [this](Operation *nested) { return visit(nested); };
  }
  ~BranchScope() {
    state.visit = std::move(outer);
    // Verifying and building know less than the check.
    if (state.demandComplete)
      op.setBranchConstraints(constraints);
  }

private:
  LogicalResult visit(Operation *nested) {
    bool isOwn = nested->getParentOp() == op;
    if (isOwn && nested == &nested->getBlock()->front()) {
      env = state.env;
      before = state.constraints.size();
    }
    LogicalResult result =
        outer ? outer(nested) : inferOperation(nested, state);
    if (isOwn && nested == &nested->getBlock()->back())
      leave(nested->getParentRegion()->getRegionNumber());
    return result;
  }

  void leave(unsigned branch) {
    llvm::SetVector<ConstraintAttr> kept;
    for (auto [index, constraint] : llvm::enumerate(state.constraints)) {
      if (index < before || !isOwn(constraint))
        kept.insert(constraint);
      else
        constraints[branch].push_back(constraint);
    }
    state.constraints = std::move(kept);
    state.env = std::move(env);
  }

  /// Sizes that are too small would upset the memory that is planned for both
  /// branches, and sizes that the data decides are compared where they are
  /// found, so only equalities of the model's own sizes wait.
  bool isOwn(ConstraintAttr constraint) {
    auto model = op->getParentOfType<ModelOp>();
    if (!model || constraint.getRelation() != Relation::Equal)
      return false;
    llvm::SetVector<StringAttr> used;
    constraint.getLhs().collectSymbols(used);
    constraint.getRhs().collectSymbols(used);
    return llvm::all_of(used, [&](StringAttr name) {
      return llvm::any_of(
          model.getSymbols().getAsRange<SymbolAttr>(),
          [&](SymbolAttr symbol) { return symbol.getName() == name; });
    });
  }

  IfOp op;
  InferenceState &state;
  std::function<LogicalResult(Operation *)> outer;
  ShapeEnv env;
  size_t before = 0;
  SmallVector<Attribute> constraints[2];
};

} // namespace

LogicalResult RuleContext::inferNested(Operation *nested) {
  return state.visit ? state.visit(nested) : inferOperation(nested, state);
}

LogicalResult inferOperation(Operation *op, InferenceState &state) {
  auto rule = dyn_cast<RuleOpInterface>(op);
  if (!rule)
    return success();
  RuleContext context(op, state);
  {
    std::optional<BranchScope> scope;
    if (auto branches = dyn_cast<IfOp>(op))
      scope.emplace(branches, state);
    rule.infer(context);
  }

  bool poisoned = dependsOnError(op->getOperands(), state);
  for (Region &region : op->getRegions())
    if (!region.empty() && !region.front().empty())
      poisoned |= dependsOnError(region.front().back().getOperands(), state);
  SmallVector<TensorType> types;
  for (auto [index, value] : llvm::enumerate(op->getResults())) {
    TensorType declared = cast<TensorType>(value.getType()).withError(false);
    TensorType inferred = context.results[index].withError(false);
    TensorType refined = inferred;
    if (!refine(declared, inferred, state, op, refined)) {
      if (!context.hasFailed())
        context.error(diag::declaredMismatch)
            .fact("declared", declared.getText())
            .fact("inferred", inferred.getText());
      refined = declared;
    }
    if (refined.hasRank())
      for (auto [axis, dim] : llvm::enumerate(refined.getDims()))
        if (dim.getConstant().value_or(0) < 0 && !context.hasFailed())
          context.error(diag::sizeNegative)
              .fact("axis", axis)
              .fact("size", dim.str());
    checkExtent(op, refined, context);
    types.push_back(refined);
  }
  bool failed = context.hasFailed();
  if (!failed && !poisoned && state.demandComplete)
    for (TensorType type : types)
      if (!type.isComplete()) {
        if (context.blamed)
          context.error(context.blamed, diag::operandMustBeConstant)
              .fact("operand", context.blamedName);
        else
          context.error(diag::notInferred).fact("shape", type.getText());
        failed = true;
        break;
      }
  if (!failed)
    evaluateIfConstant(op, types, state.values, context.known);
  for (auto [index, value] : llvm::enumerate(op->getResults())) {
    TensorType type = types[index];
    // An error value that is known completely is as good as any other.
    value.setType(
        type.withError((failed || poisoned) && !type.isComplete()));
    if (failed || poisoned)
      state.tainted.insert(value);
    KnownValue &known = context.known[index];
    // A mistake may have given them another shape than they have.
    if (known.dims && type.getCount().getConstant() &&
        !type.getCount().isConstant(known.dims->size()))
      known.dims.reset();
    if (known.constant && !known.dims)
      known.dims = readAsDims(known.constant);
    else if (known.dims && !known.constant)
      known.constant = writeAsConstant(*known.dims, type);
    if (known.dims || known.constant)
      state.values[value] = std::move(known);
  }
  return failure(failed);
}

LogicalResult verifyRule(Operation *op) {
  auto *dialect = op->getContext()->getLoadedDialect<TenonDialect>();
  if (!dialect || !dialect->isRuleVerificationEnabled())
    return success();
  InferenceState state;
  SmallVector<Type> declared(op->getResultTypes());
  LogicalResult result = inferOperation(op, state);
  // Verifying changes nothing.
  for (auto [value, type] : llvm::zip_equal(op->getResults(), declared))
    value.setType(type);
  return result;
}

} // namespace tenon
