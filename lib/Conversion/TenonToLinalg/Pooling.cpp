//===- Pooling.cpp - Lowering of the Pooling family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Pooling.h"

using namespace mlir;

namespace tenon {

void registerPoolingLowerings(LoweringRegistry &registry) {}

} // namespace tenon
