//===- Rule.cpp - What an op's rule sees and says -------------------------===//

#include "tenon/Dialect/IR/Rule.h"
#include "tenon/Diagnostics/Location.h"

using namespace mlir;

namespace tenon {

std::string describeOperation(Operation *op) {
  ResolvedLocation at = resolveLocation(op->getLoc());
  if (!at.node.empty())
    return at.node;
  return ("`" + op->getName().stripDialect() + "`").str();
}

RuleContext::RuleContext(Operation *op, InferenceState &state)
    : op(op), state(state),
      results(op->getNumResults(), TensorType::getUnknown(op->getContext())),
      known(op->getNumResults()) {}

std::string RuleContext::getOpText() const { return describeOperation(op); }

TensorType RuleContext::getType(Value operand) const {
  return cast<TensorType>(operand.getType());
}

std::optional<SmallVector<DimAttr>> RuleContext::getDims(Value operand) const {
  auto it = state.values.find(operand);
  if (it == state.values.end())
    return std::nullopt;
  if (it->second.dims)
    return it->second.dims;
  return std::nullopt;
}

ElementsAttr RuleContext::getConstant(Value operand) const {
  auto it = state.values.find(operand);
  return it == state.values.end() ? ElementsAttr() : it->second.constant;
}

void RuleContext::setResult(unsigned index, TensorType type) {
  results[index] = type;
}

void RuleContext::setResultDims(unsigned index, ArrayRef<DimAttr> dims) {
  if (dims.size() <= size_t(maxKnownElements))
    known[index].dims = llvm::to_vector(dims);
}

void RuleContext::setResultConstant(unsigned index, ElementsAttr constant) {
  known[index].constant = constant;
}

DiagnosticBuilder RuleContext::error(const DiagnosticInfo &info) {
  failed = true;
  if (!state.report)
    return {};
  DiagnosticBuilder builder = emitDiagnostic(op->getLoc(), info);
  builder.fact("op", getOpText());
  return builder;
}

DiagnosticBuilder RuleContext::error(Value operand,
                                     const DiagnosticInfo &info) {
  failed = true;
  if (!state.report)
    return {};
  Location at = op->getLoc();
  for (OpOperand &use : op->getOpOperands())
    if (use.get() == operand)
      at = getOperandSpan(op, use.getOperandNumber());
  DiagnosticBuilder builder = emitDiagnostic(at, info);
  builder.fact("op", getOpText());
  return builder;
}

DiagnosticBuilder RuleContext::error(StringRef attribute,
                                     const DiagnosticInfo &info) {
  failed = true;
  if (!state.report)
    return {};
  DiagnosticBuilder builder =
      emitDiagnostic(getAttributeSpan(op, attribute), info);
  builder.fact("op", getOpText());
  return builder;
}

bool RuleContext::require(Relation relation, DimAttr lhs, DimAttr rhs,
                          const DiagnosticInfo &info, const Twine &message) {
  MLIRContext *context = getContext();
  if (lhs.isUnknown() || rhs.isUnknown())
    return true;
  lhs = state.env.simplify(lhs);
  rhs = state.env.simplify(rhs);
  state.constraints.insert(ConstraintAttr::get(
      context, lhs, relation, rhs, StringAttr::get(context, info.code),
      StringAttr::get(context, message)));
  if (relation == Relation::Equal)
    state.env.assumeEqual(lhs, rhs);
  return true;
}

bool RuleContext::requireEqual(DimAttr lhs, DimAttr rhs,
                               const DiagnosticInfo &info,
                               const Twine &message) {
  switch (state.env.compare(lhs, rhs)) {
  case DimComparison::Equal:
    return true;
  case DimComparison::NeverEqual:
    return false;
  case DimComparison::Depends:
    return require(Relation::Equal, lhs, rhs, info, message);
  }
  return true;
}

bool RuleContext::requireAtLeast(DimAttr lhs, DimAttr rhs,
                                 const DiagnosticInfo &info,
                                 const Twine &message) {
  if (state.env.isAtLeast(lhs, rhs))
    return true;
  if (state.env.isLess(lhs, rhs))
    return false;
  return require(Relation::AtLeast, lhs, rhs, info, message);
}

bool RuleContext::requireDivisible(DimAttr lhs, DimAttr rhs,
                                   const DiagnosticInfo &info,
                                   const Twine &message) {
  DimAttr remainder = state.env.simplify(lhs.mod(rhs));
  if (remainder.isConstant(0))
    return true;
  DimAttr zero = constantDim(0);
  if (state.env.compare(remainder, zero) == DimComparison::NeverEqual)
    return false;
  return require(Relation::Divides, lhs, rhs, info, message);
}

bool RuleContext::requireRank(Value operand, StringRef name, int64_t wanted,
                              bool orMore) {
  TensorType type = getType(operand);
  if (!type.hasRank())
    return false;
  if (type.getRank() == wanted || (orMore && type.getRank() > wanted))
    return true;
  error(operand, diag::rankMismatch)
      .fact("operand", name)
      .fact("wanted", (orMore ? "at least " : "") + getAxesText(wanted))
      .fact("rank", type.getRank())
      .fact("shape", type.getShapeText());
  return false;
}

Type RuleContext::requireSameElementType(ArrayRef<Value> operands) {
  Type open = TensorType::getOpenElementType(getContext());
  Value first;
  bool conflict = false;
  for (Value operand : operands) {
    TensorType type = getType(operand);
    if (!type.hasElementType())
      continue;
    if (!first) {
      first = operand;
      continue;
    }
    TensorType firstType = getType(first);
    if (type.getElementType() == firstType.getElementType())
      continue;
    conflict = true;
    error(operand, diag::elementTypesDiffer)
        .fact("lhs", firstType.getShapeText())
        .fact("rhs", type.getShapeText())
        .fact("lhs_type", getElementTypeText(firstType.getElementType()))
        .fact("rhs_type", getElementTypeText(type.getElementType()))
        .help("cast one of them: both must be " +
              getElementTypeText(firstType.getElementType()) + " or both " +
              getElementTypeText(type.getElementType()));
  }
  return first && !conflict ? getType(first).getElementType() : open;
}

bool RuleContext::requireElementType(
    Value operand, StringRef name, StringRef wanted,
    llvm::function_ref<bool(Type)> allowed) {
  TensorType type = getType(operand);
  if (!type.hasElementType() || allowed(type.getElementType()))
    return true;
  error(operand, diag::elementTypeNotAllowed)
      .fact("wanted", wanted)
      .fact("operand", name)
      .fact("type", getElementTypeText(type.getElementType()))
      .help("cast it first");
  return false;
}

std::optional<int64_t> RuleContext::resolveAxis(Value operand, int64_t axis,
                                                StringRef attribute,
                                                int64_t extra) {
  TensorType type = getType(operand);
  if (!type.hasRank())
    return std::nullopt;
  int64_t rank = type.getRank() + extra;
  if (axis >= -rank && axis < rank)
    return axis < 0 ? axis + rank : axis;
  DiagnosticBuilder report = error(attribute, diag::axisOutOfRange);
  report.fact("axis", axis)
      .fact("shape", type.getShapeText())
      .fact("rank", type.getRankText())
      .fact("lowest", -rank)
      .fact("highest", rank - 1);
  if (rank == 0)
    report.help("a scalar has no axes");
  return std::nullopt;
}

DimAttr RuleContext::merge(DimAttr lhs, DimAttr rhs) const {
  if (lhs.isUnknown())
    return rhs;
  if (rhs.isUnknown())
    return lhs;
  return rhs.getConstant() && !lhs.getConstant() ? rhs : lhs;
}

std::optional<DimAttr>
RuleContext::broadcast(DimAttr lhs, DimAttr rhs, const DiagnosticInfo &info,
                       llvm::function_ref<std::string()> describe) {
  if (lhs.isConstant(1))
    return rhs;
  if (rhs.isConstant(1))
    return lhs;
  if (lhs.isUnknown() || rhs.isUnknown()) {
    // The unknown one may be 1, so only a constant other than 1 is certain.
    DimAttr certain = lhs.isUnknown() ? rhs : lhs;
    return certain.getConstant() ? certain : unknownDim();
  }
  if (!requireEqual(lhs, rhs, info, describe()))
    return std::nullopt;
  return merge(lhs, rhs);
}

} // namespace tenon
