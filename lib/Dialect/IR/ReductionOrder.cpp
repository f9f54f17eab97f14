//===- ReductionOrder.cpp - Elements so far, and the largest elements -----===//

#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {

void inferCumulative(Value input, int64_t axis, RuleContext &context) {
  context.requireElementType(input, "its input", "numbers",
                             [](Type type) { return !type.isInteger(1); });
  context.setResult(context.getType(input));
  context.resolveAxis(input, axis, "axis");
}

namespace {

/// The number of elements to pick, `?` where it is not known.
DimAttr inferCount(TopKOp op, RuleContext &context) {
  Value count = op.getK();
  TensorType type = context.getType(count);
  bool isInteger =
      context.requireElementType(count, "its k", "integers", [](Type type) {
        return isa<IntegerType>(type) && !type.isInteger(1);
      });
  if (type.hasRank() && type.getRank() != 0) {
    if (!context.requireRank(count, "its k", 1))
      return context.unknownDim();
    if (!context.requireEqual(type.getDim(0), context.constantDim(1),
                              diag::lengthMismatch,
                              context.getOpText() + " has one k")) {
      context.error(count, diag::lengthMismatch)
          .fact("operand", "its k")
          .fact("wanted", 1)
          .fact("axis", 0)
          .fact("shape", type.getShapeText())
          .fact("size", type.getDim(0).str());
      return context.unknownDim();
    }
  }
  auto known = context.getDims(count);
  if (!isInteger || !known || known->size() != 1 ||
      known->front().isUnknown()) {
    context.blameValue(count, "its k");
    return context.unknownDim();
  }
  return known->front();
}

/// The axis has that many elements; reported otherwise.
bool requireCount(TopKOp op, DimAttr count, DimAttr size, int64_t axis,
                  RuleContext &context) {
  TensorType input = context.getType(op.getInput());
  std::string message = context.getOpText() + " picks " + count.str() +
                        " elements of axis " + std::to_string(axis) + " of " +
                        input.getShapeText() + ", which must have them";
  if (context.requireAtLeast(count, context.constantDim(0),
                             diag::attributeRange, message) &&
      (size.isUnknown() ||
       context.requireAtLeast(size, count, diag::attributeRange, message)))
    return true;
  context.error(op.getK(), diag::attributeRange)
      .fact("what", "k")
      .fact("value", count.str())
      .fact("wanted", "0 to " + size.str() + ", the size of axis " +
                          std::to_string(axis) + " of " + input.getShapeText());
  return false;
}

} // namespace

void TopKOp::infer(RuleContext &context) {
  context.requireElementType(getInput(), "its input", "numbers",
                             [](Type type) { return !type.isInteger(1); });
  TensorType input = context.getType(getInput());
  auto setResults = [&](TensorType type) {
    context.setResult(0, type);
    context.setResult(1, type.withElementType(
                             IntegerType::get(context.getContext(), 64)));
  };
  DimAttr count = inferCount(*this, context);
  std::optional<int64_t> axis =
      context.resolveAxis(getInput(), getAxis(), "axis");
  if (!axis)
    return setResults(input.hasRank()
                          ? input.withDims(SmallVector<DimAttr>(
                                input.getRank(), context.unknownDim()))
                          : input.withUnranked());
  if (!count.isUnknown() &&
      !requireCount(*this, count, input.getDim(*axis), *axis, context))
    count = context.unknownDim();
  SmallVector<DimAttr> dims(input.getDims());
  dims[*axis] = count;
  setResults(input.withDims(dims));
}

} // namespace tenon
