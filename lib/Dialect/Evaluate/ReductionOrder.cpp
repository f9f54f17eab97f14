//===- ReductionOrder.cpp - Reference evaluation along ordered axes -------===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Reduction.h"
#include <cmath>
#include <numeric>

using namespace mlir;

namespace tenon {
namespace {

/// Calls `visit` with the first element of each row along the axis, in the
/// tensor and in another one that differs only in the axis.
void forEachRow(ArrayRef<int64_t> shape, ArrayRef<int64_t> otherShape,
                int64_t axis,
                llvm::function_ref<void(int64_t, int64_t)> visit) {
  SmallVector<int64_t> strides = getStrides(shape);
  SmallVector<int64_t> otherStrides = getStrides(otherShape);
  SmallVector<int64_t> starts(shape);
  starts[axis] = 1;
  forEachIndex(starts, [&](ArrayRef<int64_t> index) {
    int64_t from = 0, to = 0;
    for (auto [i, position] : llvm::enumerate(index)) {
      from += position * strides[i];
      to += position * otherStrides[i];
    }
    visit(from, to);
  });
}

} // namespace

void evaluateCumulative(int64_t axis, bool exclusive, bool reverse,
                        EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  bool isProduct = isa<CumProdOp>(context.getOp());
  if (axis < 0)
    axis += input.getRank();
  int64_t size = input.shape[axis], step = getStrides(input.shape)[axis];
  HostTensor result = context.makeResult();
  auto scan = [&](int64_t start, const auto &from, auto &to, auto join) {
    auto total = std::decay_t<decltype(from[0])>(isProduct ? 1 : 0);
    for (int64_t i = 0; i < size; ++i) {
      int64_t at = start + (reverse ? size - 1 - i : i) * step;
      auto next = join(total, from[at]);
      to[at] = exclusive ? total : next;
      total = next;
    }
  };
  forEachRow(input.shape, input.shape, axis, [&](int64_t start, int64_t) {
    if (result.isFloat())
      scan(start, input.floats, result.floats, [&](double a, double x) {
        return isProduct ? a * x : a + x;
      });
    else
      scan(start, input.integers, result.integers, [&](int64_t a, int64_t x) {
        return int64_t(isProduct ? uint64_t(a) * uint64_t(x)
                                 : uint64_t(a) + uint64_t(x));
      });
  });
  context.setResult(std::move(result));
}

void TopKOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  bool largest = !getSmallest();
  HostTensor values = context.makeResult(0), indices = context.makeResult(1);
  int64_t axis = getAxis();
  axis = axis < 0 ? axis + input.getRank() : axis;
  int64_t count = values.shape[axis], size = input.shape[axis];
  int64_t step = getStrides(input.shape)[axis];
  int64_t resultStep = getStrides(values.shape)[axis];
  // Whether element x comes before element y, the order of positions aside.
  auto isBefore = [&](int64_t x, int64_t y) {
    if (!input.isFloat()) {
      int64_t a = input.integers[x], b = input.integers[y];
      if (!largest)
        std::swap(a, b);
      return input.isUnsigned() ? uint64_t(a) > uint64_t(b) : a > b;
    }
    double a = input.floats[x], b = input.floats[y];
    if (!largest)
      std::swap(a, b);
    return std::isnan(a) ? !std::isnan(b) : a > b;
  };
  forEachRow(input.shape, values.shape, axis, [&](int64_t from, int64_t to) {
    SmallVector<int64_t> order(size);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int64_t x, int64_t y) {
      return isBefore(from + x * step, from + y * step);
    });
    for (int64_t i = 0; i < count; ++i) {
      int64_t source = from + order[i] * step, target = to + i * resultStep;
      indices.integers[target] = order[i];
      if (input.isFloat())
        values.floats[target] = input.floats[source];
      else
        values.integers[target] = input.integers[source];
    }
  });
  context.setResult(0, std::move(values));
  context.setResult(1, std::move(indices));
}

} // namespace tenon
