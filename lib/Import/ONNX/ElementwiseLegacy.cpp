//===- ElementwiseLegacy.cpp - Forms of the first operator sets -----------===//

#include "Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"
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
  int64_t behind = left.getRank() - first - right.getRank();
  if (first >= 0 && behind >= 0)
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

} // namespace tenon::onnx_import
