//===- Creation.cpp - ONNX operators that create tensors ------------------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
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
  node.setOutput(node.make<FillOp>(node.getInput(0), value));
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

} // namespace

void registerCreationOperators(OperatorRegistry &registry) {
  registry.add("Constant", importConstant);
  registry.add("ConstantOfShape", importConstantOfShape);
  registry.add("Shape", importShape);
}

} // namespace tenon::onnx_import
