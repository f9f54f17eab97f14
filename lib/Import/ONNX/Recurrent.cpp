//===- Recurrent.cpp - ONNX operators that walk along a sequence ----------===//
//
// A node of two directions becomes two layers whose results are joined.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Recurrent.h"
#include "RecurrentActivations.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// The operands and attributes of one direction.
struct Direction {
  Value weights, recurrentWeights, bias, recurrentBias;
  Value initialHidden, initialCell, peepholes;
  ArrayRef<ActivationAttr> activations;
  UnitAttr reverse;
};

/// Turns a node into layers, one for each direction.
class RecurrentImporter {
public:
  /// `order` gives the gates of the dialect as places in the node's order.
  RecurrentImporter(Node &node, SmallVector<int64_t> order)
      : node(node), builder(node.builder), order(std::move(order)) {}

  using Build = llvm::function_ref<SmallVector<Value>(const Direction &)>;

  void run(ArrayRef<StringRef> defaults, Build build) {
    bool ok = readDirections();
    auto activations = readActivations(node, defaults, directions);
    if (node.hasAttribute("clip"))
      clip = builder.getF64FloatAttr(node.getFloat("clip", 0));
    batchFirst = node.getInt("layout", 0) != 0;
    checkHiddenSize();
    if (!ok || node.hasFailed())
      return;
    input = node.getInput(0);
    if (batchFirst)
      input = transpose(input, {1, 0, 2});
    mask = makeMask();
    SmallVector<SmallVector<Value>> results;
    for (int64_t i = 0; i < directions; ++i) {
      Direction direction = readDirection(i);
      direction.activations =
          ArrayRef(*activations).slice(i * defaults.size(), defaults.size());
      results.push_back(build(direction));
    }
    for (unsigned i = 0; i < results[0].size(); ++i)
      if (node.hasOutput(i))
        node.setOutput(i, join(results, i));
  }

  Value input, mask;
  FloatAttr clip;

private:
  bool readDirections() {
    std::string name = node.getString("direction", "forward");
    if (name == "bidirectional")
      directions = 2;
    else if (name == "reverse")
      reversed = true;
    else if (name != "forward")
      node.reportAttribute("direction",
                           "'" + name +
                               "' is none of forward, reverse and "
                               "bidirectional");
    return !node.hasFailed();
  }

  void checkHiddenSize() {
    if (!node.hasAttribute("hidden_size"))
      return;
    int64_t named = node.getInt("hidden_size", 0);
    TensorType type = ModelBuilder::getType(node.getInput(2));
    if (node.hasFailed() || !type.hasRank() || type.getRank() != 3)
      return;
    std::optional<int64_t> size = type.getDim(2).getConstant();
    if (size && *size != named)
      node.reportAttribute("hidden_size", "it is " + Twine(named) +
                                              ", but the recurrent weights "
                                              "are for " +
                                              Twine(*size) + " units");
  }

  Value transpose(Value value, ArrayRef<int64_t> permutation) {
    return node.make<TransposeOp>(value, permutation);
  }

  SmallVector<Value> split(Value value, unsigned count) {
    auto parts = builder.makeMany<SplitOp>(
        node.location, count, value, builder.getI64IntegerAttr(0),
        DenseI64ArrayAttr(), UnitAttr());
    return SmallVector<Value>(parts.getResults());
  }

  Value concat(ArrayRef<Value> values, int64_t axis) {
    return values.size() == 1 ? values[0]
                              : node.make<ConcatOp>(values, axis);
  }

  /// One direction of an input whose first axis is the directions.
  Value getPart(unsigned index, int64_t direction, bool isState = false) {
    Value value = node.getInput(index);
    if (!value)
      return value;
    if (isState && batchFirst)
      value = transpose(value, {1, 0, 2});
    if (directions != 1)
      value = split(value, directions)[direction];
    return node.make<SqueezeOp>(value, builder.getDenseI64ArrayAttr({0}));
  }

  /// The first axis of the value consists of gates: puts them in order.
  Value reorder(Value value, ArrayRef<int64_t> places) {
    if (llvm::is_sorted(places))
      return value;
    SmallVector<Value> parts = split(value, places.size()), ordered;
    for (int64_t place : places)
      ordered.push_back(parts[place]);
    return concat(ordered, 0);
  }

  Direction readDirection(int64_t index) {
    Direction direction;
    direction.weights = transpose(reorder(getPart(1, index), order), {1, 0});
    direction.recurrentWeights =
        transpose(reorder(getPart(2, index), order), {1, 0});
    if (Value biases = getPart(3, index)) {
      SmallVector<Value> parts = split(biases, 2);
      direction.bias = reorder(parts[0], order);
      direction.recurrentBias = reorder(parts[1], order);
    }
    direction.initialHidden = getPart(5, index, /*isState=*/true);
    direction.initialCell = getPart(6, index, /*isState=*/true);
    if (Value peepholes = getPart(7, index))
      direction.peepholes = reorder(peepholes, {0, 2, 1});
    if (reversed || index == 1)
      direction.reverse = builder.getUnitAttr();
    return direction;
  }

  /// Whether each step is within the length of each sequence; null if all are.
  Value makeMask() {
    Value lengths = node.getInput(4);
    TensorType type = ModelBuilder::getType(input);
    if (!lengths || areWhole(lengths, type))
      return {};
    auto zero = builder.getDenseI64ArrayAttr({0});
    Value count = node.make<ShapeOfOp>(input, builder.getI64IntegerAttr(0),
                                       builder.getI64IntegerAttr(1));
    Value steps = node.make<RangeOp>(
        builder.makeIntegers(node.location, {0}, /*scalar=*/true),
        node.make<SqueezeOp>(count, zero),
        builder.makeIntegers(node.location, {1}, /*scalar=*/true));
    lengths = node.make<CastOp>(lengths, builder.getI64Type());
    return node.make<LessOp>(
        node.make<UnsqueezeOp>(steps, builder.getDenseI64ArrayAttr({1})),
        node.make<UnsqueezeOp>(lengths, zero));
  }

  bool areWhole(Value lengths, TensorType type) {
    auto known = builder.getIntegers(lengths);
    if (!known || !type.hasRank() || type.getRank() != 3)
      return false;
    std::optional<int64_t> steps = type.getDim(0).getConstant();
    std::optional<int64_t> batch = type.getDim(1).getConstant();
    return steps && batch && int64_t(known->size()) == *batch &&
           llvm::all_of(*known,
                        [&](int64_t length) { return length >= *steps; });
  }

  /// The result of all directions: [steps, directions, batch, units] for the
  /// outputs, [directions, batch, units] for states; the batch first under
  /// that layout.
  Value join(ArrayRef<SmallVector<Value>> results, unsigned index) {
    int64_t axis = index == 0 ? 1 : 0;
    SmallVector<Value> parts;
    for (const SmallVector<Value> &values : results)
      parts.push_back(node.make<UnsqueezeOp>(
          values[index], builder.getDenseI64ArrayAttr({axis})));
    Value joined = concat(parts, axis);
    if (!batchFirst)
      return joined;
    if (index == 0)
      return transpose(joined, {2, 0, 1, 3});
    return transpose(joined, {1, 0, 2});
  }

  Node &node;
  ModelBuilder &builder;
  SmallVector<int64_t> order;
  int64_t directions = 1;
  bool reversed = false, batchFirst = false;
};

/// The sum of two vectors of which either may be null.
Value addBiases(Node &node, const Direction &direction) {
  if (!direction.bias)
    return direction.bias;
  return node.make<AddOp>(direction.bias, direction.recurrentBias);
}

SmallVector<Value> getResults(Operation *op) {
  return SmallVector<Value>(op->getResults());
}

void importLstm(Node &node) {
  if (!node.requireInputs(3, 8))
    return;
  UnitAttr coupled;
  if (node.getInt("input_forget", 0) != 0)
    coupled = node.builder.getUnitAttr();
  RecurrentImporter importer(node, {0, 2, 3, 1});
  importer.run({"Sigmoid", "Tanh", "Tanh"}, [&](const Direction &direction) {
    return getResults(node.builder.makeMany<LstmOp>(
        node.location, 3, importer.input, direction.weights,
        direction.recurrentWeights, addBiases(node, direction), importer.mask,
        direction.initialHidden, direction.initialCell, direction.peepholes,
        direction.activations[0], direction.activations[1],
        direction.activations[2], importer.clip, coupled, direction.reverse));
  });
}

void importGru(Node &node) {
  if (!node.requireInputs(3, 6))
    return;
  UnitAttr after;
  if (node.getInt("linear_before_reset", 0) != 0)
    after = node.builder.getUnitAttr();
  RecurrentImporter importer(node, {0, 1, 2});
  importer.run({"Sigmoid", "Tanh"}, [&](const Direction &direction) {
    return getResults(node.builder.makeMany<GruOp>(
        node.location, 2, importer.input, direction.weights,
        direction.recurrentWeights, direction.bias, direction.recurrentBias,
        importer.mask, direction.initialHidden, direction.activations[0],
        direction.activations[1], importer.clip, after, direction.reverse));
  });
}

void importRnn(Node &node) {
  if (!node.requireInputs(3, 6))
    return;
  RecurrentImporter importer(node, {0});
  importer.run({"Tanh"}, [&](const Direction &direction) {
    return getResults(node.builder.makeMany<RnnOp>(
        node.location, 2, importer.input, direction.weights,
        direction.recurrentWeights, addBiases(node, direction), importer.mask,
        direction.initialHidden, direction.activations[0], importer.clip,
        direction.reverse));
  });
}

} // namespace

void registerRecurrentOperators(OperatorRegistry &registry) {
  registry.add("LSTM", importLstm);
  registry.add("GRU", importGru);
  registry.add("RNN", importRnn);
}

} // namespace tenon::onnx_import
