//===- Convolution.cpp - ONNX operators of the Convolution family ---===//

#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerConvolutionOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
