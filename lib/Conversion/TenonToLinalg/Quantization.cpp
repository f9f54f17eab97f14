//===- Quantization.cpp - Lowering of the Quantization family to linalg ---===//
//
// One elementwise loop each. Scale and zero point are read by maps that stay
// at 0 where one entry is repeated, and advance once a block.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Quantization.h"
#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include <cmath>

using namespace mlir;

namespace tenon {
namespace {

/// The operands and how the loops over the input's axes read them.
template <typename Op> struct ScaledOperands {
  ScaledOperands(Op op, LoweringContext &context) {
    TensorType input = LoweringContext::getType(op.getInput());
    std::optional<int64_t> blockAxis = op.getBlockAxis();
    if (blockAxis && *blockAxis < 0)
      *blockAxis += input.getRank();
    for (Value operand : op->getOperands()) {
      TensorType type = LoweringContext::getType(operand);
      AffineMap map = context.getBroadcastMap(type, input);
      if (blockAxis && operand != op.getInput()) {
        SmallVector<AffineExpr> positions(map.getResults());
        positions[*blockAxis] = getAffineDimExpr(*blockAxis, op.getContext())
                                    .floorDiv(*op.getBlockSize());
        map = AffineMap::get(input.getRank(), 0, positions, op.getContext());
      }
      values.push_back(context.get(operand));
      maps.push_back(map);
      elementTypes.push_back(type.getElementType());
    }
  }

  SmallVector<Value> values;
  SmallVector<AffineMap> maps;
  SmallVector<Type> elementTypes;
};

/// What is computed in: 32 bits, or 64 if an operand has them.
Type getComputeType(ArrayRef<Type> types) {
  MLIRContext *context = types.front().getContext();
  if (llvm::any_of(types, [](Type type) { return isa<Float64Type>(type); }))
    return Float64Type::get(context);
  return Float32Type::get(context);
}

Value createNumber(OpBuilder &builder, Location at, Type type, double value) {
  return arith::ConstantOp::create(builder, at,
                                   builder.getFloatAttr(type, value));
}

/// The integer of `to` nearest to a number that has no fraction. NaN is not
/// above the lowest, so it becomes that.
Value createSaturated(OpBuilder &builder, Location at, Value number, Type to) {
  unsigned width = to.getIntOrFloatBitWidth();
  bool isUnsigned = to.isUnsignedInteger();
  auto limit = [&](arith::CmpFPredicate predicate, double value) {
    Value bound = createNumber(builder, at, number.getType(), value);
    Value inside = arith::CmpFOp::create(builder, at, predicate, number, bound);
    number = arith::SelectOp::create(builder, at, inside, number, bound);
  };
  limit(arith::CmpFPredicate::OGT,
        isUnsigned ? 0 : -std::ldexp(1.0, width - 1));
  limit(arith::CmpFPredicate::OLT,
        std::ldexp(1.0, isUnsigned ? width : width - 1) - 1);
  // 32 bits hold all of them, and are what processors convert to.
  Value integer =
      arith::FPToSIOp::create(builder, at, builder.getI32Type(), number);
  return arith::TruncIOp::create(
      builder, at, LoweringContext::convertElementType(to), integer);
}

Value lowerQuantize(QuantizeOp op, LoweringContext &context) {
  ScaledOperands operands(op, context);
  Type compute =
      getComputeType(ArrayRef<Type>(operands.elementTypes).take_front(2));
  return context.createElementwise(
      op.getLoc(), LoweringContext::getType(op.getResult()), operands.values,
      operands.maps, [&](OpBuilder &builder, Location at, ValueRange values) {
        auto convert = [&](unsigned index) {
          return emitCast(builder, at, values[index],
                          operands.elementTypes[index], compute);
        };
        Value number =
            arith::DivFOp::create(builder, at, convert(0), convert(1));
        if (std::optional<Type> precision = op.getPrecision()) {
          number = emitCast(builder, at, number, compute, *precision);
          number = emitCast(builder, at, number, *precision, compute);
        }
        number = math::RoundEvenOp::create(builder, at, number);
        if (op.getZeroPoint())
          number = arith::AddFOp::create(builder, at, number, convert(2));
        return createSaturated(builder, at, number, op.getTo());
      });
}

Value lowerDequantize(DequantizeOp op, LoweringContext &context) {
  ScaledOperands operands(op, context);
  Type compute = getComputeType(operands.elementTypes[1]);
  Type from = operands.elementTypes[0];
  return context.createElementwise(
      op.getLoc(), LoweringContext::getType(op.getResult()), operands.values,
      operands.maps,
      [&](OpBuilder &builder, Location at, ValueRange values) -> Value {
        Value number = values[0];
        Type type = from;
        if (op.getZeroPoint()) {
          // One bit more than the operands holds every difference.
          type = from.getIntOrFloatBitWidth() < 32 ? builder.getI32Type()
                                                   : builder.getI64Type();
          number = arith::SubIOp::create(
              builder, at, emitCast(builder, at, number, from, type),
              emitCast(builder, at, values[2], from, type));
        }
        number = emitCast(builder, at, number, type, compute);
        Value scale =
            emitCast(builder, at, values[1], operands.elementTypes[1], compute);
        number = arith::MulFOp::create(builder, at, number, scale);
        return emitCast(builder, at, number, compute, op.getTo());
      });
}

} // namespace

void registerQuantizationLowerings(LoweringRegistry &registry) {
  registry.add<QuantizeOp>(lowerQuantize);
  registry.add<DequantizeOp>(lowerDequantize);
}

} // namespace tenon
