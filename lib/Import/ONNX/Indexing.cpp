//===- Indexing.cpp - ONNX operators that pick and place by index ---------===//

#include "tenon/Dialect/IR/Indexing.h"
#include "Parts.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerFindOperators(OperatorRegistry &registry);

namespace {

void importGather(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  node.setOutput(node.make<GatherOp>(node.getInput(0), node.getInput(1),
                                     node.getInt("axis", 0)));
}

void importGatherElements(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  node.setOutput(node.make<GatherElementsOp>(
      node.getInput(0), node.getInput(1), node.getInt("axis", 0)));
}

void importGatherNd(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  node.setOutput(node.make<GatherNdOp>(node.getInput(0), node.getInput(1),
                                       node.getInt("batch_dims", 0)));
}

/// Since operator set 16; max and min since 18. None if it is wrong.
std::optional<std::string> readReduction(Node &node) {
  std::string reduction = node.getString("reduction", "none");
  if (node.hasFailed())
    return std::nullopt;
  if (llvm::is_contained({"none", "add", "mul", "max", "min"}, reduction))
    return reduction;
  node.reportAttribute("reduction", "'" + reduction +
                                        "' is none of none, add, mul, max and "
                                        "min");
  return std::nullopt;
}

/// Called Scatter up to operator set 10.
void importScatterElements(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  auto reduction = readReduction(node);
  int64_t axis = node.getInt("axis", 0);
  if (reduction && !node.hasFailed())
    node.setOutput(node.make<ScatterElementsOp>(
        node.getInput(0), node.getInput(1), node.getInput(2), *reduction,
        axis));
}

void importScatterNd(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  if (auto reduction = readReduction(node))
    node.setOutput(node.make<ScatterNdOp>(node.getInput(0), node.getInput(1),
                                          node.getInput(2), *reduction));
}

/// Other numbers than integers are allowed, and cut.
Value castToIntegers(Node &node, Value value) {
  Type type = ModelBuilder::getType(value).getElementType();
  if (!isa<FloatType>(type))
    return value;
  return node.make<CastOp>(value, node.builder.getI64Type());
}

void importOneHot(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  int64_t axis = node.getInt("axis", -1);
  Value depth = castToIntegers(node, node.getInput(1));
  if (!node.areSizesKnown(1)) {
    TensorType declared = node.getDeclared(0);
    DimAttr wanted = DimAttr::getUnknown(node.builder.getContext());
    int64_t rank = declared.hasRank() ? declared.getRank() : 0;
    if (axis >= -rank && axis < rank)
      wanted = declared.getDim(axis < 0 ? axis + rank : axis);
    depth = node.makeSizes(depth, {}, wanted, "a depth");
  }
  if (depth)
    node.setOutput(node.make<OneHotOp>(castToIntegers(node, node.getInput(0)),
                                       depth, node.getInput(2), axis));
}

} // namespace

void registerIndexingOperators(OperatorRegistry &registry) {
  registerFindOperators(registry);
  registerLossOperators(registry);
  registry.add("Gather", importGather);
  registry.add("GatherElements", importGatherElements);
  registry.add("GatherND", importGatherNd);
  registry.add("Scatter", importScatterElements);
  registry.add("ScatterElements", importScatterElements);
  registry.add("ScatterND", importScatterNd);
  registry.add("OneHot", importOneHot);
}

} // namespace tenon::onnx_import
