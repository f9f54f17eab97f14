//===- Contraction.cpp - Products that sum over an axis ---===//

#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Contraction.cpp.inc"

namespace tenon {

void TenonDialect::registerContractionOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Contraction.cpp.inc"
      >();
}

} // namespace tenon
