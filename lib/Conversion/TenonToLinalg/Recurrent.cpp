//===- Recurrent.cpp - Lowering of the Recurrent family to linalg ---------===//

#include "tenon/Dialect/IR/Recurrent.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {

void registerRecurrentLowerings(LoweringRegistry &registry) {}

} // namespace tenon
