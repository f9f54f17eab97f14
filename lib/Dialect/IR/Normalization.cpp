//===- Normalization.cpp - Statistics divided out ---===//

#include "tenon/Dialect/IR/Normalization.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Normalization.cpp.inc"

namespace tenon {

void TenonDialect::registerNormalizationOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Normalization.cpp.inc"
      >();
}

} // namespace tenon
