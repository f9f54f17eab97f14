//===- Contraction.cpp - ONNX operators of the Contraction family ---===//

#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerContractionOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
