//===- Random.cpp - Lowering of the Random family to linalg ---------------===//
//
// Each element enciphers its own position (Threefry-2x32, 20 rounds), so that
// loops run in any order and as vectors.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Random.h"
#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include <cmath>
#include <numbers>

using namespace mlir;

namespace tenon {
namespace {

/// Builds the numbers of one position.
class Generator {
public:
  Generator(OpBuilder &builder, Location at) : builder(builder), at(at) {}

  /// Two words of random bits.
  std::pair<Value, Value> encipher(uint64_t seed, Value position);
  /// Evenly in [0, 1), with as many bits as `precise` holds; of `type`.
  Value createUniform(std::pair<Value, Value> bits, Type precise, Type type);
  /// With mean 0 and deviation 1.
  Value createNormal(std::pair<Value, Value> bits, Type type);
  /// offset + number * scale.
  Value createScaled(Value number, double scale, double offset) {
    Type type = number.getType();
    number = make<arith::MulFOp>(number, createNumber(type, scale));
    return make<arith::AddFOp>(number, createNumber(type, offset));
  }

private:
  template <typename Op, typename... Values> Value make(Values... values) {
    return Op::create(builder, at, values...);
  }
  Value createWord(uint32_t value) {
    return make<arith::ConstantOp>(TypedAttr(
        builder.getIntegerAttr(builder.getI32Type(), APInt(32, value))));
  }
  Value createNumber(Type type, double value) {
    return make<arith::ConstantOp>(
        TypedAttr(builder.getFloatAttr(type, value)));
  }
  Value rotate(Value value, unsigned count) {
    return make<arith::OrIOp>(
        make<arith::ShLIOp>(value, createWord(count)),
        make<arith::ShRUIOp>(value, createWord(32 - count)));
  }
  /// The top bits of a word as a fraction of type f32.
  Value createFraction(Value bits, unsigned count, Type type) {
    // Less than 32 bits are no negative number.
    Value high = make<arith::ShRUIOp>(bits, createWord(32 - count));
    Value number = make<arith::SIToFPOp>(type, high);
    return make<arith::MulFOp>(
        number, createNumber(type, std::ldexp(1.0, -int(count))));
  }

  OpBuilder &builder;
  Location at;
};

std::pair<Value, Value> Generator::encipher(uint64_t seed, Value position) {
  uint32_t first = uint32_t(seed), second = uint32_t(seed >> 32);
  uint32_t keys[] = {first, second, first ^ second ^ 0x1BD11BDA};
  constexpr unsigned rotations[] = {13, 15, 26, 6, 17, 29, 16, 24};
  Type word = builder.getI32Type();
  Value half =
      make<arith::ConstantOp>(TypedAttr(builder.getI64IntegerAttr(32)));
  Value a = make<arith::TruncIOp>(word, position);
  Value b = make<arith::TruncIOp>(word, make<arith::ShRUIOp>(position, half));
  a = make<arith::AddIOp>(a, createWord(keys[0]));
  b = make<arith::AddIOp>(b, createWord(keys[1]));
  for (unsigned round = 0; round < 20; ++round) {
    a = make<arith::AddIOp>(a, b);
    b = make<arith::XOrIOp>(rotate(b, rotations[round % 8]), a);
    if (round % 4 != 3)
      continue;
    unsigned step = round / 4 + 1;
    a = make<arith::AddIOp>(a, createWord(keys[step % 3]));
    b = make<arith::AddIOp>(b, createWord(keys[(step + 1) % 3] + step));
  }
  return {a, b};
}

Value Generator::createUniform(std::pair<Value, Value> bits, Type precise,
                               Type type) {
  if (!isa<Float64Type>(precise)) {
    unsigned count = cast<FloatType>(precise).getFPMantissaWidth();
    return createFraction(bits.first, count, type);
  }
  Type wide = builder.getI64Type();
  auto shift = [&](int64_t count) {
    return make<arith::ConstantOp>(TypedAttr(builder.getI64IntegerAttr(count)));
  };
  Value high =
      make<arith::ShLIOp>(make<arith::ExtUIOp>(wide, bits.first), shift(32));
  Value all = make<arith::OrIOp>(high, make<arith::ExtUIOp>(wide, bits.second));
  Value number =
      make<arith::SIToFPOp>(type, make<arith::ShRUIOp>(all, shift(11)));
  return make<arith::MulFOp>(number, createNumber(type, 0x1p-53));
}

Value Generator::createNormal(std::pair<Value, Value> bits, Type type) {
  // In (0, 1]: the logarithm of 0 is no number.
  Value fraction = createFraction(bits.first, 31, type);
  fraction = make<arith::AddFOp>(fraction, createNumber(type, 0x1p-31));
  Value logarithm = make<math::LogOp>(fraction);
  Value radius = make<math::SqrtOp>(
      make<arith::MulFOp>(logarithm, createNumber(type, -2)));
  Value angle = make<arith::MulFOp>(createFraction(bits.second, 24, type),
                                    createNumber(type, 2 * std::numbers::pi));
  return make<arith::MulFOp>(radius, make<math::CosOp>(angle));
}

/// A tensor of what `draw` makes of the bits at each position.
Value createDrawn(
    Location location, TensorType type, uint64_t seed, LoweringContext &context,
    llvm::function_ref<Value(Generator &, std::pair<Value, Value>)> draw) {
  SmallVector<Value> sizes;
  for (DimAttr dim : type.getDims())
    sizes.push_back(context.getIndex(dim));
  return context.createElementwise(
      location, type, {}, {},
      [&](OpBuilder &builder, Location at, ValueRange) -> Value {
        Value position = arith::ConstantIndexOp::create(builder, at, 0);
        for (auto [axis, size] : llvm::enumerate(sizes)) {
          position = arith::MulIOp::create(builder, at, position, size);
          position =
              arith::AddIOp::create(builder, at, position,
                                    linalg::IndexOp::create(builder, at, axis));
        }
        position = arith::IndexCastOp::create(builder, at, builder.getI64Type(),
                                              position);
        Generator generator(builder, at);
        Value number = draw(generator, generator.encipher(seed, position));
        return emitCast(builder, at, number, number.getType(),
                        type.getElementType());
      });
}

Type getComputeType(Type type) {
  return isa<Float64Type>(type) ? type : Float32Type::get(type.getContext());
}

Value lowerRandomUniform(RandomUniformOp op, LoweringContext &context) {
  TensorType type = context.getType(op.getResult());
  double low = op.getLow().convertToDouble();
  double high = op.getHigh().convertToDouble();
  return createDrawn(
      op.getLoc(), type, op.getSeed(), context,
      [&](Generator &generator, auto bits) {
        Type precise = type.getElementType();
        Value number =
            generator.createUniform(bits, precise, getComputeType(precise));
        return low == 0 && high == 1
                   ? number
                   : generator.createScaled(number, high - low, low);
      });
}

Value lowerRandomNormal(RandomNormalOp op, LoweringContext &context) {
  TensorType type = context.getType(op.getResult());
  double mean = op.getMean().convertToDouble();
  double deviation = op.getDeviation().convertToDouble();
  return createDrawn(
      op.getLoc(), type, op.getSeed(), context,
      [&](Generator &generator, auto bits) {
        Value number =
            generator.createNormal(bits, getComputeType(type.getElementType()));
        return mean == 0 && deviation == 1
                   ? number
                   : generator.createScaled(number, deviation, mean);
      });
}

/// A number in [0, 1) picks the class in whose part of the running sum it
/// lies: as many classes end before it.
Value lowerMultinomial(MultinomialOp op, LoweringContext &context) {
  Location location = op.getLoc();
  OpBuilder &builder = context.builder;
  TensorType input = context.getType(op.getInput());
  TensorType result = context.getType(op.getResult());
  Type number = getComputeType(input.getElementType());
  TensorType drawnType = result.withElementType(number);
  Value drawn =
      createDrawn(location, drawnType, op.getSeed(), context,
                  [&](Generator &generator, auto bits) {
                    return generator.createUniform(bits, number, number);
                  });
  Value sums = context.createFilled(location, drawnType, 0.0);
  Value counts = context.createFilled(location, result, 0.0);
  Value one = context.createScalar(location, result.getElementType(), 1);
  Value last = arith::IndexCastOp::create(
      builder, location, context.convertElementType(result.getElementType()),
      context.getIndex(input.getDim(1) - 1));
  AffineExpr row, sample, option;
  bindDims(op.getContext(), row, sample, option);
  auto getMap = [&](AffineExpr axis) {
    return AffineMap::get(3, 0, {row, axis}, op.getContext());
  };
  AffineMap each = getMap(sample);
  using utils::IteratorType;
  auto generic = linalg::GenericOp::create(
      builder, location, TypeRange{sums.getType(), counts.getType()},
      ValueRange{context.get(op.getInput()), drawn}, ValueRange{sums, counts},
      {getMap(option), each, each, each},
      {IteratorType::parallel, IteratorType::parallel, IteratorType::reduction},
      [&](OpBuilder &inner, Location at, ValueRange values) {
        Value share =
            emitCast(inner, at, values[0], input.getElementType(), number);
        Value sum = arith::AddFOp::create(inner, at, values[2], share);
        Value isBefore = arith::CmpFOp::create(
            inner, at, arith::CmpFPredicate::OLE, sum, values[1]);
        Value next = arith::AddIOp::create(inner, at, values[3], one);
        // What rounding leaves of 1 belongs to the last class.
        next = arith::MinSIOp::create(inner, at, next, last);
        Value count =
            arith::SelectOp::create(inner, at, isBefore, next, values[3]);
        linalg::YieldOp::create(inner, at, ValueRange{sum, count});
      });
  return generic.getResult(1);
}

} // namespace

void registerRandomLowerings(LoweringRegistry &registry) {
  registry.add<RandomUniformOp>(lowerRandomUniform);
  registry.add<RandomNormalOp>(lowerRandomNormal);
  registry.add<MultinomialOp>(lowerMultinomial);
}

} // namespace tenon
