//===- IndexingScatter.cpp - Elements placed by index ---------------------===//

#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

/// Input and updates have one element type that the reduction takes; sets it.
template <typename Op> void inferElementType(Op op, RuleContext &context) {
  Type elementType =
      context.requireSameElementType({op.getInput(), op.getUpdates()});
  TensorType input = context.getType(op.getInput());
  context.setResult(input.withElementType(elementType));
  if (op.getReduction() != "none")
    context.requireElementType(op.getInput(), "its input", "numbers",
                               [](Type type) { return !type.isInteger(1); });
}

/// The updates have these sizes; reported otherwise.
bool requireUpdates(Value updates, ArrayRef<DimAttr> wanted,
                    RuleContext &context) {
  TensorType type = context.getType(updates);
  if (!context.requireRank(updates, "its updates", wanted.size()))
    return false;
  bool isRight = true;
  for (auto [axis, sizes] :
       llvm::enumerate(llvm::zip_equal(type.getDims(), wanted))) {
    auto [size, other] = sizes;
    if (context.requireEqual(size, other, diag::lengthMismatch,
                             context.getOpText() + " has updates of " +
                                 type.getShapeText() + ", which need " +
                                 other.str() + " on axis " + Twine(axis)))
      continue;
    isRight = false;
    context.error(updates, diag::lengthMismatch)
        .fact("operand", "its updates")
        .fact("wanted", other.str())
        .fact("axis", axis)
        .fact("shape", type.getShapeText())
        .fact("size", size.str());
  }
  return isRight;
}

DimAttr join(StringRef reduction, DimAttr old, DimAttr update) {
  if (reduction == "none")
    return update;
  if (reduction == "add")
    return old + update;
  if (reduction == "mul")
    return old * update;
  return reduction == "max" ? DimAttr::max({old, update})
                            : DimAttr::min({old, update});
}

/// Known sizes placed in a vector of known ones.
template <typename Op> void placeEntries(Op op, RuleContext &context) {
  auto entries = context.getDims(op.getInput());
  auto updates = context.getDims(op.getUpdates());
  auto positions = getPositions(op.getInput(), op.getIndices(), context);
  if (!entries || !updates || !positions ||
      positions->size() != updates->size() ||
      !llvm::all_of(*positions, [](auto at) { return at.has_value(); }))
    return;
  for (auto [at, update] : llvm::zip_equal(*positions, *updates))
    (*entries)[*at] = join(op.getReduction(), (*entries)[*at], update);
  context.setResultDims(0, *entries);
}

} // namespace

void ScatterElementsOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  TensorType indices = context.getType(getIndices());
  inferElementType(*this, context);
  bool isInteger = requireIndices(getIndices(), context);
  std::optional<int64_t> axis =
      context.resolveAxis(getInput(), getAxis(), "axis");
  bool areRight =
      !indices.hasRank() ||
      !context.getType(getUpdates()).hasRank() ||
      requireUpdates(getUpdates(), indices.getDims(), context);
  if (!input.hasRank() || !axis || !indices.hasRank() ||
      !requireElementIndices(getInput(), getIndices(), *axis, context) ||
      !isInteger)
    return;
  checkIndices(getInput(), getIndices(), *axis, context);
  if (areRight && !context.hasFailed())
    placeEntries(*this, context);
}

void ScatterNdOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  TensorType indices = context.getType(getIndices());
  inferElementType(*this, context);
  bool isInteger = requireIndices(getIndices(), context);
  if (!indices.hasRank() ||
      !context.requireRank(getIndices(), "its indices", 1, /*orMore=*/true) ||
      !input.hasRank())
    return;
  std::optional<int64_t> width =
      inferTupleLength(getIndices(), input.getRank(), context);
  if (!width)
    return;
  SmallVector<DimAttr> wanted(indices.getDims().drop_back());
  llvm::append_range(wanted, input.getDims().drop_front(*width));
  if (context.getType(getUpdates()).hasRank())
    requireUpdates(getUpdates(), wanted, context);
  if (!isInteger)
    return;
  checkTuples(getInput(), getIndices(), 0, context);
  if (!context.hasFailed())
    placeEntries(*this, context);
}

//===----------------------------------------------------------------------===//
// Indices as vectors
//===----------------------------------------------------------------------===//

namespace {

/// The size that the depth is known to be; `?` if it is not.
DimAttr inferDepth(OneHotOp op, RuleContext &context) {
  Value depth = op.getDepth();
  TensorType type = context.getType(depth);
  bool isInteger =
      context.requireElementType(depth, "its depth", "integers", [](Type type) {
        return isa<IntegerType>(type) && !type.isInteger(1);
      });
  if (type.hasRank() && type.getRank() != 0 &&
      !context.requireRank(depth, "its depth", 1))
    return context.unknownDim();
  if (type.hasRank() && type.getRank() == 1 &&
      !context.requireEqual(type.getDim(0), context.constantDim(1),
                            diag::lengthMismatch,
                            context.getOpText() + " has one depth")) {
    context.error(depth, diag::lengthMismatch)
        .fact("operand", "its depth")
        .fact("wanted", 1)
        .fact("axis", 0)
        .fact("shape", type.getShapeText())
        .fact("size", type.getDim(0).str());
    return context.unknownDim();
  }
  auto known = context.getDims(depth);
  if (!isInteger || !known || known->size() != 1 ||
      known->front().isUnknown()) {
    context.blameValue(depth, "its depth");
    return context.unknownDim();
  }
  return known->front();
}

} // namespace

void OneHotOp::infer(RuleContext &context) {
  TensorType indices = context.getType(getIndices());
  TensorType values = context.getType(getValues());
  context.setResult(TensorType::getUnranked(values.getElementType()));
  requireIndices(getIndices(), context);
  if (context.requireRank(getValues(), "its values", 1) &&
      !context.requireEqual(values.getDim(0), context.constantDim(2),
                            diag::lengthMismatch,
                            context.getOpText() + " has two values"))
    context.error(getValues(), diag::lengthMismatch)
        .fact("operand", "its values")
        .fact("wanted", 2)
        .fact("axis", 0)
        .fact("shape", values.getShapeText())
        .fact("size", values.getDim(0).str());
  DimAttr depth = inferDepth(*this, context);
  std::optional<int64_t> axis =
      context.resolveAxis(getIndices(), getAxis(), "axis", 1);
  if (!indices.hasRank())
    return;
  if (!axis) {
    context.setResult(values.withDims(SmallVector<DimAttr>(
        indices.getRank() + 1, context.unknownDim())));
    return;
  }
  if (!depth.isUnknown() &&
      !context.requireAtLeast(depth, context.constantDim(0), diag::sizeNegative,
                              "the depth of " + context.getOpText() +
                                  " must not be negative")) {
    context.error(getDepth(), diag::sizeNegative)
        .fact("axis", *axis)
        .fact("size", depth.str());
    depth = context.unknownDim();
  }
  SmallVector<DimAttr> dims(indices.getDims());
  dims.insert(dims.begin() + *axis, depth);
  context.setResult(values.withDims(dims));
}

} // namespace tenon
