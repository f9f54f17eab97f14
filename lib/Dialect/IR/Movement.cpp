//===- Movement.cpp - Elements in another order or shape ---===//

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Movement.cpp.inc"

namespace tenon {

void TenonDialect::registerMovementOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Movement.cpp.inc"
      >();
}

} // namespace tenon
