//===- Indexing.cpp - Elements picked by index ----------------------------===//

#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Indexing.cpp.inc"

namespace tenon {
namespace {

void reportIndex(Value inputValue, Value indices, int64_t index, int64_t axis,
                 RuleContext &context) {
  TensorType input = context.getType(inputValue);
  DimAttr size = input.getDim(axis);
  DiagnosticBuilder report = context.error(indices, diag::indexOutOfRange);
  report.fact("index", index)
      .fact("axis", axis)
      .fact("shape", input.getShapeText())
      .fact("size", size.str())
      .fact("lowest", (-size).str())
      .fact("highest", (size - 1).str());
  if (size.isConstant(0))
    report.help("an axis without entries has no valid index");
}

/// The axis must have an entry for the index.
void requireIndex(Value inputValue, Value indices, int64_t index, int64_t axis,
                  RuleContext &context) {
  TensorType input = context.getType(inputValue);
  DimAttr size = input.getDim(axis);
  // -size ≤ index < size; the least 64-bit number has no negative.
  bool isNegative = index < 0;
  bool isHuge = index == INT64_MAX || index == INT64_MIN;
  if (isHuge || !context.requireAtLeast(
                    size, context.constantDim(isNegative ? -index : index + 1),
                    diag::indexOutOfRange,
                    context.getOpText() + " picks index " + Twine(index) +
                        " on axis " + Twine(axis) + " of " +
                        input.getShapeText()))
    reportIndex(inputValue, indices, index, axis, context);
}

/// The least and the greatest entry of a column of tuples of that width.
std::pair<int64_t, int64_t> getExtremes(ArrayRef<int64_t> entries,
                                        int64_t column, int64_t width) {
  int64_t least = entries[column], greatest = least;
  for (size_t i = column; i < entries.size(); i += width) {
    least = std::min(least, entries[i]);
    greatest = std::max(greatest, entries[i]);
  }
  return {least, greatest};
}

/// Sizes picked from a vector of known ones.
void pickEntries(Value input, Value indices, RuleContext &context) {
  auto entries = context.getDims(input);
  auto positions = getPositions(input, indices, context);
  if (!entries || !positions)
    return;
  context.setResultDims(
      0, llvm::map_to_vector(*positions, [&](std::optional<int64_t> at) {
        return at ? (*entries)[*at] : context.unknownDim();
      }));
}

} // namespace

bool requireIndices(Value indices, RuleContext &context) {
  return context.requireElementType(
      indices, "its indices", "integers", [](Type type) {
        return isa<IntegerType>(type) && !type.isInteger(1);
      });
}

void checkIndices(Value inputValue, Value indices, int64_t axis,
                  RuleContext &context, int64_t column, int64_t width) {
  TensorType input = context.getType(inputValue);
  DimAttr size = input.getDim(axis);
  if (ElementsAttr constant = context.getConstant(indices)) {
    FailureOr<HostTensor> host = HostTensor::read(constant);
    if (failed(host) || host->isFloat() || host->integers.empty())
      return;
    auto [least, greatest] = getExtremes(host->integers, column, width);
    // Bit patterns of unsigned 64-bit numbers beyond all sizes are negative.
    if (least < 0 && host->isUnsigned())
      reportIndex(inputValue, indices, INT64_MAX, axis, context);
    else if (least < 0)
      requireIndex(inputValue, indices, least, axis, context);
    if (greatest >= 0)
      requireIndex(inputValue, indices, greatest, axis, context);
    return;
  }
  DimAttr count = context.getType(indices).getCount();
  if (size.isUnknown() || count.isConstant(0))
    return;
  if (!context.requireAtLeast(
          size, context.constantDim(1), diag::axisEmpty,
          context.getOpText() + " picks from axis " + Twine(axis) + " of " +
              input.getShapeText() + ", which must not be empty"))
    context.error(inputValue, diag::axisEmpty)
        .fact("axis", axis)
        .fact("shape", input.getShapeText());
}

std::optional<SmallVector<std::optional<int64_t>>>
getPositions(Value input, Value indices, RuleContext &context) {
  TensorType type = context.getType(input);
  auto known = context.getDims(indices);
  if (!known || !type.hasRank() || type.getRank() != 1)
    return std::nullopt;
  std::optional<int64_t> size = type.getDim(0).getConstant();
  if (!size)
    return std::nullopt;
  SmallVector<std::optional<int64_t>> positions;
  for (DimAttr index : *known) {
    int64_t at = index.getConstant().value_or(*size);
    at = at < 0 ? at + *size : at;
    positions.push_back(at >= 0 && at < *size ? std::optional(at)
                                              : std::nullopt);
  }
  return positions;
}

void TenonDialect::registerIndexingOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Indexing.cpp.inc"
      >();
}

void GatherOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  TensorType indices = context.getType(getIndices());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  bool isInteger = requireIndices(getIndices(), context);
  std::optional<int64_t> axis =
      context.resolveAxis(getInput(), getAxis(), "axis");
  if (!input.hasRank() || !indices.hasRank())
    return;
  if (!axis) {
    if (input.getRank() != 0)
      context.setResult(input.withDims(
          SmallVector<DimAttr>(input.getRank() - 1 + indices.getRank(),
                               context.unknownDim())));
    return;
  }
  SmallVector<DimAttr> dims(input.getDims().take_front(*axis));
  llvm::append_range(dims, indices.getDims());
  llvm::append_range(dims, input.getDims().drop_front(*axis + 1));
  context.setResult(input.withDims(dims));
  if (!isInteger)
    return;
  checkIndices(getInput(), getIndices(), *axis, context);
  pickEntries(getInput(), getIndices(), context);
}

//===----------------------------------------------------------------------===//
// An index for each element
//===----------------------------------------------------------------------===//

bool requireElementIndices(Value input, Value indices, int64_t axis,
                           RuleContext &context) {
  TensorType from = context.getType(input), to = context.getType(indices);
  if (!context.requireRank(indices, "its indices", from.getRank()))
    return false;
  bool isRight = true;
  for (auto [other, sizes] :
       llvm::enumerate(llvm::zip_equal(from.getDims(), to.getDims()))) {
    auto [size, length] = sizes;
    if (int64_t(other) == axis || length.isUnknown() || size.isUnknown() ||
        context.requireAtLeast(size, length, diag::lengthMismatch,
                               context.getOpText() + " has indices of " +
                                   to.getShapeText() + ", which axis " +
                                   Twine(other) + " of " +
                                   from.getShapeText() + " must cover"))
      continue;
    isRight = false;
    context.error(indices, diag::lengthMismatch)
        .fact("operand", "its indices")
        .fact("wanted", "at most " + size.str())
        .fact("axis", other)
        .fact("shape", to.getShapeText())
        .fact("size", length.str());
  }
  return isRight;
}

void GatherElementsOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  TensorType indices = context.getType(getIndices());
  context.setResult(indices.withElementType(input.getElementType()));
  bool isInteger = requireIndices(getIndices(), context);
  std::optional<int64_t> axis =
      context.resolveAxis(getInput(), getAxis(), "axis");
  if (!axis || !indices.hasRank() ||
      !requireElementIndices(getInput(), getIndices(), *axis, context) ||
      !isInteger)
    return;
  checkIndices(getInput(), getIndices(), *axis, context);
  pickEntries(getInput(), getIndices(), context);
}

//===----------------------------------------------------------------------===//
// Tuples of indices
//===----------------------------------------------------------------------===//

std::optional<int64_t> inferTupleLength(Value indices, int64_t axes,
                                        RuleContext &context) {
  TensorType type = context.getType(indices);
  int64_t last = type.getRank() - 1;
  std::optional<int64_t> length = type.getDim(last).getConstant();
  if (!length || (*length >= 1 && *length <= axes))
    return length;
  context.error(indices, diag::lengthMismatch)
      .fact("operand", "its indices")
      .fact("wanted", axes > 1 ? "1 to " + std::to_string(axes) : "1")
      .fact("axis", last)
      .fact("shape", type.getShapeText())
      .fact("size", *length);
  return std::nullopt;
}

void checkTuples(Value input, Value indices, int64_t first,
                 RuleContext &context) {
  TensorType type = context.getType(indices);
  int64_t width = *type.getDims().back().getConstant();
  for (int64_t i = 0; i < width; ++i)
    checkIndices(input, indices, first + i, context, i, width);
}

namespace {

/// The batch axes exist, and are equal; reported otherwise.
bool requireBatchAxes(GatherNdOp op, RuleContext &context) {
  TensorType input = context.getType(op.getInput());
  TensorType indices = context.getType(op.getIndices());
  int64_t batch = op.getBatchDims();
  int64_t most = INT64_MAX;
  for (TensorType type : {input, indices})
    if (type.hasRank())
      most = std::min(most, type.getRank() - 1);
  if (most < 0)
    return false;
  if (batch < 0 || batch > most) {
    context.error("batch_dims", diag::attributeRange)
        .fact("what", "batch_dims")
        .fact("value", batch)
        .fact("wanted", most == INT64_MAX ? "at least 0"
              : most == 0                 ? "0"
                          : "0 to " + std::to_string(most));
    return false;
  }
  if (!input.hasRank() || !indices.hasRank())
    return false;
  bool isRight = true;
  for (int64_t axis = 0; axis < batch; ++axis) {
    DimAttr wanted = input.getDim(axis), size = indices.getDim(axis);
    if (context.requireEqual(size, wanted, diag::lengthMismatch,
                             context.getOpText() + " picks from " +
                                 input.getShapeText() + " by indices of " +
                                 indices.getShapeText() +
                                 ", which must agree on axis " + Twine(axis)))
      continue;
    isRight = false;
    context.error(op.getIndices(), diag::lengthMismatch)
        .fact("operand", "its indices")
        .fact("wanted", wanted.str())
        .fact("axis", axis)
        .fact("shape", indices.getShapeText())
        .fact("size", size.str());
  }
  return isRight;
}

} // namespace

void GatherNdOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  TensorType indices = context.getType(getIndices());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  bool isInteger = requireIndices(getIndices(), context);
  bool haveAxes = true;
  for (auto [operand, name] : {std::pair(getInput(), "its input"),
                               std::pair(getIndices(), "its indices")})
    if (context.getType(operand).hasRank())
      haveAxes &= context.requireRank(operand, name, 1, /*orMore=*/true);
  bool haveBatch = haveAxes && requireBatchAxes(*this, context);
  int64_t batch = getBatchDims();
  if (!haveAxes || !input.hasRank() || !indices.hasRank() || batch < 0 ||
      batch >= input.getRank())
    return;
  std::optional<int64_t> width = inferTupleLength(
      getIndices(), input.getRank() - batch, context);
  if (!width)
    return;
  SmallVector<DimAttr> dims(indices.getDims().drop_back());
  llvm::append_range(dims, input.getDims().drop_front(batch + *width));
  context.setResult(input.withDims(dims));
  if (!isInteger || !haveBatch)
    return;
  checkTuples(getInput(), getIndices(), batch, context);
  pickEntries(getInput(), getIndices(), context);
}

} // namespace tenon
