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

/// The answer that a question about two sizes has, `?` if the data decides.
std::optional<DimAttr> compareDims(RuleContext &context, DimAttr lhs,
                                   DimAttr rhs) {
  const ShapeEnv &env = context.getEnv();
  auto answer = [&](bool yes, bool no) {
    return yes || no ? context.constantDim(yes) : context.unknownDim();
  };
  Operation *op = context.getOp();
  if (isa<EqualOp>(op)) {
    DimComparison comparison = env.compare(lhs, rhs);
    return answer(comparison == DimComparison::Equal,
                  comparison == DimComparison::NeverEqual);
  }
  if (isa<LessOp>(op))
    return answer(env.isLess(lhs, rhs), env.isAtLeast(lhs, rhs));
  if (isa<GreaterOp>(op))
    return answer(env.isLess(rhs, lhs), env.isAtLeast(rhs, lhs));
  if (isa<LessOrEqualOp>(op))
    return answer(env.isAtLeast(rhs, lhs), env.isLess(rhs, lhs));
  if (isa<GreaterOrEqualOp>(op))
    return answer(env.isAtLeast(lhs, rhs), env.isLess(lhs, rhs));
  return std::nullopt;
}

/// Sizes computed elementwise stay sizes: `2 * shape(x)[0]`.
std::optional<DimAttr> combineDims(RuleContext &context, DimAttr lhs,
                                   DimAttr rhs) {
  Operation *op = context.getOp();
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
  if (isa<ModOp>(op) && rhs.getConstant().value_or(0) > 0)
    return lhs.mod(rhs);
  return compareDims(context, lhs, rhs);
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
    auto dim = combineDims(context, (*left)[left->size() == 1 ? 0 : i],
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

void requireElementKind(Value operand, StringRef name, ElementKind kind,
                        RuleContext &context) {
  context.requireElementType(operand, name, getKindText(kind),
                             [&](Type type) { return isOfKind(type, kind); });
}

TensorType broadcastWith(TensorType left, StringRef leftName, Value rhs,
                         StringRef rightName, RuleContext &context) {
  TensorType right = context.getType(rhs);
  if (!left.hasRank() || !right.hasRank())
    return left.withUnranked();
  if (left.getRank() != right.getRank()) {
    context.error(rhs, diag::rankMismatch)
        .fact("operand", rightName)
        .fact("wanted",
              "as many axes as " + leftName + ", " + left.getShapeText())
        .fact("rank", right.getRank())
        .fact("shape", right.getShapeText())
        .help("insert axes of size 1 with `align_rank`");
    return left.withUnranked();
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
  return left.withDims(dims);
}

void inferUnary(Value input, ElementKind kind, RuleContext &context) {
  context.setResult(context.getType(input));
  requireElementKind(input, "its input", kind, context);
}

void inferPredicate(Value input, ElementKind kind, RuleContext &context) {
  context.setResult(context.getType(input).withElementType(
      IntegerType::get(context.getContext(), 1)));
  requireElementKind(input, "its input", kind, context);
}

static void inferPairs(Value lhs, Value rhs, ElementKind kind,
                       RuleContext &context, Type resultType) {
  requireElementKind(lhs, "its left operand", kind, context);
  if (!context.hasFailed())
    requireElementKind(rhs, "its right operand", kind, context);
  Type elementType = context.requireSameElementType({lhs, rhs});
  TensorType joined = broadcastWith(context.getType(lhs), "its left", rhs,
                                    "its right operand", context);
  context.setResult(
      joined.withElementType(resultType ? resultType : elementType));
  // What wraps is no size; nor are numbers that 63 bits do not hold.
  bool mayWrap = !resultType && isa<IntegerType>(elementType) &&
                 elementType.getIntOrFloatBitWidth() < 32;
  if (joined.hasRank() && !mayWrap && !elementType.isUnsignedInteger(64))
    inferBinaryDims(lhs, rhs, context);
}

void inferBinary(Value lhs, Value rhs, ElementKind kind, RuleContext &context) {
  inferPairs(lhs, rhs, kind, context, {});
}

void inferComparison(Value lhs, Value rhs, ElementKind kind,
                     RuleContext &context) {
  inferPairs(lhs, rhs, kind, context,
             IntegerType::get(context.getContext(), 1));
}

void CastOp::infer(RuleContext &context) {
  Type to = getTo();
  if (!isOfKind(to, ElementKind::Any) || !isa<IntegerType, FloatType>(to)) {
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
