//===- Creation.cpp - Lowering of the Creation family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Creation.h"

using namespace mlir;

namespace tenon {

void registerCreationLowerings(LoweringRegistry &registry) {}

} // namespace tenon
