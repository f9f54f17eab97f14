//===- MovementCut.cpp - Tensors joined, cut and given a border -----------===//

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

/// Steps beyond this are as good as infinite; sums of them fit in 64 bits.
constexpr int64_t maxStep = int64_t(1) << 48;

std::string getListText(ArrayRef<int64_t> values) {
  std::string text = "[";
  llvm::raw_string_ostream os(text);
  llvm::interleaveComma(values, os);
  return text + "]";
}

SmallVector<DimAttr> replaceDim(TensorType type, int64_t axis, DimAttr dim) {
  SmallVector<DimAttr> dims(type.getDims());
  dims[axis] = dim;
  return dims;
}

} // namespace

//===----------------------------------------------------------------------===//
// Concat
//===----------------------------------------------------------------------===//

namespace {

/// The axes that `first` and `operand` must have in common; what is known of
/// them is merged into `dims`.
void joinAxes(ConcatOp op, TensorType first, Value operand, int64_t axis,
              SmallVectorImpl<DimAttr> &dims, RuleContext &context) {
  TensorType type = context.getType(operand);
  for (auto [other, dim] : llvm::enumerate(type.getDims())) {
    if (int64_t(other) == axis)
      continue;
    if (context.requireEqual(
            dims[other], dim, diag::concatMismatch,
            context.getOpText() + " joins " + first.getShapeText() + " and " +
                type.getShapeText() + " along axis " + Twine(axis) +
                ", which must agree on axis " + Twine(other))) {
      dims[other] = context.merge(dims[other], dim);
      continue;
    }
    context.error(operand, diag::concatMismatch)
        .fact("lhs", first.getShapeText())
        .fact("rhs", type.getShapeText())
        .fact("axis", axis)
        .fact("other", other)
        .fact("lhs_size", dims[other].str())
        .fact("rhs_size", dim.str());
  }
}

/// Vectors of known sizes joined are a vector of known sizes.
void joinEntries(ConcatOp op, RuleContext &context) {
  SmallVector<DimAttr> entries;
  for (Value operand : op.getInputs()) {
    TensorType type = context.getType(operand);
    if (auto dims = context.getDims(operand)) {
      llvm::append_range(entries, *dims);
      continue;
    }
    std::optional<int64_t> length = type.getDim(0).getConstant();
    if (!length || *length < 0 || *length > maxKnownElements)
      return;
    entries.append(*length, context.unknownDim());
  }
  if (llvm::any_of(entries, [](DimAttr dim) { return !dim.isUnknown(); }))
    context.setResultDims(0, entries);
}

} // namespace

void ConcatOp::infer(RuleContext &context) {
  if (getInputs().empty()) {
    context.error(diag::operandCount)
        .fact("node", context.getOpText())
        .fact("count", 0)
        .fact("wanted", "at least 1");
    return;
  }
  Type elementType =
      context.requireSameElementType(llvm::to_vector(getInputs()));
  TensorType result = TensorType::getUnranked(elementType);
  context.setResult(result);
  auto ranked = llvm::find_if(getInputs(), [&](Value operand) {
    return context.getType(operand).hasRank();
  });
  if (ranked == getInputs().end())
    return;
  TensorType first = context.getType(*ranked);
  int64_t rank = first.getRank();
  context.setResult(
      result.withDims(SmallVector<DimAttr>(rank, context.unknownDim())));
  std::optional<int64_t> axis =
      context.resolveAxis(*ranked, getAxis(), "axis");

  SmallVector<DimAttr> dims(first.getDims());
  DimAttr total = context.constantDim(0);
  bool agree = axis.has_value();
  for (Value operand : getInputs()) {
    TensorType type = context.getType(operand);
    if (type.hasRank() && type.getRank() != rank) {
      agree = false;
      context.error(operand, diag::rankMismatch)
          .fact("operand", "its inputs")
          .fact("wanted", "as many axes as the first, " + first.getShapeText())
          .fact("rank", type.getRank())
          .fact("shape", type.getShapeText());
    }
    if (!agree)
      continue;
    total = total + (type.hasRank() ? type.getDim(*axis)
                                    : context.unknownDim());
    if (type.hasRank() && operand != *ranked)
      joinAxes(*this, first, operand, *axis, dims, context);
  }
  if (!agree)
    return;
  dims[*axis] = context.getEnv().simplify(total);
  context.setResult(result.withDims(dims));
  if (rank == 1 && llvm::all_of(getInputs(), [&](Value operand) {
        return context.getType(operand).hasRank();
      }))
    joinEntries(*this, context);
}

//===----------------------------------------------------------------------===//
// Split
//===----------------------------------------------------------------------===//

namespace {

/// The sizes as they are named; none (reported) if they are wrong.
std::optional<SmallVector<DimAttr>>
inferNamedParts(SplitOp op, ArrayRef<int64_t> sizes, TensorType input,
                int64_t axis, RuleContext &context) {
  DimAttr size = input.getDim(axis);
  SmallVector<DimAttr> parts;
  DimAttr total = context.constantDim(0);
  bool isRight = sizes.size() == op.getNumResults();
  if (!isRight)
    context.error("sizes", diag::valueLength)
        .fact("count", sizes.size())
        .fact("what", "sizes")
        .fact("wanted", op.getNumResults())
        .fact("shape", "its outputs");
  for (int64_t part : sizes) {
    if (part < 0) {
      isRight = false;
      context.error("sizes", diag::attributeRange)
          .fact("what", "a part of size")
          .fact("value", part)
          .fact("wanted", "at least 0");
    }
    parts.push_back(context.constantDim(part));
    total = total + part;
  }
  if (!isRight)
    return std::nullopt;
  if (!total.isUnknown() &&
      context.requireEqual(size, total, diag::splitSizes,
                           context.getOpText() + " cuts axis " + Twine(axis) +
                               " of " + input.getShapeText() + " into " +
                               getListText(sizes) +
                               ", which must add up to it"))
    return parts;
  context.error("sizes", diag::splitSizes)
      .fact("axis", axis)
      .fact("shape", input.getShapeText())
      .fact("sizes", getListText(sizes))
      .fact("total", total.isUnknown() ? "more than 2^63" : total.str())
      .fact("size", size.str());
  return std::nullopt;
}

SmallVector<DimAttr> inferEqualParts(SplitOp op, TensorType input,
                                     int64_t axis, RuleContext &context) {
  int64_t count = op.getNumResults();
  DimAttr size = input.getDim(axis), divisor = context.constantDim(count);
  std::string cut = context.getOpText() + " cuts axis " +
                    std::to_string(axis) + " of " + input.getShapeText() +
                    " into " + std::to_string(count) + " parts, which must ";
  auto report = [&](StringRef problem) {
    context.error(diag::splitRemainder)
        .fact("axis", axis)
        .fact("shape", input.getShapeText())
        .fact("count", count)
        .fact("size", size.str())
        .fact("problem", problem);
  };
  DimAttr part = context.getEnv().simplify(size.ceilDiv(divisor));
  if (!op.getUneven()) {
    if (!size.isUnknown() &&
        !context.requireDivisible(size, divisor, diag::splitRemainder,
                                  cut + "be equal")) {
      report("which leaves a remainder");
      return SmallVector<DimAttr>(count, context.unknownDim());
    }
    return SmallVector<DimAttr>(
        count, context.getEnv().simplify(size.floorDiv(divisor)));
  }
  DimAttr last = context.getEnv().simplify(size - part * (count - 1));
  if (!last.isUnknown() &&
      !context.requireAtLeast(last, context.constantDim(0),
                              diag::splitRemainder, cut + "be enough")) {
    report("which leaves nothing for the last");
    return SmallVector<DimAttr>(count, context.unknownDim());
  }
  SmallVector<DimAttr> parts(count, part);
  parts.back() = last;
  return parts;
}

} // namespace

void SplitOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  for (unsigned i = 0; i < getNumResults(); ++i)
    context.setResult(i, TensorType::getUnranked(input.getElementType()));
  if (!input.hasRank())
    return;
  std::optional<int64_t> axis =
      context.resolveAxis(getInput(), getAxis(), "axis");
  SmallVector<DimAttr> parts(getNumResults(), context.unknownDim());
  if (axis && getNumResults() != 0) {
    if (!getSizes())
      parts = inferEqualParts(*this, input, *axis, context);
    else if (auto named =
                 inferNamedParts(*this, *getSizes(), input, *axis, context))
      parts = *named;
  }
  for (auto [i, part] : llvm::enumerate(parts))
    context.setResult(
        i, axis ? input.withDims(replaceDim(input, *axis, part))
                : input.withDims(SmallVector<DimAttr>(input.getRank(),
                                                      context.unknownDim())));
  // Known sizes are cut like any vector.
  auto entries = context.getDims(getInput());
  if (!entries || input.getRank() != 1 || context.hasFailed())
    return;
  ArrayRef<DimAttr> rest(*entries);
  for (auto [i, part] : llvm::enumerate(parts)) {
    std::optional<int64_t> length = part.getConstant();
    if (!length || *length < 0 || *length > int64_t(rest.size()))
      return;
    context.setResultDims(i, rest.take_front(*length));
    rest = rest.drop_front(*length);
  }
}

//===----------------------------------------------------------------------===//
// Slice
//===----------------------------------------------------------------------===//

SliceRange getSliceRange(DimAttr size, int64_t start, int64_t end,
                         int64_t step) {
  MLIRContext *context = size.getContext();
  return getSliceRange(size, DimAttr::get(context, start),
                       DimAttr::get(context, end), step);
}

SliceRange getSliceRange(DimAttr size, DimAttr start, DimAttr end,
                         int64_t step) {
  MLIRContext *context = size.getContext();
  auto constant = [&](int64_t value) { return DimAttr::get(context, value); };
  step = std::clamp(step, -maxStep, maxStep);
  bool isForward = step > 0;
  // A position from the end, limited to [low, high] for a size of at least 0.
  auto limit = [&](DimAttr position, DimAttr low, DimAttr high) {
    int64_t value = position.getConstant().value_or(0);
    if (value >= INT32_MAX)
      return high;
    if (value <= -INT32_MAX)
      return low;
    DimAttr at = value < 0 ? size + value : position;
    // The upper limit wins: it is below the lower one where the size is 0.
    return DimAttr::min({DimAttr::max({at, low}), high});
  };
  DimAttr zero = constant(0), last = isForward ? size : size - 1;
  DimAttr from = limit(start, zero, last);
  DimAttr to = limit(end, isForward ? zero : constant(-1), last);
  if (size.isUnknown())
    return {size, size};
  DimAttr span = isForward ? to - from : from - to;
  return {from, DimAttr::max({span.ceilDiv(std::abs(step)), zero})};
}

namespace {

/// The arrays have one length; reported otherwise.
bool haveOneLength(SliceOp op, RuleContext &context) {
  size_t wanted = op.getAxes().size();
  bool isRight = true;
  auto check = [&](StringRef name, ArrayRef<int64_t> values) {
    if (values.size() == wanted)
      return;
    isRight = false;
    context.error(name, diag::valueLength)
        .fact("count", values.size())
        .fact("what", name)
        .fact("wanted", wanted)
        .fact("shape", "its axes");
  };
  check("starts", op.getStarts());
  check("ends", op.getEnds());
  check("steps", op.getSteps());
  return isRight;
}

/// Known sizes are sliced like any vector.
void sliceEntries(SliceOp op, RuleContext &context) {
  auto entries = context.getDims(op.getInput());
  if (!entries || context.getType(op.getInput()).getRank() != 1 ||
      op.getAxes().size() != 1)
    return;
  SliceRange range = getSliceRange(context.constantDim(entries->size()),
                                   op.getStarts()[0], op.getEnds()[0],
                                   op.getSteps()[0]);
  SmallVector<DimAttr> taken;
  int64_t start = *range.start.getConstant();
  for (int64_t i = 0; i < *range.size.getConstant(); ++i)
    taken.push_back((*entries)[start + i * op.getSteps()[0]]);
  context.setResultDims(0, taken);
}

} // namespace

void SliceOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  for (int64_t step : getSteps())
    if (step == 0)
      context.error("steps", diag::attributeRange)
          .fact("what", "a step of")
          .fact("value", step)
          .fact("wanted", "positive or negative");
  bool isRight = haveOneLength(*this, context) && !context.hasFailed();
  auto axes = resolveAxes(getInput(), getAxes(), "axes", context);
  if (!input.hasRank())
    return;
  if (!axes || !isRight) {
    // Axes that are not named stay as they are.
    SmallVector<DimAttr> dims(input.getDims());
    for (DimAttr &dim : dims)
      if (int64_t axis = &dim - dims.begin();
          !axes || llvm::is_contained(*axes, axis))
        dim = context.unknownDim();
    context.setResult(input.withDims(dims));
    return;
  }
  SmallVector<DimAttr> dims(input.getDims());
  for (auto [axis, start, end, step] :
       llvm::zip_equal(*axes, getStarts(), getEnds(), getSteps()))
    dims[axis] = context.getEnv().simplify(
        getSliceRange(dims[axis], start, end, step).size);
  context.setResult(input.withDims(dims));
  sliceEntries(*this, context);
}

} // namespace tenon
