//===- Recurrent.cpp - ONNX operators of the Recurrent family -------------===//

#include "tenon/Dialect/IR/Recurrent.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerRecurrentOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
