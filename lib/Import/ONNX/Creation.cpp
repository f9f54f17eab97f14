//===- Creation.cpp - ONNX operators that create tensors ------------------===//

#include "tenon/Dialect/IR/Creation.h"
#include "Integers.h"
#include "Parts.h"
#include "Tensor.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// Numbers of 32 bits as a vector, or as a scalar.
Value makeFloats(Node &node, ArrayRef<double> values, bool scalar) {
  SmallVector<int64_t, 1> shape;
  if (!scalar)
    shape.push_back(values.size());
  HostTensor host(shape, node.builder.getF32Type());
  host.floats.assign(values.begin(), values.end());
  host.round();
  auto type = TensorType::get(ArrayRef<int64_t>(shape), host.elementType);
  return node.make<ConstantOp>(host.write(type));
}

Value makeConstant(Node &node) {
  if (node.hasAttribute("value")) {
    ElementsAttr value = node.getTensor("value");
    return value ? node.make<ConstantOp>(value) : Value();
  }
  if (node.hasAttribute("value_int"))
    return node.builder.makeIntegers(
        node.location, node.getInt("value_int", 0), /*scalar=*/true);
  if (node.hasAttribute("value_float"))
    return makeFloats(node, node.getFloat("value_float", 0), /*scalar=*/true);
  if (auto integers = node.getInts("value_ints"))
    return node.builder.makeIntegers(node.location, *integers);
  if (auto floats = node.getFloats("value_floats"))
    return makeFloats(node, *floats, /*scalar=*/false);
  return {};
}

void importConstant(Node &node) {
  if (!node.requireInputs(0, 0))
    return;
  for (StringRef name : {"value_string", "value_strings"})
    if (node.hasAttribute(name))
      return node.reportUnsupported("text");
  if (node.hasAttribute("sparse_value"))
    return node.reportUnsupported("a sparse tensor");
  Value constant = makeConstant(node);
  if (!constant && !node.hasFailed())
    node.reportAttribute("value", "it is missing");
  if (!node.hasFailed())
    node.setOutput(constant);
}

void importConstantOfShape(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  HostTensor scalar({}, node.builder.getF32Type());
  if (node.hasAttribute("value")) {
    ElementsAttr value = node.getTensor("value");
    if (!value)
      return;
    FailureOr<HostTensor> host = HostTensor::read(value);
    if (failed(host) || host->getCount() != 1)
      return node.reportAttribute("value", "it must have one element");
    scalar = std::move(*host);
    scalar.shape.clear();
  }
  auto type = TensorType::get(ArrayRef<int64_t>(), scalar.elementType);
  Value value = node.make<ConstantOp>(scalar.write(type));
  Value sizes = node.getInput(0);
  if (!node.areSizesKnown(0)) {
    TensorType vector = ModelBuilder::getType(sizes);
    auto count = vector.hasRank() ? vector.getCount().getConstant()
                                  : std::nullopt;
    sizes = node.makeSizes(sizes, {}, node.getDeclaredDims(0, count.value_or(0)),
                           "a shape");
  }
  if (sizes)
    node.setOutput(node.make<FillOp>(sizes, value));
}

/// A part of the axes only since operator set 15.
void importShape(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  IntegerAttr end;
  if (node.hasAttribute("end"))
    end = node.builder.getI64IntegerAttr(node.getInt("end", 0));
  auto start = node.builder.getI64IntegerAttr(node.getInt("start", 0));
  if (!node.hasFailed())
    node.setOutput(node.make<ShapeOfOp>(node.getInput(0), start, end));
}

/// How many numbers there are is computed when the model runs.
void importRangeOfData(Node &node, Value start, Value limit, Value delta) {
  Integers integers(node);
  Type elementType = ModelBuilder::getType(start).getElementType();
  Value span = node.make<SubOp>(limit, start), count;
  if (isa<FloatType>(elementType)) {
    count = node.make<CeilOp>(node.make<DivOp>(span, delta));
    count = integers.vector(count);
  } else {
    // Rounded up, whatever the signs.
    Value distance = integers.vector(span), step = integers.vector(delta);
    Value whole = integers.div(distance, step);
    Value rest = integers.sub(distance, integers.mul(whole, step));
    Value isMore = integers.less(integers.constant(0),
                                 integers.mul(rest, step));
    count = integers.select(isMore, integers.add(whole, integers.constant(1)),
                            whole);
  }
  count = integers.max(count, integers.constant(0));
  count = node.makeSizes(count, {}, node.getDeclaredDims(0, 1), "numbers");
  if (!count)
    return;
  Value numbers =
      node.make<CastOp>(integers.count(count), elementType);
  auto widen = [&](Value scalar) {
    return node.make<UnsqueezeOp>(scalar, ArrayRef<int64_t>(0));
  };
  numbers = node.make<MulOp>(numbers, widen(delta));
  node.setOutput(node.make<AddOp>(numbers, widen(start)));
}

/// The product of all sizes.
void importSize(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Value sizes = node.make<ShapeOfOp>(
      node.getInput(0), node.builder.getI64IntegerAttr(0), IntegerAttr());
  node.setOutput(node.make<ReduceProdOp>(sizes, ArrayRef<int64_t>{0},
                                         /*keep_dims=*/false));
}

void importRange(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  // Vectors of one number are found in place of scalars.
  auto getScalar = [&](unsigned index) {
    Value value = node.getInput(index);
    TensorType type = ModelBuilder::getType(value);
    if (!type.hasRank() || type.getRank() != 1)
      return value;
    return node.make<SqueezeOp>(value,
                                node.builder.getDenseI64ArrayAttr({0}));
  };
  Value start = getScalar(0), limit = getScalar(1), delta = getScalar(2);
  Value range = node.make<RangeOp>(start, limit, delta);
  TensorType type = ModelBuilder::getType(range);
  if (type.isComplete() || type.getError() || !type.hasElementType())
    return node.setOutput(range);
  node.builder.erase(range.getDefiningOp());
  importRangeOfData(node, start, limit, delta);
}

/// Ones, of which those on either side of the diagonal are taken away.
void importEyeLike(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Value input = node.getInput(0);
  TensorType like = ModelBuilder::getType(input);
  int64_t diagonal = node.getInt("k", 0);
  Type elementType = like.getElementType();
  if (node.hasAttribute("dtype")) {
    int32_t wanted = node.getInt("dtype", 0);
    elementType = getElementType(node.builder.getContext(), wanted);
    if (!elementType && !node.hasFailed())
      return node.reportUnsupported("elements of type " +
                                    getElementTypeName(wanted));
  }
  if (like.hasRank() && like.getRank() != 2)
    return node.reportUnsupported("an input that is no matrix, but " +
                                  like.getShapeText());
  if (node.hasFailed() || !isa<IntegerType, FloatType>(elementType))
    return node.fail();
  Value sizes = node.make<ShapeOfOp>(
      input, node.builder.getI64IntegerAttr(0), IntegerAttr());
  Value one = node.builder.makeScalar(node.location, elementType, 1);
  Value ones = node.make<FillOp>(sizes, one);
  Value upper = node.make<TriluOp>(ones, Value(), diagonal, /*upper=*/true);
  node.setOutput(node.make<TriluOp>(upper, Value(), diagonal,
                                     /*upper=*/false));
}

} // namespace

void registerCreationOperators(OperatorRegistry &registry) {
  registerWindowOperators(registry);
  registry.add("Constant", importConstant);
  registry.add("ConstantOfShape", importConstantOfShape);
  registry.add("Shape", importShape);
  registry.add("Size", importSize);
  registry.add("Range", importRange);
  registry.add("EyeLike", importEyeLike);
}

} // namespace tenon::onnx_import
