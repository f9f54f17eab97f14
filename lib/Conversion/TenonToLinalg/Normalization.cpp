//===- Normalization.cpp - Lowering of the Normalization family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Normalization.h"

using namespace mlir;

namespace tenon {

void registerNormalizationLowerings(LoweringRegistry &registry) {}

} // namespace tenon
