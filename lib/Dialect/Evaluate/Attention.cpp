//===- Attention.cpp - Reference evaluation of softmax --------------------===//

#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include <cmath>
#include <limits>

using namespace mlir;

namespace tenon {
namespace {

/// Calls `row(start, stride, size)` for each row along the axis.
void forEachRow(const HostTensor &tensor, int64_t axis,
                llvm::function_ref<void(int64_t, int64_t, int64_t)> row) {
  if (axis < 0)
    axis += tensor.getRank();
  SmallVector<int64_t> rows(tensor.shape), strides = getStrides(tensor.shape);
  rows[axis] = std::min<int64_t>(rows[axis], 1);
  forEachIndex(rows, [&](ArrayRef<int64_t> index) {
    int64_t start = 0;
    for (auto [i, stride] : llvm::zip_equal(index, strides))
      start += i * stride;
    row(start, strides[axis], tensor.shape[axis]);
  });
}

void evaluateSoftmax(int64_t axis, bool logarithm, EvaluationContext &context) {
  HostTensor result = context.getOperand(0);
  forEachRow(result, axis, [&](int64_t start, int64_t stride, int64_t size) {
    double largest = -std::numeric_limits<double>::infinity(), sum = 0;
    for (int64_t i = 0; i < size; ++i)
      largest = std::max(largest, result.floats[start + i * stride]);
    for (int64_t i = 0; i < size; ++i)
      sum += std::exp(result.floats[start + i * stride] - largest);
    for (int64_t i = 0; i < size; ++i) {
      double &value = result.floats[start + i * stride];
      value = logarithm ? value - largest - std::log(sum)
                        : std::exp(value - largest) / sum;
    }
  });
  context.setResult(std::move(result));
}

} // namespace

void SoftmaxOp::evaluate(EvaluationContext &context) {
  evaluateSoftmax(getAxis(), false, context);
}

void LogSoftmaxOp::evaluate(EvaluationContext &context) {
  evaluateSoftmax(getAxis(), true, context);
}

} // namespace tenon
