//===- IndexingFind.cpp - Rules of as many results as the data decides ----===//

#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

Type getInteger(RuleContext &context) {
  return IntegerType::get(context.getContext(), 64);
}

TensorType getVector(DimAttr size, RuleContext &context) {
  return TensorType::getUnranked(getInteger(context)).withDims({size});
}

bool isFloat(Type type) { return isa<FloatType>(type); }

/// Sizes of two operands that mean the same thing.
DimAttr requireSame(Value lhs, int64_t lhsAxis, Value rhs, int64_t rhsAxis,
                    StringRef what, RuleContext &context) {
  TensorType left = context.getType(lhs), right = context.getType(rhs);
  DimAttr a = left.getDim(lhsAxis), b = right.getDim(rhsAxis);
  std::string message = context.getOpText() + " takes as many " + what.str() +
                        " on both sides, but has " + left.getShapeText() +
                        " and " + right.getShapeText();
  if (!context.requireEqual(a, b, diag::lengthMismatch, message))
    context.error(rhs, diag::lengthMismatch)
        .fact("operand", what)
        .fact("wanted", a.str())
        .fact("axis", lhsAxis)
        .fact("shape", left.getShapeText())
        .fact("size", b.str());
  return context.merge(a, b);
}

void requireScalar(Value operand, StringRef name, StringRef wanted,
                   llvm::function_ref<bool(Type)> allowed,
                   RuleContext &context) {
  context.requireElementType(operand, name, wanted, allowed);
  TensorType type = context.getType(operand);
  if (type.hasRank() && type.getRank() > 0 && !type.getCount().isUnknown() &&
      !type.getCount().isConstant(1))
    context.requireRank(operand, name, 0);
}

} // namespace

void FindOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(1, getVector(context.constantDim(1), context));
  DimAttr unknown = context.unknownDim();
  TensorType positions = TensorType::getUnranked(getInteger(context));
  if (!context.requireRank(getInput(), "its input", 1, /*orMore=*/true)) {
    context.setResult(0, positions.withDims({unknown, unknown}));
    return;
  }
  context.setResult(0, positions.withDims({context.constantDim(input.getRank()),
                                           input.getCount()}));
}

void UniqueOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  bool isMatrix = context.requireRank(getInput(), "its input", 2);
  DimAttr rows = isMatrix ? input.getDim(0) : context.unknownDim();
  for (unsigned i : {0, 1, 2})
    context.setResult(i, getVector(rows, context));
  context.setResult(3, getVector(context.constantDim(1), context));
}

void NonMaxSuppressionOp::infer(RuleContext &context) {
  context.setResult(1, getVector(context.constantDim(1), context));
  TensorType selected = TensorType::getUnranked(getInteger(context));
  context.setResult(
      0, selected.withDims({context.unknownDim(), context.constantDim(3)}));
  context.requireElementType(getBoxes(), "its tensor of boxes", "floating-point numbers",
                             isFloat);
  context.requireSameElementType({getBoxes(), getScores()});
  requireScalar(getMost(), "its number of boxes", "64-bit integers",
                [](Type type) { return type.isSignlessInteger(64); }, context);
  for (auto [operand, name] : {std::pair(getOverlap(), "its overlap"),
                               std::pair(getLeast(), "its least score")})
    requireScalar(operand, name, "float32",
                  [](Type type) { return type.isF32(); }, context);
  bool areBoxes = context.requireRank(getBoxes(), "its tensor of boxes", 3);
  bool areScores = context.requireRank(getScores(), "its tensor of scores", 3);
  if (!areBoxes || !areScores)
    return;
  TensorType boxes = context.getType(getBoxes()),
             scores = context.getType(getScores());
  if (!context.requireEqual(boxes.getDim(2), context.constantDim(4),
                            diag::lengthMismatch,
                            context.getOpText() + " takes boxes of 4 numbers"))
    context.error(getBoxes(), diag::lengthMismatch)
        .fact("operand", "boxes")
        .fact("wanted", 4)
        .fact("axis", 2)
        .fact("shape", boxes.getShapeText())
        .fact("size", boxes.getDim(2).str());
  DimAttr images =
      requireSame(getBoxes(), 0, getScores(), 0, "images", context);
  DimAttr count = requireSame(getBoxes(), 1, getScores(), 2, "boxes", context);
  context.setResult(0, selected.withDims({images * scores.getDim(1) * count,
                                          context.constantDim(3)}));
}

} // namespace tenon
