//===- Elementwise.cpp - One result element per element -------------------===//

#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Elementwise.cpp.inc"

namespace tenon {
namespace {

bool isOfKind(Type type, ElementKind kind) {
  bool truth = type.isInteger(1), integer = isa<IntegerType>(type) && !truth;
  switch (kind) {
  case ElementKind::Number:
    return !truth;
  case ElementKind::Signed:
    return !truth && !type.isUnsignedInteger();
  case ElementKind::Float:
    return isa<FloatType>(type);
  case ElementKind::Integer:
    return integer;
  case ElementKind::Bool:
    return truth;
  case ElementKind::Any:
    return true;
  }
  return false;
}

StringRef getKindText(ElementKind kind) {
  switch (kind) {
  case ElementKind::Number:
    return "numbers";
  case ElementKind::Signed:
    return "signed numbers";
  case ElementKind::Float:
    return "floating-point numbers";
  case ElementKind::Integer:
    return "integers";
  case ElementKind::Bool:
    return "truth values";
  case ElementKind::Any:
    return "any elements";
  }
  return "";
}

void requireKind(Value operand, StringRef name, ElementKind kind,
                 RuleContext &context) {
  context.requireElementType(operand, name, getKindText(kind), [&](Type type) {
    return isOfKind(type, kind);
  });
}

/// Sizes computed elementwise stay sizes: `2 * shape(x)[0]`.
std::optional<DimAttr> combineDims(Operation *op, DimAttr lhs, DimAttr rhs) {
  if (isa<AddOp>(op))
    return lhs + rhs;
  if (isa<SubOp>(op))
    return lhs - rhs;
  if (isa<MulOp>(op))
    return lhs * rhs;
  if (isa<MaximumOp>(op))
    return DimAttr::max({lhs, rhs});
  if (isa<MinimumOp>(op))
    return DimAttr::min({lhs, rhs});
  // Sizes are not negative and divisors positive, so both ways of rounding
  // agree; other constants go through the evaluator.
  if (isa<DivOp>(op) && rhs.getConstant().value_or(0) > 0 && !lhs.getConstant())
    return lhs.floorDiv(rhs);
  return std::nullopt;
}

void inferBinaryDims(Value lhs, Value rhs, RuleContext &context) {
  auto left = context.getDims(lhs), right = context.getDims(rhs);
  if (!left || !right || left->empty() || right->empty())
    return;
  size_t count = std::max(left->size(), right->size());
  if ((left->size() != count && left->size() != 1) ||
      (right->size() != count && right->size() != 1))
    return;
  // Only one axis may vary, else the order of elements is not this simple.
  auto isVector = [&](Value value) {
    TensorType type = context.getType(value);
    return type.hasRank() && type.getRank() <= 1;
  };
  if (!isVector(lhs) || !isVector(rhs))
    return;
  SmallVector<DimAttr> result;
  for (size_t i = 0; i < count; ++i) {
    auto dim = combineDims(context.getOp(), (*left)[left->size() == 1 ? 0 : i],
                           (*right)[right->size() == 1 ? 0 : i]);
    if (!dim)
      return;
    result.push_back(*dim);
  }
  context.setResultDims(0, result);
}

} // namespace

void TenonDialect::registerElementwiseOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Elementwise.cpp.inc"
      >();
}

void inferUnary(Value input, ElementKind kind, RuleContext &context) {
  context.setResult(context.getType(input));
  requireKind(input, "its input", kind, context);
}

void inferBinary(Value lhs, Value rhs, ElementKind kind, RuleContext &context) {
  requireKind(lhs, "its left operand", kind, context);
  if (!context.hasFailed())
    requireKind(rhs, "its right operand", kind, context);
  Type elementType = context.requireSameElementType({lhs, rhs});
  TensorType left = context.getType(lhs), right = context.getType(rhs);
  TensorType result = TensorType::getUnranked(elementType);
  context.setResult(result);
  if (!left.hasRank() || !right.hasRank())
    return;
  if (left.getRank() != right.getRank()) {
    context.error(rhs, diag::rankMismatch)
        .fact("operand", "its right operand")
        .fact("wanted", "as many axes as its left, " + left.getShapeText())
        .fact("rank", right.getRank())
        .fact("shape", right.getShapeText())
        .help("insert axes of size 1 with `align_rank`");
    return;
  }
  SmallVector<DimAttr> dims;
  for (auto [axis, pair] :
       llvm::enumerate(llvm::zip_equal(left.getDims(), right.getDims()))) {
    auto [a, b] = pair;
    auto describe = [&, axis = axis] {
      return context.getOpText() + " joins " + left.getShapeText() + " and " +
             right.getShapeText() + ", which must agree on axis " +
             std::to_string(axis);
    };
    std::optional<DimAttr> dim =
        context.broadcast(a, b, diag::broadcastMismatch, describe);
    if (!dim)
      context.error(rhs, diag::broadcastMismatch)
          .fact("lhs", left.getShapeText())
          .fact("rhs", right.getShapeText())
          .fact("axis", axis)
          .fact("lhs_size", a.str())
          .fact("rhs_size", b.str());
    dims.push_back(dim.value_or(context.unknownDim()));
  }
  context.setResult(result.withDims(dims));
  inferBinaryDims(lhs, rhs, context);
}

void CastOp::infer(RuleContext &context) {
  Type to = getTo();
  if (!isOfKind(to, ElementKind::Any) ||
      !isa<IntegerType, FloatType>(to)) {
    context.error("to", diag::attributeRange)
        .fact("what", "an element type")
        .fact("value", "of another kind")
        .fact("wanted", "a number or truth value");
    return;
  }
  context.setResult(context.getType(getInput()).withElementType(to));
  // Casting sizes between integer types keeps them; they fit anywhere they
  // are used as sizes.
  if (auto dims = context.getDims(getInput());
      dims && isa<IntegerType>(to) && to.getIntOrFloatBitWidth() >= 32)
    context.setResultDims(0, *dims);
}

} // namespace tenon
