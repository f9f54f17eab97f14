//===- ElementwiseLogic.cpp - Reference evaluation of questions -----------===//

#include "ElementwiseBroadcast.h"
#include <cmath>

using namespace mlir;

namespace tenon {
namespace {

template <typename T>
bool compare(Operation *op, T a, T b) {
  if (isa<EqualOp>(op))
    return a == b;
  if (isa<GreaterOp>(op))
    return a > b;
  if (isa<GreaterOrEqualOp>(op))
    return a >= b;
  return isa<LessOp>(op) ? a < b : a <= b;
}

bool answer(Operation *op, double x) {
  auto isInf = dyn_cast<IsInfOp>(op);
  if (!isInf)
    return std::isnan(x);
  return std::isinf(x) && (x < 0 ? isInf.getNegative() : isInf.getPositive());
}

} // namespace

void evaluatePredicate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  HostTensor result = context.makeResult();
  for (int64_t i = 0; i < input.getCount(); ++i)
    result.integers[i] = answer(context.getOp(), input.floats[i]);
  context.setResult(std::move(result));
}

void evaluateComparison(EvaluationContext &context) {
  Operation *op = context.getOp();
  const HostTensor &lhs = context.getOperand(0), &rhs = context.getOperand(1);
  HostTensor result = context.makeResult();
  forEachBroadcast(context, result.shape, [&](int64_t at, auto from) {
    int64_t i = from[0], j = from[1];
    if (lhs.isFloat())
      result.integers[at] = compare(op, lhs.floats[i], rhs.floats[j]);
    else if (lhs.isUnsigned())
      result.integers[at] =
          compare(op, uint64_t(lhs.integers[i]), uint64_t(rhs.integers[j]));
    else
      result.integers[at] = compare(op, lhs.integers[i], rhs.integers[j]);
  });
  context.setResult(std::move(result));
}

void SelectOp::evaluate(EvaluationContext &context) {
  const HostTensor &condition = context.getOperand(0);
  HostTensor result = context.makeResult();
  forEachBroadcast(context, result.shape, [&](int64_t at, auto from) {
    unsigned chosen = condition.integers[from[0]] ? 1 : 2;
    const HostTensor &value = context.getOperand(chosen);
    if (result.isFloat())
      result.floats[at] = value.floats[from[chosen]];
    else
      result.integers[at] = value.integers[from[chosen]];
  });
  context.setResult(std::move(result));
}

} // namespace tenon
