//===- Reduction.cpp - Axes reduced to one element ------------------------===//

#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Dialect/IR/Rule.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Reduction.cpp.inc"

namespace tenon {
namespace {

void requireNumber(Value input, RuleContext &context) {
  context.requireElementType(input, "its input", "numbers",
                             [](Type type) { return !type.isInteger(1); });
}

/// The named axes of a ranked input; none if one of them is wrong.
std::optional<llvm::SmallBitVector>
resolveAxes(Value input, ArrayRef<int64_t> axes, RuleContext &context) {
  TensorType type = context.getType(input);
  llvm::SmallBitVector reduced(type.getRank());
  bool wrong = false;
  for (int64_t axis : axes) {
    std::optional<int64_t> resolved = context.resolveAxis(input, axis, "axes");
    wrong |= !resolved;
    if (!resolved)
      continue;
    if (reduced.test(*resolved)) {
      context.error("axes", diag::axisRepeated)
          .fact("axis", *resolved)
          .fact("shape", type.getShapeText());
      wrong = true;
    }
    reduced.set(*resolved);
  }
  if (wrong)
    return std::nullopt;
  return reduced;
}

TensorType getReducedType(TensorType input, const llvm::SmallBitVector &reduced,
                          bool keepDims, RuleContext &context) {
  SmallVector<DimAttr> dims;
  for (auto [axis, dim] : llvm::enumerate(input.getDims())) {
    if (!reduced.test(axis))
      dims.push_back(dim);
    else if (keepDims)
      dims.push_back(context.constantDim(1));
  }
  return input.withDims(dims);
}

std::optional<DimAttr> combineDims(Operation *op, ArrayRef<DimAttr> dims) {
  DimAttr result = dims.front();
  for (DimAttr dim : dims.drop_front()) {
    if (isa<ReduceSumOp>(op))
      result = result + dim;
    else if (isa<ReduceProdOp>(op))
      result = result * dim;
    else if (isa<ReduceMaxOp>(op))
      result = DimAttr::max({result, dim});
    else if (isa<ReduceMinOp>(op))
      result = DimAttr::min({result, dim});
    else
      return std::nullopt;
  }
  return result;
}

/// Sizes combined along their only axis stay sizes: `prod(shape(x))`.
void inferReducedDims(Value input, RuleContext &context) {
  TensorType type = context.getType(input);
  auto dims = context.getDims(input);
  // Only constants can wrap or be cut; those go through the evaluator.
  if (!dims || dims->empty() || type.getRank() != 1 ||
      llvm::all_of(*dims, [](DimAttr dim) { return !!dim.getConstant(); }))
    return;
  if (auto combined = combineDims(context.getOp(), *dims))
    context.setResultDims(0, *combined);
}

} // namespace

void TenonDialect::registerReductionOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Reduction.cpp.inc"
      >();
}

void inferReduction(Value input, ArrayRef<int64_t> axes, bool keepDims,
                    RuleContext &context) {
  requireNumber(input, context);
  TensorType type = context.getType(input);
  if (axes.empty()) {
    context.setResult(type);
    if (auto dims = context.getDims(input))
      context.setResultDims(0, *dims);
    return;
  }
  context.setResult(type.withUnranked());
  if (!type.hasRank())
    return;
  std::optional<llvm::SmallBitVector> reduced =
      resolveAxes(input, axes, context);
  if (!reduced) {
    // Which axes were meant is open, but with `keep_dims` not how many stay.
    if (keepDims)
      context.setResult(type.withDims(
          SmallVector<DimAttr>(type.getRank(), context.unknownDim())));
    return;
  }
  context.setResult(getReducedType(type, *reduced, keepDims, context));
  inferReducedDims(input, context);
}

void inferArgReduction(Value input, int64_t axis, bool keepDims,
                       RuleContext &context) {
  requireNumber(input, context);
  TensorType type = context.getType(input).withElementType(
      IntegerType::get(context.getContext(), 64));
  context.setResult(type.withUnranked());
  if (!type.hasRank())
    return;
  std::optional<int64_t> resolved = context.resolveAxis(input, axis, "axis");
  if (!resolved) {
    int64_t rank = keepDims ? type.getRank() : type.getRank() - 1;
    if (rank >= 0)
      context.setResult(
          type.withDims(SmallVector<DimAttr>(rank, context.unknownDim())));
    return;
  }
  llvm::SmallBitVector reduced(type.getRank());
  reduced.set(*resolved);
  context.setResult(getReducedType(type, reduced, keepDims, context));
  if (!context.requireAtLeast(
          type.getDim(*resolved), context.constantDim(1), diag::axisEmpty,
          context.getOpText() + " picks from axis " + Twine(*resolved) +
              " of " + type.getShapeText() + ", which must not be empty"))
    context.error(input, diag::axisEmpty)
        .fact("axis", *resolved)
        .fact("shape", type.getShapeText());
}

} // namespace tenon
