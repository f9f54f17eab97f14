//===- Accumulation.cpp - Sums in a type wide enough ----------------------===//

#include "Accumulation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace tenon {

Type getAccumulatorType(Type elementType) {
  if (isa<FloatType>(elementType) && elementType.getIntOrFloatBitWidth() < 32)
    return Float32Type::get(elementType.getContext());
  return elementType;
}

Value convertFloat(OpBuilder &builder, Location location, Value value,
                   Type to) {
  Type from = value.getType();
  if (from == to)
    return value;
  if (from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth())
    return arith::ExtFOp::create(builder, location, to, value);
  return arith::TruncFOp::create(builder, location, to, value);
}

Value extendInteger(OpBuilder &builder, Location location, Value value,
                    Type from, Type to) {
  if (value.getType() == to)
    return value;
  if (from.isUnsignedInteger())
    return arith::ExtUIOp::create(builder, location, to, value);
  return arith::ExtSIOp::create(builder, location, to, value);
}

Value multiplyAdd(OpBuilder &builder, Location location, Value sum, Value lhs,
                  Type lhsType, Value rhs, Type rhsType) {
  Type type = sum.getType();
  if (isa<IntegerType>(type)) {
    lhs = extendInteger(builder, location, lhs, lhsType, type);
    rhs = extendInteger(builder, location, rhs, rhsType, type);
    Value product = arith::MulIOp::create(builder, location, lhs, rhs);
    return arith::AddIOp::create(builder, location, sum, product);
  }
  lhs = convertFloat(builder, location, lhs, type);
  rhs = convertFloat(builder, location, rhs, type);
  Value product = arith::MulFOp::create(builder, location, lhs, rhs);
  return arith::AddFOp::create(builder, location, sum, product);
}

Value narrowAccumulators(LoweringContext &context, Location location,
                         Value tensor, TensorType type) {
  Type elementType = LoweringContext::convertElementType(type.getElementType());
  if (getAccumulatorType(elementType) == elementType)
    return tensor;
  return context.createElementwise(
      location, type, tensor,
      context.builder.getMultiDimIdentityMap(type.getRank()),
      [&](OpBuilder &builder, Location location, ValueRange values) {
        return convertFloat(builder, location, values[0], elementType);
      });
}

Value createCount(LoweringContext &context, Location location, DimAttr size,
                  Type elementType) {
  if (std::optional<int64_t> count = size.getConstant())
    return context.createScalar(location, elementType, double(*count));
  OpBuilder &builder = context.builder;
  Value index = context.getIndex(size);
  if (isa<IntegerType>(elementType))
    return arith::IndexCastOp::create(builder, location, elementType, index);
  Value integer = arith::IndexCastOp::create(builder, location,
                                             builder.getI64Type(), index);
  return arith::SIToFPOp::create(builder, location, elementType, integer);
}

ReducedShape getReducedShape(TensorType type,
                             llvm::function_ref<bool(int64_t)> isReduced) {
  MLIRContext *context = type.getContext();
  SmallVector<DimAttr> dims;
  SmallVector<AffineExpr> results;
  SmallVector<utils::IteratorType> iterators;
  DimAttr count = DimAttr::get(context, 1);
  for (auto [axis, dim] : llvm::enumerate(type.getDims())) {
    if (isReduced(axis)) {
      iterators.push_back(utils::IteratorType::reduction);
      count = count * dim;
      continue;
    }
    iterators.push_back(utils::IteratorType::parallel);
    results.push_back(getAffineDimExpr(axis, context));
    dims.push_back(dim);
  }
  return {type.withDims(dims),
          AffineMap::get(type.getRank(), 0, results, context), iterators,
          count};
}

} // namespace tenon
