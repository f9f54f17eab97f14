//===- Normalization.cpp - ONNX operators of the Normalization family ---===//

#include "tenon/Dialect/IR/Normalization.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerNormalizationOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
