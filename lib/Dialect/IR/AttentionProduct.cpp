//===- AttentionProduct.cpp - Values weighted by queries and keys ---------===//

#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Dialect/IR/Rule.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;

namespace tenon {

std::optional<AttentionStage> symbolizeAttentionStage(StringRef name) {
  return llvm::StringSwitch<std::optional<AttentionStage>>(name)
      .Case("scaled", AttentionStage::Scaled)
      .Case("capped", AttentionStage::Capped)
      .Case("masked", AttentionStage::Masked)
      .Case("weights", AttentionStage::Weights)
      .Default(std::nullopt);
}

namespace {

bool isFloat(Type type) { return isa<FloatType>(type); }

std::string joinShapes(TensorType lhs, TensorType rhs) {
  return lhs.getShapeText() + " and " + rhs.getShapeText();
}

/// What the sizes of the three operands say, `?` where nothing is known.
class AttentionShapes {
public:
  AttentionShapes(AttentionOp op, RuleContext &context)
      : op(op), context(context) {}

  void check();
  SmallVector<DimAttr> getResult() {
    return {batch, heads, queries, getDim(op.getValue(), 3)};
  }
  SmallVector<DimAttr> getScores() const {
    return {batch, heads, queries, keys};
  }

private:
  DimAttr getDim(Value operand, int64_t axis) const {
    TensorType type = context.getType(operand);
    if (type.hasRank() && type.getRank() == 4)
      return type.getDim(axis);
    return context.unknownDim();
  }
  DimAttr requireSame(Value operand, StringRef name, int64_t axis,
                      DimAttr known, Value other);
  void requireHeads();
  void requireSizes();
  void requireMask();
  void requireVector(Value operand, StringRef name);

  AttentionOp op;
  RuleContext &context;
  DimAttr batch, heads, groups, queries, keys;
};

/// The axis of the operand must be as long as that of `other`.
DimAttr AttentionShapes::requireSame(Value operand, StringRef name,
                                     int64_t axis, DimAttr known, Value other) {
  DimAttr dim = getDim(operand, axis);
  TensorType type = context.getType(other);
  std::string message = context.getOpText() + " needs " + name.str() +
                        " as long on axis " + std::to_string(axis) + " as " +
                        type.getShapeText();
  if (context.requireEqual(dim, known, diag::lengthMismatch, message))
    return context.merge(known, dim);
  context.error(operand, diag::lengthMismatch)
      .fact("operand", name)
      .fact("wanted", known.str())
      .fact("axis", axis)
      .fact("shape", type.getShapeText())
      .fact("size",
            dim.str() + " in " + context.getType(operand).getShapeText());
  return known;
}

void AttentionShapes::requireHeads() {
  if (heads.isUnknown() || groups.isUnknown() || heads == groups)
    return;
  std::string message =
      context.getOpText() +
      " shares the heads of its key among those of its "
      "query, which they must divide: " +
      joinShapes(context.getType(op.getQuery()), context.getType(op.getKey()));
  if (groups.getConstant().value_or(1) >= 1 &&
      context.requireDivisible(heads, groups, diag::attributeRange, message))
    return;
  context.error(op.getKey(), diag::attributeRange)
      .fact("what", "a query with a number of heads of")
      .fact("value", heads.str())
      .fact("wanted", "a multiple of the " + groups.str() +
                          " heads of its key (axis 1 of " +
                          joinShapes(context.getType(op.getQuery()),
                                     context.getType(op.getKey())) +
                          ")");
}

void AttentionShapes::requireSizes() {
  DimAttr query = getDim(op.getQuery(), 3), key = getDim(op.getKey(), 3);
  TensorType left = context.getType(op.getQuery());
  TensorType right = context.getType(op.getKey());
  if (context.requireEqual(query, key, diag::contractionMismatch,
                           context.getOpText() + " multiplies " +
                               joinShapes(left, right) +
                               ", whose heads must have one size"))
    return;
  context.error(op.getKey(), diag::contractionMismatch)
      .fact("lhs", left.getShapeText())
      .fact("rhs", right.getShapeText())
      .fact("lhs_size", query.str())
      .fact("lhs_axis", 3)
      .fact("rhs_size", key.str())
      .fact("rhs_axis", 3)
      .help("heads of the query and of the key must have one size");
}

void AttentionShapes::requireMask() {
  Value mask = op.getMask();
  if (!mask)
    return;
  Type elementType = context.getType(op.getQuery()).getElementType();
  context.requireElementType(mask, "its mask",
                             "a mask of truth values or of the query's type",
                             [&](Type type) {
                               return type.isInteger(1) ||
                                      !isFloat(elementType) ||
                                      type == elementType;
                             });
  if (!context.requireRank(mask, "a mask", 4))
    return;
  TensorType type = context.getType(mask);
  SmallVector<DimAttr> scores = getScores();
  std::string text = type.withDims(scores).getShapeText();
  for (auto [axis, dims] :
       llvm::enumerate(llvm::zip_equal(type.getDims(), scores))) {
    auto [dim, wanted] = dims;
    if (dim.isConstant(1) || dim.isUnknown() || wanted.isUnknown())
      continue;
    if (context.requireEqual(dim, wanted, diag::expandMismatch,
                             context.getOpText() + " adds a mask of " +
                                 type.getShapeText() + " to scores of " + text +
                                 ", which must agree on axis " +
                                 std::to_string(axis)))
      continue;
    context.error(mask, diag::expandMismatch)
        .fact("from", "its mask of " + type.getShapeText())
        .fact("to", text)
        .fact("axis", axis)
        .fact("lhs_size", dim.str())
        .fact("rhs_size", wanted.str());
  }
}

void AttentionShapes::requireVector(Value operand, StringRef name) {
  if (!operand)
    return;
  context.requireElementType(operand, name, "64-bit integers",
                             [](Type type) { return type.isInteger(64); });
  if (!context.requireRank(operand, name, 1))
    return;
  TensorType type = context.getType(operand);
  if (type.getDim(0).isConstant(1))
    return;
  if (context.requireEqual(type.getDim(0), batch, diag::lengthMismatch,
                           context.getOpText() + " needs " + name.str() +
                               " with one entry, or one a batch"))
    return;
  context.error(operand, diag::lengthMismatch)
      .fact("operand", name)
      .fact("wanted", batch.str())
      .fact("axis", 0)
      .fact("shape", context.getType(op.getQuery()).getShapeText())
      .fact("size", type.getDim(0).str());
}

void AttentionShapes::check() {
  Value query = op.getQuery(), key = op.getKey(), value = op.getValue();
  for (auto [operand, name] :
       {std::pair(query, "a query"), {key, "a key"}, {value, "a value"}})
    context.requireRank(operand, name, 4);
  batch = getDim(query, 0);
  batch = requireSame(key, "its key", 0, batch, query);
  batch = requireSame(value, "its value", 0, batch, query);
  heads = getDim(query, 1);
  queries = getDim(query, 2);
  groups = requireSame(value, "its value", 1, getDim(key, 1), key);
  keys = requireSame(value, "its value", 2, getDim(key, 2), key);
  requireHeads();
  requireSizes();
  requireMask();
  requireVector(op.getPast(), "its past");
  requireVector(op.getLengths(), "its lengths");
}

void requireSoftcap(AttentionOp op, RuleContext &context) {
  std::optional<APFloat> softcap = op.getSoftcap();
  if (!softcap ||
      (!softcap->isNaN() && !softcap->isNegative() && !softcap->isZero()))
    return;
  SmallString<16> text;
  softcap->toString(text);
  context.error("softcap", diag::attributeRange)
      .fact("what", "a softcap of")
      .fact("value", text.str())
      .fact("wanted", "larger than 0");
}

} // namespace

void AttentionOp::infer(RuleContext &context) {
  for (auto [operand, name] : {std::pair(getQuery(), "its query"),
                               {getKey(), "its key"},
                               {getValue(), "its value"}})
    context.requireElementType(operand, name, "floating-point numbers",
                               isFloat);
  Type elementType =
      context.hasFailed()
          ? context.getType(getQuery()).getElementType()
          : context.requireSameElementType({getQuery(), getKey(), getValue()});
  requireSoftcap(*this, context);
  size_t wanted = getScores() ? 2 : 1;
  if (getNumResults() != wanted)
    context.error(diag::attributeRange)
        .fact("what", "a number of results of")
        .fact("value", getNumResults())
        .fact("wanted", getScores() ? "2, as `scores` is given"
                                    : "1, as `scores` is left out");
  AttentionShapes shapes(*this, context);
  shapes.check();
  TensorType type = TensorType::getUnranked(elementType);
  for (unsigned i = 0; i < getNumResults(); ++i)
    context.setResult(
        i, type.withDims(i == 0 ? shapes.getResult() : shapes.getScores()));
}

} // namespace tenon
