//===- Movement.cpp - Elements in another order or shape ------------------===//
//
// Registration, what the rules of the family share, and the rules of ops that
// only add, remove or exchange axes.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Movement.cpp.inc"

namespace tenon {
namespace {

std::string getListText(ArrayRef<int64_t> values) {
  std::string text;
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(values, os);
  return text;
}

/// Same elements in the same order: what is known of one is known of the other.
void forwardDims(Value input, RuleContext &context) {
  if (auto dims = context.getDims(input))
    context.setResultDims(0, *dims);
}

bool isPermutation(ArrayRef<int64_t> permutation) {
  SmallVector<bool> seen(permutation.size(), false);
  for (int64_t axis : permutation) {
    if (axis < 0 || axis >= int64_t(permutation.size()) || seen[axis])
      return false;
    seen[axis] = true;
  }
  return true;
}

} // namespace

void TenonDialect::registerMovementOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Movement.cpp.inc"
      >();
}

std::optional<SmallVector<DimAttr>>
inferEntries(Value operand, StringRef name, RuleContext &context) {
  bool isInteger = context.requireElementType(
      operand, name, "integers", [](Type type) {
        return isa<IntegerType>(type) && !type.isInteger(1);
      });
  if (!context.requireRank(operand, name, 1) || !isInteger)
    return std::nullopt;
  auto dims = context.getDims(operand);
  if (!dims || llvm::any_of(*dims, [](DimAttr dim) { return dim.isUnknown(); }))
    context.blameValue(operand, name);
  if (dims)
    return dims;
  std::optional<int64_t> length =
      context.getType(operand).getDim(0).getConstant();
  if (!length || *length < 0 || *length > TensorType::maxRank)
    return std::nullopt;
  return SmallVector<DimAttr>(*length, context.unknownDim());
}

std::optional<SmallVector<int64_t>>
resolveAxes(Value operand, ArrayRef<int64_t> axes, StringRef attribute,
            RuleContext &context, int64_t extra) {
  if (!context.getType(operand).hasRank())
    return std::nullopt;
  SmallVector<int64_t> resolved;
  bool isRight = true;
  for (int64_t axis : axes) {
    std::optional<int64_t> position =
        context.resolveAxis(operand, axis, attribute, extra);
    isRight &= position.has_value();
    if (!position)
      continue;
    if (llvm::is_contained(resolved, *position)) {
      context.error(attribute, diag::axisRepeated)
          .fact("axis", *position)
          .fact("shape", context.getType(operand).getShapeText());
      return std::nullopt;
    }
    resolved.push_back(*position);
  }
  if (!isRight)
    return std::nullopt;
  return resolved;
}

//===----------------------------------------------------------------------===//
// Axes removed and inserted
//===----------------------------------------------------------------------===//

namespace {

/// Without `axes`: which axes are certain to go. None if that stays open.
std::optional<SmallVector<int64_t>> inferUnitAxes(Value input,
                                                  RuleContext &context) {
  TensorType type = context.getType(input);
  if (!type.hasRank())
    return std::nullopt;
  SmallVector<int64_t> axes;
  for (auto [axis, dim] : llvm::enumerate(type.getDims())) {
    if (dim.isUnknown())
      return std::nullopt;
    DimAttr one = context.constantDim(1);
    DimComparison comparison = context.getEnv().compare(dim, one);
    if (comparison == DimComparison::Equal)
      axes.push_back(axis);
    else if (comparison == DimComparison::Depends)
      // The rank cannot depend on data, so one of the two must be assumed.
      (void)context.requireAtLeast(
          dim, context.constantDim(2), diag::squeezeSize,
          context.getOpText() + " names no axes and keeps axis " +
              Twine(axis) + " of " + type.getShapeText() +
              ", so it must not be 1");
  }
  return axes;
}

} // namespace

void SqueezeOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  forwardDims(getInput(), context);
  std::optional<SmallVector<int64_t>> axes =
      getAxes() ? resolveAxes(getInput(), *getAxes(), "axes", context)
                : inferUnitAxes(getInput(), context);
  if (!axes)
    return;
  SmallVector<DimAttr> dims;
  for (auto [axis, dim] : llvm::enumerate(input.getDims())) {
    if (!llvm::is_contained(*axes, int64_t(axis))) {
      dims.push_back(dim);
      continue;
    }
    if (!context.requireEqual(dim, context.constantDim(1), diag::squeezeSize,
                              context.getOpText() + " removes axis " +
                                  Twine(axis) + " of " +
                                  input.getShapeText() + ", which must be 1"))
      context.error("axes", diag::squeezeSize)
          .fact("axis", axis)
          .fact("shape", input.getShapeText())
          .fact("size", dim.str());
  }
  context.setResult(input.withDims(dims));
}

SmallVector<int64_t> getSqueezedAxes(SqueezeOp op) {
  auto input = cast<TensorType>(op.getInput().getType());
  SmallVector<int64_t> axes;
  if (std::optional<ArrayRef<int64_t>> named = op.getAxes()) {
    for (int64_t axis : *named)
      axes.push_back(axis < 0 ? axis + input.getRank() : axis);
    return axes;
  }
  for (auto [axis, dim] : llvm::enumerate(input.getDims()))
    if (dim.isConstant(1))
      axes.push_back(axis);
  return axes;
}

void UnsqueezeOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  forwardDims(getInput(), context);
  std::optional<SmallVector<int64_t>> axes = resolveAxes(
      getInput(), getAxes(), "axes", context, getAxes().size());
  if (!axes)
    return;
  SmallVector<DimAttr> dims;
  ArrayRef<DimAttr> rest = input.getDims();
  for (int64_t axis = 0, rank = rest.size() + axes->size(); axis < rank;
       ++axis) {
    if (llvm::is_contained(*axes, axis)) {
      dims.push_back(context.constantDim(1));
      continue;
    }
    dims.push_back(rest.front());
    rest = rest.drop_front();
  }
  context.setResult(input.withDims(dims));
}

void AlignRankOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  TensorType like = context.getType(getLike());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  forwardDims(getInput(), context);
  if (!input.hasRank() || !like.hasRank())
    return;
  SmallVector<DimAttr> dims(
      std::max<int64_t>(like.getRank() - input.getRank(), 0),
      context.constantDim(1));
  llvm::append_range(dims, input.getDims());
  context.setResult(input.withDims(dims));
}

//===----------------------------------------------------------------------===//
// Axes exchanged
//===----------------------------------------------------------------------===//

void TransposeOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  ArrayRef<int64_t> permutation = getPermutation();
  context.setResult(TensorType::getUnranked(input.getElementType()));
  int64_t rank = input.hasRank() ? input.getRank() : permutation.size();
  if (int64_t(permutation.size()) != rank || !isPermutation(permutation)) {
    DiagnosticBuilder report =
        context.error("permutation", diag::permutationInvalid);
    report.fact("permutation", getListText(permutation))
        .fact("shape", input.getShapeText())
        .fact("highest", rank - 1);
    if (rank == 0)
      report.help("a scalar has no axes: its permutation is []");
    if (input.hasRank())
      context.setResult(input.withDims(
          SmallVector<DimAttr>(rank, context.unknownDim())));
    return;
  }
  SmallVector<DimAttr> dims;
  for (int64_t axis : permutation)
    dims.push_back(input.hasRank() ? input.getDim(axis)
                                   : context.unknownDim());
  context.setResult(input.withDims(dims));
  if (rank <= 1)
    forwardDims(getInput(), context);
}

} // namespace tenon
