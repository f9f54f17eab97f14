//===- Convolution.cpp - Convolutions -------------------------------------===//

#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Convolution.cpp.inc"

namespace tenon {

void TenonDialect::registerConvolutionOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Convolution.cpp.inc"
      >();
}

WindowAttributes ConvOp::getWindow() {
  return {getStrides(), getDilations(), getPads(), getPadding()};
}

int64_t ConvOp::getFilterOutputAxis() {
  return getLayout() == Layout::ChannelsFirst
             ? 0
             : cast<TensorType>(getFilter().getType()).getRank() - 1;
}

int64_t ConvOp::getFilterInputAxis() {
  return getLayout() == Layout::ChannelsFirst
             ? 1
             : cast<TensorType>(getFilter().getType()).getRank() - 2;
}

int64_t ConvOp::getFilterSpatialAxis(int64_t index) {
  return getLayout() == Layout::ChannelsFirst ? index + 2 : index;
}

namespace {

/// The rule of `conv`, step by step. Constraints are numbered as in the
/// definition.
class ConvRule {
public:
  ConvRule(ConvOp op, RuleContext &context)
      : op(op), context(context), layout(op.getLayout()),
        input(context.getType(op.getInput())),
        filter(context.getType(op.getFilter())) {}

  void infer();

private:
  bool requireRanks();
  Type requireElementTypes();
  Type requireIntegers();
  void requireGroups();
  void requireChannels(DimAttr channels);
  void requireBias();
  void inferSpatial(MutableArrayRef<DimAttr> dims);
  std::string getMissingAxisHelp();
  std::string getChannelHelp(DimAttr wanted);
  DimAttr getKernel(int64_t index) {
    return filter.hasRank() ? filter.getDim(op.getFilterSpatialAxis(index))
                            : context.unknownDim();
  }
  /// What the filter asks of the input's channels.
  DimAttr getWantedChannels() {
    return filter.getDim(op.getFilterInputAxis()) * op.getGroups();
  }
  DimAttr getFilterCount() { return filter.getDim(op.getFilterOutputAxis()); }

  ConvOp op;
  RuleContext &context;
  Layout layout;
  TensorType input, filter;
};

bool isSpatialRank(int64_t rank) { return rank >= 1 && rank <= 3; }

/// C1, C2.
bool ConvRule::requireRanks() {
  if (filter.hasRank() && !isSpatialRank(filter.getRank() - 2)) {
    context.error(op.getFilter(), diag::rankMismatch)
        .fact("operand", "a filter")
        .fact("wanted", "3 to 5 axes")
        .fact("rank", filter.getRank())
        .fact("shape", filter.getShapeText());
    filter = filter.withUnranked();
    if (!input.hasRank() || isSpatialRank(input.getRank() - 2))
      return false;
  }
  if (!input.hasRank())
    return true;
  bool ranked = filter.hasRank();
  if (ranked ? input.getRank() == filter.getRank()
             : isSpatialRank(input.getRank() - 2))
    return true;
  auto report = context.error(op.getInput(), diag::rankMismatch);
  report.fact("operand", "an input")
      .fact("wanted", ranked
                          ? getAxesText(filter.getRank()) + " (as its filter " +
                                filter.getShapeText() + " has)"
                          : "3 to 5 axes")
      .fact("rank", input.getRank())
      .fact("shape", input.getShapeText());
  if (std::string help = getMissingAxisHelp(); !help.empty())
    report.help(help);
  return false;
}

/// Which axis is missing: the batch if the channels are in their place.
std::string ConvRule::getMissingAxisHelp() {
  // A filter of as few axes shows that something else is meant.
  TensorType given = context.getType(op.getFilter());
  if (given.hasRank() && !filter.hasRank())
    return "";
  int64_t wanted = filter.hasRank() ? filter.getRank() : input.getRank() + 1;
  if (input.getRank() < 1 || input.getRank() + 1 != wanted ||
      !isSpatialRank(wanted - 2))
    return "";
  SmallVector<DimAttr> dims(input.getDims());
  int64_t channelAxis = getChannelAxis(layout, wanted);
  if (filter.hasRank() && dims[channelAxis - 1].getConstant() &&
      dims[channelAxis - 1] == getWantedChannels()) {
    dims.insert(dims.begin(), context.constantDim(1));
    return "add the missing batch axis in front: " +
           input.withDims(dims).getShapeText();
  }
  dims.insert(dims.begin() + channelAxis, context.constantDim(1));
  return "add the missing channel axis: " + input.withDims(dims).getShapeText();
}

bool isSmallInteger(Type type) {
  return isa<IntegerType>(type) && (type.getIntOrFloatBitWidth() == 8 ||
                                    type.getIntOrFloatBitWidth() == 16);
}

/// C4 with `widen`.
Type ConvRule::requireIntegers() {
  Type wide = IntegerType::get(op.getContext(), 32);
  context.requireElementType(op.getInput(), "its input",
                             "integers of 8 or 16 bits", isSmallInteger);
  context.requireElementType(op.getFilter(), "its filter",
                             "integers of 8 or 16 bits", isSmallInteger);
  if (op.getBias())
    context.requireElementType(op.getBias(), "its bias", "int32",
                               [&](Type type) { return type == wide; });
  return wide;
}

/// C3, C4.
Type ConvRule::requireElementTypes() {
  if (op.getWiden())
    return requireIntegers();
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

/// C5, C7.
void ConvRule::requireGroups() {
  int64_t groups = op.getGroups();
  if (groups < 1) {
    context.error("groups", diag::attributeRange)
        .fact("what", "groups =")
        .fact("value", groups)
        .fact("wanted", "at least 1");
    return;
  }
  if (!filter.hasRank() || groups == 1)
    return;
  DimAttr count = getFilterCount();
  if (!context.requireDivisible(
          count, context.constantDim(groups), diag::groupMismatch,
          Twine(groups) + " groups of " + context.getOpText() +
              " must divide its output channels"))
    context.error("groups", diag::groupMismatch)
        .fact("channels", count.str())
        .fact("which", "output")
        .fact("groups", groups);
}

/// What may be meant where the channels differ.
std::string ConvRule::getChannelHelp(DimAttr wanted) {
  int64_t channelAxis = getChannelAxis(layout, input.getRank());
  int64_t otherAxis = layout == Layout::ChannelsFirst ? input.getRank() - 1 : 1;
  DimAttr channels = input.getDim(channelAxis);
  if (otherAxis != channelAxis && input.getDim(otherAxis) == wanted)
    return "axis " + std::to_string(otherAxis) + " has " + wanted.str() +
           ": transpose the input, or choose the other layout";
  if (filter.getDim(op.getFilterInputAxis()).isConstant(1) &&
      op.getGroups() == 1 && channels == getFilterCount())
    return "for a convolution of each channel by itself set groups to " +
           channels.str();
  return "";
}

/// C6, C8.
void ConvRule::requireChannels(DimAttr channels) {
  int64_t groups = op.getGroups();
  if (groups < 1)
    return;
  if (auto known = channels.getConstant(); known && *known % groups != 0) {
    context.error("groups", diag::groupMismatch)
        .fact("channels", *known)
        .fact("which", "input")
        .fact("groups", groups);
    return;
  }
  if (!filter.hasRank())
    return;
  DimAttr wanted = getWantedChannels();
  int64_t axis = getChannelAxis(layout, input.getRank());
  std::string shape = input.getShapeText();
  if (context.requireEqual(channels, wanted, diag::channelMismatch,
                           context.getOpText() + " takes " + wanted.str() +
                               " channels, and its input has " +
                               channels.str() + " (axis " + Twine(axis) +
                               " of " + shape + ")"))
    return;
  auto report = context.error(op.getInput(), diag::channelMismatch);
  report.fact("wanted", wanted.str())
      .fact("channels", channels.str())
      .fact("axis", axis)
      .fact("shape", shape);
  if (std::string help = getChannelHelp(wanted); !help.empty())
    report.help(help);
}

/// C9.
void ConvRule::requireBias() {
  Value bias = op.getBias();
  if (!bias || !context.requireRank(bias, "a bias", 1) || !filter.hasRank())
    return;
  DimAttr size = context.getType(bias).getDim(0), wanted = getFilterCount();
  int64_t axis = op.getFilterOutputAxis();
  std::string shape = filter.getShapeText();
  if (!context.requireEqual(size, wanted, diag::lengthMismatch,
                            context.getOpText() + " needs a bias of length " +
                                wanted.str() + " (axis " + Twine(axis) +
                                " of its filter " + shape + ")"))
    context.error(bias, diag::lengthMismatch)
        .fact("operand", "a bias")
        .fact("wanted", wanted.str())
        .fact("axis", axis)
        .fact("shape", "its filter " + shape)
        .fact("size", size.str());
}

/// C13, C14 and the spatial sizes.
void ConvRule::inferSpatial(MutableArrayRef<DimAttr> dims) {
  int64_t rank = dims.size() - 2, first = getFirstSpatialAxis(layout);
  for (int64_t index = 0; index < rank; ++index) {
    DimAttr kernel = getKernel(index);
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
    DimAttr size =
        input.hasRank() ? input.getDim(first + index) : context.unknownDim();
    WindowAxis axis = getWindowAxis(op.getWindow(), rank, index, size, kernel);
    if (op.getPadding() == Padding::Explicit && input.hasRank())
      requireWindowFits(axis, first + index, op.getInput(), context);
    DimAttr output = context.getEnv().simplify(axis.output);
    if (output.getConstant().value_or(0) >= 0)
      dims[first + index] = output;
  }
}

void ConvRule::infer() {
  TensorType result = TensorType::getUnranked(requireElementTypes());
  context.setResult(result);
  bool ranksAgree = requireRanks();
  TensorType known = filter.hasRank() ? filter : input;
  std::optional<size_t> spatialRank;
  if (known.hasRank() && isSpatialRank(known.getRank() - 2))
    spatialRank = known.getRank() - 2;
  bool valid =
      requireWindow(op.getWindow(), spatialRank, known.getShapeText(), context);
  requireGroups();
  requireBias();
  if (!spatialRank)
    return;

  int64_t rank = *spatialRank + 2, channelAxis = getChannelAxis(layout, rank);
  SmallVector<DimAttr> dims(rank, context.unknownDim());
  if (filter.hasRank())
    dims[channelAxis] = getFilterCount();
  else if (Value bias = op.getBias(); bias && context.getType(bias).hasRank() &&
                                      context.getType(bias).getRank() == 1)
    dims[channelAxis] = context.getType(bias).getDim(0);
  if (!ranksAgree)
    input = input.withUnranked();
  if (input.hasRank()) {
    dims[0] = input.getDim(0);
    requireChannels(input.getDim(channelAxis));
  }
  if (valid)
    inferSpatial(dims);
  context.setResult(result.withDims(dims));
}

} // namespace

void ConvOp::infer(RuleContext &context) { ConvRule(*this, context).infer(); }

} // namespace tenon
