//===- Inference.cpp - Applying an op's rule ------------------------------===//

#include "tenon/Dialect/IR/Evaluation.h"
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

} // namespace

LogicalResult RuleContext::inferNested(Operation *nested) {
  return state.visit ? state.visit(nested) : inferOperation(nested, state);
}

LogicalResult inferOperation(Operation *op, InferenceState &state) {
  auto rule = dyn_cast<RuleOpInterface>(op);
  if (!rule)
    return success();
  RuleContext context(op, state);
  rule.infer(context);

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
