//===- Movement.cpp - ONNX operators of the Movement family ---===//

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerMovementOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
