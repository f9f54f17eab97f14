//===- Creation.cpp - Reference evaluation of creating ops ----------------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"

namespace tenon {

void FillOp::evaluate(EvaluationContext &context) {
  const HostTensor &value = context.getOperand(1);
  HostTensor result = context.makeResult();
  for (double &slot : result.floats)
    slot = value.floats[0];
  for (int64_t &slot : result.integers)
    slot = value.integers[0];
  context.setResult(std::move(result));
}

} // namespace tenon
