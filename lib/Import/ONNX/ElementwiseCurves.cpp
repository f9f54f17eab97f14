//===- ElementwiseCurves.cpp - ONNX operators made of others --------------===//
//
// Trigonometric functions, and activations that other ops compose exactly.
//
//===----------------------------------------------------------------------===//

#include "Elementwise.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// scale · elu(x).
void mapSelu(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  double alpha = node.getFloat("alpha", 1.67326319217681884765625);
  double gamma = node.getFloat("gamma", 1.05070102214813232421875);
  if (node.hasFailed())
    return;
  Value x = node.getInput(0);
  if (Value scale = makeNumberLike(node, x, gamma))
    node.setOutput(makeBinary<MulOp>(
        node, node.make<EluOp>(x, getNumber(node, alpha)), scale));
}

/// x / (1 + |x|).
void mapSoftsign(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Value x = node.getInput(0);
  if (Value one = makeNumberLike(node, x, 1))
    node.setOutput(makeBinary<DivOp>(
        node, x, makeBinary<AddOp>(node, node.make<AbsOp>(x), one)));
}

/// x · tanh(softplus(x)).
void mapMish(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Value x = node.getInput(0);
  Value curve = node.make<TanhOp>(node.make<SoftplusOp>(x));
  node.setOutput(node.make<MulOp>(x, curve));
}

/// x · sigmoid(alpha · x).
void mapSwish(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  double alpha = node.getFloat("alpha", 1);
  if (node.hasFailed())
    return;
  Value x = node.getInput(0), scaled = x;
  if (alpha != 1) {
    Value scale = makeNumberLike(node, x, alpha);
    if (!scale)
      return;
    scaled = makeBinary<MulOp>(node, x, scale);
  }
  node.setOutput(node.make<MulOp>(x, node.make<SigmoidOp>(scaled)));
}

/// One of two values, all of which have the rank of the condition or are
/// scalars.
Value makeSelect(Node &node, Value condition, Value onTrue, Value onFalse) {
  node.alignRanks(onTrue, condition);
  node.alignRanks(onFalse, condition);
  return node.make<SelectOp>(condition, onTrue, onFalse);
}

/// x above the limit, 0 elsewhere.
void mapThresholdedRelu(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  double alpha = node.getFloat("alpha", 1);
  if (node.hasFailed())
    return;
  Value x = node.getInput(0);
  Value limit = makeNumberLike(node, x, alpha);
  if (!limit)
    return;
  Value isAbove = makeBinary<GreaterOp>(node, x, limit);
  node.setOutput(makeSelect(node, isAbove, x, makeNumberLike(node, x, 0)));
}

/// x + bias below -lambd, x - bias above lambd, 0 between. Integers go through
/// float64, as the limits are no integers.
void mapShrink(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  double limit = node.getFloat("lambd", 0.5);
  double bias = node.getFloat("bias", 0);
  if (node.hasFailed())
    return;
  Value x = node.getInput(0);
  Type type = ModelBuilder::getType(x).getElementType();
  bool isInteger = isa<IntegerType>(type) && !type.isInteger(1);
  if (isInteger)
    x = node.make<CastOp>(x, Type(node.builder.getF64Type()));
  auto number = [&](double value) { return makeNumberLike(node, x, value); };
  Value low = number(-limit);
  if (!low)
    return;
  Value isBelow = makeBinary<LessOp>(node, x, low);
  Value isAbove = makeBinary<GreaterOp>(node, x, number(limit));
  Value below = makeBinary<AddOp>(node, x, number(bias));
  Value above = makeBinary<SubOp>(node, x, number(bias));
  Value result = makeSelect(node, isAbove, above, number(0));
  result = makeSelect(node, isBelow, below, result);
  node.setOutput(isInteger ? node.make<CastOp>(result, type) : result);
}

} // namespace

void registerCurveOperators(OperatorRegistry &registry) {
  registry.add("Tan", mapUnary<TanOp>);
  registry.add("Asin", mapUnary<AsinOp>);
  registry.add("Acos", mapUnary<AcosOp>);
  registry.add("Atan", mapUnary<AtanOp>);
  registry.add("Sinh", mapUnary<SinhOp>);
  registry.add("Cosh", mapUnary<CoshOp>);
  registry.add("Asinh", mapUnary<AsinhOp>);
  registry.add("Acosh", mapUnary<AcoshOp>);
  registry.add("Atanh", mapUnary<AtanhOp>);
  registry.add("Celu", mapParametric<CeluOp>({{"alpha", 1.0}}));
  registry.add("Selu", mapSelu);
  registry.add("Softsign", mapSoftsign);
  registry.add("Mish", mapMish);
  registry.add("Swish", mapSwish);
  registry.add("ThresholdedRelu", mapThresholdedRelu);
  registry.add("Shrink", mapShrink);
}

} // namespace tenon::onnx_import
