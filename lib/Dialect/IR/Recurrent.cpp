//===- Recurrent.cpp - Layers that walk along a sequence ------------------===//

#include "tenon/Dialect/IR/Recurrent.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Recurrent.cpp.inc"

namespace tenon {

void TenonDialect::registerRecurrentOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Recurrent.cpp.inc"
      >();
}

} // namespace tenon
