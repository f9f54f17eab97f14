//===- Indexing.cpp - Elements picked by index ---===//

#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Indexing.cpp.inc"

namespace tenon {

void TenonDialect::registerIndexingOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Indexing.cpp.inc"
      >();
}

} // namespace tenon
