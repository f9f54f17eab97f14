//===- Random.cpp - ONNX operators of the Random family -------------------===//
//
// The attribute `seed` is the seed (of a number, its bits). Without it the seed
// comes from the name of the node's output, so that the same file gives the
// same numbers each time and no two nodes give the same.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Random.h"
#include "Elementwise.h"
#include "Tensor.h"
#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"
#include "llvm/Support/xxhash.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

int64_t getSeed(Node &node) {
  // Dropout's is an integer, all others' a number.
  if (node.hasAttribute("seed") && node.getType() == "Dropout")
    return node.getInt("seed", 0);
  if (node.hasAttribute("seed"))
    return llvm::bit_cast<uint32_t>(float(node.getFloat("seed", 0)));
  return int64_t(llvm::xxh3_64bits(node.getOutputName()));
}

/// The type that `dtype` names, or `otherwise`; null if there is none, which
/// is reported.
Type readType(Node &node, Type otherwise) {
  if (node.hasAttribute("dtype")) {
    int64_t number = node.getInt("dtype", 0);
    Type type = getElementType(node.builder.getContext(), number);
    if (!type && !node.hasFailed())
      node.reportUnsupported("elements of type " + getElementTypeName(number));
    return type;
  }
  if (!otherwise)
    node.reportUnsupported("an input whose element type is unknown");
  return otherwise;
}

/// The element type of the input; null where it is open. What failed before is
/// not reported again.
Type getInputType(Node &node) {
  TensorType type = ModelBuilder::getType(node.getInput(0));
  if (!type.hasElementType() && type.getError())
    node.fail();
  return type.hasElementType() ? type.getElementType() : Type();
}

Value makeSizesOf(Node &node, Value value) {
  return node.make<ShapeOfOp>(value, node.builder.getI64IntegerAttr(0),
                              IntegerAttr());
}

Value makeUniform(Node &node, Value sizes, Type type, double low = 0,
                  double high = 1) {
  Builder &builder = node.builder;
  return node.make<RandomUniformOp>(
      sizes, TypeAttr::get(type), builder.getF64FloatAttr(low),
      builder.getF64FloatAttr(high), builder.getI64IntegerAttr(getSeed(node)));
}

void makeNumbers(Node &node, Value sizes, Type type, bool isNormal) {
  Builder &builder = node.builder;
  double first = node.getFloat(isNormal ? "mean" : "low", 0);
  double second = node.getFloat(isNormal ? "scale" : "high", 1);
  if (node.hasFailed())
    return;
  if (!isNormal)
    return node.setOutput(makeUniform(node, sizes, type, first, second));
  node.setOutput(node.make<RandomNormalOp>(
      sizes, TypeAttr::get(type), builder.getF64FloatAttr(first),
      builder.getF64FloatAttr(second),
      builder.getI64IntegerAttr(getSeed(node))));
}

template <bool isNormal> void importRandom(Node &node) {
  if (!node.requireInputs(0, 0))
    return;
  auto shape = node.getInts("shape");
  if (!shape && !node.hasFailed())
    return node.reportAttribute("shape", "it is missing");
  Type type = readType(node, node.builder.getF32Type());
  if (!node.hasFailed())
    makeNumbers(node, node.builder.makeIntegers(node.location, *shape), type,
                isNormal);
}

template <bool isNormal> void importRandomLike(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Type type = readType(node, getInputType(node));
  if (!node.hasFailed())
    makeNumbers(node, makeSizesOf(node, node.getInput(0)), type, isNormal);
}

/// 1 where a number from [0, 1) is less than the probability.
void importBernoulli(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Value input = node.getInput(0);
  Type from = getInputType(node), type = readType(node, from);
  if (node.hasFailed())
    return;
  // Numbers of 16 bits are too few to compare with.
  if (isa_and_nonnull<FloatType>(from) && from.getIntOrFloatBitWidth() < 32) {
    from = node.builder.getF32Type();
    input = node.make<CastOp>(input, from);
  }
  if (!isa_and_nonnull<FloatType>(from))
    from = node.builder.getF32Type(); // the rule says what is wrong with it
  Value drawn = makeUniform(node, makeSizesOf(node, input), from);
  node.setOutput(node.make<CastOp>(node.make<LessOp>(drawn, input), type));
}

/// The input holds logarithms of probabilities, but for a summand.
void importMultinomial(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Builder &builder = node.builder;
  int64_t samples = node.getInt("sample_size", 1);
  Type type = readType(node, builder.getI32Type());
  if (node.hasFailed())
    return;
  Value probabilities =
      node.make<SoftmaxOp>(node.getInput(0), builder.getI64IntegerAttr(1));
  node.setOutput(node.make<MultinomialOp>(
      probabilities, TypeAttr::get(type), builder.getI64IntegerAttr(samples),
      builder.getI64IntegerAttr(getSeed(node))));
}

/// Nothing is dropped: the mask says so.
void keepAll(Node &node) {
  Value input = node.getInput(0);
  node.setOutput(input);
  if (!node.hasOutput(1))
    return;
  Type elementType = node.getOpset() < 10
                         ? ModelBuilder::getType(input).getElementType()
                         : node.builder.getI1Type();
  if (isa<NoneType>(elementType))
    return node.setOutput(1, node.make<SqueezeOp>(input, DenseI64ArrayAttr()));
  Value one = node.builder.makeScalar(node.location, elementType, 1);
  node.setOutput(1, node.make<FillOp>(makeSizesOf(node, input), one));
}

/// While training, each element is dropped with a probability, and those left
/// are scaled up to make good for it.
void dropSome(Node &node, Value training) {
  Value input = node.getInput(0);
  Type number = node.builder.getF32Type();
  auto makeNumber = [&](double value) {
    return node.builder.makeScalar(node.location, number, value);
  };
  Value ratio = node.getInput(1) ? node.make<CastOp>(node.getInput(1), number)
                                 : makeNumber(0.5);
  Value drawn = makeUniform(node, makeSizesOf(node, input), number);
  if (node.hasFailed())
    return;
  Value kept = makeBinary<GreaterOrEqualOp>(node, drawn, ratio);
  // Whether it is training may only be known when the model runs.
  kept = makeBinary<OrOp>(node, kept, node.make<NotOp>(training));
  Value rest = makeBinary<SubOp>(node, makeNumber(1), ratio);
  node.alignRanks(training, rest);
  Value one = makeNumber(1);
  node.alignRanks(one, rest);
  Value divisor = node.make<SelectOp>(training, rest, one);
  Value zero = makeNumberLike(node, input, 0);
  if (!zero)
    return;
  Type type = ModelBuilder::getType(input).getElementType();
  Value scaled = makeBinary<DivOp>(
      node, input, type == number ? divisor : node.make<CastOp>(divisor, type));
  node.alignRanks(zero, scaled);
  node.setOutput(0, node.make<SelectOp>(kept, scaled, zero));
  node.setOutput(1, kept);
}

/// Training is an input since operator set 12.
void importDropout(Node &node) {
  if (!node.requireInputs(1, 3))
    return;
  // Old files say it by an attribute, but seldom mean it when it is left out.
  if (node.getOpset() < 7 && node.getInt("is_test", 1) == 0)
    return node.reportUnsupported("training mode");
  Value training = node.getInput(2);
  if (!training)
    return keepAll(node);
  if (node.builder.getConstant(training)) {
    auto known = node.requireNumber(2, "its training mode");
    if (node.hasFailed())
      return;
    if (*known == 0)
      return keepAll(node);
  }
  dropSome(node, training);
}

} // namespace

void registerRandomOperators(OperatorRegistry &registry) {
  registry.add("RandomNormal", importRandom<true>);
  registry.add("RandomUniform", importRandom<false>);
  registry.add("RandomNormalLike", importRandomLike<true>);
  registry.add("RandomUniformLike", importRandomLike<false>);
  registry.add("Bernoulli", importBernoulli);
  registry.add("Multinomial", importMultinomial);
  registry.add("Dropout", importDropout);
}

} // namespace tenon::onnx_import
