//===- ElementwiseLegacy.cpp - Forms of the first operator sets -----------===//

#include "Elementwise.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include <limits>
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// The value with `count` axes of size 1 at the end.
Value appendAxes(Node &node, Value value, int64_t rank, int64_t count) {
  SmallVector<int64_t> axes =
      llvm::to_vector(llvm::seq<int64_t>(rank, rank + count));
  return count > 0 ? node.make<UnsqueezeOp>(value, axes) : value;
}

} // namespace

Value getSecondOperand(Node &node) {
  Value second = node.getInput(1);
  if (node.getOpset() >= 7 || node.getInt("broadcast", 0) == 0 ||
      !node.hasAttribute("axis"))
    return node.hasFailed() ? Value() : second;
  int64_t axis = node.getInt("axis", 0);
  TensorType left = ModelBuilder::getType(node.getInput(0));
  TensorType right = ModelBuilder::getType(second);
  if (node.hasFailed())
    return {};
  if (!left.hasRank() || !right.hasRank()) {
    if (left.getError() || right.getError())
      node.fail();
    else
      node.reportUnsupported("operands whose number of axes is unknown");
    return {};
  }
  int64_t first = axis < 0 ? axis + left.getRank() : axis;
  bool isInside = first >= 0 && first <= left.getRank();
  int64_t behind = isInside ? left.getRank() - first - right.getRank() : -1;
  if (behind >= 0)
    return appendAxes(node, second, right.getRank(), behind);
  node.reportAttribute(
      "axis", "it is " + Twine(axis) + ", but " + right.getShapeText() +
                  " does not fit into " + left.getShapeText() + " from there");
  return {};
}

Value getSlope(Node &node) {
  Value slope = node.getInput(1);
  TensorType input = ModelBuilder::getType(node.getInput(0));
  TensorType type = ModelBuilder::getType(slope);
  if (node.getOpset() >= 7 || !input.hasRank() || !type.hasRank() ||
      type.getRank() != 1 || input.getRank() < 2 ||
      type.getDim(0).isConstant(1))
    return slope;
  return appendAxes(node, slope, 1, input.getRank() - 2);
}

int32_t getCastTarget(Node &node) {
  if (node.getOpset() >= 6)
    return node.getInt("to", 0);
  std::string name = node.getString("to", "");
  ::onnx::TensorProto::DataType type = ::onnx::TensorProto::UNDEFINED;
  if (!node.hasFailed() &&
      !::onnx::TensorProto::DataType_Parse(StringRef(name).upper(), &type))
    node.reportAttribute("to", "'" + name + "' is no element type");
  return type;
}

//===----------------------------------------------------------------------===//
// Operators that later versions dropped
//===----------------------------------------------------------------------===//

namespace {

Value multiply(Node &node, Value value, double factor) {
  Value number = makeNumberLike(node, value, factor);
  return number ? makeBinary<MulOp>(node, value, number) : Value();
}

/// alpha · f(beta · x).
template <typename Op>
void mapScaledCurve(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  double alpha = node.getFloat("alpha", 1), beta = node.getFloat("beta", 1);
  if (node.hasFailed())
    return;
  if (Value inner = multiply(node, node.getInput(0), beta))
    node.setOutput(multiply(node, node.make<Op>(inner), alpha));
}

void mapAffine(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  double alpha = node.getFloat("alpha", 1), beta = node.getFloat("beta", 0);
  if (node.hasFailed())
    return;
  Value scaled = multiply(node, node.getInput(0), alpha);
  if (scaled)
    node.setOutput(
        makeBinary<AddOp>(node, scaled, makeNumberLike(node, scaled, beta)));
}

void mapScale(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  double scale = node.getFloat("scale", 1);
  if (node.hasFailed())
    return;
  if (Value scaled = multiply(node, node.getInput(0), scale))
    node.setOutput(scaled);
}

/// scale · x + bias, which has a number a channel.
void mapImageScaler(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  double scale = node.getFloat("scale", 1);
  auto bias = node.getFloats("bias");
  if (node.hasFailed())
    return;
  Value result = multiply(node, node.getInput(0), scale);
  if (!result)
    return;
  if (bias) {
    HostTensor host({int64_t(bias->size()), 1, 1},
                    ModelBuilder::getType(result).getElementType());
    if (!host.isFloat())
      return node.reportUnsupported("elements that are no floating-point "
                                    "numbers");
    host.floats.assign(bias->begin(), bias->end());
    host.round();
    auto type =
        TensorType::get(ArrayRef<int64_t>(host.shape), host.elementType);
    result = makeBinary<AddOp>(node, result,
                               node.make<ConstantOp>(host.write(type)));
  }
  node.setOutput(result);
}

/// The inner part of an image: without borders, or of a given size.
void mapCrop(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  auto border = node.getInts("border"), scale = node.getInts("scale");
  if (!node.hasFailed() && (!border || border->size() != 4))
    node.reportAttribute("border", "it must have 4 entries");
  if (!node.hasFailed() && scale && scale->size() != 2)
    node.reportAttribute("scale", "it must have 2 entries");
  for (auto [name, list] : {std::pair("border", &border), {"scale", &scale}})
    for (int64_t size : *list ? ArrayRef<int64_t>(**list) : ArrayRef<int64_t>())
      if (!node.hasFailed() && (size < 0 || size > INT32_MAX))
        node.reportAttribute(name, "its entries must be 0 to 2^31 - 1");
  if (node.hasFailed())
    return;
  int64_t left = (*border)[0], top = (*border)[1];
  auto getEnd = [&](int64_t start, int64_t behind, unsigned index) {
    if (scale)
      return start + (*scale)[index];
    return behind == 0 ? std::numeric_limits<int64_t>::max() : -behind;
  };
  SmallVector<int64_t> starts = {top, left};
  SmallVector<int64_t> ends = {getEnd(top, (*border)[3], 0),
                               getEnd(left, (*border)[2], 1)};
  node.setOutput(node.make<SliceOp>(node.getInput(0), starts, ends,
                                    ArrayRef<int64_t>{2, 3},
                                    ArrayRef<int64_t>{1, 1}));
}

} // namespace

void registerLegacyOperators(OperatorRegistry &registry) {
  registry.add("Affine", mapAffine);
  registry.add("Crop", mapCrop);
  registry.add("ImageScaler", mapImageScaler);
  registry.add("ParametricSoftplus", mapScaledCurve<SoftplusOp>);
  registry.add("Scale", mapScale);
  registry.add("ScaledTanh", mapScaledCurve<TanhOp>);
}

} // namespace tenon::onnx_import
