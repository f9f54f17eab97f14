//===- Attention.cpp - Lowering of the Attention family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Attention.h"

using namespace mlir;

namespace tenon {

void registerAttentionLowerings(LoweringRegistry &registry) {}

} // namespace tenon
