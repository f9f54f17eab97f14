//===- ConvolutionTransposed.cpp - The rule of transposed convolutions ----===//

#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {

WindowAttributes ConvTransposeOp::getWindow() {
  return {getStrides(), getDilations(), getPads(), getPadding()};
}

int64_t ConvTransposeOp::getFilterInputAxis() {
  return getLayout() == Layout::ChannelsFirst
             ? 0
             : cast<TensorType>(getFilter().getType()).getRank() - 2;
}

int64_t ConvTransposeOp::getFilterOutputAxis() {
  return getLayout() == Layout::ChannelsFirst
             ? 1
             : cast<TensorType>(getFilter().getType()).getRank() - 1;
}

int64_t ConvTransposeOp::getFilterSpatialAxis(int64_t index) {
  return getLayout() == Layout::ChannelsFirst ? index + 2 : index;
}

TransposedAxis ConvTransposeOp::getAxis(int64_t index, DimAttr input,
                                        DimAttr kernel) {
  auto entry = [&](ArrayRef<int64_t> entries, int64_t at, int64_t otherwise) {
    return entries.empty() ? otherwise : entries[at];
  };
  TransposedAxis axis;
  axis.stride = entry(getStrides(), index, 1);
  axis.dilation = entry(getDilations(), index, 1);
  axis.input = input;
  axis.kernel = kernel;
  axis.span = (kernel - 1) * axis.dilation + 1;
  DimAttr covered = (input - 1) * axis.stride + axis.span +
                    entry(getOutputPadding(), index, 0);
  bool isExplicit = getPadding() == Padding::Explicit;
  if (isExplicit && getOutputSizes().empty()) {
    int64_t half = getPads().size() / 2;
    axis.low = DimAttr::get(getContext(), entry(getPads(), index, 0));
    axis.output = covered - axis.low - entry(getPads(), index + half, 0);
    return axis;
  }
  axis.output = getOutputSizes().empty()
                    ? input * axis.stride
                    : DimAttr::get(getContext(), getOutputSizes()[index]);
  DimAttr total =
      DimAttr::max({covered - axis.output, DimAttr::get(getContext(), 0)});
  DimAttr half = total.floorDiv(2);
  axis.low = getPadding() == Padding::SameUpper ? half : total - half;
  return axis;
}

namespace {

/// The rule of `conv_transpose`. Constraints are numbered as in the definition.
class TransposedRule {
public:
  TransposedRule(ConvTransposeOp op, RuleContext &context)
      : op(op), context(context), layout(op.getLayout()),
        input(context.getType(op.getInput())),
        filter(context.getType(op.getFilter())) {}

  void infer();

private:
  bool requireRank(Value operand, StringRef name, TensorType &type);
  Type requireElementTypes();
  bool requireAttributes(std::optional<size_t> spatialRank);
  void requireGroups();
  void requireChannels();
  void requireBias();
  void inferSpatial(MutableArrayRef<DimAttr> dims);
  DimAttr getFeatures() {
    return filter.getDim(op.getFilterOutputAxis()) * op.getGroups();
  }

  ConvTransposeOp op;
  RuleContext &context;
  Layout layout;
  TensorType input, filter;
};

/// C1, C2.
bool TransposedRule::requireRank(Value operand, StringRef name,
                                 TensorType &type) {
  if (!type.hasRank() || (type.getRank() >= 3 && type.getRank() <= 5))
    return true;
  context.error(operand, diag::rankMismatch)
      .fact("operand", name)
      .fact("wanted", "3 to 5 axes")
      .fact("rank", type.getRank())
      .fact("shape", type.getShapeText());
  type = type.withUnranked();
  return false;
}

/// C3, C4.
Type TransposedRule::requireElementTypes() {
  SmallVector<Value> operands(op->getOperands());
  Type elementType = context.requireSameElementType(operands);
  StringRef names[] = {"its input", "its filter", "its bias"};
  for (auto [operand, name] : llvm::zip(operands, names))
    if (!context.requireElementType(
            operand, name, "floating-point numbers",
            [](Type type) { return isa<FloatType>(type); }))
      break;
  return elementType;
}

/// C9, C10, C11.
bool TransposedRule::requireAttributes(std::optional<size_t> spatialRank) {
  std::string shape =
      (filter.hasRank() ? filter : input).getShapeText();
  bool valid = requireWindow(op.getWindow(), spatialRank, shape, context);
  for (auto [name, entries, text] :
       {std::tuple("output_padding", op.getOutputPadding(), "output paddings"),
        std::tuple("output_sizes", op.getOutputSizes(), "output sizes")}) {
    valid &= requireEntries(name, entries, 0, context);
    if (spatialRank && !entries.empty())
      valid &= requireEntryCount(name, text, entries.size(), *spatialRank,
                                 shape, context);
  }
  return valid;
}

/// C5, C6.
void TransposedRule::requireGroups() {
  int64_t groups = op.getGroups();
  if (groups < 1) {
    context.error("groups", diag::attributeRange)
        .fact("what", "groups =")
        .fact("value", groups)
        .fact("wanted", "at least 1");
    return;
  }
  if (!filter.hasRank())
    return;
  DimAttr channels = filter.getDim(op.getFilterInputAxis());
  if (!context.requireDivisible(
          channels, context.constantDim(groups), diag::groupMismatch,
          Twine(groups) + " groups of " + context.getOpText() +
              " must divide its input channels"))
    context.error("groups", diag::groupMismatch)
        .fact("channels", channels.str())
        .fact("which", "input")
        .fact("groups", groups);
}

/// C7.
void TransposedRule::requireChannels() {
  int64_t axis = getChannelAxis(layout, input.getRank());
  DimAttr channels = input.getDim(axis);
  DimAttr wanted = filter.getDim(op.getFilterInputAxis());
  std::string shape = input.getShapeText();
  if (context.requireEqual(channels, wanted, diag::channelMismatch,
                           context.getOpText() + " takes " + wanted.str() +
                               " channels, and its input has " +
                               channels.str() + " (axis " + Twine(axis) +
                               " of " + shape + ")"))
    return;
  context.error(op.getInput(), diag::channelMismatch)
      .fact("wanted", wanted.str())
      .fact("channels", channels.str())
      .fact("axis", axis)
      .fact("shape", shape);
}

/// C8.
void TransposedRule::requireBias() {
  Value bias = op.getBias();
  if (!bias || !context.requireRank(bias, "a bias", 1) || !filter.hasRank() ||
      op.getGroups() < 1)
    return;
  DimAttr size = context.getType(bias).getDim(0), wanted = getFeatures();
  int64_t axis = op.getFilterOutputAxis();
  std::string shape = filter.getShapeText();
  std::string times =
      op.getGroups() == 1
          ? ""
          : " for each of " + std::to_string(op.getGroups()) + " groups";
  if (!context.requireEqual(size, wanted, diag::lengthMismatch,
                            context.getOpText() + " needs a bias of length " +
                                wanted.str() + " (axis " + Twine(axis) +
                                " of its filter " + shape + times + ")"))
    context.error(bias, diag::lengthMismatch)
        .fact("operand", "a bias")
        .fact("wanted", wanted.str())
        .fact("axis", axis)
        .fact("shape", "its filter " + shape + times)
        .fact("size", size.str());
}

/// C12, C13 and the spatial sizes.
void TransposedRule::inferSpatial(MutableArrayRef<DimAttr> dims) {
  int64_t rank = dims.size() - 2, first = getFirstSpatialAxis(layout);
  for (int64_t index = 0; index < rank; ++index) {
    DimAttr kernel = context.unknownDim(), size = kernel;
    if (filter.hasRank())
      kernel = filter.getDim(op.getFilterSpatialAxis(index));
    if (input.hasRank())
      size = input.getDim(first + index);
    if (!context.requireAtLeast(kernel, context.constantDim(1),
                                diag::attributeRange,
                                "the filter of " + context.getOpText() +
                                    " must not be empty on axis " +
                                    Twine(op.getFilterSpatialAxis(index)))) {
      context.error(op.getFilter(), diag::attributeRange)
          .fact("what", "a kernel size of")
          .fact("value", kernel.str())
          .fact("wanted", "at least 1");
      continue;
    }
    TransposedAxis axis = op.getAxis(index, size, kernel);
    DimAttr output = context.getEnv().simplify(axis.output);
    if (!output.isUnknown() &&
        !context.requireAtLeast(output, context.constantDim(0),
                                diag::sizeNegative,
                                "axis " + Twine(first + index) + " of " +
                                    context.getOpText() +
                                    " must not be negative")) {
      context.error("pads", diag::sizeNegative)
          .fact("axis", first + index)
          .fact("size", output.str())
          .help("cut off less: `pads` are removed from the result");
      continue;
    }
    dims[first + index] = output;
  }
}

void TransposedRule::infer() {
  TensorType result = TensorType::getUnranked(requireElementTypes());
  context.setResult(result);
  bool areRight = requireRank(op.getFilter(), "a filter", filter);
  areRight &= requireRank(op.getInput(), "an input", input);
  if (areRight && input.hasRank() && filter.hasRank() &&
      input.getRank() != filter.getRank()) {
    context.error(op.getInput(), diag::rankMismatch)
        .fact("operand", "an input")
        .fact("wanted", getAxesText(filter.getRank()) + " (as its filter " +
                            filter.getShapeText() + " has)")
        .fact("rank", input.getRank())
        .fact("shape", input.getShapeText());
    input = input.withUnranked();
  }
  std::optional<size_t> spatialRank;
  if (filter.hasRank() || input.hasRank())
    spatialRank = (filter.hasRank() ? filter : input).getRank() - 2;
  bool valid = requireAttributes(spatialRank);
  requireGroups();
  requireBias();
  if (!spatialRank)
    return;
  int64_t rank = *spatialRank + 2, channelAxis = getChannelAxis(layout, rank);
  SmallVector<DimAttr> dims(rank, context.unknownDim());
  if (filter.hasRank() && op.getGroups() >= 1)
    dims[channelAxis] = getFeatures();
  else if (Value bias = op.getBias(); bias && context.getType(bias).hasRank() &&
                                      context.getType(bias).getRank() == 1)
    dims[channelAxis] = context.getType(bias).getDim(0);
  if (input.hasRank())
    dims[0] = input.getDim(0);
  if (input.hasRank() && filter.hasRank())
    requireChannels();
  if (valid)
    inferSpatial(dims);
  context.setResult(result.withDims(dims));
}

} // namespace

void ConvTransposeOp::infer(RuleContext &context) {
  TransposedRule(*this, context).infer();
}

} // namespace tenon
