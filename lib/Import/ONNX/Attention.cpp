//===- Attention.cpp - ONNX operators of the Attention family -------------===//

#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerAttentionProductOperators(OperatorRegistry &registry);

namespace {

/// Whether only axes of size 1 follow: rows along the axis are then the rows
/// of the matrix that old versions make.
bool isLastAxis(TensorType type, int64_t axis) {
  if (!type.hasRank())
    return false;
  axis = axis < 0 ? axis + type.getRank() : axis;
  if (axis < 0 || axis >= type.getRank())
    return true; // the rule says what is wrong with it
  return llvm::all_of(type.getDims().drop_front(axis + 1),
                      [](DimAttr dim) { return dim.isConstant(1); });
}

/// Before version 13 all axes from `axis` on count as one.
template <typename Op> void importSoftmax(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  bool joined = node.getOpset() < 13;
  int64_t axis = node.getInt("axis", joined ? 1 : -1);
  if (node.hasFailed())
    return;
  Builder &builder = node.builder;
  Value input = node.getInput(0);
  if (!joined || isLastAxis(ModelBuilder::getType(input), axis)) {
    node.setOutput(node.make<Op>(input, builder.getI64IntegerAttr(axis)));
    return;
  }
  Value rows = node.make<FlattenOp>(input, builder.getI64IntegerAttr(axis));
  Value result = node.make<Op>(rows, builder.getI64IntegerAttr(1));
  Value shape = node.make<ShapeOfOp>(input);
  node.setOutput(node.make<ReshapeOp>(result, shape, builder.getUnitAttr()));
}

} // namespace

void registerAttentionOperators(OperatorRegistry &registry) {
  registry.add("Softmax", importSoftmax<SoftmaxOp>);
  registry.add("LogSoftmax", importSoftmax<LogSoftmaxOp>);
  registerAttentionProductOperators(registry);
}

} // namespace tenon::onnx_import
