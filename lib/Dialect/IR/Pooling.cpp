//===- Pooling.cpp - Windows reduced to one element -----------------------===//

#include "tenon/Dialect/IR/Pooling.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Pooling.cpp.inc"

namespace tenon {
namespace {

/// C1; the axes as far as they are known, from the kernel if need be.
std::optional<size_t> requireSpatialRank(Value value, TensorType input,
                                         ArrayRef<int64_t> kernel,
                                         RuleContext &context) {
  auto isSpatialRank = [](int64_t rank) { return rank >= 1 && rank <= 3; };
  if (!input.hasRank())
    return isSpatialRank(kernel.size()) ? std::optional(kernel.size())
                                        : std::nullopt;
  int64_t rank = input.getRank() - 2;
  if (isSpatialRank(rank))
    return rank;
  auto report = context.error(value, diag::rankMismatch);
  report.fact("operand", "an input")
      .fact("wanted", "3 to 5 axes")
      .fact("rank", input.getRank())
      .fact("shape", input.getShapeText());
  if (input.getRank() == 2 || kernel.size() + 1 == size_t(input.getRank()))
    report.help("add the missing batch or channel axis");
  return std::nullopt;
}

/// C7.
void requirePadInWindow(DimAttr pad, size_t entry, const WindowAxis &axis,
                        RuleContext &context) {
  std::optional<int64_t> span = axis.span.getConstant();
  std::optional<int64_t> value = pad.getConstant();
  if (!span || !value || *value < *span)
    return;
  context.error("pads", diag::attributeRange)
      .fact("what", "pads[" + Twine(entry) + "] =")
      .fact("value", *value)
      .fact("wanted",
            "less than the " + Twine(*span) + " that its window spans");
}

} // namespace

void TenonDialect::registerPoolingOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Pooling.cpp.inc"
      >();
}

SmallVector<DimAttr> getPlaceStrides(ArrayRef<DimAttr> dims, Layout layout,
                                     bool columnMajor) {
  int64_t first = getFirstSpatialAxis(layout), spatialRank = dims.size() - 2;
  SmallVector<int64_t> order = llvm::to_vector(llvm::seq<int64_t>(dims.size()));
  if (columnMajor)
    std::reverse(order.begin() + first, order.begin() + first + spatialRank);
  SmallVector<DimAttr> strides(dims.size());
  DimAttr stride = DimAttr::get(dims.front().getContext(), 1);
  for (int64_t axis : llvm::reverse(order)) {
    strides[axis] = stride;
    stride = stride * dims[axis];
  }
  return strides;
}

void inferPooling(Value value, ArrayRef<int64_t> kernel,
                  const WindowAttributes &window, Layout layout, PoolKind kind,
                  RuleContext &context) {
  TensorType input = context.getType(value);
  Type elementType = kind == PoolKind::Index
                         ? IntegerType::get(context.getContext(), 64)
                         : input.getElementType();
  TensorType result = TensorType::getUnranked(elementType);
  context.setResult(result);
  bool isFloat = kind == PoolKind::Float;
  context.requireElementType(
      value, "its input", isFloat ? "floating-point numbers" : "numbers",
      [&](Type type) {
        return isFloat ? isa<FloatType>(type) : !type.isInteger(1);
      });
  std::optional<size_t> spatialRank =
      requireSpatialRank(value, input, kernel, context);
  std::string shape = input.hasRank()
                          ? input.getShapeText()
                          : std::to_string(kernel.size()) + " kernel sizes";
  bool valid = requireEntries("kernel", kernel, 1, context);
  if (spatialRank)
    valid &= requireEntryCount("kernel", "kernel sizes", kernel.size(),
                               *spatialRank, shape, context);
  valid &= requireWindow(window, spatialRank, shape, context);
  if (!spatialRank)
    return;

  int64_t rank = *spatialRank + 2, channelAxis = getChannelAxis(layout, rank);
  SmallVector<DimAttr> dims(rank, context.unknownDim());
  if (input.hasRank()) {
    dims[0] = input.getDim(0);
    dims[channelAxis] = input.getDim(channelAxis);
  }
  int64_t first = getFirstSpatialAxis(layout);
  for (size_t index = 0; valid && index < *spatialRank; ++index) {
    DimAttr size =
        input.hasRank() ? input.getDim(first + index) : context.unknownDim();
    WindowAxis axis = getWindowAxis(window, *spatialRank, index, size,
                                    context.constantDim(kernel[index]));
    if (window.padding == Padding::Explicit) {
      requirePadInWindow(axis.low, index, axis, context);
      requirePadInWindow(axis.high, index + *spatialRank, axis, context);
      requireWindowFits(axis, first + index, value, context);
    }
    DimAttr output = context.getEnv().simplify(axis.output);
    if (output.getConstant().value_or(0) >= 0)
      dims[first + index] = output;
  }
  context.setResult(result.withDims(dims));
}

void LpPoolOp::infer(RuleContext &context) {
  inferPooling(getInput(), getKernel(), getWindow(), getLayout(),
               PoolKind::Float, context);
  if (int64_t power = getP(); power < 1)
    context.error("p", diag::attributeRange)
        .fact("what", "p =")
        .fact("value", power)
        .fact("wanted", "at least 1");
}

} // namespace tenon
