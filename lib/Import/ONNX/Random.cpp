//===- Random.cpp - ONNX operators of the Random family -------------------===//

#include "tenon/Dialect/IR/Random.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerRandomOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
