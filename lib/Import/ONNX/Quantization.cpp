//===- Quantization.cpp - ONNX operators of the Quantization family -------===//

#include "Quantization.h"
#include "Elementwise.h"
#include "Tensor.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Reduction.h"

using namespace mlir;

namespace tenon::onnx_import {

Value alignParameter(Node &node, Value parameter, Value like, int64_t axis) {
  TensorType type = ModelBuilder::getType(parameter);
  TensorType target = ModelBuilder::getType(like);
  if (type.hasRank() && type.getRank() == 1 && type.getDim(0).isConstant(1)) {
    parameter =
        node.make<SqueezeOp>(parameter, node.builder.getDenseI64ArrayAttr({0}));
    return node.make<AlignRankOp>(parameter, like);
  }
  if (!type.hasRank() || type.getRank() != 1)
    return node.make<AlignRankOp>(parameter, like);
  if (!target.hasRank()) {
    if (target.getError())
      node.fail();
    else
      node.reportUnsupported("a scale for each entry of an axis, where the "
                             "number of axes is unknown");
    return {};
  }
  int64_t rank = target.getRank();
  if (axis < -rank || axis >= rank) {
    node.reportAttribute("axis", "it is " + Twine(axis) + ", but the input " +
                                     target.getShapeText() + " has " +
                                     target.getRankText());
    return {};
  }
  SmallVector<int64_t> added;
  for (int64_t other = 0; other < rank; ++other)
    if (other != (axis < 0 ? axis + rank : axis))
      added.push_back(other);
  return added.empty() ? parameter : node.make<UnsqueezeOp>(parameter, added);
}

namespace {

/// The element type that an attribute names; null where there is none, or
/// where it is wrong, which is reported.
Type readType(Node &node, StringRef attribute) {
  int64_t number = node.getInt(attribute, 0);
  if (number == 0 || node.hasFailed())
    return {};
  Type type = getElementType(node.builder.getContext(), number);
  if (!type)
    node.reportUnsupported("elements of type " + getElementTypeName(number));
  return type;
}

TypeAttr getTypeAttr(Type type) {
  return type ? TypeAttr::get(type) : TypeAttr();
}

/// Scale, zero point (null where left out) and blocks.
struct Parameters {
  Value scale, zeroPoint;
  IntegerAttr blockAxis, blockSize;
};

Parameters readParameters(Node &node) {
  Parameters result{node.getInput(1), node.getInput(2), {}, {}};
  int64_t axis = node.getInt("axis", 1), block = node.getInt("block_size", 0);
  if (node.hasFailed())
    return result;
  if (block != 0) {
    result.blockAxis = node.builder.getI64IntegerAttr(axis);
    result.blockSize = node.builder.getI64IntegerAttr(block);
    return result;
  }
  result.scale = alignParameter(node, result.scale, node.getInput(0), axis);
  if (result.zeroPoint && !node.hasFailed())
    result.zeroPoint =
        alignParameter(node, result.zeroPoint, node.getInput(0), axis);
  return result;
}

/// The element type of a value; null, which is reported, where it is open.
Type requireKnownType(Node &node, Value value, StringRef what) {
  TensorType type = ModelBuilder::getType(value);
  if (type.hasElementType())
    return type.getElementType();
  if (type.getError())
    node.fail();
  else
    node.reportUnsupported(what + " whose element type is unknown");
  return {};
}

/// The result has the type of the zero point, or the one that is named, or
/// else is of unsigned bytes. `saturate` speaks of 8-bit floating-point types
/// only.
void importQuantizeLinear(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  Type named = readType(node, "output_dtype");
  Type precision = readType(node, "precision");
  Parameters parameters = readParameters(node);
  if (node.hasFailed())
    return;
  Type to = named ? named
                  : IntegerType::get(node.builder.getContext(), 8,
                                     IntegerType::Unsigned);
  if (parameters.zeroPoint)
    to = requireKnownType(node, parameters.zeroPoint, "a zero point");
  if (!to)
    return;
  if (named && named != to)
    return node.reportAttribute("output_dtype",
                                "it names another type than the zero point's");
  // Numbers of 16 bits are divided in their own type, unless it is named.
  Type scaleType = ModelBuilder::getType(parameters.scale).getElementType();
  if (!precision && isa<FloatType>(scaleType) &&
      scaleType.getIntOrFloatBitWidth() < 32)
    precision = scaleType;
  node.setOutput(node.make<QuantizeOp>(
      node.getInput(0), parameters.scale, parameters.zeroPoint,
      TypeAttr::get(to), getTypeAttr(precision), parameters.blockAxis,
      parameters.blockSize));
}

void importDequantizeLinear(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  Type to = readType(node, "output_dtype");
  Parameters parameters = readParameters(node);
  if (node.hasFailed())
    return;
  if (!to)
    to = requireKnownType(node, parameters.scale, "a scale");
  if (!to)
    return;
  node.setOutput(node.make<DequantizeOp>(
      node.getInput(0), parameters.scale, parameters.zeroPoint,
      TypeAttr::get(to), parameters.blockAxis, parameters.blockSize));
}

/// The extreme of all elements and 0, as a scalar.
template <typename Reduce, typename Pair>
Value makeExtreme(Node &node, Value rows, Value zero) {
  Value extreme = node.make<Reduce>(rows, ArrayRef<int64_t>{0, 1},
                                    /*keep_dims=*/false);
  return node.make<Pair>(extreme, zero);
}

/// Scale and zero point come from the range of the input. A range of nothing
/// has scale 1.
void importDynamicQuantizeLinear(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Value input = node.getInput(0);
  Value zero = makeNumberLike(node, input, 0);
  if (!zero)
    return;
  auto number = [&](double value) {
    return makeNumberLike(node, input, value);
  };
  // However many axes there are, a matrix has two.
  Value rows = node.make<FlattenOp>(input, int64_t(0));
  Value low = makeExtreme<ReduceMinOp, MinimumOp>(node, rows, zero);
  Value high = makeExtreme<ReduceMaxOp, MaximumOp>(node, rows, zero);
  Value range = node.make<SubOp>(high, low);
  Value scale = node.make<DivOp>(range, number(255));
  scale =
      node.make<SelectOp>(node.make<EqualOp>(range, zero), number(1), scale);
  Type byte =
      IntegerType::get(node.builder.getContext(), 8, IntegerType::Unsigned);
  Value zeroPoint = node.make<QuantizeOp>(node.make<NegOp>(low), scale, Value(),
                                          TypeAttr::get(byte), TypeAttr(),
                                          IntegerAttr(), IntegerAttr());
  node.setOutput(
      0, node.make<QuantizeOp>(input, node.make<AlignRankOp>(scale, input),
                               node.make<AlignRankOp>(zeroPoint, input),
                               TypeAttr::get(byte), TypeAttr(), IntegerAttr(),
                               IntegerAttr()));
  node.setOutput(1, scale);
  node.setOutput(2, zeroPoint);
}

} // namespace

void registerQuantizationOperators(OperatorRegistry &registry) {
  registry.add("QuantizeLinear", importQuantizeLinear);
  registry.add("DequantizeLinear", importDequantizeLinear);
  registry.add("DynamicQuantizeLinear", importDynamicQuantizeLinear);
  registerQuantizedProducts(registry);
}

} // namespace tenon::onnx_import
