//===- Interpolation.cpp - Resizing and sampling between elements ---------===//

#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Interpolation.cpp.inc"

namespace tenon {

void TenonDialect::registerInterpolationOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Interpolation.cpp.inc"
      >();
}

} // namespace tenon
