//===- Integers.cpp - Arithmetic on vectors of integers -------------------===//

#include "Integers.h"

using namespace mlir;

namespace tenon::onnx_import {

Value Integers::vector(Value value) {
  TensorType type = ModelBuilder::getType(value);
  if (!type.getElementType().isSignlessInteger(64))
    value = node.make<CastOp>(value, node.builder.getI64Type());
  if (type.hasRank() && type.getRank() == 0)
    value = node.make<UnsqueezeOp>(value, ArrayRef<int64_t>(0));
  return value;
}

Value Integers::shape(Value value, int64_t begin, std::optional<int64_t> end) {
  Builder &builder = node.builder;
  IntegerAttr last = end ? builder.getI64IntegerAttr(*end) : IntegerAttr();
  return node.make<ShapeOfOp>(value, builder.getI64IntegerAttr(begin), last);
}

Value Integers::product(Value vector) {
  return node.make<ReduceProdOp>(
      vector, node.builder.getDenseI64ArrayAttr({0}),
      /*keep_dims=*/node.builder.getUnitAttr());
}

Value Integers::part(Value vector, int64_t begin, int64_t end) {
  return node.make<SliceOp>(vector, ArrayRef<int64_t>(begin),
                            ArrayRef<int64_t>(end), ArrayRef<int64_t>(0),
                            ArrayRef<int64_t>(1));
}

Value Integers::count(Value size) {
  Value zero = node.builder.makeIntegers(node.location, {0}, /*scalar=*/true);
  Value one = node.builder.makeIntegers(node.location, {1}, /*scalar=*/true);
  return node.make<RangeOp>(zero, scalar(size), one);
}

} // namespace tenon::onnx_import
