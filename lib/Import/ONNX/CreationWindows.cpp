//===- CreationWindows.cpp - ONNX operators that make windows -------------===//

#include "Elementwise.h"
#include "Integers.h"
#include "Parts.h"
#include "Tensor.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include <cmath>
#include <numbers>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// The type that `output_datatype` names; null, which is reported, where it is
/// none.
Type readOutputType(Node &node) {
  int64_t number = node.getInt("output_datatype", 1);
  Type type = getElementType(node.builder.getContext(), number);
  if (!type && !node.hasFailed())
    node.reportUnsupported("elements of type " + getElementTypeName(number));
  return node.hasFailed() ? Type() : type;
}

/// first - second · cos(2πn / N) + third · cos(4πn / N) for n from 0 up to the
/// size. N is the size, or one less in a window that is no period.
OperatorRegistry::Function mapWindow(double first, double second,
                                     double third) {
  return [=](Node &node) {
    if (!node.requireInputs(1, 1))
      return;
    Type type = readOutputType(node);
    bool isPeriod = node.getInt("periodic", 1) != 0;
    if (node.hasFailed())
      return;
    Type number = type.isF64() ? type : Type(node.builder.getF32Type());
    Integers integers(node);
    Value size = integers.vector(node.getInput(0));
    if (!node.areSizesKnown(0))
      size = node.makeSizes(size, {}, node.getDeclaredDims(0, 1), "a window");
    if (!size)
      return;
    Value positions = integers.count(size);
    Value length = isPeriod ? size : integers.sub(size, integers.constant(1));
    auto scale = [&](Value value, double factor) {
      return makeBinary<MulOp>(
          node, value, node.builder.makeScalar(node.location, number, factor));
    };
    Value angle =
        scale(node.make<CastOp>(positions, number), 2 * std::numbers::pi);
    angle = makeBinary<DivOp>(node, angle, node.make<CastOp>(length, number));
    Value window = makeBinary<SubOp>(
        node, node.builder.makeScalar(node.location, number, first),
        scale(node.make<CosOp>(angle), second));
    if (third != 0)
      window = node.make<AddOp>(
          window, scale(node.make<CosOp>(scale(angle, 2)), third));
    node.setOutput(type == number ? window : node.make<CastOp>(window, type));
  };
}

/// What a filter bank is made from.
struct MelBank {
  int64_t bins, length, rate;
  double low, high;

  int64_t getRows() const { return length / 2 + 1; }
  /// The spectrogram's bins at which the filters begin, peak and end.
  std::vector<int64_t> getEdges() const {
    auto toMel = [](double hertz) {
      return 2595 * std::log10(1 + hertz / 700);
    };
    double start = toMel(low), step = (toMel(high) - start) / double(bins + 2);
    std::vector<int64_t> edges;
    for (int64_t i = 0; i < bins + 2; ++i) {
      double hertz =
          700 * (std::pow(10, (double(i) * step + start) / 2595) - 1);
      edges.push_back(
          int64_t(std::floor(double(length + 1) * hertz / double(rate))));
    }
    return edges;
  }
};

/// One triangle a column.
void fillTriangles(const MelBank &bank, HostTensor &host) {
  std::vector<int64_t> edges = bank.getEdges();
  auto set = [&](int64_t row, int64_t column, double value) {
    if (row >= 0 && row < bank.getRows())
      host.floats[row * bank.bins + column] = value;
  };
  for (int64_t i = 0; i < bank.bins; ++i) {
    int64_t low = edges[i], center = edges[i + 1], high = edges[i + 2];
    if (low == center)
      set(center, i, 1);
    for (int64_t j = low; low != center && j <= center; ++j)
      set(j, i, double(j - low) / double(center - low));
    for (int64_t j = center; j < high; ++j)
      set(j, i, double(high - j) / double(high - center));
  }
}

/// The same when the model runs. A frequency's distance from the edges of each
/// triangle decides on which of its sides it lies.
class MelMapping {
public:
  explicit MelMapping(Node &node) : node(node), integers(node) {}

  Value make() {
    Value bins = makeSize(0, 1, false), rows = makeSize(1, 0, true);
    if (!bins || !rows)
      return {};
    Value edges = makeEdges(bins);
    Value low = column(edges, 0, -2), center = column(edges, 1, -1);
    Value high = column(edges, 2, std::numeric_limits<int64_t>::max());
    Value row = node.make<CastOp>(
        node.make<UnsqueezeOp>(integers.count(rows), ArrayRef<int64_t>{1}),
        number);
    auto part = [&](Value a, Value b, Value c, Value d) {
      return node.make<DivOp>(node.make<SubOp>(a, b), node.make<SubOp>(c, d));
    };
    // A side without width is only divided by where it is not chosen.
    Value rising = part(row, low, center, low);
    Value falling = part(high, row, high, center);
    Value none = scalar(0), peak = scalar(1);
    node.alignRanks(none, row);
    node.alignRanks(peak, row);
    auto choose = [&](Value condition, Value yes, Value no) {
      return node.make<SelectOp>(condition, yes, no);
    };
    Value inside = node.make<AndOp>(node.make<GreaterOrEqualOp>(row, low),
                                    node.make<LessOp>(row, high));
    Value sides = choose(node.make<LessOp>(row, center), rising, falling);
    Value result = choose(inside, sides, none);
    return choose(node.make<EqualOp>(row, center), peak, result);
  }

private:
  Value scalar(double value) {
    return node.builder.makeScalar(node.location, number, value);
  }
  /// An input as a size of the result on the axis; of the length of a transform
  /// that is half of it, and one more.
  Value makeSize(unsigned index, int64_t axis, bool isLength) {
    Value size = integers.vector(node.getInput(index));
    if (isLength)
      size = integers.add(integers.div(size, integers.constant(2)),
                          integers.constant(1));
    if (node.areSizesKnown(index))
      return size;
    SmallVector<DimAttr> wanted = node.getDeclaredDims(0, 2);
    if (!wanted.empty())
      wanted = {wanted[axis]};
    return node.makeSizes(size, {}, wanted, "a filter bank");
  }
  /// The spectrogram's bins at which the filters begin, peak and end.
  Value makeEdges(Value bins) {
    auto input = [&](unsigned index) {
      return node.make<CastOp>(makeVector(node.getInput(index)), number);
    };
    auto scaled = [&](Value value, double factor, double offset) {
      return makeBinary<AddOp>(
          node, makeBinary<MulOp>(node, value, scalar(factor)), scalar(offset));
    };
    auto toMel = [&](Value hertz) {
      return scaled(node.make<LogOp>(scaled(hertz, 1.0 / 700, 1)),
                    2595 / std::numbers::ln10, 0);
    };
    Value count = integers.add(bins, integers.constant(2));
    Value low = toMel(input(3)), high = toMel(input(4));
    Value step = node.make<DivOp>(node.make<SubOp>(high, low),
                                  node.make<CastOp>(count, number));
    Value mel = node.make<CastOp>(integers.count(count), number);
    mel = node.make<AddOp>(node.make<MulOp>(mel, step), low);
    Value hertz = node.make<ExpOp>(scaled(mel, std::numbers::ln10 / 2595, 0));
    hertz = scaled(hertz, 700, -700);
    Value position = node.make<MulOp>(hertz, scaled(input(1), 1, 1));
    return node.make<FloorOp>(node.make<DivOp>(position, input(2)));
  }
  Value makeVector(Value value) {
    TensorType type = ModelBuilder::getType(value);
    if (type.hasRank() && type.getRank() == 0)
      value = node.make<UnsqueezeOp>(value, ArrayRef<int64_t>{0});
    return value;
  }
  /// Entries [begin, end) as a row.
  Value column(Value edges, int64_t begin, int64_t end) {
    return node.make<UnsqueezeOp>(integers.part(edges, begin, end),
                                  ArrayRef<int64_t>{0});
  }

  Node &node;
  Integers integers;
  Type number = node.builder.getF64Type();
};

void importMelWeightMatrix(Node &node) {
  if (!node.requireInputs(5, 5))
    return;
  Type type = readOutputType(node);
  if (!type)
    return;
  for (unsigned i = 0; i < 5; ++i)
    if (!node.builder.getConstant(node.getInput(i))) {
      if (Value bank = MelMapping(node).make())
        node.setOutput(node.make<CastOp>(bank, type));
      return;
    }
  StringRef names[] = {"its number of bins", "its transform length",
                       "its sample rate", "its lower edge", "its upper edge"};
  double values[5] = {};
  for (unsigned i = 0; i < 5; ++i)
    values[i] = node.requireNumber(i, names[i]).value_or(0);
  if (node.hasFailed())
    return;
  constexpr double limit = 1 << 24;
  if (!(values[0] >= 0 && values[1] >= 0 && values[2] > 0 &&
        values[0] * (values[1] + 1) <= limit && values[3] > -700 &&
        values[4] > -700))
    return node.reportUnsupported("a filter bank of such sizes");
  MelBank bank{int64_t(values[0]), int64_t(values[1]), int64_t(values[2]),
               values[3], values[4]};
  if (isa<FloatType>(type)) {
    HostTensor host({bank.getRows(), bank.bins}, type);
    fillTriangles(bank, host);
    host.round();
    auto shape = TensorType::get(ArrayRef<int64_t>(host.shape), type);
    return node.setOutput(node.make<ConstantOp>(host.write(shape)));
  }
  node.reportUnsupported("a filter bank of integers");
}

} // namespace

void registerWindowOperators(OperatorRegistry &registry) {
  registry.add("HannWindow", mapWindow(0.5, 0.5, 0));
  registry.add("HammingWindow", mapWindow(25.0 / 46, 21.0 / 46, 0));
  registry.add("BlackmanWindow", mapWindow(0.42, 0.5, 0.08));
  registry.add("MelWeightMatrix", importMelWeightMatrix);
}

} // namespace tenon::onnx_import
