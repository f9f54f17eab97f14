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

void reportIndex(GatherOp op, int64_t index, int64_t axis,
                 RuleContext &context) {
  TensorType input = context.getType(op.getInput());
  DimAttr size = input.getDim(axis);
  DiagnosticBuilder report =
      context.error(op.getIndices(), diag::indexOutOfRange);
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
void requireIndex(GatherOp op, int64_t index, int64_t axis,
                  RuleContext &context) {
  TensorType input = context.getType(op.getInput());
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
    reportIndex(op, index, axis, context);
}

void checkIndices(GatherOp op, int64_t axis, RuleContext &context) {
  TensorType input = context.getType(op.getInput());
  TensorType indices = context.getType(op.getIndices());
  DimAttr size = input.getDim(axis);
  if (ElementsAttr constant = context.getConstant(op.getIndices())) {
    FailureOr<HostTensor> host = HostTensor::read(constant);
    if (succeeded(host) && !host->isFloat() && !host->integers.empty()) {
      auto [least, greatest] =
          std::minmax_element(host->integers.begin(), host->integers.end());
      // Bit patterns of unsigned 64-bit numbers beyond all sizes are negative.
      if (*least < 0 && host->isUnsigned())
        reportIndex(op, INT64_MAX, axis, context);
      else if (*least < 0)
        requireIndex(op, *least, axis, context);
      if (*greatest >= 0)
        requireIndex(op, *greatest, axis, context);
    }
    return;
  }
  DimAttr count = indices.getCount();
  if (size.isUnknown() || count.isConstant(0))
    return;
  if (!context.requireAtLeast(
          size, context.constantDim(1), diag::axisEmpty,
          context.getOpText() + " picks from axis " + Twine(axis) + " of " +
              input.getShapeText() + ", which must not be empty"))
    context.error(op.getInput(), diag::axisEmpty)
        .fact("axis", axis)
        .fact("shape", input.getShapeText());
}

/// Sizes picked from a vector of known ones.
void pickEntries(GatherOp op, RuleContext &context) {
  auto entries = context.getDims(op.getInput());
  auto indices = context.getDims(op.getIndices());
  TensorType input = context.getType(op.getInput());
  if (!entries || !indices || input.getRank() != 1)
    return;
  SmallVector<DimAttr> picked;
  for (DimAttr index : *indices) {
    int64_t size = entries->size();
    int64_t at = index.getConstant().value_or(size);
    if (at < 0)
      at += size;
    picked.push_back(at >= 0 && at < size ? (*entries)[at]
                                          : context.unknownDim());
  }
  context.setResultDims(0, picked);
}

} // namespace

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
  bool isInteger = context.requireElementType(
      getIndices(), "its indices", "integers", [](Type type) {
        return isa<IntegerType>(type) && !type.isInteger(1);
      });
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
  checkIndices(*this, *axis, context);
  pickEntries(*this, context);
}

} // namespace tenon
