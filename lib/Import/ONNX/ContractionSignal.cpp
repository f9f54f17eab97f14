//===- ContractionSignal.cpp - ONNX operators of Fourier transforms -------===//
//
// A transform is a product with a table. A complex number is two entries next
// to each other, so that the samples of a signal are rows of n · c numbers
// (c is 1 or 2), and the table has n · c rows and two columns a frequency:
//
//   from a real part       cos, -sin
//   from an imaginary part sin,  cos
//
// with the opposite sines and a division by the length for the inverse.
//
//===----------------------------------------------------------------------===//

#include "Elementwise.h"
#include "Integers.h"
#include "Parts.h"
#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Movement.h"
#include <cmath>
#include <numbers>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// Tables of up to this many numbers become constants; larger ones are made
/// when the model runs.
constexpr int64_t maxConstantTable = 1 << 20;
/// A product is no way to make longer transforms.
constexpr int64_t maxLength = 8192;

class Transform {
public:
  Transform(Node &node, Type type, bool isComplex, bool isInverse,
            bool isOneSided)
      : node(node), type(type), isComplex(isComplex), isInverse(isInverse),
        isOneSided(isOneSided) {}

  /// The transform of [..., samples, 1 or 2] along the axis before the last.
  /// `length` is a scalar; `window`, a vector for the samples, may be null.
  Value make(Value signal, Value length, Value window);

  Value makeInteger(int64_t value) {
    return node.builder.makeIntegers(node.location, value, /*scalar=*/true);
  }
  /// The size of an axis, as a scalar.
  Value makeSize(Value value, int64_t axis) {
    Value size = node.make<ShapeOfOp>(
        value, node.builder.getI64IntegerAttr(axis),
        node.builder.getI64IntegerAttr(axis + 1));
    return node.make<SqueezeOp>(size, node.builder.getDenseI64ArrayAttr({0}));
  }
  Value makeVector(Value scalar) {
    return node.make<UnsqueezeOp>(scalar, ArrayRef<int64_t>{0});
  }
  /// Null where there is none.
  Value makeSizeOfWindow(Value window) {
    return window ? makeSize(window, 0) : Value();
  }
  Value makePositions(Value count) {
    return node.make<RangeOp>(makeInteger(0), count, makeInteger(1));
  }

private:
  Value makeTable(Value samples, Value length, Value frequencies);
  Value makeConstantTable(int64_t samples, int64_t length,
                          int64_t frequencies);
  /// Both joined along a new axis.
  Value stack(Value first, Value second, int64_t axis) {
    Value parts[] = {node.make<UnsqueezeOp>(first, ArrayRef<int64_t>{axis}),
                     node.make<UnsqueezeOp>(second, ArrayRef<int64_t>{axis})};
    return node.make<ConcatOp>(ValueRange(parts), axis);
  }
  std::optional<int64_t> getConstant(Value scalar) {
    auto integers = node.builder.getIntegers(scalar);
    return integers && integers->size() == 1
               ? std::optional<int64_t>(integers->front())
               : std::nullopt;
  }

  Node &node;
  Type type;
  bool isComplex, isInverse, isOneSided;
};

/// [samples, frequencies, 2], or [samples, 2, frequencies, 2] of complex
/// numbers.
Value Transform::makeConstantTable(int64_t samples, int64_t length,
                                   int64_t frequencies) {
  SmallVector<int64_t> shape = {samples};
  if (isComplex)
    shape.push_back(2);
  shape.append({frequencies, 2});
  HostTensor host(shape, type);
  double scale = isInverse ? 1 / double(length) : 1, sign = isInverse ? -1 : 1;
  size_t at = 0;
  for (int64_t n = 0; n < samples; ++n)
    for (int64_t part = 0; part <= int64_t(isComplex); ++part)
      for (int64_t k = 0; k < frequencies; ++k) {
        double angle =
            2 * std::numbers::pi * double(n * k % length) / double(length);
        double cosine = scale * std::cos(angle);
        double sine = scale * sign * std::sin(angle);
        host.floats[at++] = part == 0 ? cosine : sine;
        host.floats[at++] = part == 0 ? -sine : cosine;
      }
  host.round();
  return node.make<ConstantOp>(
      host.write(TensorType::get(ArrayRef<int64_t>(shape), type)));
}

Value Transform::makeTable(Value samples, Value length, Value frequencies) {
  auto count = getConstant(samples), period = getConstant(length);
  auto bins = getConstant(frequencies);
  if (count && period && bins && *period > 0 &&
      *count * *bins * 4 <= maxConstantTable)
    return makeConstantTable(*count, *period, *bins);
  // The remainder keeps angles exact, and 64 bits the sine of half a turn 0.
  Type wide = node.builder.getF64Type();
  Value rows = node.make<UnsqueezeOp>(makePositions(samples),
                                      ArrayRef<int64_t>{1});
  Value columns = node.make<UnsqueezeOp>(makePositions(frequencies),
                                         ArrayRef<int64_t>{0});
  Value turns =
      makeBinary<ModOp>(node, node.make<MulOp>(rows, columns), length);
  Value divisor = node.make<CastOp>(length, wide);
  Value turn =
      node.builder.makeScalar(node.location, wide, 2 * std::numbers::pi);
  Value angle = makeBinary<MulOp>(node, node.make<CastOp>(turns, wide), turn);
  angle = makeBinary<DivOp>(node, angle, divisor);
  Value cosine = node.make<CosOp>(angle), sine = node.make<SinOp>(angle);
  if (isInverse) {
    cosine = makeBinary<DivOp>(node, cosine, divisor);
    sine = node.make<NegOp>(makeBinary<DivOp>(node, sine, divisor));
  }
  if (type != wide) {
    cosine = node.make<CastOp>(cosine, type);
    sine = node.make<CastOp>(sine, type);
  }
  Value real = stack(cosine, node.make<NegOp>(sine), 2);
  return isComplex ? stack(real, stack(sine, cosine, 2), 1) : real;
}

Value Transform::make(Value signal, Value length, Value window) {
  int64_t rank = ModelBuilder::getType(signal).getRank();
  Value frequencies =
      isOneSided ? node.make<AddOp>(node.make<DivOp>(length, makeInteger(2)),
                                    makeInteger(1))
                 : length;
  Value table =
      makeTable(makeSize(signal, rank - 2), length, frequencies);
  if (window) {
    SmallVector<int64_t> added = {1, 2};
    if (isComplex)
      added.push_back(3);
    table = node.make<MulOp>(table, node.make<UnsqueezeOp>(window, added));
  }
  table = node.make<FlattenOp>(table, int64_t(isComplex ? 2 : 1));
  Value rows = node.make<FlattenOp>(signal, rank - 2);
  Value product = node.make<MatmulOp>(rows, table, UnitAttr(), UnitAttr(),
                                      UnitAttr());
  Value shape[] = {
      node.make<ShapeOfOp>(signal, node.builder.getI64IntegerAttr(0),
                           node.builder.getI64IntegerAttr(rank - 2)),
      makeVector(frequencies), node.builder.makeIntegers(node.location, {2})};
  return node.make<ReshapeOp>(
      product, node.make<ConcatOp>(ValueRange(shape), int64_t(0)),
      /*allow_zero=*/true);
}

/// The type that is computed in; null, which is reported, if it is not known.
Type getComputeType(Node &node, Value signal) {
  TensorType type = ModelBuilder::getType(signal);
  if (type.hasRank() && isa<FloatType>(type.getElementType()))
    return type.getElementType().isF64() ? type.getElementType()
                                         : Type(node.builder.getF32Type());
  if (type.getError())
    node.fail();
  else
    node.reportUnsupported("a signal of type " + type.getText());
  return {};
}

/// 1 or 2: how many numbers a sample has. None, which is reported, if that is
/// not known.
std::optional<int64_t> getParts(Node &node, Value signal) {
  TensorType type = ModelBuilder::getType(signal);
  std::optional<int64_t> parts;
  if (type.getRank() >= 2)
    parts = type.getDims().back().getConstant();
  if (parts == 1 || parts == 2)
    return parts;
  node.reportUnsupported("a signal " + type.getShapeText() +
                         ", whose last axis has neither 1 nor 2 entries");
  return std::nullopt;
}

bool requireLength(Node &node, Value length) {
  auto known = node.builder.getIntegers(length);
  if (!known || known->size() != 1 ||
      (known->front() >= 1 && known->front() <= maxLength))
    return true;
  node.reportUnsupported("a transform of length " + Twine(known->front()));
  return false;
}

/// A number that an input gives, or that is computed of it, as a size: known,
/// or `wanted` (null if nothing is), or named, and then at most `limit`.
Value makeLength(Node &node, Value value, unsigned input, DimAttr limit,
                 DimAttr wanted) {
  Integers integers(node);
  Value size = integers.vector(value);
  if (!node.areSizesKnown(input)) {
    SmallVector<DimAttr> limits, sizes;
    if (limit)
      limits.push_back(limit);
    if (wanted)
      sizes.push_back(wanted);
    size = node.makeSizes(size, limits, sizes, "a transform");
  }
  return size ? integers.scalar(size) : Value();
}

/// The axis of samples counted from 0; an input since operator set 20. None,
/// which is reported, if it is wrong.
std::optional<int64_t> readAxis(Node &node, int64_t rank) {
  int64_t axis = node.getOpset() < 20 ? node.getInt("axis", 1) : -2;
  if (node.getOpset() >= 20 && node.getInput(2)) {
    auto given = node.requireIntegers(2, "its axis");
    if (given && given->size() == 1)
      axis = given->front();
  }
  if (node.hasFailed())
    return std::nullopt;
  int64_t counted = axis < 0 ? axis + rank : axis;
  if (counted >= 0 && counted < rank - 1)
    return counted;
  node.reportAttribute("axis", "it is " + Twine(axis) +
                                   ", but must be an axis of samples of a "
                                   "signal with " +
                                   getAxesText(rank));
  return std::nullopt;
}

void importDft(Node &node) {
  if (!node.requireInputs(1, node.getOpset() < 20 ? 2 : 3))
    return;
  bool isInverse = node.getInt("inverse", 0) != 0;
  bool isOneSided = node.getInt("onesided", 0) != 0;
  Value signal = node.getInput(0);
  Type type = getComputeType(node, signal);
  if (!type || node.hasFailed())
    return;
  Type given = ModelBuilder::getType(signal).getElementType();
  auto parts = getParts(node, signal);
  int64_t rank = ModelBuilder::getType(signal).getRank();
  auto axis = parts ? readAxis(node, rank) : std::nullopt;
  if (!axis)
    return;
  if (isOneSided && (isInverse || *parts == 2))
    return node.reportUnsupported(
        isInverse ? "the inverse of a one-sided transform"
                  : "a one-sided transform of complex numbers");
  Transform transform(node, type, *parts == 2, isInverse, isOneSided);
  Value length = transform.makeSize(signal, *axis);
  if (Value wanted = node.getInput(1)) {
    SmallVector<DimAttr> declared = node.getDeclaredDims(0, rank);
    length = makeLength(node, wanted, 1, {},
                        declared.empty() || isOneSided
                            ? DimAttr()
                            : declared[*axis]);
    if (!length)
      return;
    // Fewer samples than the length are as good as padded with zeros.
    signal = node.make<DynamicSliceOp>(
        signal, node.builder.makeIntegers(node.location, {0}),
        transform.makeVector(length), ArrayRef<int64_t>{*axis},
        ArrayRef<int64_t>{1});
  }
  if (!requireLength(node, length))
    return;
  if (type != given)
    signal = node.make<CastOp>(signal, type);
  SmallVector<int64_t> order = llvm::to_vector(llvm::seq<int64_t>(rank));
  std::swap(order[*axis], order[rank - 2]);
  bool isMoved = *axis != rank - 2;
  if (isMoved)
    signal = node.make<TransposeOp>(signal, order);
  Value result = transform.make(signal, length, {});
  if (isMoved)
    result = node.make<TransposeOp>(result, order);
  node.setOutput(type == given ? result : node.make<CastOp>(result, given));
}

/// Frames of the signal, each of them transformed.
void importStft(Node &node) {
  if (!node.requireInputs(2, 4))
    return;
  bool isOneSided = node.getInt("onesided", 1) != 0;
  Value signal = node.getInput(0), window = node.getInput(2);
  Type type = getComputeType(node, signal);
  if (!type || node.hasFailed())
    return;
  TensorType signalType = ModelBuilder::getType(signal);
  if (signalType.getRank() == 2)
    signal = node.make<UnsqueezeOp>(signal, ArrayRef<int64_t>{2});
  auto parts = getParts(node, signal);
  if (!parts)
    return;
  if (isOneSided && *parts == 2)
    return node.reportUnsupported("a one-sided transform of complex numbers");
  if (!window && !node.getInput(3))
    return node.reportAttribute("frame_length",
                                "it is missing, and there is no window");
  Transform transform(node, type, *parts == 2, false, isOneSided);
  DimAttr limit = signalType.getDim(1);
  TensorType windowType =
      window ? ModelBuilder::getType(window) : TensorType();
  Value length = transform.makeSizeOfWindow(window);
  if (node.getInput(3))
    length = makeLength(node, node.getInput(3), 3, limit,
                        windowType && windowType.hasRank() &&
                                windowType.getRank() == 1
                            ? windowType.getDim(0)
                            : DimAttr());
  if (!length || !requireLength(node, length))
    return;
  Integers integers(node);
  Value step = integers.vector(node.getInput(1));
  Value rest = integers.sub(transform.makeVector(transform.makeSize(signal, 1)),
                            transform.makeVector(length));
  Value count =
      integers.add(integers.div(rest, step), integers.constant(1));
  SmallVector<DimAttr> declared = node.getDeclaredDims(0, 4);
  count = makeLength(node, count, 1, limit,
                     declared.empty() ? DimAttr() : declared[1]);
  if (!count)
    return;
  step = integers.scalar(step);
  Value starts = makeBinary<MulOp>(node, transform.makePositions(count), step);
  Value positions = node.make<AddOp>(
      node.make<UnsqueezeOp>(starts, ArrayRef<int64_t>{1}),
      node.make<UnsqueezeOp>(transform.makePositions(length),
                             ArrayRef<int64_t>{0}));
  Type given = signalType.getElementType();
  auto widen = [&](Value value) {
    return value && type != given ? node.make<CastOp>(value, type) : value;
  };
  Value frames = node.make<GatherOp>(widen(signal), positions, int64_t(1));
  Value result = transform.make(frames, length, widen(window));
  node.setOutput(type == given ? result : node.make<CastOp>(result, given));
}

} // namespace

void registerSignalOperators(OperatorRegistry &registry) {
  registry.add("DFT", importDft);
  registry.add("STFT", importStft);
}

} // namespace tenon::onnx_import
