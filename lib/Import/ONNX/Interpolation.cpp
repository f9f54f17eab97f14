//===- Interpolation.cpp - ONNX operators of the Interpolation family -----===//

#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerInterpolationOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
