//===- Elementwise.cpp - ONNX operators of the Elementwise family ---------===//

#include "Elementwise.h"
#include "Tensor.h"
#include <limits>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// All inputs, from the left.
template <typename Op>
Value makeChain(Node &node) {
  Value result = node.getInput(0);
  for (unsigned i = 1; i < node.getInputCount(); ++i)
    result = makeBinary<Op>(node, result, node.getInput(i));
  return result;
}

bool requireChain(Node &node) {
  return node.requireInputs(std::max(node.getInputCount(), 1u), UINT_MAX);
}

template <typename Op>
void mapChain(Node &node) {
  if (requireChain(node))
    node.setOutput(makeChain<Op>(node));
}

void mapMean(Node &node) {
  if (!requireChain(node))
    return;
  Value sum = makeChain<AddOp>(node);
  if (node.getInputCount() == 1)
    return node.setOutput(sum);
  if (Value count = makeNumberLike(node, sum, node.getInputCount()))
    node.setOutput(makeBinary<DivOp>(node, sum, count));
}

/// Powers keep the base's type; integers go through float64.
void mapPow(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  Value base = node.getInput(0), exponent = getSecondOperand(node);
  if (!exponent)
    return;
  Type baseType = ModelBuilder::getType(base).getElementType();
  Type exponentType = ModelBuilder::getType(exponent).getElementType();
  if (isa<IntegerType>(baseType) && !baseType.isInteger(1)) {
    Type wide = node.builder.getF64Type();
    base = node.make<CastOp>(base, wide);
    exponent = node.make<CastOp>(exponent, wide);
    Value power = makeBinary<PowOp>(node, base, exponent);
    return node.setOutput(node.make<CastOp>(power, baseType));
  }
  if (isa<FloatType>(baseType) && isa<FloatType, IntegerType>(exponentType) &&
      exponentType != baseType)
    exponent = node.make<CastOp>(exponent, baseType);
  node.setOutput(makeBinary<PowOp>(node, base, exponent));
}

/// The limits were attributes before opset 11, whose defaults are the extreme
/// numbers of float32: no limit.
void mapClipAttributes(Node &node) {
  constexpr double extreme = std::numeric_limits<float>::max();
  double low = node.getFloat("min", -extreme);
  double high = node.getFloat("max", extreme);
  if (node.hasFailed())
    return;
  node.setOutput(node.make<ClipOp>(
      node.getInput(0), low == -extreme ? FloatAttr() : getNumber(node, low),
      high == extreme ? FloatAttr() : getNumber(node, high)));
}

void mapClip(Node &node) {
  if (!node.requireInputs(1, 3))
    return;
  if (node.getOpset() < 11)
    return mapClipAttributes(node);
  Value result = node.getInput(0);
  FloatAttr limits[2];
  StringRef names[] = {"its lower limit", "its upper limit"};
  for (unsigned i : {0, 1}) {
    Value limit = node.getInput(i + 1);
    // What only the data decides is compared element by element.
    if (limit && !node.builder.getConstant(limit))
      result = i == 0 ? makeBinary<MaximumOp>(node, result, limit)
                      : makeBinary<MinimumOp>(node, result, limit);
    else if (auto number = node.requireNumber(i + 1, names[i]))
      limits[i] = getNumber(node, *number);
  }
  if (node.hasFailed())
    return;
  if (limits[0] || limits[1])
    result = node.make<ClipOp>(result, limits[0], limits[1]);
  node.setOutput(result);
}

void mapCast(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  if (!node.hasAttribute("to"))
    return node.reportAttribute("to", "it is missing");
  int32_t to = getCastTarget(node);
  if (node.hasFailed())
    return;
  // `saturate` speaks of 8-bit floating-point types only.
  Type type = getElementType(node.builder.getContext(), to);
  if (!type)
    return node.reportUnsupported("elements of type " + getElementTypeName(to));
  node.setOutput(node.make<CastOp>(node.getInput(0), type));
}

void mapCastLike(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  TensorType target = ModelBuilder::getType(node.getInput(1));
  if (!target.hasElementType() && target.getError())
    return node.fail();
  if (!target.hasElementType())
    return node.reportUnsupported("a target whose element type is unknown");
  node.setOutput(node.make<CastOp>(node.getInput(0), target.getElementType()));
}

void mapPrelu(Node &node) {
  if (node.requireInputs(2, 2))
    node.setOutput(makeBinary<PreluOp>(node, node.getInput(0), getSlope(node)));
}

void mapGelu(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  std::string form = node.getString("approximate", "none");
  if (form != "none" && form != "tanh")
    node.reportAttribute("approximate",
                         "'" + form + "' is neither none nor tanh");
  if (!node.hasFailed())
    node.setOutput(node.make<GeluOp>(node.getInput(0), form == "tanh"));
}

} // namespace

Value makeNumberLike(Node &node, Value like, double value) {
  TensorType type = ModelBuilder::getType(like);
  if (type.hasElementType())
    return node.builder.makeScalar(node.location, type.getElementType(), value);
  if (type.getError())
    node.fail();
  else
    node.reportUnsupported("inputs whose element type is unknown");
  return {};
}

void registerElementwiseOperators(OperatorRegistry &registry) {
  registry.add("Add", mapBinary<AddOp>);
  registry.add("Sub", mapBinary<SubOp>);
  registry.add("Mul", mapBinary<MulOp>);
  registry.add("Div", mapBinary<DivOp>);
  registry.add("PRelu", mapPrelu);
  registry.add("Pow", mapPow);
  registry.add("Max", mapChain<MaximumOp>);
  registry.add("Min", mapChain<MinimumOp>);
  registry.add("Sum", mapChain<AddOp>);
  registry.add("Mean", mapMean);
  registry.add("Neg", mapUnary<NegOp>);
  registry.add("Abs", mapUnary<AbsOp>);
  registry.add("Exp", mapUnary<ExpOp>);
  registry.add("Log", mapUnary<LogOp>);
  registry.add("Sqrt", mapUnary<SqrtOp>);
  registry.add("Reciprocal", mapUnary<ReciprocalOp>);
  registry.add("Erf", mapUnary<ErfOp>);
  registry.add("Tanh", mapUnary<TanhOp>);
  registry.add("Sigmoid", mapUnary<SigmoidOp>);
  registry.add("Relu", mapUnary<ReluOp>);
  registry.add("Floor", mapUnary<FloorOp>);
  registry.add("Ceil", mapUnary<CeilOp>);
  registry.add("Round", mapUnary<RoundOp>);
  registry.add("Sin", mapUnary<SinOp>);
  registry.add("Cos", mapUnary<CosOp>);
  registry.add("Sign", mapUnary<SignOp>);
  registry.add("Softplus", mapUnary<SoftplusOp>);
  registry.add("HardSwish", mapUnary<HardSwishOp>);
  registry.add("LeakyRelu", mapParametric<LeakyReluOp>({{"alpha", 0.01}}));
  registry.add("Elu", mapParametric<EluOp>({{"alpha", 1.0}}));
  registry.add("HardSigmoid",
               mapParametric<HardSigmoidOp>({{"alpha", 0.2}, {"beta", 0.5}}));
  registry.add("Clip", mapClip);
  registry.add("Cast", mapCast);
  registry.add("CastLike", mapCastLike);
  registry.add("Gelu", mapGelu);
  registerCurveOperators(registry);
  registerIntegerOperators(registry);
  registerLegacyOperators(registry);
  registerLogicOperators(registry);
}

} // namespace tenon::onnx_import
