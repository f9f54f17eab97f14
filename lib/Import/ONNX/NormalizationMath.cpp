//===- NormalizationMath.cpp - What normalising operators are made of -----===//

#include "Normalization.h"

using namespace mlir;

namespace tenon::onnx_import {

Value makeCast(Node &node, Value value, Type elementType) {
  TensorType type = ModelBuilder::getType(value);
  if (!type.hasElementType() || type.getElementType() == elementType)
    return value;
  return node.make<CastOp>(value, elementType);
}

bool requireKnownRank(Node &node, Value value) {
  TensorType type = ModelBuilder::getType(value);
  if (type.hasRank())
    return false;
  if (type.getError())
    node.fail();
  else
    node.reportUnsupported("an input of unknown rank");
  return true;
}

FloatMath::FloatMath(Node &node, Value like) : node(node) {
  own = ModelBuilder::getType(like).getElementType();
  auto type = dyn_cast<FloatType>(own);
  wide = type && type.getWidth() >= 32 ? Type(type)
                                       : Type(node.builder.getF32Type());
}

Value FloatMath::mean(Value value, ArrayRef<int64_t> axes, bool keepDims) {
  return node.make<ReduceMeanOp>(value, node.builder.getDenseI64ArrayAttr(axes),
                                 flag(keepDims));
}

Value FloatMath::sum(Value value, ArrayRef<int64_t> axes) {
  return node.make<ReduceSumOp>(value, node.builder.getDenseI64ArrayAttr(axes),
                                flag(true));
}

Value FloatMath::number(double value) {
  return node.builder.makeScalar(node.location, wide, value);
}

Value FloatMath::add(Value value, double summand) {
  return makeBinary<AddOp>(node, value, number(summand));
}

Value FloatMath::mul(Value value, double factor) {
  return makeBinary<MulOp>(node, value, number(factor));
}

} // namespace tenon::onnx_import
