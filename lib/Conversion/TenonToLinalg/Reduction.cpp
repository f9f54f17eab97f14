//===- Reduction.cpp - Lowering of the Reduction family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Reduction.h"

using namespace mlir;

namespace tenon {

void registerReductionLowerings(LoweringRegistry &registry) {}

} // namespace tenon
