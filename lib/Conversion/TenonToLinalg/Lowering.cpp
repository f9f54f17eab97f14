//===- Lowering.cpp - What lowering functions build with ------------------===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace tenon {

Type LoweringContext::convertElementType(Type type) {
  if (auto integer = dyn_cast<IntegerType>(type))
    return IntegerType::get(type.getContext(), integer.getWidth());
  return type;
}

RankedTensorType LoweringContext::convertType(TensorType type) {
  return RankedTensorType::get(type.getShape(),
                               convertElementType(type.getElementType()));
}

SmallVector<OpFoldResult> LoweringContext::getSizes(ArrayRef<DimAttr> dims) {
  return llvm::map_to_vector(dims, [&](DimAttr dim) { return getSize(dim); });
}

Value LoweringContext::createIndex(Location location, int64_t value) {
  return arith::ConstantIndexOp::create(builder, location, value);
}

Value LoweringContext::createEmpty(Location location, TensorType type) {
  return tensor::EmptyOp::create(builder, location, getSizes(type.getDims()),
                                 convertElementType(type.getElementType()));
}

Value LoweringContext::createScalar(Location location, Type elementType,
                                    double value) {
  Type type = convertElementType(elementType);
  if (auto floating = dyn_cast<FloatType>(type))
    return arith::ConstantOp::create(builder, location,
                                     FloatAttr::get(floating, value));
  unsigned width = type.getIntOrFloatBitWidth();
  bool isUnsigned = elementType.isUnsignedInteger() || width == 1;
  APInt bits(width, 0);
  if (std::isinf(value) && value > 0)
    bits = isUnsigned ? APInt::getMaxValue(width)
                      : APInt::getSignedMaxValue(width);
  else if (std::isinf(value))
    bits = isUnsigned ? APInt::getMinValue(width)
                      : APInt::getSignedMinValue(width);
  else
    bits = APInt(64, static_cast<uint64_t>(static_cast<int64_t>(value)))
               .sextOrTrunc(width);
  return arith::ConstantOp::create(builder, location,
                                   IntegerAttr::get(type, bits));
}

Value LoweringContext::createFilled(Location location, TensorType type,
                                    Value scalar) {
  Value empty = createEmpty(location, type);
  return linalg::FillOp::create(builder, location, scalar, empty).getResult(0);
}

Value LoweringContext::createFilled(Location location, TensorType type,
                                    double value) {
  return createFilled(location, type,
                      createScalar(location, type.getElementType(), value));
}

Value LoweringContext::createElementwise(
    Location location, TensorType type, ValueRange inputs,
    ArrayRef<AffineMap> maps,
    llvm::function_ref<Value(OpBuilder &, Location, ValueRange)> body) {
  SmallVector<AffineMap> allMaps(maps);
  allMaps.push_back(
      builder.getMultiDimIdentityMap(static_cast<unsigned>(type.getRank())));
  SmallVector<utils::IteratorType> iterators(type.getRank(),
                                             utils::IteratorType::parallel);
  Value init = createEmpty(location, type);
  return linalg::GenericOp::create(
             builder, location, init.getType(), inputs, init, allMaps,
             iterators,
             [&](OpBuilder &inner, Location at, ValueRange arguments) {
               Value result = body(inner, at, arguments.drop_back());
               linalg::YieldOp::create(inner, at, result);
             })
      .getResult(0);
}

Value LoweringContext::createReduction(
    Location location, ValueRange inputs, Value init, ArrayRef<AffineMap> maps,
    ArrayRef<utils::IteratorType> iterators,
    llvm::function_ref<Value(OpBuilder &, Location, ValueRange)> body) {
  return linalg::GenericOp::create(
             builder, location, init.getType(), inputs, init, maps, iterators,
             [&](OpBuilder &inner, Location at, ValueRange arguments) {
               linalg::YieldOp::create(inner, at, body(inner, at, arguments));
             })
      .getResult(0);
}

AffineMap LoweringContext::getBroadcastMap(TensorType type, TensorType result) {
  SmallVector<AffineExpr> positions;
  for (auto [axis, dims] :
       llvm::enumerate(llvm::zip_equal(type.getDims(), result.getDims()))) {
    auto [mine, theirs] = dims;
    bool repeated = mine.isConstant(1) && !theirs.isConstant(1);
    positions.push_back(repeated ? builder.getAffineConstantExpr(0)
                                 : builder.getAffineDimExpr(axis));
  }
  return AffineMap::get(result.getRank(), 0, positions, builder.getContext());
}

Value LoweringContext::createPad(Location location, Value input,
                                 TensorType type, TensorType padded,
                                 ArrayRef<OpFoldResult> low,
                                 ArrayRef<OpFoldResult> high, Value value) {
  auto isZero = [](OpFoldResult size) { return isConstantIntValue(size, 0); };
  if (llvm::all_of(low, isZero) && llvm::all_of(high, isZero))
    return input;
  // A slice of no elements would have no place to begin.
  if (llvm::any_of(type.getDims(), [](DimAttr dim) { return dim.isConstant(0); }))
    return createFilled(location, padded, value);
  if (convertType(padded).hasStaticShape())
    return tensor::PadOp::create(builder, location, convertType(padded), input,
                                 low, high, value)
        .getResult();
  // `tensor.pad` would compute the sizes anew from those of the input.
  Value filled = createFilled(location, padded, value);
  SmallVector<OpFoldResult> steps(type.getRank(), getIndexAttr(1));
  return tensor::InsertSliceOp::create(builder, location, input, filled, low,
                                       getSizes(type.getDims()), steps);
}

} // namespace tenon
