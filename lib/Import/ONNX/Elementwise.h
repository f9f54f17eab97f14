//===- Elementwise.h - Mappings that elementwise operators share ----------===//
#ifndef TENON_LIB_IMPORT_ONNX_ELEMENTWISE_H
#define TENON_LIB_IMPORT_ONNX_ELEMENTWISE_H

#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// A scalar of the element type of `like`; null, which is reported, where that
/// is open.
mlir::Value makeNumberLike(Node &node, mlir::Value like, double value);

/// The second operand of two, with the axes that line it up with the first
/// where operator sets before 7 name an axis for that.
mlir::Value getSecondOperand(Node &node);
/// The slope of PRelu, which was one number a channel before operator set 7.
mlir::Value getSlope(Node &node);
/// ONNX's number of the element type to cast to: a name before operator set 6.
int32_t getCastTarget(Node &node);

void registerCurveOperators(OperatorRegistry &registry);
void registerLegacyOperators(OperatorRegistry &registry);
void registerIntegerOperators(OperatorRegistry &registry);
void registerLogicOperators(OperatorRegistry &registry);

inline mlir::FloatAttr getNumber(Node &node, double value) {
  return node.builder.getF64FloatAttr(value);
}

/// The op of one operand and no attributes.
template <typename Op>
void mapUnary(Node &node) {
  if (node.requireInputs(1, 1))
    node.setOutput(node.make<Op>(node.getInput(0)));
}

/// The op of one operand and numbers that are attributes.
template <typename Op>
OperatorRegistry::Function mapParametric(
    llvm::SmallVector<std::pair<llvm::StringRef, double>> parameters) {
  return [parameters](Node &node) {
    if (!node.requireInputs(1, 1))
      return;
    llvm::SmallVector<mlir::FloatAttr> numbers;
    for (auto [name, otherwise] : parameters)
      numbers.push_back(getNumber(node, node.getFloat(name, otherwise)));
    if (node.hasFailed())
      return;
    if constexpr (std::is_same_v<Op, HardSigmoidOp>)
      node.setOutput(node.make<Op>(node.getInput(0), numbers[0], numbers[1]));
    else
      node.setOutput(node.make<Op>(node.getInput(0), numbers[0]));
  };
}

template <typename Op>
mlir::Value makeBinary(Node &node, mlir::Value lhs, mlir::Value rhs) {
  node.alignRanks(lhs, rhs);
  return node.make<Op>(lhs, rhs);
}

template <typename Op>
void mapBinary(Node &node) {
  if (node.requireInputs(2, 2))
    if (mlir::Value second = getSecondOperand(node))
      node.setOutput(makeBinary<Op>(node, node.getInput(0), second));
}

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_ELEMENTWISE_H
