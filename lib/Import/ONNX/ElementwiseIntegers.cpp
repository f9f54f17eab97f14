//===- ElementwiseIntegers.cpp - ONNX operators of remainders and bits ----===//

#include "Elementwise.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// `fmod` says whose sign the remainder has: the divisor's (only of integers)
/// or the dividend's.
void mapMod(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  int64_t form = node.getInt("fmod", 0);
  if (node.hasFailed())
    return;
  Value lhs = node.getInput(0), rhs = node.getInput(1);
  if (form != 0 && form != 1)
    return node.reportAttribute("fmod", Twine(form) + " is neither 0 nor 1");
  if (form == 1)
    return node.setOutput(makeBinary<RemainderOp>(node, lhs, rhs));
  if (isa<FloatType>(ModelBuilder::getType(lhs).getElementType()))
    return node.reportAttribute(
        "fmod", "it must be 1 for floating-point numbers, but is 0");
  node.setOutput(makeBinary<ModOp>(node, lhs, rhs));
}

void mapBitShift(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  if (!node.hasAttribute("direction"))
    return node.reportAttribute("direction", "it is missing");
  std::string direction = node.getString("direction", "");
  if (node.hasFailed())
    return;
  Value lhs = node.getInput(0), rhs = node.getInput(1);
  if (direction == "LEFT")
    node.setOutput(makeBinary<ShiftLeftOp>(node, lhs, rhs));
  else if (direction == "RIGHT")
    node.setOutput(makeBinary<ShiftRightOp>(node, lhs, rhs));
  else
    node.reportAttribute("direction",
                         "'" + direction + "' is neither LEFT nor RIGHT");
}

} // namespace

void registerIntegerOperators(OperatorRegistry &registry) {
  registry.add("Mod", mapMod);
  registry.add("BitShift", mapBitShift);
  registry.add("BitwiseAnd", mapBinary<BitwiseAndOp>);
  registry.add("BitwiseOr", mapBinary<BitwiseOrOp>);
  registry.add("BitwiseXor", mapBinary<BitwiseXorOp>);
  registry.add("BitwiseNot", mapUnary<BitwiseNotOp>);
}

} // namespace tenon::onnx_import
