//===- Indexing.cpp - Lowering of the Indexing family to linalg ---===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon {

void registerIndexingLowerings(LoweringRegistry &registry) {}

} // namespace tenon
