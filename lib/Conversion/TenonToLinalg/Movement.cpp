//===- Movement.cpp - Lowering of the Movement family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon {

void registerMovementLowerings(LoweringRegistry &registry) {}

} // namespace tenon
