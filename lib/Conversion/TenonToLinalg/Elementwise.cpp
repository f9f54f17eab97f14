//===- Elementwise.cpp - Lowering of the Elementwise family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Elementwise.h"

using namespace mlir;

namespace tenon {

void registerElementwiseLowerings(LoweringRegistry &registry) {}

} // namespace tenon
