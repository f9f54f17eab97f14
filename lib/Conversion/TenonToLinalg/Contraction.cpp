//===- Contraction.cpp - Lowering of the Contraction family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Contraction.h"

using namespace mlir;

namespace tenon {

void registerContractionLowerings(LoweringRegistry &registry) {}

} // namespace tenon
