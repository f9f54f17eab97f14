//===- CreationRange.cpp - The rule of numbers at equal distances ---------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Rule.h"
#include <cmath>

using namespace mlir;

namespace tenon {
namespace {

constexpr llvm::StringLiteral countText = "a number of elements that is";

/// The integer that an operand is known to be as a size; `?` if it is not.
DimAttr inferInteger(Value operand, StringRef name, RuleContext &context) {
  auto dims = context.getDims(operand);
  if (dims && dims->size() == 1 && !dims->front().isUnknown())
    return dims->front();
  context.blameValue(operand, name);
  return context.unknownDim();
}

/// The number that an operand is known to be.
std::optional<double> inferNumber(Value operand, StringRef name,
                                  RuleContext &context) {
  if (ElementsAttr constant = context.getConstant(operand))
    if (FailureOr<HostTensor> host = HostTensor::read(constant);
        succeeded(host) && host->floats.size() == 1)
      return host->floats.front();
  context.blameValue(operand, name);
  return std::nullopt;
}

void reportStep(RangeOp op, RuleContext &context) {
  context.error(op.getDelta(), diag::attributeRange)
      .fact("what", "a delta of")
      .fact("value", 0)
      .fact("wanted", "positive or negative");
}

/// How many integers there are; sets them, if they are few.
DimAttr inferIntegers(RangeOp op, RuleContext &context) {
  DimAttr start = inferInteger(op.getStart(), "its start", context);
  DimAttr limit = inferInteger(op.getLimit(), "its limit", context);
  DimAttr delta = inferInteger(op.getDelta(), "its delta", context);
  if (delta.isConstant(0)) {
    reportStep(op, context);
    return context.unknownDim();
  }
  std::optional<int64_t> step = delta.getConstant();
  if (!step || *step == INT64_MIN) {
    context.blameValue(op.getDelta(), "its delta");
    return context.unknownDim();
  }
  DimAttr span = *step > 0 ? limit - start : start - limit;
  if (span.isUnknown()) {
    if (!start.isUnknown() && !limit.isUnknown())
      context.error(op.getLimit(), diag::attributeRange)
          .fact("what", countText)
          .fact("value", "more than 2^63")
          .fact("wanted", "less than 2^63");
    return span;
  }
  DimAttr count = context.getEnv().simplify(
      DimAttr::max({span.ceilDiv(std::abs(*step)), context.constantDim(0)}));
  std::optional<int64_t> known = count.getConstant();
  if (!known || *known > maxKnownElements)
    return count;
  SmallVector<DimAttr> entries;
  for (int64_t i = 0; i < *known; ++i)
    entries.push_back(start + delta * i);
  context.setResultDims(0, entries);
  return count;
}

/// How many numbers of a floating-point type there are.
DimAttr inferNumbers(RangeOp op, RuleContext &context) {
  auto start = inferNumber(op.getStart(), "its start", context);
  auto limit = inferNumber(op.getLimit(), "its limit", context);
  auto delta = inferNumber(op.getDelta(), "its delta", context);
  if (delta == 0.0) {
    reportStep(op, context);
    return context.unknownDim();
  }
  if (!start || !limit || !delta)
    return context.unknownDim();
  double span = *limit - *start;
  if (context.getType(op.getStart()).getElementType().isF32())
    span = static_cast<float>(span);
  double count = std::ceil(span / *delta);
  // Not so for what is not a number.
  if (count < 0x1p62)
    return context.constantDim(std::max(count, 0.0));
  context.error(op.getLimit(), diag::attributeRange)
      .fact("what", countText)
      .fact("value", std::isnan(count) ? "not a number" : "more than 2^62")
      .fact("wanted", "less than 2^62");
  return context.unknownDim();
}

} // namespace

void RangeOp::infer(RuleContext &context) {
  Type elementType =
      context.requireSameElementType({getStart(), getLimit(), getDelta()});
  auto setSize = [&](DimAttr size) {
    context.setResult(
        TensorType::getUnranked(elementType).withDims({size}));
  };
  setSize(context.unknownDim());
  bool isRight = true;
  for (auto [operand, name] : {std::pair(getStart(), "its start"),
                               std::pair(getLimit(), "its limit"),
                               std::pair(getDelta(), "its delta")}) {
    isRight &= context.requireRank(operand, name, 0);
    isRight &= context.requireElementType(
        operand, name, "numbers", [](Type type) { return !type.isInteger(1); });
  }
  if (!isRight || context.hasFailed())
    return;
  if (isa<IntegerType>(elementType))
    setSize(inferIntegers(*this, context));
  else if (isa<FloatType>(elementType))
    setSize(inferNumbers(*this, context));
}

} // namespace tenon
