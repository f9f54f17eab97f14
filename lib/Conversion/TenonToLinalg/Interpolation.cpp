//===- Interpolation.cpp - Resizing as linalg -----------------------------===//
//
// One axis is resampled after the other, the last one first. Which elements
// are read and what they count is computed once an axis, in vectors; where all
// sizes and scales are known, when compiling. `nearest` reads each element once,
// from all axes at the same time, and repetition is a broadcast.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Interpolation.h"
#include "Accumulation.h"
#include "ElementwiseScalars.h"
#include "EmitMath.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Resampling.h"

using namespace mlir;

namespace tenon {

void registerSamplingLowerings(LoweringRegistry &registry);

namespace {

using utils::IteratorType;

/// Vectors longer than this are computed when the model runs.
constexpr int64_t maxTableElements = 1 << 16;

/// One of the resized axes.
struct Axis {
  int64_t axis;
  DimAttr input, output;
  /// What is known when compiling, if all is.
  std::optional<ResizedAxis<double>> known;
  /// The quotient of the scale, if it is known.
  std::optional<std::pair<int64_t, int64_t>> scale;
  ResizedAxis<Value> emitted;
};

class ResizeLowering {
public:
  ResizeLowering(ResizeOp op, LoweringContext &context)
      : op(op), context(context), builder(context.builder),
        location(op.getLoc()), f64(builder.getF64Type()),
        inputType(LoweringContext::getType(op.getInput())),
        resultType(LoweringContext::getType(op.getResult())),
        coordinates(op.getCoordinates()) {}

  Value lower();

private:
  Axis describe(size_t index);
  bool isUnchanged(const Axis &axis);
  void describeScale(Axis &axis, size_t index);
  Value getCommonScale();
  void describeRegion(Axis &axis, size_t index);
  Value getNumber(Value tensor, size_t index);
  Value getNumber(DimAttr size);

  template <typename Formula>
  Value createTable(const Axis &axis, Type elementType,
                    std::optional<DimAttr> taps, Formula formula);
  std::optional<int64_t> getRepetition(const Axis &axis);
  Value repeat(ArrayRef<std::optional<int64_t>> repetitions);
  Value pickNearest(ArrayRef<Axis> axes);
  Value resample(Value input, TensorType &type, const Axis &axis, bool isLast);
  Value sumFewTaps(Value input, TensorType from, TensorType to,
                   const Axis &axis, int64_t count);
  Value sumManyTaps(Value input, TensorType from, TensorType to,
                    const Axis &axis, DimAttr count);
  Value createOutside(const Axis &axis);
  Value extrapolate(OpBuilder &inner, Location at, Value value, Type type,
                    Value outside);
  AffineMap getAxisMap(int64_t axis) {
    return AffineMap::get(resultType.getRank(), 0, builder.getAffineDimExpr(axis),
                          op.getContext());
  }
  bool isCrop() { return coordinates == "crop"; }

  ResizeOp op;
  LoweringContext &context;
  OpBuilder &builder;
  Location location;
  Type f64;
  TensorType inputType, resultType;
  StringRef coordinates;
  Value commonScale;
};

//===----------------------------------------------------------------------===//
// What is known of the axes
//===----------------------------------------------------------------------===//

Value ResizeLowering::getNumber(Value tensor, size_t index) {
  Value element = tensor::ExtractOp::create(
      builder, location, tensor, context.createIndex(location, index));
  if (isa<FloatType>(element.getType()))
    return convertFloat(builder, location, element, f64);
  return arith::SIToFPOp::create(builder, location, f64, element);
}

Value ResizeLowering::getNumber(DimAttr size) {
  return EmitMath(builder, location, f64).fromIndex(context.getIndex(size));
}

/// The smallest or largest of the scales that the sizes ask for.
Value ResizeLowering::getCommonScale() {
  if (commonScale)
    return commonScale;
  EmitMath math(builder, location, f64);
  for (auto [index, named] : llvm::enumerate(op.getAxes())) {
    int64_t axis = named < 0 ? named + inputType.getRank() : named;
    Value scale = math.div(getNumber(context.get(op.getSizes()), index),
                           getNumber(inputType.getDim(axis)));
    if (!commonScale)
      commonScale = scale;
    else
      commonScale = op.getPolicy() == "not_larger"
                        ? math.min(commonScale, scale)
                        : math.max(commonScale, scale);
  }
  return commonScale;
}

void ResizeLowering::describeScale(Axis &axis, size_t index) {
  EmitMath math(builder, location, f64);
  if (op.getPolicy() != "stretch") {
    axis.known.reset();
    axis.emitted.numerator = getCommonScale();
    axis.emitted.denominator = math.number(1);
    return;
  }
  if (!op.getScales()) {
    axis.emitted.numerator = axis.emitted.output;
    axis.emitted.denominator = axis.emitted.input;
    return;
  }
  if (auto scales = getNumbers(op.getScales())) {
    Type type = LoweringContext::getType(op.getScales()).getElementType();
    axis.scale = getQuotient((*scales)[index], !type.isF64());
    axis.emitted.numerator = math.number(axis.scale->first);
    axis.emitted.denominator = math.number(axis.scale->second);
    if (axis.known) {
      axis.known->numerator = axis.scale->first;
      axis.known->denominator = axis.scale->second;
    }
    return;
  }
  axis.known.reset();
  axis.emitted.numerator = getNumber(context.get(op.getScales()), index);
  axis.emitted.denominator = math.number(1);
}

void ResizeLowering::describeRegion(Axis &axis, size_t index) {
  if (!op.getRoi())
    return;
  size_t other = index + op.getAxes().size();
  auto bounds = getNumbers(op.getRoi());
  if (bounds && axis.known) {
    axis.known->start = (*bounds)[index];
    axis.known->end = (*bounds)[other];
  } else {
    axis.known.reset();
  }
  axis.emitted.start = getNumber(context.get(op.getRoi()), index);
  axis.emitted.end = getNumber(context.get(op.getRoi()), other);
}

Axis ResizeLowering::describe(size_t index) {
  int64_t named = op.getAxes()[index];
  Axis axis;
  axis.axis = named < 0 ? named + inputType.getRank() : named;
  axis.input = inputType.getDim(axis.axis);
  axis.output = resultType.getDim(axis.axis);
  axis.emitted.input = getNumber(axis.input);
  axis.emitted.output = getNumber(axis.output);
  auto input = axis.input.getConstant(), output = axis.output.getConstant();
  if (input && output && *output <= maxTableElements)
    axis.known = {double(*input), double(*output), double(*output),
                  double(*input), 0, 0};
  if (!op.getScales() && op.getPolicy() == "stretch") {
    if (axis.input == axis.output)
      axis.scale = {1, 1};
    for (int64_t factor = 2; factor <= 16 && !axis.scale; ++factor)
      if (axis.output == axis.input * factor)
        axis.scale = {factor, 1};
  }
  describeScale(axis, index);
  describeRegion(axis, index);
  return axis;
}

bool ResizeLowering::isUnchanged(const Axis &axis) {
  return !isCrop() && coordinates != "half_pixel_start" &&
         axis.input == axis.output && axis.scale == std::pair<int64_t, int64_t>(1, 1);
}

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

/// A vector along an axis, or with `taps` a matrix with a row for each of its
/// positions.
template <typename Formula>
Value ResizeLowering::createTable(const Axis &axis, Type elementType,
                                  std::optional<DimAttr> taps,
                                  Formula formula) {
  SmallVector<DimAttr> dims = {axis.output};
  if (taps)
    dims.push_back(*taps);
  TensorType type = TensorType::get(dims, elementType);
  auto count = type.getCount().getConstant();
  if (axis.known && count && *count <= maxTableElements) {
    HostMath math;
    Resampling<HostMath> resampling(op, math, *axis.known);
    HostTensor host(type.getShape(), elementType);
    int64_t at = 0;
    forEachIndex(host.shape, [&](ArrayRef<int64_t> index) {
      double tap = taps ? double(index[1]) : 0;
      double value = formula(resampling, math, double(index[0]), tap);
      if (host.isFloat())
        host.floats[at++] = value;
      else
        host.integers[at++] = int64_t(value);
    });
    host.round();
    if (*count > 0)
      return arith::ConstantOp::create(
          builder, location,
          cast<TypedAttr>(Attribute(DenseElementsAttr::getFromRawBuffer(
              LoweringContext::convertType(type), host.getBytes()))));
  }
  return context.createElementwise(
      location, type, {}, {},
      [&](OpBuilder &inner, Location at, ValueRange) -> Value {
        EmitMath math(inner, at, f64);
        Resampling<EmitMath> resampling(op, math, axis.emitted);
        auto getPosition = [&](unsigned loop) {
          return math.fromIndex(linalg::IndexOp::create(inner, at, loop));
        };
        Value value = formula(resampling, math, getPosition(0),
                              taps ? getPosition(1) : math.number(0));
        if (isa<FloatType>(elementType))
          return convertFloat(inner, at, value, elementType);
        return arith::FPToSIOp::create(inner, at, elementType, value);
      });
}

Value ResizeLowering::createOutside(const Axis &axis) {
  return createTable(axis, builder.getI64Type(), std::nullopt,
                     [](auto &resampling, auto &, auto position, auto) {
                       return resampling.getOutside(position);
                     });
}

Value ResizeLowering::extrapolate(OpBuilder &inner, Location at, Value value,
                                  Type type, Value outside) {
  ScalarBuilder scalar(inner, at, type);
  Value constant =
      scalar.narrow(scalar.constant(op.getExtrapolation().convertToDouble()));
  Value zero =
      arith::ConstantOp::create(inner, at, inner.getI64IntegerAttr(0));
  Value isOutside = arith::CmpIOp::create(
      inner, at, arith::CmpIPredicate::ne, outside, zero);
  return arith::SelectOp::create(inner, at, isOutside, constant, value);
}

//===----------------------------------------------------------------------===//
// Nearest elements
//===----------------------------------------------------------------------===//

/// The factor by which each element of the axis is repeated, if that is all.
std::optional<int64_t> ResizeLowering::getRepetition(const Axis &axis) {
  if (!axis.scale || axis.scale->second != 1 || isCrop() ||
      coordinates == "align_corners")
    return std::nullopt;
  int64_t factor = axis.scale->first;
  if (factor > maxTableElements / 8 || axis.output != axis.input * factor)
    return std::nullopt;
  // Positions repeat with each element, so some stand for all.
  double input = 8, output = input * factor;
  HostMath math;
  Resampling<HostMath> resampling(
      op, math, {input, output, double(factor), 1, 0, 0});
  for (int64_t at = 0; at < output; ++at)
    if (resampling.getNearest(at) != double(at / factor))
      return std::nullopt;
  return factor;
}

Value ResizeLowering::repeat(ArrayRef<std::optional<int64_t>> repetitions) {
  SmallVector<DimAttr> dims;
  SmallVector<AffineExpr> reads;
  for (auto [axis, dim] : llvm::enumerate(inputType.getDims())) {
    reads.push_back(builder.getAffineDimExpr(dims.size()));
    dims.push_back(dim);
    if (repetitions[axis] && *repetitions[axis] != 1)
      dims.push_back(DimAttr::get(op.getContext(), *repetitions[axis]));
  }
  TensorType split = inputType.withDims(dims);
  AffineMap map = AffineMap::get(dims.size(), 0, reads, op.getContext());
  Value repeated = context.createElementwise(
      location, split, context.get(op.getInput()), map,
      [](OpBuilder &, Location, ValueRange values) { return values[0]; });
  return context.createReshape(location, repeated, split, resultType);
}

Value ResizeLowering::pickNearest(ArrayRef<Axis> axes) {
  SmallVector<std::optional<int64_t>> repetitions(inputType.getRank(), 1);
  for (const Axis &axis : axes)
    repetitions[axis.axis] = getRepetition(axis);
  if (llvm::all_of(repetitions, [](auto factor) { return factor.has_value(); }))
    return repeat(repetitions);
  SmallVector<Value> tables;
  SmallVector<AffineMap> maps;
  for (const Axis &axis : axes) {
    tables.push_back(createTable(
        axis, builder.getI64Type(), std::nullopt,
        [](auto &resampling, auto &, auto position, auto) {
          return resampling.getNearest(position);
        }));
    maps.push_back(getAxisMap(axis.axis));
  }
  if (isCrop())
    for (const Axis &axis : axes) {
      tables.push_back(createOutside(axis));
      maps.push_back(getAxisMap(axis.axis));
    }
  Value source = context.get(op.getInput());
  return context.createElementwise(
      location, resultType, tables, maps,
      [&](OpBuilder &inner, Location at, ValueRange entries) {
        SmallVector<Value> position;
        for (int64_t axis = 0; axis < inputType.getRank(); ++axis)
          position.push_back(linalg::IndexOp::create(inner, at, axis));
        for (auto [axis, entry] : llvm::zip(axes, entries))
          position[axis.axis] = arith::IndexCastOp::create(
              inner, at, inner.getIndexType(), entry);
        Value value = tensor::ExtractOp::create(inner, at, source, position);
        for (Value outside : entries.drop_front(axes.size()))
          value = extrapolate(inner, at, value, resultType.getElementType(),
                              outside);
        return value;
      });
}

//===----------------------------------------------------------------------===//
// Weighted elements
//===----------------------------------------------------------------------===//

/// Two or four taps: each has its vectors.
Value ResizeLowering::sumFewTaps(Value input, TensorType from, TensorType to,
                                 const Axis &axis, int64_t count) {

  Type accumulator = getAccumulatorType(
      isa<FloatType>(inputType.getElementType()) ? inputType.getElementType()
                                                 : Type(f64));
  bool isNormalised = op.getExcludeOutside() || op.getAntialias();
  SmallVector<Value> tables;
  for (int64_t tap = 0; tap < count; ++tap)
    tables.push_back(createTable(
        axis, builder.getI64Type(), std::nullopt,
        [&](auto &resampling, auto &math, auto position, auto) {
          return resampling.getTap(position, math.number(tap),
                                   math.number(count));
        }));
  for (int64_t tap = 0; tap < count; ++tap)
    tables.push_back(createTable(
        axis, accumulator, std::nullopt,
        [&](auto &resampling, auto &math, auto position, auto) {
          auto getWeight = [&](int64_t of) {
            return resampling.getWeight(position, math.number(of),
                                        math.number(count));
          };
          auto weight = getWeight(tap);
          if (!isNormalised)
            return weight;
          auto sum = getWeight(0);
          for (int64_t other = 1; other < count; ++other)
            sum = math.add(sum, getWeight(other));
          return math.div(weight, sum);
        }));
  if (isCrop())
    tables.push_back(createOutside(axis));
  SmallVector<AffineMap> maps(tables.size(), getAxisMap(axis.axis));
  return context.createElementwise(
      location, to, tables, maps,
      [&](OpBuilder &inner, Location at, ValueRange entries) {
        SmallVector<Value> position;
        for (int64_t i = 0; i < to.getRank(); ++i)
          position.push_back(linalg::IndexOp::create(inner, at, i));
        Value sum;
        for (int64_t tap = 0; tap < count; ++tap) {
          position[axis.axis] = arith::IndexCastOp::create(
              inner, at, inner.getIndexType(), entries[tap]);
          Value element =
              tensor::ExtractOp::create(inner, at, input, position);
          element = emitCast(inner, at, element, from.getElementType(),
                             accumulator);
          Value term = arith::MulFOp::create(inner, at, element,
                                             entries[count + tap]);
          sum = sum ? arith::AddFOp::create(inner, at, sum, term) : term;
        }
        Value value =
            emitCast(inner, at, sum, accumulator, to.getElementType());
        return isCrop() ? extrapolate(inner, at, value, to.getElementType(),
                                      entries.back())
                        : value;
      });
}

/// As many taps as a wide kernel has: a loop over the rows of matrices.
Value ResizeLowering::sumManyTaps(Value input, TensorType from, TensorType to,
                                  const Axis &axis, DimAttr count) {
  Type accumulator = getAccumulatorType(
      isa<FloatType>(inputType.getElementType()) ? inputType.getElementType()
                                                 : Type(f64));
  Value size = getNumber(count);
  double known = double(count.getConstant().value_or(0));
  auto getCount = [&](auto &math) {
    if constexpr (std::is_same_v<decltype(math), HostMath &>)
      return known;
    else
      return size;
  };
  Value taps = createTable(axis, builder.getI64Type(), count,
                           [&](auto &resampling, auto &math, auto position,
                               auto tap) {
                             return resampling.getTap(position, tap,
                                                      getCount(math));
                           });
  Value weights = createTable(axis, accumulator, count,
                              [&](auto &resampling, auto &math, auto position,
                                  auto tap) {
                                return resampling.getWeight(position, tap,
                                                            getCount(math));
                              });
  auto add = [](OpBuilder &inner, Location at, ValueRange values) -> Value {
    return arith::AddFOp::create(inner, at, values[0], values[1]);
  };
  TensorType rows = TensorType::get({axis.output}, accumulator);
  AffineMap matrix = builder.getMultiDimIdentityMap(2);
  Value sums = context.createReduction(
      location, weights, context.createFilled(location, rows, 0.0),
      {matrix, matrix.dropResult(1)},
      {IteratorType::parallel, IteratorType::reduction}, add);

  int64_t rank = to.getRank();
  TensorType summed = to.withElementType(accumulator);
  AffineExpr place = builder.getAffineDimExpr(axis.axis);
  AffineMap tableMap = AffineMap::get(
      rank + 1, 0, {place, builder.getAffineDimExpr(rank)}, op.getContext());
  SmallVector<IteratorType> iterators(rank, IteratorType::parallel);
  iterators.push_back(IteratorType::reduction);
  Value sum = context.createReduction(
      location, {taps, weights}, context.createFilled(location, summed, 0.0),
      {tableMap, tableMap,
       builder.getMultiDimIdentityMap(rank + 1).getMajorSubMap(rank)},
      iterators, [&](OpBuilder &inner, Location at, ValueRange values) -> Value {
        SmallVector<Value> position;
        for (int64_t i = 0; i < rank; ++i)
          position.push_back(linalg::IndexOp::create(inner, at, i));
        position[axis.axis] = arith::IndexCastOp::create(
            inner, at, inner.getIndexType(), values[0]);
        Value element = tensor::ExtractOp::create(inner, at, input, position);
        element =
            emitCast(inner, at, element, from.getElementType(), accumulator);
        Value term = arith::MulFOp::create(inner, at, element, values[1]);
        return arith::AddFOp::create(inner, at, values[2], term);
      });
  SmallVector<Value> inputs = {sum, sums};
  SmallVector<AffineMap> maps = {builder.getMultiDimIdentityMap(rank),
                                 getAxisMap(axis.axis)};
  if (isCrop()) {
    inputs.push_back(createOutside(axis));
    maps.push_back(getAxisMap(axis.axis));
  }
  return context.createElementwise(
      location, to, inputs, maps,
      [&](OpBuilder &inner, Location at, ValueRange values) {
        Value mean = arith::DivFOp::create(inner, at, values[0], values[1]);
        Value value =
            emitCast(inner, at, mean, accumulator, to.getElementType());
        return isCrop() ? extrapolate(inner, at, value, to.getElementType(),
                                      values[2])
                        : value;
      });
}

/// Resamples one axis of a tensor of `type`, which becomes that of the result.
Value ResizeLowering::resample(Value input, TensorType &type, const Axis &axis,
                               bool isLast) {
  SmallVector<DimAttr> dims(type.getDims());
  dims[axis.axis] = axis.output;
  TensorType from = type;
  type = type.withDims(dims).withElementType(
      isLast ? resultType.getElementType()
             : getAccumulatorType(isa<FloatType>(inputType.getElementType())
                                      ? inputType.getElementType()
                                      : Type(f64)));
  DimAttr count = getTapCount(op, axis.input, axis.output);
  if (auto few = count.getConstant(); few && *few <= 4)
    return sumFewTaps(input, from, type, axis, *few);
  return sumManyTaps(input, from, type, axis, count);
}

Value ResizeLowering::lower() {
  SmallVector<Axis> axes;
  for (size_t index = 0; index < op.getAxes().size(); ++index)
    if (Axis axis = describe(index); !isUnchanged(axis))
      axes.push_back(axis);
  Value value = context.get(op.getInput());
  if (axes.empty())
    return value;
  if (resultType.getCount().isConstant(0))
    return context.createEmpty(location, resultType);
  if (op.getMode() == "nearest")
    return pickNearest(axes);
  llvm::sort(axes, [](const Axis &lhs, const Axis &rhs) {
    return lhs.axis > rhs.axis;
  });
  TensorType type = inputType;
  for (const Axis &axis : axes)
    value = resample(value, type, axis, &axis == &axes.back());
  return value;
}

} // namespace

void registerInterpolationLowerings(LoweringRegistry &registry) {
  registry.add<ResizeOp>([](ResizeOp op, LoweringContext &context) {
    return ResizeLowering(op, context).lower();
  });
  registerSamplingLowerings(registry);
}

} // namespace tenon
