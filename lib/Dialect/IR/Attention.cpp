//===- Attention.cpp - Softmax and attention ------------------------------===//

#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Attention.cpp.inc"

namespace tenon {

void TenonDialect::registerAttentionOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/Attention.cpp.inc"
      >();
}

void inferSoftmax(Value input, int64_t axis, RuleContext &context) {
  context.setResult(context.getType(input));
  context.requireElementType(input, "its input", "floating-point numbers",
                             [](Type type) { return isa<FloatType>(type); });
  context.resolveAxis(input, axis, "axis");
}

} // namespace tenon
