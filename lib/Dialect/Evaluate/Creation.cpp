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

void RangeOp::evaluate(EvaluationContext &context) {
  const HostTensor &start = context.getOperand(0);
  const HostTensor &delta = context.getOperand(2);
  HostTensor result = context.makeResult();
  for (auto [i, slot] : llvm::enumerate(result.floats))
    slot = start.floats[0] + delta.floats[0] * double(i);
  // Unsigned arithmetic wraps, as the program's does.
  for (auto [i, slot] : llvm::enumerate(result.integers))
    slot = uint64_t(start.integers[0]) + uint64_t(delta.integers[0]) * i;
  result.round();
  context.setResult(std::move(result));
}

} // namespace tenon
