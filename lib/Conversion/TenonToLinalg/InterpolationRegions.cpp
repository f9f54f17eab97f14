//===- InterpolationRegions.cpp - Regions of images as linalg -------------===//
//
// How many elements or samples make a cell depends on its region, so each
// element of the result has loops of its own.
//
//===----------------------------------------------------------------------===//

#include "Accumulation.h"
#include "EmitMath.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Interpolation.h"
#include <limits>

using namespace mlir;

namespace tenon {

void registerRegionLowerings(LoweringRegistry &registry);

namespace {

/// More samples on an axis of a cell than this are not taken.
constexpr double maxSamples = 1 << 10;

/// Builds the body of one element of the result: [region, channel, row, column].
class RegionBody {
public:
  RegionBody(OpBuilder &builder, Location at, Type number, Value image,
             Value regions, ArrayRef<Value> sizes)
      : builder(builder), at(at), number(number), math(builder, at, number),
        image(image), regions(regions), sizes(sizes) {
    for (int64_t loop = 0; loop < 4; ++loop)
      loops.push_back(linalg::IndexOp::create(builder, at, loop));
  }

  Value createAligned(RoiAlignOp op, Value batch);
  Value createPooled(MaxRoiPoolOp op);

private:
  Value index(int64_t value) {
    return arith::ConstantIndexOp::create(builder, at, value);
  }
  Value getBound(int64_t column) {
    Value bound = tensor::ExtractOp::create(
        builder, at, regions, ValueRange{loops[0], index(column)});
    return convertFloat(builder, at, bound, number);
  }
  /// What is no number becomes the low end.
  Value limit(Value value, double low, Value high) {
    return math.min(math.max(value, math.number(low)), high);
  }
  Value limitIndex(Value value, Value size) {
    Value last = arith::SubIOp::create(builder, at, size, index(1));
    value = arith::MaxSIOp::create(builder, at, value, index(0));
    return arith::MinSIOp::create(builder, at, value, last);
  }
  /// The image's height or width as a number.
  Value getSize(int64_t axis) { return math.fromIndex(sizes[axis]); }

  /// The samples of a cell on one axis.
  struct Samples {
    Value start, step, count;
  };
  Samples getSamples(RoiAlignOp op, int64_t axis);
  /// The two elements that a sample lies between.
  struct Corners {
    Value low, high, toLow, toHigh, isInside;
  };
  Corners getCorners(const Samples &samples, Value sample, int64_t axis);
  Value joinSample(RoiAlignOp op, Value batch, const Corners &row,
                   const Corners &column, Value isFirst, Value current);

  OpBuilder &builder;
  Location at;
  Type number;
  EmitMath math;
  Value image, regions;
  ArrayRef<Value> sizes;
  SmallVector<Value> loops;
};

RegionBody::Samples RegionBody::getSamples(RoiAlignOp op, int64_t axis) {
  // Regions have x before y.
  int64_t column = axis == 2 ? 1 : 0;
  Value scale = math.number(op.getScale().convertToDouble());
  Value shift = math.number(op.getHalfPixel() ? 0.5 : 0);
  Value begin = math.sub(math.mul(getBound(column), scale), shift);
  Value end = math.sub(math.mul(getBound(column + 2), scale), shift);
  Value extent = math.sub(end, begin);
  if (!op.getHalfPixel())
    extent = math.max(extent, math.number(1));
  Value cell = math.div(extent, math.number(op.getSize()[axis - 2]));
  Value count =
      op.getSamples() > 0
          ? math.number(op.getSamples())
          : limit(math.ceil(cell), 0, math.number(maxSamples));
  Value start =
      math.add(begin, math.mul(math.fromIndex(loops[axis]), cell));
  return {start, math.div(cell, count), count};
}

RegionBody::Corners RegionBody::getCorners(const Samples &samples,
                                           Value sample, int64_t axis) {
  Value one = math.number(1), size = getSize(axis);
  Value middle = math.add(math.fromIndex(sample), math.number(0.5));
  Value place = math.add(samples.start, math.mul(middle, samples.step));
  Value isBefore = math.isLess(place, math.number(-1));
  Value isAfter = math.isLess(size, place);
  Value isOutside = math.either(isBefore, isAfter);
  Value yes = arith::ConstantOp::create(builder, at, builder.getBoolAttr(true));
  Value last = math.sub(size, one);
  place = limit(place, 0, last);
  Value low = math.floor(place), rest = math.sub(place, low);
  Value high = math.min(math.add(low, one), last);
  Value isInside = arith::XOrIOp::create(builder, at, isOutside, yes);
  return {math.toIndex(low), math.toIndex(high), math.sub(one, rest), rest,
          isInside};
}

Value RegionBody::joinSample(RoiAlignOp op, Value batch, const Corners &row,
                             const Corners &column, Value isFirst,
                             Value current) {
  Value isInside = math.both(row.isInside, column.isInside);
  bool isMax = op.getMode() == "max";
  Value joined;
  for (auto [y, toY] : {std::pair(row.low, row.toLow), {row.high, row.toHigh}})
    for (auto [x, toX] :
         {std::pair(column.low, column.toLow), {column.high, column.toHigh}}) {
      Value element = tensor::ExtractOp::create(
          builder, at, image, ValueRange{batch, loops[1], y, x});
      Value term = math.mul(math.mul(toY, toX),
                            convertFloat(builder, at, element, number));
      if (!joined)
        joined = term;
      else
        joined = isMax ? math.max(joined, term) : math.add(joined, term);
    }
  joined = math.select(isInside, joined, math.number(0));
  if (!isMax)
    return math.add(current, joined);
  return math.select(isFirst, joined, math.max(current, joined));
}

Value RegionBody::createAligned(RoiAlignOp op, Value batch) {
  batch = limitIndex(batch, sizes[0]);
  Samples rows = getSamples(op, 2), columns = getSamples(op, 3);
  Value zero = index(0), one = index(1);
  auto outer = scf::ForOp::create(builder, at, zero, math.toIndex(rows.count),
                                  one, math.number(0));
  {
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(outer.getBody());
    Value y = outer.getInductionVar();
    Corners row = getCorners(rows, y, 2);
    auto inner =
        scf::ForOp::create(builder, at, zero, math.toIndex(columns.count), one,
                           outer.getRegionIterArg(0));
    {
      OpBuilder::InsertionGuard innerGuard(builder);
      builder.setInsertionPointToStart(inner.getBody());
      Value x = inner.getInductionVar();
      Corners column = getCorners(columns, x, 3);
      Value isFirst = arith::CmpIOp::create(
          builder, at, arith::CmpIPredicate::eq,
          arith::OrIOp::create(builder, at, x, y), zero);
      scf::YieldOp::create(builder, at,
                           joinSample(op, batch, row, column, isFirst,
                                      inner.getRegionIterArg(0)));
    }
    scf::YieldOp::create(builder, at, inner.getResult(0));
  }
  if (op.getMode() == "max")
    return outer.getResult(0);
  Value count = math.max(math.mul(rows.count, columns.count), math.number(1));
  return math.div(outer.getResult(0), count);
}

Value RegionBody::createPooled(MaxRoiPoolOp op) {
  Value scale = math.number(op.getScale().convertToDouble());
  Value batch = math.toIndex(limit(
      getBound(0), 0, math.sub(getSize(0), math.number(1))));
  // From where to where a cell goes on an axis, limited to the image.
  auto getCell = [&](int64_t axis) {
    int64_t column = axis == 2 ? 2 : 1;
    auto getCorner = [&](int64_t at) -> Value {
      return math.make<math::RoundOp>(math.mul(getBound(at), scale));
    };
    Value begin = getCorner(column), end = getCorner(column + 2);
    Value one = math.number(1), size = getSize(axis);
    Value extent = math.max(math.add(math.sub(end, begin), one), one);
    Value cell = math.div(extent, math.number(op.getSize()[axis - 2]));
    Value place = math.fromIndex(loops[axis]);
    Value from = math.add(math.floor(math.mul(place, cell)), begin);
    Value to = math.add(math.ceil(math.mul(math.add(place, one), cell)), begin);
    return std::pair(math.toIndex(limit(from, 0, size)),
                     math.toIndex(limit(to, 0, size)));
  };
  auto [top, bottom] = getCell(2);
  auto [left, right] = getCell(3);
  Value one = index(1);
  Value lowest = math.number(-std::numeric_limits<double>::infinity());
  auto outer = scf::ForOp::create(builder, at, top, bottom, one, lowest);
  {
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(outer.getBody());
    auto inner = scf::ForOp::create(builder, at, left, right, one,
                                    outer.getRegionIterArg(0));
    {
      OpBuilder::InsertionGuard innerGuard(builder);
      builder.setInsertionPointToStart(inner.getBody());
      Value element = tensor::ExtractOp::create(
          builder, at, image,
          ValueRange{batch, loops[1], outer.getInductionVar(),
                     inner.getInductionVar()});
      element = convertFloat(builder, at, element, number);
      Value largest = math.make<arith::MaximumFOp>(inner.getRegionIterArg(0),
                                                   element);
      scf::YieldOp::create(builder, at, largest);
    }
    scf::YieldOp::create(builder, at, inner.getResult(0));
  }
  auto isEmpty = [&](Value from, Value to) -> Value {
    return arith::CmpIOp::create(builder, at, arith::CmpIPredicate::sge, from,
                                 to);
  };
  return math.select(
      math.either(isEmpty(top, bottom), isEmpty(left, right)), math.number(0),
      outer.getResult(0));
}

/// A result element for each region, channel and cell.
template <typename Op>
Value lowerRegions(Op op, LoweringContext &context, ValueRange inputs,
                   ArrayRef<AffineMap> maps,
                   llvm::function_ref<Value(RegionBody &, OpBuilder &, Location,
                                            ValueRange)>
                       body) {
  TensorType input = context.getType(op.getInput());
  Type number = getAccumulatorType(input.getElementType());
  SmallVector<Value> sizes;
  for (DimAttr dim : input.getDims())
    sizes.push_back(context.getIndex(dim));
  Value image = context.get(op.getInput());
  Value regions = context.get(op.getBoxes());
  return context.createElementwise(
      op.getLoc(), context.getType(op.getResult()), inputs, maps,
      [&](OpBuilder &builder, Location at, ValueRange values) -> Value {
        RegionBody region(builder, at, number, image, regions, sizes);
        return convertFloat(builder, at, body(region, builder, at, values),
                            input.getElementType());
      });
}

Value lowerRoiAlign(RoiAlignOp op, LoweringContext &context) {
  AffineMap map = AffineMap::get(4, 0, context.builder.getAffineDimExpr(0),
                                 op.getContext());
  return lowerRegions(
      op, context, context.get(op.getIndices()), map,
      [&](RegionBody &region, OpBuilder &builder, Location at,
          ValueRange values) {
        Value batch = arith::IndexCastOp::create(
            builder, at, builder.getIndexType(), values[0]);
        return region.createAligned(op, batch);
      });
}

Value lowerMaxRoiPool(MaxRoiPoolOp op, LoweringContext &context) {
  return lowerRegions(op, context, {}, {},
                      [&](RegionBody &region, OpBuilder &, Location,
                          ValueRange) { return region.createPooled(op); });
}

} // namespace

void registerRegionLowerings(LoweringRegistry &registry) {
  registry.add<RoiAlignOp>(lowerRoiAlign);
  registry.add<MaxRoiPoolOp>(lowerMaxRoiPool);
}

} // namespace tenon
