//===- Pooling.cpp - ONNX operators of the Pooling family ---===//

#include "tenon/Dialect/IR/Pooling.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerPoolingOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
