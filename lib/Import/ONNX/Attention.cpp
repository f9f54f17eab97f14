//===- Attention.cpp - ONNX operators of the Attention family ---===//

#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerAttentionOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
