//===- Random.cpp - Lowering of the Random family to linalg ---------------===//

#include "tenon/Dialect/IR/Random.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {

void registerRandomLowerings(LoweringRegistry &registry) {}

} // namespace tenon
