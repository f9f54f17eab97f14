//===- QuantizationProducts.cpp - ONNX products of small integers ---------===//
//
// A zero point that is not 0 is subtracted in 16 bits, which hold every
// difference of bytes. Sums have 32 bits; they are numbers by the product of
// both scales, and become small again by the scale of the result.
//
//===----------------------------------------------------------------------===//

#include "Elementwise.h"
#include "Products.h"
#include "Quantization.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

bool isKnownZero(Node &node, Value zeroPoint) {
  ElementsAttr constant = node.builder.getConstant(zeroPoint);
  if (!constant)
    return false;
  FailureOr<HostTensor> host = HostTensor::read(constant);
  return succeeded(host) && !host->isFloat() &&
         llvm::all_of(host->integers, [](int64_t value) { return value == 0; });
}

/// The value without its zero point, which is null where left out.
Value makeCentered(Node &node, Value value, Value zeroPoint, int64_t axis) {
  if (!zeroPoint || isKnownZero(node, zeroPoint))
    return value;
  zeroPoint = alignParameter(node, zeroPoint, value, axis);
  if (!zeroPoint)
    return {};
  Type wide = node.builder.getIntegerType(16);
  return node.make<SubOp>(node.make<CastOp>(value, wide),
                          node.make<CastOp>(zeroPoint, wide));
}

/// The sums as numbers, by both scales over that of the result, and these as
/// integers of the type of the zero point.
Value makeRequantized(Node &node, Value sums, Value lhsScale, Value rhsScale,
                      unsigned scaleIndex, int64_t axis) {
  Value scale = alignParameter(node, node.getInput(scaleIndex), sums, axis);
  Value zeroPoint =
      alignParameter(node, node.getInput(scaleIndex + 1), sums, axis);
  if (!lhsScale || !rhsScale || !scale || !zeroPoint)
    return {};
  TensorType scaleType = ModelBuilder::getType(scale);
  TensorType zeroType = ModelBuilder::getType(zeroPoint);
  if (!scaleType.hasElementType() || !zeroType.hasElementType()) {
    if (scaleType.getError() || zeroType.getError())
      node.fail();
    else
      node.reportUnsupported("a result whose element type is unknown");
    return {};
  }
  // In 32 bits, whatever the scales have.
  TypeAttr single = TypeAttr::get(node.builder.getF32Type());
  auto widen = [&](Value value) {
    return ModelBuilder::getType(value).getElementType() == single.getValue()
               ? value
               : node.make<CastOp>(value, single.getValue());
  };
  Value factor = node.make<MulOp>(widen(lhsScale), widen(rhsScale));
  factor = node.make<DivOp>(factor, widen(scale));
  Value numbers = node.make<DequantizeOp>(sums, factor, Value(), single,
                                          IntegerAttr(), IntegerAttr());
  Value one = node.make<AlignRankOp>(makeNumberLike(node, factor, 1), sums);
  return node.make<QuantizeOp>(numbers, one, zeroPoint,
                               TypeAttr::get(zeroType.getElementType()),
                               TypeAttr(), IntegerAttr(), IntegerAttr());
}

/// A zero point or scale of the left factor has an entry a row, of the right
/// one an entry a column. A vector has but one row or column.
Value makeIntegerMatMul(Node &node, unsigned lhs, unsigned lhsZero,
                        unsigned rhs, unsigned rhsZero) {
  Value left = makeCentered(node, node.getInput(lhs), node.getInput(lhsZero),
                            /*axis=*/-2);
  Value right = makeCentered(node, node.getInput(rhs), node.getInput(rhsZero),
                             /*axis=*/-1);
  return left && right ? makeMatMul(node, left, right, /*widen=*/true)
                       : Value();
}

void importMatMulInteger(Node &node) {
  if (!node.requireInputs(2, 4))
    return;
  if (Value sums = makeIntegerMatMul(node, 0, 2, 1, 3))
    node.setOutput(sums);
}

void importQLinearMatMul(Node &node) {
  if (!node.requireInputs(8, 8))
    return;
  Value sums = makeIntegerMatMul(node, 0, 2, 3, 5);
  if (!sums)
    return;
  Value lhsScale = alignParameter(node, node.getInput(1), sums, -2);
  Value rhsScale = alignParameter(node, node.getInput(4), sums, -1);
  if (Value result = makeRequantized(node, sums, lhsScale, rhsScale, 6, -2))
    node.setOutput(result);
}

/// A zero point of the filter has an entry for each of its outputs.
Value makeIntegerConv(Node &node, unsigned inputZero, unsigned filter,
                      unsigned filterZero, Value bias) {
  Value input =
      makeCentered(node, node.getInput(0), node.getInput(inputZero), 1);
  Value weights =
      makeCentered(node, node.getInput(filter), node.getInput(filterZero), 0);
  return input && weights ? makeConv(node, input, weights, bias, /*widen=*/true)
                          : Value();
}

void importConvInteger(Node &node) {
  if (!node.requireInputs(2, 4))
    return;
  if (Value sums = makeIntegerConv(node, 2, 1, 3, {}))
    node.setOutput(sums);
}

void importQLinearConv(Node &node) {
  if (!node.requireInputs(8, 9))
    return;
  Value sums = makeIntegerConv(node, 2, 3, 5, node.getInput(8));
  if (!sums)
    return;
  Value inputScale = alignParameter(node, node.getInput(1), sums, 1);
  Value filterScale = alignParameter(node, node.getInput(4), sums, 1);
  if (Value result = makeRequantized(node, sums, inputScale, filterScale, 6, 1))
    node.setOutput(result);
}

} // namespace

void registerQuantizedProducts(OperatorRegistry &registry) {
  registry.add("MatMulInteger", importMatMulInteger);
  registry.add("QLinearMatMul", importQLinearMatMul);
  registry.add("ConvInteger", importConvInteger);
  registry.add("QLinearConv", importQLinearConv);
}

} // namespace tenon::onnx_import
