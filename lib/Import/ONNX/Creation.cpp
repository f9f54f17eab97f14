//===- Creation.cpp - ONNX operators of the Creation family ---===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerCreationOperators(OperatorRegistry &registry) {}

} // namespace tenon::onnx_import
