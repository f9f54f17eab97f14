//===- Random.cpp - Numbers drawn by seed ---------------------------------===//

#include "tenon/Dialect/IR/Random.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Random.cpp.inc"

namespace tenon {

void TenonDialect::registerRandomOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Random.cpp.inc"
      >();
}

} // namespace tenon
