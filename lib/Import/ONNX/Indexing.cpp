//===- Indexing.cpp - ONNX operators that pick by index -------------------===//

#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

void importGather(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  node.setOutput(node.make<GatherOp>(node.getInput(0), node.getInput(1),
                                     node.getInt("axis", 0)));
}

} // namespace

void registerIndexingOperators(OperatorRegistry &registry) {
  registry.add("Gather", importGather);
}

} // namespace tenon::onnx_import
