//===- Quantization.cpp - Numbers stored as small integers ----------------===//

#include "tenon/Dialect/IR/Quantization.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Quantization.cpp.inc"

namespace tenon {

void TenonDialect::registerQuantizationOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Quantization.cpp.inc"
      >();
}

} // namespace tenon
