//===- Pooling.cpp - Poolings as linalg -----------------------------------===//
//
// One `linalg.generic` a pooling, over a padded input, with a dummy operand
// that has the shape of the window, as linalg's own poolings have. Its loops
// are the axes of the result in order, then the window. Averages divide by the
// size of the window; where padding does not count, by the number of elements
// at each place.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Pooling.h"
#include "Accumulation.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include <limits>

using namespace mlir;

namespace tenon {
namespace {

using utils::IteratorType;
using Body = llvm::function_ref<Value(OpBuilder &, Location, ValueRange)>;

class PoolLowering {
public:
  template <typename Op>
  PoolLowering(Op op, LoweringContext &context)
      : context(context), location(op.getLoc()), mlir(op.getContext()),
        input(context.get(op.getInput())),
        inputType(LoweringContext::getType(op.getInput())),
        resultType(LoweringContext::getType(op.getResult())),
        kernel(op.getKernel()), first(getFirstSpatialAxis(op.getLayout())) {
    for (size_t i = 0; i < kernel.size(); ++i)
      axes.push_back(getWindowAxis(op.getWindow(), kernel.size(), i,
                                   inputType.getDim(first + i),
                                   DimAttr::get(mlir, kernel[i])));
  }

  Value lowerMax();
  Value lowerAverage(bool countPadding);
  Value lowerNorm(int64_t power);
  Value lowerIndices(Layout layout, bool columnMajor);

private:
  void padInput(double value);
  Value reduce(Type elementType, double start, Body combine);
  bool isCountConstant(bool countPadding);
  Value createCounts(Type elementType, bool countPadding);
  Value createCount(OpBuilder &builder, Location at, Value place,
                    const WindowAxis &axis, bool countPadding);
  Value divide(Value sum, Type elementType, bool countPadding);
  Value createBetter(OpBuilder &builder, Location at, Value element,
                     Value best);
  AffineMap getIdentity() {
    return AffineMap::getMultiDimIdentityMap(resultType.getRank(), mlir);
  }

  LoweringContext &context;
  Location location;
  MLIRContext *mlir;
  Value input;
  TensorType inputType, resultType;
  SmallVector<int64_t> kernel;
  SmallVector<WindowAxis> axes;
  int64_t first;
};

void PoolLowering::padInput(double value) {
  SmallVector<DimAttr> dims(inputType.getDims());
  SmallVector<OpFoldResult> low(dims.size(), context.getIndexAttr(0));
  SmallVector<OpFoldResult> high(low);
  for (auto [i, axis] : llvm::enumerate(axes)) {
    DimAttr end = axis.high + axis.overhang;
    dims[first + i] = axis.input + axis.low + end;
    low[first + i] = context.getSize(axis.low);
    high[first + i] = context.getSize(end);
  }
  Value scalar = context.createScalar(
      location, LoweringContext::convertElementType(inputType.getElementType()),
      value);
  TensorType type = inputType;
  inputType = type.withDims(dims);
  input =
      context.createPad(location, input, type, inputType, low, high, scalar);
}

/// Combines the elements of each window, from `start`, in `elementType`.
Value PoolLowering::reduce(Type elementType, double start, Body combine) {
  unsigned rank = resultType.getRank(), loops = rank + axes.size();
  SmallVector<AffineExpr> reads, taps;
  for (unsigned axis = 0; axis < rank; ++axis)
    reads.push_back(getAffineDimExpr(axis, mlir));
  for (auto [i, axis] : llvm::enumerate(axes)) {
    AffineExpr tap = getAffineDimExpr(rank + i, mlir);
    reads[first + i] = reads[first + i] * axis.stride + tap * axis.dilation;
    taps.push_back(tap);
  }
  SmallVector<IteratorType> iterators(rank, IteratorType::parallel);
  iterators.append(axes.size(), IteratorType::reduction);
  TensorType type = resultType.withElementType(elementType);
  Value init = context.createFilled(location, type, start);
  Value window = context.createEmpty(
      location, TensorType::get(ArrayRef<int64_t>(kernel), elementType));
  return context.createReduction(
      location, {input, window}, init,
      {AffineMap::get(loops, 0, reads, mlir),
       AffineMap::get(loops, 0, taps, mlir),
       AffineMap::getMultiDimIdentityMap(loops, mlir).getMajorSubMap(rank)},
      iterators, [&](OpBuilder &builder, Location at, ValueRange values) {
        Value element = values[0];
        if (isa<FloatType>(elementType))
          element = convertFloat(builder, at, element, elementType);
        return combine(builder, at, {element, values[2]});
      });
}

Value PoolLowering::lowerMax() {
  Type elementType = resultType.getElementType();
  bool isUnsigned = elementType.isUnsignedInteger();
  double lowest = isUnsigned ? 0.0 : -std::numeric_limits<double>::infinity();
  padInput(lowest);
  return reduce(
      elementType, lowest,
      [&](OpBuilder &builder, Location at, ValueRange values) -> Value {
        if (isa<FloatType>(elementType))
          return arith::MaximumFOp::create(builder, at, values[1], values[0]);
        if (isUnsigned)
          return arith::MaxUIOp::create(builder, at, values[1], values[0]);
        return arith::MaxSIOp::create(builder, at, values[1], values[0]);
      });
}

/// Whether all windows count the same number of elements.
bool PoolLowering::isCountConstant(bool countPadding) {
  return llvm::all_of(axes, [&](const WindowAxis &axis) {
    return axis.overhang.isConstant(0) &&
           (countPadding ||
            (axis.low.isConstant(0) && axis.high.isConstant(0)));
  });
}

/// How many of a window's taps on one axis count: those before the end, less
/// those before the beginning.
Value PoolLowering::createCount(OpBuilder &builder, Location at, Value place,
                                const WindowAxis &axis, bool countPadding) {
  auto constant = [&](int64_t value) -> Value {
    return arith::ConstantIndexOp::create(builder, at, value);
  };
  // Positions are counted from the beginning of the padded input.
  DimAttr begin = countPadding ? DimAttr::get(mlir, 0) : axis.low;
  DimAttr end = axis.input + axis.low;
  if (countPadding)
    end = end + axis.high;
  Value start =
      arith::MulIOp::create(builder, at, place, constant(axis.stride));
  Value taps = context.getIndex(axis.kernel);
  auto countBefore = [&](Value limit) -> Value {
    Value space = arith::SubIOp::create(builder, at, limit, start);
    space = arith::MaxSIOp::create(builder, at, space, constant(0));
    if (axis.dilation != 1)
      space = arith::CeilDivSIOp::create(builder, at, space,
                                         constant(axis.dilation));
    return arith::MinSIOp::create(builder, at, space, taps);
  };
  Value count = countBefore(context.getIndex(end));
  if (begin.isConstant(0))
    return count;
  return arith::SubIOp::create(builder, at, count,
                               countBefore(context.getIndex(begin)));
}

/// The number of elements that count at each place, over the spatial axes.
Value PoolLowering::createCounts(Type elementType, bool countPadding) {
  TensorType type = TensorType::get(
      resultType.getDims().slice(first, axes.size()), elementType);
  return context.createElementwise(
      location, type, {}, {},
      [&](OpBuilder &builder, Location at, ValueRange) -> Value {
        Value product;
        for (auto [i, axis] : llvm::enumerate(axes)) {
          Value place = linalg::IndexOp::create(builder, at, i);
          Value count = createCount(builder, at, place, axis, countPadding);
          product = product ? arith::MulIOp::create(builder, at, product, count)
                            : count;
        }
        // Dilated taps may all miss a small input: 0 / 1, not 0 / 0.
        Value one = arith::ConstantIndexOp::create(builder, at, 1);
        product = arith::MaxSIOp::create(builder, at, product, one);
        Value integer = arith::IndexCastOp::create(
            builder, at, builder.getI64Type(), product);
        return arith::SIToFPOp::create(builder, at, elementType, integer);
      });
}

Value PoolLowering::divide(Value sum, Type elementType, bool countPadding) {
  auto finish = [&](OpBuilder &builder, Location at, Value value,
                    Value count) -> Value {
    Value mean = arith::DivFOp::create(builder, at, value, count);
    return convertFloat(builder, at, mean, resultType.getElementType());
  };
  if (isCountConstant(countPadding)) {
    double count = 1;
    for (int64_t size : kernel)
      count *= size;
    return context.createElementwise(
        location, resultType, sum, getIdentity(),
        [&](OpBuilder &builder, Location at, ValueRange values) {
          Value scalar = arith::ConstantOp::create(
              builder, at, builder.getFloatAttr(elementType, count));
          return finish(builder, at, values[0], scalar);
        });
  }
  SmallVector<AffineExpr> places;
  for (size_t i = 0; i < axes.size(); ++i)
    places.push_back(getAffineDimExpr(first + i, mlir));
  AffineMap map = AffineMap::get(resultType.getRank(), 0, places, mlir);
  Value counts = createCounts(elementType, countPadding);
  return context.createElementwise(
      location, resultType, {sum, counts}, {getIdentity(), map},
      [&](OpBuilder &builder, Location at, ValueRange values) {
        return finish(builder, at, values[0], values[1]);
      });
}

Value PoolLowering::lowerAverage(bool countPadding) {
  Type elementType = getAccumulatorType(resultType.getElementType());
  padInput(0);
  Value sum =
      reduce(elementType, 0,
             [](OpBuilder &builder, Location at, ValueRange values) -> Value {
               return arith::AddFOp::create(builder, at, values[1], values[0]);
             });
  return divide(sum, elementType, countPadding);
}

//===----------------------------------------------------------------------===//
// Norms
//===----------------------------------------------------------------------===//

Value PoolLowering::lowerNorm(int64_t power) {
  Type elementType = getAccumulatorType(resultType.getElementType());
  auto raise = [&](OpBuilder &builder, Location at, Value base,
                   double exponent) -> Value {
    Value constant = arith::ConstantOp::create(
        builder, at, builder.getFloatAttr(elementType, exponent));
    return math::PowFOp::create(builder, at, base, constant);
  };
  padInput(0);
  Value sum = reduce(
      elementType, 0,
      [&](OpBuilder &builder, Location at, ValueRange values) -> Value {
        Value term;
        if (power == 2)
          term = arith::MulFOp::create(builder, at, values[0], values[0]);
        else
          term = math::AbsFOp::create(builder, at, values[0]);
        if (power > 2)
          term = raise(builder, at, term, power);
        return arith::AddFOp::create(builder, at, values[1], term);
      });
  return context.createElementwise(
      location, resultType, sum, getIdentity(),
      [&](OpBuilder &builder, Location at, ValueRange values) {
        Value root = values[0];
        if (power == 2)
          root = math::SqrtOp::create(builder, at, root);
        else if (power > 2)
          root = raise(builder, at, root, 1.0 / power);
        return convertFloat(builder, at, root, resultType.getElementType());
      });
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

/// Larger, or the first that is not a number.
Value PoolLowering::createBetter(OpBuilder &builder, Location at, Value element,
                                 Value best) {
  Type type = inputType.getElementType();
  if (!isa<FloatType>(type))
    return arith::CmpIOp::create(builder, at,
                                 type.isUnsignedInteger()
                                     ? arith::CmpIPredicate::ugt
                                     : arith::CmpIPredicate::sgt,
                                 element, best);
  // Unordered, too; but nothing is better than what is not a number.
  Value isBetter = arith::CmpFOp::create(
      builder, at, arith::CmpFPredicate::UGT, element, best);
  Value isNumber = arith::CmpFOp::create(builder, at,
                                         arith::CmpFPredicate::ORD, best, best);
  return arith::AndIOp::create(builder, at, isBetter, isNumber);
}

Value PoolLowering::lowerIndices(Layout layout, bool columnMajor) {
  SmallVector<DimAttr> strides =
      getPlaceStrides(inputType.getDims(), layout, columnMajor);
  SmallVector<Value> distances, lows, sizes;
  for (DimAttr stride : strides)
    distances.push_back(context.getIndex(stride));
  for (const WindowAxis &axis : axes) {
    lows.push_back(context.getIndex(axis.low));
    sizes.push_back(context.getIndex(axis.input));
  }
  Type elementType = resultType.getElementType();
  Type inputElement = inputType.getElementType();
  double lowest = inputElement.isUnsignedInteger()
                      ? 0.0
                      : -std::numeric_limits<double>::infinity();
  padInput(lowest);
  unsigned rank = resultType.getRank(), loops = rank + axes.size();
  SmallVector<AffineExpr> reads, taps;
  for (unsigned axis = 0; axis < rank; ++axis)
    reads.push_back(getAffineDimExpr(axis, mlir));
  for (auto [i, axis] : llvm::enumerate(axes)) {
    AffineExpr tap = getAffineDimExpr(rank + i, mlir);
    reads[first + i] = reads[first + i] * axis.stride + tap * axis.dilation;
    taps.push_back(tap);
  }
  AffineMap resultMap =
      AffineMap::getMultiDimIdentityMap(loops, mlir).getMajorSubMap(rank);
  SmallVector<AffineMap> maps = {AffineMap::get(loops, 0, reads, mlir),
                                 AffineMap::get(loops, 0, taps, mlir),
                                 resultMap, resultMap};
  SmallVector<IteratorType> iterators(rank, IteratorType::parallel);
  iterators.append(axes.size(), IteratorType::reduction);
  Value best = context.createFilled(
      location, resultType.withElementType(inputElement), lowest);
  Value places = context.createFilled(location, resultType, -1.0);
  Value window = context.createEmpty(
      location, TensorType::get(ArrayRef<int64_t>(kernel), elementType));
  auto body = [&](OpBuilder &builder, Location at, ValueRange values) {
    Value place, isInside;
    for (unsigned axis = 0; axis < rank; ++axis) {
      Value position = linalg::IndexOp::create(builder, at, axis);
      if (int64_t i = int64_t(axis) - first;
          i >= 0 && i < int64_t(axes.size())) {
        auto scale = [&](Value index, int64_t by) -> Value {
          return arith::MulIOp::create(
              builder, at, index,
              arith::ConstantIndexOp::create(builder, at, by));
        };
        Value tap = linalg::IndexOp::create(builder, at, rank + i);
        position = arith::AddIOp::create(builder, at,
                                         scale(position, axes[i].stride),
                                         scale(tap, axes[i].dilation));
        position = arith::SubIOp::create(builder, at, position, lows[i]);
        // What lies before the beginning is a large unsigned number.
        Value fits = arith::CmpIOp::create(
            builder, at, arith::CmpIPredicate::ult, position, sizes[i]);
        isInside = isInside
                       ? arith::AndIOp::create(builder, at, isInside, fits)
                             .getResult()
                       : fits;
      }
      Value part =
          arith::MulIOp::create(builder, at, position, distances[axis]);
      place = place ? arith::AddIOp::create(builder, at, place, part)
                          .getResult()
                    : part;
    }
    Value none =
        arith::ConstantOp::create(builder, at, builder.getI64IntegerAttr(-1));
    Value isFirst = arith::CmpIOp::create(
        builder, at, arith::CmpIPredicate::eq, values[3], none);
    Value isBetter = arith::OrIOp::create(
        builder, at, isFirst, createBetter(builder, at, values[0], values[2]));
    isBetter = arith::AndIOp::create(builder, at, isBetter, isInside);
    Value number =
        arith::IndexCastOp::create(builder, at, elementType, place);
    Value results[] = {
        arith::SelectOp::create(builder, at, isBetter, values[0], values[2]),
        arith::SelectOp::create(builder, at, isBetter, number, values[3])};
    linalg::YieldOp::create(builder, at, results);
  };
  return linalg::GenericOp::create(
             context.builder, location,
             TypeRange{best.getType(), places.getType()},
             ValueRange{input, window}, ValueRange{best, places}, maps,
             iterators, body)
      .getResult(1);
}

} // namespace

void registerPoolingLowerings(LoweringRegistry &registry) {
  registry.add<MaxPoolOp>([](MaxPoolOp op, LoweringContext &context) {
    return PoolLowering(op, context).lowerMax();
  });
  registry.add<AvgPoolOp>([](AvgPoolOp op, LoweringContext &context) {
    return PoolLowering(op, context).lowerAverage(op.getCountIncludePad());
  });
  registry.add<MaxPoolIndicesOp>(
      [](MaxPoolIndicesOp op, LoweringContext &context) {
        return PoolLowering(op, context)
            .lowerIndices(op.getLayout(), op.getColumnMajor());
      });
  registry.add<LpPoolOp>([](LpPoolOp op, LoweringContext &context) {
    return PoolLowering(op, context).lowerNorm(op.getP());
  });
}

} // namespace tenon
