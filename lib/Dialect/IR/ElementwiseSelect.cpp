//===- ElementwiseSelect.cpp - The rule of choices ------------------------===//

#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

/// The entries of a scalar or vector; those that are not known are `?`.
std::optional<SmallVector<DimAttr>> getEntries(Value value,
                                               RuleContext &context) {
  TensorType type = context.getType(value);
  if (!type.hasRank() || type.getRank() > 1)
    return std::nullopt;
  if (auto dims = context.getDims(value))
    return dims;
  std::optional<int64_t> count = type.getCount().getConstant();
  if (!count || *count < 0 || *count > maxKnownElements)
    return std::nullopt;
  return SmallVector<DimAttr>(*count, context.unknownDim());
}

/// Sizes that are chosen stay sizes.
void inferSelectedDims(SelectOp op, RuleContext &context) {
  SmallVector<SmallVector<DimAttr>> operands;
  size_t count = 1;
  for (Value operand : op->getOperands()) {
    auto entries = getEntries(operand, context);
    if (!entries || entries->empty())
      return;
    count = std::max(count, entries->size());
    operands.push_back(std::move(*entries));
  }
  for (ArrayRef<DimAttr> entries : operands)
    if (entries.size() != 1 && entries.size() != count)
      return;
  SmallVector<DimAttr> result;
  for (size_t i = 0; i < count; ++i) {
    auto at = [&](unsigned operand) {
      ArrayRef<DimAttr> entries = operands[operand];
      return entries[entries.size() == 1 ? 0 : i];
    };
    DimAttr yes = at(1), no = at(2);
    if (std::optional<int64_t> condition = at(0).getConstant())
      result.push_back(*condition ? yes : no);
    else if (context.getEnv().compare(yes, no) == DimComparison::Equal)
      result.push_back(yes);
    else
      result.push_back(context.unknownDim());
  }
  // Nothing is worth less than no knowledge.
  if (!llvm::all_of(result, [](DimAttr dim) { return dim.isUnknown(); }))
    context.setResultDims(0, result);
}

} // namespace

void SelectOp::infer(RuleContext &context) {
  // C1
  requireElementKind(getCondition(), "its condition", ElementKind::Bool,
                     context);
  // C2
  Type elementType =
      context.requireSameElementType({getOnTrue(), getOnFalse()});
  // C3, C4
  TensorType values =
      broadcastWith(context.getType(getOnTrue()), "its first value",
                    getOnFalse(), "its second value", context);
  TensorType result = broadcastWith(values, "its values", getCondition(),
                                    "its condition", context);
  context.setResult(result.withElementType(elementType));
  if (result.hasRank() && isa<IntegerType>(elementType))
    inferSelectedDims(*this, context);
}

} // namespace tenon
