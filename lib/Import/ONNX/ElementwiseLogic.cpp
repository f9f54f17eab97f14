//===- ElementwiseLogic.cpp - ONNX operators that ask and choose ----------===//

#include "Elementwise.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

void mapIsInf(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  bool negative = node.getInt("detect_negative", 1) != 0;
  bool positive = node.getInt("detect_positive", 1) != 0;
  if (!node.hasFailed())
    node.setOutput(node.make<IsInfOp>(node.getInput(0), negative, positive));
}

void mapWhere(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  Value condition = node.getInput(0);
  Value onTrue = node.getInput(1), onFalse = node.getInput(2);
  node.alignRanks(onTrue, onFalse);
  node.alignRanks(condition, onTrue);
  node.alignRanks(onFalse, onTrue);
  node.setOutput(node.make<SelectOp>(condition, onTrue, onFalse));
}

} // namespace

void registerLogicOperators(OperatorRegistry &registry) {
  registry.add("Equal", mapBinary<EqualOp>);
  registry.add("Greater", mapBinary<GreaterOp>);
  registry.add("GreaterOrEqual", mapBinary<GreaterOrEqualOp>);
  registry.add("Less", mapBinary<LessOp>);
  registry.add("LessOrEqual", mapBinary<LessOrEqualOp>);
  registry.add("And", mapBinary<AndOp>);
  registry.add("Or", mapBinary<OrOp>);
  registry.add("Xor", mapBinary<XorOp>);
  registry.add("Not", mapUnary<NotOp>);
  registry.add("IsNaN", mapUnary<IsNanOp>);
  registry.add("IsInf", mapIsInf);
  registry.add("Where", mapWhere);
}

} // namespace tenon::onnx_import
