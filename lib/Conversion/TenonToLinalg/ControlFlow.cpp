//===- ControlFlow.cpp - Lowering of the ControlFlow family to linalg -----===//

#include "tenon/Dialect/IR/ControlFlow.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {

void registerControlFlowLowerings(LoweringRegistry &registry) {}

} // namespace tenon
