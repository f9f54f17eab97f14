//===- ContractionSignal.cpp - Fourier transforms as products ------------===//

#include "ContractionSignal.h"
#include "Elementwise.h"
#include "Integers.h"
#include "Parts.h"
#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include <cmath>
#include <numbers>

using namespace mlir;

namespace tenon::onnx_import {

/// Tables of up to this many numbers become constants; larger ones are made
/// when the model runs.
constexpr int64_t maxConstantTable = 1 << 20;

Value Transform::makeInteger(int64_t value) {
  return node.builder.makeIntegers(node.location, value, /*scalar=*/true);
}

Value Transform::makeSize(Value value, int64_t axis) {
  Value size = node.make<ShapeOfOp>(value, node.builder.getI64IntegerAttr(axis),
                                    node.builder.getI64IntegerAttr(axis + 1));
  return node.make<SqueezeOp>(size, node.builder.getDenseI64ArrayAttr({0}));
}

Value Transform::makeVector(Value scalar) {
  return node.make<UnsqueezeOp>(scalar, ArrayRef<int64_t>{0});
}

Value Transform::makePositions(Value count) {
  return node.make<RangeOp>(makeInteger(0), count, makeInteger(1));
}

Value Transform::stack(Value first, Value second, int64_t axis) {
  Value parts[] = {node.make<UnsqueezeOp>(first, ArrayRef<int64_t>{axis}),
                   node.make<UnsqueezeOp>(second, ArrayRef<int64_t>{axis})};
  return node.make<ConcatOp>(ValueRange(parts), axis);
}

std::optional<int64_t> Transform::getConstant(Value scalar) {
  auto integers = node.builder.getIntegers(scalar);
  return integers && integers->size() == 1
             ? std::optional<int64_t>(integers->front())
             : std::nullopt;
}

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
  Value rows =
      node.make<UnsqueezeOp>(makePositions(samples), ArrayRef<int64_t>{1});
  Value columns =
      node.make<UnsqueezeOp>(makePositions(frequencies), ArrayRef<int64_t>{0});
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
  Value table = makeTable(makeSize(signal, rank - 2), length, frequencies);
  if (window) {
    SmallVector<int64_t> added = {1, 2};
    if (isComplex)
      added.push_back(3);
    table = node.make<MulOp>(table, node.make<UnsqueezeOp>(window, added));
  }
  table = node.make<FlattenOp>(table, int64_t(isComplex ? 2 : 1));
  Value rows = node.make<FlattenOp>(signal, rank - 2);
  Value product =
      node.make<MatmulOp>(rows, table, UnitAttr(), UnitAttr(), UnitAttr());
  Value shape[] = {
      node.make<ShapeOfOp>(signal, node.builder.getI64IntegerAttr(0),
                           node.builder.getI64IntegerAttr(rank - 2)),
      makeVector(frequencies), node.builder.makeIntegers(node.location, {2})};
  return node.make<ReshapeOp>(
      product, node.make<ConcatOp>(ValueRange(shape), int64_t(0)),
      /*allow_zero=*/true);
}

Type getTransformType(Node &node, Value signal) {
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

std::optional<int64_t> getSampleParts(Node &node, Value signal) {
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

bool requireTransformLength(Node &node, Value length) {
  auto known = node.builder.getIntegers(length);
  if (!known || known->size() != 1 ||
      (known->front() >= 1 && known->front() <= maxTransformLength))
    return true;
  node.reportUnsupported("a transform of length " + Twine(known->front()));
  return false;
}

Value makeTransformSize(Node &node, Value value, unsigned input, DimAttr limit,
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

void registerSignalOperators(OperatorRegistry &registry) {
  registry.add("DFT", importDft);
  registry.add("STFT", importStft);
}

} // namespace tenon::onnx_import
