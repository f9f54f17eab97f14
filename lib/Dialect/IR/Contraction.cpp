//===- Contraction.cpp - Products that sum over an axis -------------------===//

#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Contraction.cpp.inc"

namespace tenon {
namespace {

/// One operand of a product: its sizes, and which of its last two axes is
/// which.
struct Factor {
  SmallVector<DimAttr> dims;
  int64_t innerAxis, outerAxis;

  DimAttr getInner() const { return dims[innerAxis]; }
  DimAttr getOuter() const { return dims[outerAxis]; }
};

/// The operand as a factor; of an unranked one only `rank` is certain.
Factor getFactor(TensorType type, int64_t rank, bool innerIsLast,
                 RuleContext &context) {
  int64_t inner = innerIsLast ? rank - 1 : rank - 2;
  int64_t outer = innerIsLast ? rank - 2 : rank - 1;
  if (type.hasRank())
    return {SmallVector<DimAttr>(type.getDims()), inner, outer};
  return {SmallVector<DimAttr>(rank, context.unknownDim()), inner, outer};
}

void requireInnerSizes(MatmulOp op, const Factor &lhs, const Factor &rhs,
                       RuleContext &context) {
  TensorType left = context.getType(op.getLhs());
  TensorType right = context.getType(op.getRhs());
  std::string message = context.getOpText() + " multiplies " +
                        left.getShapeText() + " by " + right.getShapeText() +
                        ", whose inner sizes must be equal (axis " +
                        std::to_string(lhs.innerAxis) + " of the left, axis " +
                        std::to_string(rhs.innerAxis) + " of the right)";
  if (context.requireEqual(lhs.getInner(), rhs.getInner(),
                           diag::contractionMismatch, message))
    return;
  context.error(op.getRhs(), diag::contractionMismatch)
      .fact("lhs", left.getShapeText())
      .fact("rhs", right.getShapeText())
      .fact("lhs_size", lhs.getInner().str())
      .fact("lhs_axis", lhs.innerAxis)
      .fact("rhs_size", rhs.getInner().str())
      .fact("rhs_axis", rhs.innerAxis);
}

/// The batch axes of the result.
SmallVector<DimAttr> broadcastBatches(MatmulOp op, const Factor &lhs,
                                      const Factor &rhs, RuleContext &context) {
  std::string left = context.getType(op.getLhs()).getShapeText();
  std::string right = context.getType(op.getRhs()).getShapeText();
  SmallVector<DimAttr> result;
  for (size_t axis = 0; axis + 2 < lhs.dims.size(); ++axis) {
    auto describe = [&] {
      return context.getOpText() + " multiplies " + left + " by " + right +
             ", which must agree on batch axis " + std::to_string(axis);
    };
    DimAttr a = lhs.dims[axis], b = rhs.dims[axis];
    std::optional<DimAttr> dim =
        context.broadcast(a, b, diag::broadcastMismatch, describe);
    if (!dim)
      context.error(op.getRhs(), diag::broadcastMismatch)
          .fact("lhs", left)
          .fact("rhs", right)
          .fact("axis", axis)
          .fact("lhs_size", a.str())
          .fact("rhs_size", b.str());
    result.push_back(dim.value_or(context.unknownDim()));
  }
  return result;
}

bool isNumber(Type type) { return !type.isInteger(1); }

bool isSmallInteger(Type type) {
  return isa<IntegerType>(type) && (type.getIntOrFloatBitWidth() == 8 ||
                                    type.getIntOrFloatBitWidth() == 16);
}

/// C1, C2. The element type of the result; null where an operand has none that
/// is allowed.
Type requireElementTypes(MatmulOp op, RuleContext &context) {
  bool widen = op.getWiden();
  auto require = [&](Value operand, StringRef name) {
    return context.requireElementType(
        operand, name, widen ? "integers of 8 or 16 bits" : "numbers",
        widen ? isSmallInteger : isNumber);
  };
  if (!require(op.getLhs(), "its left operand") ||
      !require(op.getRhs(), "its right operand"))
    return widen ? IntegerType::get(op.getContext(), 32) : Type();
  if (widen)
    return IntegerType::get(op.getContext(), 32);
  return context.requireSameElementType({op.getLhs(), op.getRhs()});
}

} // namespace

void TenonDialect::registerContractionOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Contraction.cpp.inc"
      >();
}

void MatmulOp::infer(RuleContext &context) {
  TensorType result = context.unknownType();
  if (Type elementType = requireElementTypes(*this, context))
    result = TensorType::getUnranked(elementType);
  context.setResult(result);

  TensorType left = context.getType(getLhs()),
             right = context.getType(getRhs());
  bool leftFits = context.requireRank(getLhs(), "a left operand", 2, true);
  bool rightFits = context.requireRank(getRhs(), "a right operand", 2, true);
  bool wrong = (left.hasRank() && !leftFits) || (right.hasRank() && !rightFits);
  if (wrong || (!leftFits && !rightFits))
    return;

  Factor lhs = getFactor(left, (leftFits ? left : right).getRank(),
                         !getTransposeLhs(), context);
  Factor rhs = getFactor(right, (rightFits ? right : left).getRank(),
                         getTransposeRhs(), context);
  requireInnerSizes(*this, lhs, rhs, context);
  if (lhs.dims.size() != rhs.dims.size()) {
    context.error(getRhs(), diag::rankMismatch)
        .fact("operand", "a right operand")
        .fact("wanted", "as many axes as its left, " + left.getShapeText())
        .fact("rank", right.getRank())
        .fact("shape", right.getShapeText())
        .help("insert axes of size 1 with `align_rank`");
    return;
  }
  SmallVector<DimAttr> dims = broadcastBatches(*this, lhs, rhs, context);
  dims.push_back(lhs.getOuter());
  dims.push_back(rhs.getOuter());
  context.setResult(result.withDims(dims));
}

} // namespace tenon
