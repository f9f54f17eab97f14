//===- Interpolation.cpp - Lowering of the Interpolation family to linalg -===//

#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {

void registerInterpolationLowerings(LoweringRegistry &registry) {}

} // namespace tenon
