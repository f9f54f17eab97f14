//===- MovementParts.cpp - ONNX operators that join, cut and pad ----------===//

#include "MovementSizes.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerPartOperators(OperatorRegistry &registry);

namespace {

void importConcat(Node &node) {
  unsigned count = node.getInputCount();
  if (!node.requireInputs(std::max(count, 1u), std::max(count, 1u)))
    return;
  if (!node.hasAttribute("axis") && node.getOpset() >= 4)
    return node.reportAttribute("axis", "it is missing");
  int64_t axis = node.getInt("axis", 1);
  SmallVector<Value> inputs;
  for (unsigned i = 0; i < count; ++i)
    inputs.push_back(node.getInput(i));
  if (!node.hasFailed())
    node.setOutput(node.make<ConcatOp>(inputs, axis));
}

/// Whether an input is not constant, but some of its entries are known.
bool isKnownAsSizes(Node &node, unsigned input) {
  Value value = node.getInput(input);
  return value && !node.builder.getIntegers(value) &&
         node.builder.getDims(value);
}

/// The sizes are an attribute up to operator set 12 and an input since 13;
/// since 18 there may be a number of parts instead, which need not be equal.
void importSplit(Node &node) {
  if (!node.requireInputs(1, 2))
    return;
  if (!node.hasAttribute("split") &&
      (!node.areSizesKnown(1) || isKnownAsSizes(node, 1)))
    return importSplitInto(node, node.getInt("axis", 0));
  std::optional<SmallVector<int64_t>> sizes;
  if (node.hasAttribute("split"))
    sizes = node.getInts("split");
  else if (node.getInput(1))
    sizes = node.requireIntegers(1, "the sizes of its parts");
  int64_t axis = node.getInt("axis", 0), count = node.getOutputCount();
  if (int64_t parts = node.getInt("num_outputs", count); parts != count)
    node.reportAttribute("num_outputs", "it is " + Twine(parts) +
                                            ", but the node has " +
                                            Twine(count) + " outputs");
  if (node.hasFailed())
    return;
  DenseI64ArrayAttr named;
  if (sizes)
    named = node.builder.getDenseI64ArrayAttr(*sizes);
  bool isUneven = node.hasAttribute("num_outputs");
  auto op = node.builder.makeMany<SplitOp>(node.location, count,
                                           node.getInput(0), axis, named,
                                           isUneven);
  for (auto [index, result] : llvm::enumerate(op.getResults()))
    node.setOutput(index, result);
}

/// Starts or ends that are sizes: there are as many axes as it has entries.
void importDynamicSlice(Node &node) {
  Value starts = node.getInput(1), ends = node.getInput(2);
  auto axes = node.requireIntegers(3, "its axes");
  auto steps = node.requireIntegers(4, "its steps");
  if (node.hasFailed())
    return;
  Value known = isKnownAsSizes(node, 1) ? starts : ends;
  if (!axes)
    axes = llvm::to_vector(
        llvm::seq<int64_t>(node.builder.getDims(known)->size()));
  if (!steps)
    steps = SmallVector<int64_t>(axes->size(), 1);
  node.setOutput(node.make<DynamicSliceOp>(node.getInput(0), starts, ends,
                                           *axes, *steps));
}

/// Attributes up to operator set 9, inputs since 10.
void importSlice(Node &node) {
  bool areInputs = node.getOpset() >= 10;
  if (!node.requireInputs(areInputs ? 3 : 1, areInputs ? 5 : 1))
    return;
  auto isConstant = [&](unsigned input) {
    Value value = node.getInput(input);
    return !value || ModelBuilder::getType(value).getError() ||
           node.builder.getIntegers(value);
  };
  if (areInputs && (!node.areSizesKnown(1) || !node.areSizesKnown(2) ||
                    !isConstant(3) || !isConstant(4)))
    return importSliceAt(node);
  if (areInputs && (isKnownAsSizes(node, 1) || isKnownAsSizes(node, 2)))
    return importDynamicSlice(node);
  auto read = [&](StringRef attribute, unsigned input, StringRef what) {
    return areInputs ? node.requireIntegers(input, what)
                     : node.getInts(attribute);
  };
  auto starts = read("starts", 1, "where it starts");
  auto ends = read("ends", 2, "where it ends");
  auto axes = read("axes", 3, "its axes");
  auto steps = areInputs ? node.requireIntegers(4, "its steps") : std::nullopt;
  for (auto [name, list] : {std::pair("starts", &starts), {"ends", &ends}})
    if (!*list && !node.hasFailed())
      node.reportAttribute(name, "it is missing");
  if (node.hasFailed())
    return;
  if (!axes)
    axes = llvm::to_vector(llvm::seq<int64_t>(starts->size()));
  if (!steps)
    steps = SmallVector<int64_t>(axes->size(), 1);
  node.setOutput(
      node.make<SliceOp>(node.getInput(0), *starts, *ends, *axes, *steps));
}

//===----------------------------------------------------------------------===//
// Pad
//===----------------------------------------------------------------------===//

std::optional<PadMode> readPadMode(Node &node) {
  std::string text = node.getString("mode", "constant");
  std::optional<PadMode> mode = symbolizePadMode(text);
  if (!mode)
    node.reportAttribute("mode", "'" + text +
                                     "' is none of constant, edge, reflect "
                                     "and wrap");
  return mode;
}

/// Borders of the named axes as borders of all; false (reported) if an axis
/// does not exist or is named twice.
bool spreadBorders(Node &node, ArrayRef<int64_t> axes, int64_t rank,
                   SmallVectorImpl<int64_t> &low,
                   SmallVectorImpl<int64_t> &high) {
  if (low.size() != axes.size() || high.size() != axes.size()) {
    node.reportAttribute("pads", "it has " + Twine(low.size() + high.size()) +
                                     " entries, but needs 2 for each of " +
                                     Twine(axes.size()) + " axes");
    return false;
  }
  SmallVector<int64_t> allLow(rank, 0), allHigh(rank, 0);
  SmallVector<bool> seen(rank, false);
  for (auto [axis, before, after] : llvm::zip_equal(axes, low, high)) {
    int64_t position = axis < 0 ? axis + rank : axis;
    bool exists = position >= 0 && position < rank;
    if (!exists || seen[position]) {
      node.reportAttribute("axes", exists ? "it names axis " + Twine(axis) +
                                                " twice"
                                          : "it names axis " + Twine(axis) +
                                                " of " + getAxesText(rank));
      return false;
    }
    seen[position] = true;
    allLow[position] = before;
    allHigh[position] = after;
  }
  low.assign(allLow);
  high.assign(allHigh);
  return true;
}

/// Attributes up to operator set 10, inputs since 11, some axes only since 18.
/// The first version spells the borders `paddings`.
void importPad(Node &node) {
  bool areInputs = node.getOpset() >= 11;
  if (!node.requireInputs(areInputs ? 2 : 1, areInputs ? 4 : 1))
    return;
  Value input = node.getInput(0);
  std::optional<PadMode> mode = readPadMode(node);
  auto isOpen = [&](unsigned index) {
    Value given = node.getInput(index);
    return given && !ModelBuilder::getType(given).getError() &&
           !node.builder.getConstant(given);
  };
  if (areInputs && mode && (isOpen(1) || isOpen(2) || isOpen(3)))
    return importPadBy(node, *mode);
  auto pads = areInputs
                  ? node.requireIntegers(1, "its borders")
                  : node.getInts(node.getOpset() < 2 ? "paddings" : "pads");
  double value = areInputs ? 0 : node.getFloat("value", 0);
  if (node.getInput(2) && mode == PadMode::Constant)
    value = node.requireNumber(2, "its value").value_or(0);
  auto axes = node.requireIntegers(3, "its axes");
  if (!pads && !node.hasFailed())
    node.reportAttribute("pads", "it is missing");
  if (node.hasFailed())
    return;
  ArrayRef<int64_t> borders(*pads);
  SmallVector<int64_t> low(borders.take_front(borders.size() / 2));
  SmallVector<int64_t> high(borders.drop_front(borders.size() / 2));
  if (axes) {
    TensorType type = ModelBuilder::getType(input);
    if (!type.hasRank())
      return node.setOutput(node.make<SqueezeOp>(input, DenseI64ArrayAttr()));
    if (!spreadBorders(node, *axes, type.getRank(), low, high))
      return;
  }
  node.setOutput(
      node.make<PadOp>(input, low, high, *mode, llvm::APFloat(value)));
}

void importReverseSequence(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  int64_t batchAxis = node.getInt("batch_axis", 1);
  int64_t timeAxis = node.getInt("time_axis", 0);
  if (!node.hasFailed())
    node.setOutput(node.make<ReverseSequenceOp>(
        node.getInput(0), node.getInput(1), batchAxis, timeAxis));
}

} // namespace

void registerPartOperators(OperatorRegistry &registry) {
  registry.add("Concat", importConcat);
  registry.add("Split", importSplit);
  registry.add("Slice", importSlice);
  registry.add("Pad", importPad);
  registry.add("ReverseSequence", importReverseSequence);
}

} // namespace tenon::onnx_import
