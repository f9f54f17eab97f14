//===- Pooling.cpp - Windows reduced to one element ---===//

#include "tenon/Dialect/IR/Pooling.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Pooling.cpp.inc"

namespace tenon {

void TenonDialect::registerPoolingOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Pooling.cpp.inc"
      >();
}

} // namespace tenon
