//===- ControlFlow.cpp - Branches and loops -------------------------------===//

#include "tenon/Dialect/IR/ControlFlow.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/ControlFlow.cpp.inc"

namespace tenon {

void TenonDialect::registerControlFlowOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/ControlFlow.cpp.inc"
      >();
}

} // namespace tenon
