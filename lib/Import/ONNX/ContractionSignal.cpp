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

/// With `axis` before the last axis while `make` works on it.
Value makeAlong(Node &node, Value signal, int64_t axis,
                llvm::function_ref<Value(Value)> make) {
  int64_t rank = ModelBuilder::getType(signal).getRank();
  if (axis == rank - 2)
    return make(signal);
  SmallVector<int64_t> order = llvm::to_vector(llvm::seq<int64_t>(rank));
  std::swap(order[axis], order[rank - 2]);
  Value result = make(node.make<TransposeOp>(signal, order));
  return node.make<TransposeOp>(result, order);
}

/// An axis that only the data decides: whichever it is, the result has the
/// shape of the signal, so that one of the transforms along each is chosen.
Value makeDftOfAnyAxis(Node &node, Transform &transform, Value signal) {
  int64_t rank = ModelBuilder::getType(signal).getRank();
  Integers integers(node);
  Value axis = integers.fromEnd(integers.vector(node.getInput(2)),
                                integers.constant(rank));
  axis = integers.scalar(axis);
  Value result;
  for (int64_t candidate = 0; candidate < rank - 1; ++candidate) {
    Value length = transform.makeSize(signal, candidate);
    if (!requireLength(node, length))
      return {};
    Value transformed =
        makeAlong(node, signal, candidate, [&](Value moved) {
          return transform.make(moved, length, {});
        });
    if (!result) {
      result = transformed;
      continue;
    }
    Value isChosen = node.make<EqualOp>(axis, transform.makeInteger(candidate));
    node.alignRanks(isChosen, transformed);
    result = node.make<SelectOp>(isChosen, transformed, result);
  }
  return result;
}

/// Real numbers from one side of their transform: each frequency but the first
/// and, of an even length, the last counts for its mirror image, too.
Value makeOneSidedInverse(Node &node, Value signal, int64_t frequencies,
                          int64_t length, Type type) {
  HostTensor table({2 * frequencies, length}, type);
  for (int64_t k = 0; k < frequencies && k <= length / 2; ++k) {
    double weight = k == 0 || 2 * k == length ? 1 : 2;
    for (int64_t n = 0; n < length; ++n) {
      double angle =
          2 * std::numbers::pi * double(n * k % length) / double(length);
      table.floats[2 * k * length + n] =
          weight * std::cos(angle) / double(length);
      table.floats[(2 * k + 1) * length + n] =
          -weight * std::sin(angle) / double(length);
    }
  }
  table.round();
  int64_t rank = ModelBuilder::getType(signal).getRank();
  Value product = node.make<MatmulOp>(
      node.make<FlattenOp>(signal, rank - 2),
      node.make<ConstantOp>(
          table.write(TensorType::get(ArrayRef<int64_t>(table.shape), type))),
      UnitAttr(), UnitAttr(), UnitAttr());
  Integers integers(node);
  Value shape = integers.concat({integers.shape(signal, 0, rank - 2),
                                 integers.constant({length, 1})});
  return node.make<ReshapeOp>(product, shape, /*allow_zero=*/true);
}

Value mapOneSidedInverse(Node &node, Value signal, int64_t axis, Type type) {
  std::optional<int64_t> frequencies =
      ModelBuilder::getType(signal).getDim(axis).getConstant();
  std::optional<int64_t> length;
  if (frequencies)
    length = 2 * (*frequencies - 1);
  if (node.getInput(1)) {
    auto given = node.requireIntegers(1, "its length");
    if (given && given->size() == 1)
      length = given->front();
  }
  if (node.hasFailed())
    return {};
  if (!frequencies || !length || *length < 1 || *length > maxLength ||
      *frequencies > maxLength) {
    node.reportUnsupported("the inverse of a one-sided transform of " +
                           ModelBuilder::getType(signal).getShapeText());
    return {};
  }
  return makeAlong(node, signal, axis, [&](Value moved) {
    return makeOneSidedInverse(node, moved, *frequencies, *length, type);
  });
}

/// Along an axis that is known.
Value mapDft(Node &node, Transform &transform, Value signal, int64_t axis,
             bool isOneSided) {
  int64_t rank = ModelBuilder::getType(signal).getRank();
  Value length = transform.makeSize(signal, axis);
  if (Value given = node.getInput(1)) {
    SmallVector<DimAttr> declared = node.getDeclaredDims(0, rank);
    length = makeLength(node, given, 1, {},
                        declared.empty() || isOneSided ? DimAttr()
                                                       : declared[axis]);
    if (!length)
      return {};
    // Fewer samples than the length are as good as padded with zeros.
    signal = node.make<DynamicSliceOp>(
        signal, node.builder.makeIntegers(node.location, {0}),
        transform.makeVector(length), ArrayRef<int64_t>{axis},
        ArrayRef<int64_t>{1});
  }
  if (!requireLength(node, length))
    return {};
  return makeAlong(node, signal, axis, [&](Value moved) {
    return transform.make(moved, length, {});
  });
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
  if (!parts)
    return;
  bool isComplex = *parts == 2;
  if (isOneSided && isInverse != isComplex)
    return node.reportUnsupported(
        isInverse ? "the inverse of a one-sided transform of real numbers"
                  : "a one-sided transform of complex numbers");
  if (type != given)
    signal = node.make<CastOp>(signal, type);
  Transform transform(node, type, isComplex, isInverse, isOneSided);
  bool isAnyAxis =
      node.getOpset() >= 20 && node.getInput(2) && !node.areSizesKnown(2);
  Value result;
  if (isAnyAxis && !isOneSided && !node.getInput(1)) {
    result = makeDftOfAnyAxis(node, transform, signal);
  } else {
    auto axis = readAxis(node, ModelBuilder::getType(signal).getRank());
    if (!axis)
      return;
    result = isOneSided && isInverse
                 ? mapOneSidedInverse(node, signal, *axis, type)
                 : mapDft(node, transform, signal, *axis, isOneSided);
  }
  if (result)
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
