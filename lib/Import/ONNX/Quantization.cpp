//===- Quantization.cpp - ONNX operators of the Quantization family -------===//

#include "tenon/Dialect/IR/Quantization.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerQuantizationOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
