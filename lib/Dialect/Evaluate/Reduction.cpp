//===- Reduction.cpp - Reference evaluation of reductions -----------------===//

#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "llvm/ADT/SmallBitVector.h"
#include <cmath>
#include <limits>

using namespace mlir;

namespace tenon {
namespace {

/// For each element of the input the position in the result it is reduced
/// into.
class ReducedPositions {
public:
  ReducedPositions(ArrayRef<int64_t> shape, ArrayRef<int64_t> axes)
      : steps(shape.size(), 0) {
    llvm::SmallBitVector reduced(shape.size());
    for (int64_t axis : axes)
      reduced.set(axis < 0 ? axis + int64_t(shape.size()) : axis);
    int64_t step = 1;
    for (int64_t axis = int64_t(shape.size()) - 1; axis >= 0; --axis) {
      if (reduced.test(axis)) {
        count *= shape[axis];
        continue;
      }
      steps[axis] = step;
      step *= shape[axis];
    }
  }

  int64_t get(ArrayRef<int64_t> index) const {
    int64_t position = 0;
    for (auto [i, step] : llvm::zip_equal(index, steps))
      position += i * step;
    return position;
  }

  /// How many elements one element of the result stands for.
  int64_t count = 1;

private:
  SmallVector<int64_t> steps;
};

double getFloatStart(Operation *op) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (isa<ReduceMaxOp>(op))
    return -infinity;
  if (isa<ReduceMinOp>(op))
    return infinity;
  return isa<ReduceProdOp>(op) ? 1 : 0;
}

int64_t getIntegerStart(Operation *op, Type type) {
  unsigned width = type.getIntOrFloatBitWidth();
  bool isUnsigned = type.isUnsignedInteger();
  APInt low =
      isUnsigned ? APInt::getMinValue(width) : APInt::getSignedMinValue(width);
  APInt high =
      isUnsigned ? APInt::getMaxValue(width) : APInt::getSignedMaxValue(width);
  auto extend = [&](const APInt &value) {
    return isUnsigned ? int64_t(value.getZExtValue()) : value.getSExtValue();
  };
  if (isa<ReduceMaxOp>(op))
    return extend(low);
  if (isa<ReduceMinOp>(op))
    return extend(high);
  return isa<ReduceProdOp>(op) ? 1 : 0;
}

double combine(Operation *op, double a, double x) {
  if (std::isnan(a) || std::isnan(x))
    return std::nan("");
  if (isa<ReduceMaxOp>(op))
    return std::max(a, x);
  if (isa<ReduceMinOp>(op))
    return std::min(a, x);
  return isa<ReduceProdOp>(op) ? a * x : a + x;
}

int64_t combine(Operation *op, int64_t a, int64_t x, bool isUnsigned) {
  bool less = isUnsigned ? uint64_t(a) < uint64_t(x) : a < x;
  if (isa<ReduceMaxOp>(op))
    return less ? x : a;
  if (isa<ReduceMinOp>(op))
    return less ? a : x;
  return isa<ReduceProdOp>(op) ? int64_t(uint64_t(a) * uint64_t(x))
                               : int64_t(uint64_t(a) + uint64_t(x));
}

int64_t divide(int64_t sum, int64_t count, bool isUnsigned) {
  if (count == 0)
    return 0;
  return isUnsigned ? int64_t(uint64_t(sum) / uint64_t(count)) : sum / count;
}

} // namespace

void evaluateReduction(ArrayRef<int64_t> axes, EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  Operation *op = context.getOp();
  ReducedPositions positions(input.shape, axes);
  HostTensor result = context.makeResult();
  for (double &value : result.floats)
    value = getFloatStart(op);
  for (int64_t &value : result.integers)
    value = getIntegerStart(op, result.elementType);
  int64_t at = 0;
  forEachIndex(input.shape, [&](ArrayRef<int64_t> index) {
    int64_t to = positions.get(index), from = at++;
    if (result.isFloat())
      result.floats[to] = combine(op, result.floats[to], input.floats[from]);
    else
      result.integers[to] = combine(op, result.integers[to],
                                    input.integers[from], input.isUnsigned());
  });
  if (isa<ReduceMeanOp>(op)) {
    for (double &value : result.floats)
      value /= double(positions.count);
    for (int64_t &value : result.integers)
      value = divide(value, positions.count, input.isUnsigned());
  }
  context.setResult(std::move(result));
}

void evaluateArgReduction(int64_t axis, bool selectLast,
                          EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  bool largest = isa<ArgMaxOp>(context.getOp());
  if (axis < 0)
    axis += input.getRank();
  ReducedPositions positions(input.shape, axis);
  HostTensor result = context.makeResult();
  std::vector<int64_t> best(result.getCount(), -1);
  // Whether element x comes before element y.
  auto isBetter = [&](int64_t x, int64_t y) {
    if (input.isFloat()) {
      double a = input.floats[x], b = input.floats[y];
      if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) && !std::isnan(b);
      return largest ? a > b : a < b;
    }
    int64_t a = input.integers[x], b = input.integers[y];
    if (input.isUnsigned())
      return largest ? uint64_t(a) > uint64_t(b) : uint64_t(a) < uint64_t(b);
    return largest ? a > b : a < b;
  };
  int64_t at = 0;
  forEachIndex(input.shape, [&](ArrayRef<int64_t> index) {
    int64_t to = positions.get(index), from = at++;
    bool take = best[to] < 0 || isBetter(from, best[to]) ||
                (selectLast && !isBetter(best[to], from));
    if (!take)
      return;
    best[to] = from;
    result.integers[to] = index[axis];
  });
  context.setResult(std::move(result));
}

} // namespace tenon
