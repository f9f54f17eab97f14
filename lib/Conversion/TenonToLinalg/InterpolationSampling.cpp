//===- InterpolationSampling.cpp - Sampling at positions as linalg --------===//
//
// Each element of the result looks up where it is taken from. Positions are
// limited to the input before they become indices, so that whatever the data
// says nothing else is read.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Sampling.h"
#include "Accumulation.h"
#include "EmitMath.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Interpolation.h"

using namespace mlir;

namespace tenon {

void registerSamplingLowerings(LoweringRegistry &registry);
void registerRegionLowerings(LoweringRegistry &registry);

namespace {

using Taps = SmallVector<Sampling<EmitMath>::Tap>;

Value createNumber(OpBuilder &builder, Location at, Value index, Type type) {
  return EmitMath(builder, at, type).fromIndex(index);
}

/// The sum over all choices of a tap for each axis.
class TapSum {
public:
  TapSum(GridSampleOp op, OpBuilder &builder, Location at, Value source,
         ArrayRef<Taps> taps, EmitMath &math, Type type)
      : op(op), builder(builder), at(at), source(source), taps(taps),
        math(math), type(type), first(getFirstSpatialAxis(op.getLayout())) {}

  /// `position` has the batch and the channel.
  Value create(SmallVector<Value> position) {
    add(0, position, {}, {});
    return sum;
  }

private:
  void add(size_t axis, SmallVector<Value> &position, Value weight,
           Value isInside) {
    if (axis == taps.size())
      return addElement(position, weight, isInside);
    for (const auto &tap : taps[axis]) {
      position[first + axis] = math.toIndex(tap.position);
      add(axis + 1, position, weight ? math.mul(weight, tap.weight) : tap.weight,
          isInside ? math.both(isInside, tap.isInside) : tap.isInside);
    }
  }

  void addElement(ArrayRef<Value> position, Value weight, Value isInside) {
    Value element = tensor::ExtractOp::create(builder, at, source, position);
    if (op.getBorder() == "zeros") {
      Value zero = arith::ConstantOp::create(
          builder, at, builder.getZeroAttr(element.getType()));
      element =
          arith::SelectOp::create(builder, at, isInside, element, zero);
    }
    if (op.getMode() == "nearest") {
      sum = element;
      return;
    }
    Value term = arith::MulFOp::create(
        builder, at, convertFloat(builder, at, element, type),
        convertFloat(builder, at, weight, type));
    sum = sum ? arith::AddFOp::create(builder, at, sum, term).getResult() : term;
  }

  GridSampleOp op;
  OpBuilder &builder;
  Location at;
  Value source;
  ArrayRef<Taps> taps;
  EmitMath &math;
  Type type;
  int64_t first;
  Value sum;
};

Value lowerGridSample(GridSampleOp op, LoweringContext &context) {
  Location location = op.getLoc();
  OpBuilder &builder = context.builder;
  TensorType input = context.getType(op.getInput());
  TensorType result = context.getType(op.getResult());
  int64_t rank = input.getRank(), first = getFirstSpatialAxis(op.getLayout());
  Type number =
      getAccumulatorType(context.getType(op.getGrid()).getElementType());
  SmallVector<Value> sizes, grids;
  SmallVector<AffineMap> maps;
  for (int64_t i = 0; i < rank - 2; ++i) {
    sizes.push_back(createNumber(builder, location,
                                 context.getIndex(input.getDim(first + i)),
                                 number));
    SmallVector<AffineExpr> reads = {builder.getAffineDimExpr(0)};
    for (int64_t axis = 0; axis < rank - 2; ++axis)
      reads.push_back(builder.getAffineDimExpr(first + axis));
    reads.push_back(builder.getAffineConstantExpr(rank - 3 - i));
    grids.push_back(context.get(op.getGrid()));
    maps.push_back(AffineMap::get(rank, 0, reads, op.getContext()));
  }
  Value source = context.get(op.getInput());
  return context.createElementwise(
      location, result, grids, maps,
      [&](OpBuilder &inner, Location at, ValueRange places) -> Value {
        EmitMath math(inner, at, number);
        SmallVector<Taps> taps;
        for (auto [size, place] : llvm::zip_equal(sizes, places)) {
          Sampling<EmitMath> sampling(op, math, size);
          taps.push_back(
              sampling.getTaps(convertFloat(inner, at, place, number)));
        }
        SmallVector<Value> position;
        for (int64_t axis = 0; axis < rank; ++axis)
          position.push_back(linalg::IndexOp::create(inner, at, axis));
        Type elementType = input.getElementType();
        TapSum sum(op, inner, at, source, taps, math,
                   getAccumulatorType(elementType));
        Value value = sum.create(position);
        return isa<FloatType>(elementType)
                   ? convertFloat(inner, at, value, elementType)
                   : value;
      });
}

//===----------------------------------------------------------------------===//
// Deformed windows
//===----------------------------------------------------------------------===//

/// Linear on both axes, with zeros beyond the edges.
Value createBilinear(OpBuilder &builder, Location at, EmitMath &math,
                     Value source, SmallVector<Value> position,
                     ArrayRef<Value> places, ArrayRef<Value> sizes,
                     Type type) {
  struct Corner {
    Value index, weight, isInside;
  };
  SmallVector<std::array<Corner, 2>> corners;
  Value zero = math.number(0), one = math.number(1);
  for (auto [place, size] : llvm::zip_equal(places, sizes)) {
    Value below = math.floor(place), rest = math.sub(place, below);
    Value last = math.sub(size, one);
    auto makeCorner = [&](Value corner, Value weight) -> Corner {
      Value limited = math.max(math.min(corner, last), zero);
      return {math.toIndex(limited), weight, math.isEqual(limited, corner)};
    };
    corners.push_back({makeCorner(below, math.sub(one, rest)),
                       makeCorner(math.add(below, one), rest)});
  }
  Value sum = zero;
  for (const Corner &row : corners[0])
    for (const Corner &column : corners[1]) {
      position[2] = row.index;
      position[3] = column.index;
      Value element = convertFloat(
          builder, at, tensor::ExtractOp::create(builder, at, source, position),
          type);
      Value term = math.mul(math.mul(row.weight, column.weight), element);
      Value isInside = math.both(row.isInside, column.isInside);
      sum = math.add(sum, math.select(isInside, term, zero));
    }
  return sum;
}

Value lowerDeformSample(DeformSampleOp op, LoweringContext &context) {
  Location location = op.getLoc();
  OpBuilder &builder = context.builder;
  TensorType input = context.getType(op.getInput());
  TensorType offsets = context.getType(op.getOffsets());
  TensorType result = context.getType(op.getResult());
  Type number = getAccumulatorType(input.getElementType());
  ArrayRef<int64_t> kernel = op.getKernel();
  // Loops: n, c, row, tap row, column, tap column.
  SmallVector<DimAttr> dims = {
      result.getDim(0),      result.getDim(1),
      offsets.getDim(2),     DimAttr::get(op.getContext(), kernel[0]),
      offsets.getDim(3),     DimAttr::get(op.getContext(), kernel[1])};
  TensorType split = result.withDims(dims);
  SmallVector<Value> sizes;
  for (int64_t axis : {2, 3})
    sizes.push_back(createNumber(
        builder, location, context.getIndex(input.getDim(axis)), number));
  Value groupChannels =
      context.getIndex(input.getDim(1).floorDiv(op.getGroups()));
  Value source = context.get(op.getInput());
  Value moves = context.get(op.getOffsets());
  Value mask = op.getMask() ? context.get(op.getMask()) : Value();
  auto entry = [](ArrayRef<int64_t> entries, int64_t at, int64_t otherwise) {
    return entries.empty() ? otherwise : entries[at];
  };
  Value sampled = context.createElementwise(
      location, split, {}, {},
      [&](OpBuilder &inner, Location at, ValueRange) -> Value {
        EmitMath math(inner, at, number);
        auto index = [&](int64_t value) -> Value {
          return arith::ConstantIndexOp::create(inner, at, value);
        };
        auto combine = [&](Value high, int64_t factor, Value low) -> Value {
          Value scaled =
              arith::MulIOp::create(inner, at, high, index(factor));
          return arith::AddIOp::create(inner, at, scaled, low);
        };
        SmallVector<Value> loops;
        for (int64_t loop = 0; loop < 6; ++loop)
          loops.push_back(linalg::IndexOp::create(inner, at, loop));
        Value group =
            arith::DivUIOp::create(inner, at, loops[1], groupChannels);
        Value tap = combine(combine(group, kernel[0], loops[3]), kernel[1],
                            loops[5]);
        SmallVector<Value> places;
        for (int64_t i : {0, 1}) {
          Value start = arith::MulIOp::create(
              inner, at, loops[2 + 2 * i],
              index(entry(op.getStrides(), i, 1)));
          Value place =
              combine(loops[3 + 2 * i], entry(op.getDilations(), i, 1), start);
          place = arith::SubIOp::create(inner, at, place,
                                        index(entry(op.getPads(), i, 0)));
          Value move = tensor::ExtractOp::create(
              inner, at, moves,
              ValueRange{loops[0], combine(tap, 2, index(i)), loops[2],
                         loops[4]});
          places.push_back(math.add(math.fromIndex(place),
                                    convertFloat(inner, at, move, number)));
        }
        Value value = createBilinear(inner, at, math, source,
                                     {loops[0], loops[1], Value(), Value()},
                                     places, sizes, number);
        if (mask) {
          Value factor = tensor::ExtractOp::create(
              inner, at, mask,
              ValueRange{loops[0], tap, loops[2], loops[4]});
          value = math.mul(value, convertFloat(inner, at, factor, number));
        }
        return convertFloat(inner, at, value, input.getElementType());
      });
  return context.createReshape(location, sampled, split, result);
}

} // namespace

void registerSamplingLowerings(LoweringRegistry &registry) {
  registry.add<GridSampleOp>(lowerGridSample);
  registry.add<DeformSampleOp>(lowerDeformSample);
  registerRegionLowerings(registry);
}

} // namespace tenon
