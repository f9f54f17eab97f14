//===- Convolution.cpp - Convolutions ---===//

#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Convolution.cpp.inc"

namespace tenon {

void TenonDialect::registerConvolutionOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Convolution.cpp.inc"
      >();
}

} // namespace tenon
