//===- Elementwise.cpp - ONNX operators of the Elementwise family ---===//

#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerElementwiseOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
