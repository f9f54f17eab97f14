//===- Indexing.cpp - ONNX operators of the Indexing family ---===//

#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerIndexingOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
