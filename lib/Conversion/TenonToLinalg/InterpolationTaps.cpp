//===- InterpolationTaps.cpp - The elements that resizing reads -----------===//

#include "InterpolationResize.h"

using namespace mlir;

namespace tenon {

using utils::IteratorType;

Value ResizeLowering::createOutside(const ResizeAxis &axis) {
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
  Value zero = arith::ConstantOp::create(inner, at, inner.getI64IntegerAttr(0));
  Value isOutside =
      arith::CmpIOp::create(inner, at, arith::CmpIPredicate::ne, outside, zero);
  return arith::SelectOp::create(inner, at, isOutside, constant, value);
}

//===----------------------------------------------------------------------===//
// Nearest elements
//===----------------------------------------------------------------------===//

/// The factor by which each element of the axis is repeated, if that is all.
std::optional<int64_t> ResizeLowering::getRepetition(const ResizeAxis &axis) {
  if (!axis.scale || axis.scale->second != 1 || isCrop() ||
      coordinates == "align_corners")
    return std::nullopt;
  int64_t factor = axis.scale->first;
  if (factor > maxTableElements / 8 || axis.output != axis.input * factor)
    return std::nullopt;
  // Positions repeat with each element, so some stand for all.
  double input = 8, output = input * factor;
  HostMath math;
  Resampling<HostMath> resampling(op, math,
                                  {input, output, double(factor), 1, 0, 0});
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

Value ResizeLowering::pickNearest(ArrayRef<ResizeAxis> axes) {
  SmallVector<std::optional<int64_t>> repetitions(inputType.getRank(), 1);
  for (const ResizeAxis &axis : axes)
    repetitions[axis.axis] = getRepetition(axis);
  if (llvm::all_of(repetitions, [](auto factor) { return factor.has_value(); }))
    return repeat(repetitions);
  SmallVector<Value> tables;
  SmallVector<AffineMap> maps;
  for (const ResizeAxis &axis : axes) {
    tables.push_back(
        createTable(axis, builder.getI64Type(), std::nullopt,
                    [](auto &resampling, auto &, auto position, auto) {
                      return resampling.getNearest(position);
                    }));
    maps.push_back(getAxisMap(axis.axis));
  }
  if (isCrop())
    for (const ResizeAxis &axis : axes) {
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
                                 const ResizeAxis &axis, int64_t count) {

  Type accumulator = getAccumulatorType(
      isa<FloatType>(inputType.getElementType()) ? inputType.getElementType()
                                                 : Type(f64));
  bool isNormalised = op.getExcludeOutside() || op.getAntialias();
  SmallVector<Value> tables;
  for (int64_t tap = 0; tap < count; ++tap)
    tables.push_back(
        createTable(axis, builder.getI64Type(), std::nullopt,
                    [&](auto &resampling, auto &math, auto position, auto) {
                      return resampling.getTap(position, math.number(tap),
                                               math.number(count));
                    }));
  for (int64_t tap = 0; tap < count; ++tap)
    tables.push_back(
        createTable(axis, accumulator, std::nullopt,
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
          Value element = tensor::ExtractOp::create(inner, at, input, position);
          element =
              emitCast(inner, at, element, from.getElementType(), accumulator);
          Value term =
              arith::MulFOp::create(inner, at, element, entries[count + tap]);
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
                                  const ResizeAxis &axis, DimAttr count) {
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
  Value taps =
      createTable(axis, builder.getI64Type(), count,
                  [&](auto &resampling, auto &math, auto position, auto tap) {
                    return resampling.getTap(position, tap, getCount(math));
                  });
  Value weights =
      createTable(axis, accumulator, count,
                  [&](auto &resampling, auto &math, auto position, auto tap) {
                    return resampling.getWeight(position, tap, getCount(math));
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
      iterators,
      [&](OpBuilder &inner, Location at, ValueRange values) -> Value {
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

} // namespace tenon
