//===- ControlFlow.cpp - ONNX operators of the ControlFlow family ---------===//

#include "tenon/Dialect/IR/ControlFlow.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerControlFlowOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
