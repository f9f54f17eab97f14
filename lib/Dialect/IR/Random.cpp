//===- Random.cpp - Numbers drawn by seed ---------------------------------===//

#include "tenon/Dialect/IR/Random.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"
#include <cmath>

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Random.cpp.inc"

namespace tenon {
namespace {

bool isFloat(Type type) { return isa<FloatType>(type); }

std::string getTypeText(Type type) {
  return isa<IntegerType, FloatType>(type) ? getElementTypeText(type)
                                           : "of another kind";
}

/// C1, C2, C3: what all tensors of drawn numbers share.
void inferDrawn(Value sizes, Type to, RuleContext &context) {
  TensorType result = context.unknownType();
  if (isFloat(to))
    result = TensorType::getUnranked(to);
  else
    context.error("to", diag::attributeRange)
        .fact("what", "`to`")
        .fact("value", getTypeText(to))
        .fact("wanted", "a floating-point type");
  context.setResult(result);
  auto dims = inferEntries(sizes, "its shape", context);
  if (!dims)
    return;
  for (auto [axis, dim] : llvm::enumerate(*dims))
    if (!dim.isUnknown() &&
        !context.requireAtLeast(dim, context.constantDim(0), diag::sizeNegative,
                                "axis " + Twine(axis) + " of " +
                                    context.getOpText() +
                                    " must not be negative")) {
      context.error(sizes, diag::sizeNegative)
          .fact("axis", axis)
          .fact("size", dim.str());
      dim = context.unknownDim();
    }
  context.setResult(result.withDims(*dims));
}

/// A number must be finite, and at least the least one.
void requireNumber(StringRef name, const APFloat &value, double least,
                   StringRef wanted, RuleContext &context) {
  if (value.isFinite() && value.convertToDouble() >= least)
    return;
  SmallString<16> text;
  value.toString(text);
  context.error(name, diag::attributeRange)
      .fact("what", "`" + name + "`")
      .fact("value", text.str())
      .fact("wanted", wanted);
}

} // namespace

void TenonDialect::registerRandomOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Random.cpp.inc"
      >();
}

void RandomUniformOp::infer(RuleContext &context) {
  inferDrawn(getSizes(), getTo(), context);
  // C4
  requireNumber("low", getLow(), -INFINITY, "finite", context);
  bool isLow = getLow().isFinite();
  requireNumber("high", getHigh(),
                isLow ? getLow().convertToDouble() : -INFINITY,
                "finite and at least `low`", context);
}

void RandomNormalOp::infer(RuleContext &context) {
  inferDrawn(getSizes(), getTo(), context);
  // C4
  requireNumber("mean", getMean(), -INFINITY, "finite", context);
  requireNumber("deviation", getDeviation(), 0, "finite and at least 0",
                context);
}

void MultinomialOp::infer(RuleContext &context) {
  // C1
  context.requireElementType(getInput(), "its input", "floating-point numbers",
                             isFloat);
  // C5
  bool isIndex = getTo().isSignlessInteger(32) || getTo().isSignlessInteger(64);
  if (!isIndex)
    context.error("to", diag::attributeRange)
        .fact("what", "`to`")
        .fact("value", getTypeText(getTo()))
        .fact("wanted", "int32 or int64");
  Type elementType = isIndex ? getTo() : context.unknownType().getElementType();
  // C4
  DimAttr samples = context.constantDim(getSamples());
  if (int64_t(getSamples()) < 0) {
    context.error("samples", diag::attributeRange)
        .fact("what", "`samples`")
        .fact("value", int64_t(getSamples()))
        .fact("wanted", "at least 0");
    samples = context.unknownDim();
  }
  // C2
  TensorType input = context.getType(getInput());
  bool isMatrix = context.requireRank(getInput(), "its input", 2);
  DimAttr rows = isMatrix ? input.getDim(0) : context.unknownDim();
  context.setResult(TensorType::get({rows, samples}, elementType));
  // C3
  if (isMatrix && !context.requireAtLeast(
                      input.getDim(1), context.constantDim(1), diag::axisEmpty,
                      context.getOpText() + " picks from axis 1 of " +
                          input.getShapeText() + ", which must not be empty"))
    context.error(getInput(), diag::axisEmpty)
        .fact("axis", 1)
        .fact("shape", input.getShapeText());
}

} // namespace tenon
