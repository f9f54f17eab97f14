//===- Reduction.cpp - ONNX operators of the Reduction family ---===//

#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerReductionOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
