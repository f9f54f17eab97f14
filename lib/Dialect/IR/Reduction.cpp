//===- Reduction.cpp - Axes reduced to one element ---===//

#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Reduction.cpp.inc"

namespace tenon {

void TenonDialect::registerReductionOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Reduction.cpp.inc"
      >();
}

} // namespace tenon
