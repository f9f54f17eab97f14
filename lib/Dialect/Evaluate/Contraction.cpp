//===- Contraction.cpp - Reference evaluation of products -----------------===//

#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {
namespace {

/// The position of an element in a factor: batch axes of size 1 repeat.
int64_t getOffset(const HostTensor &factor, ArrayRef<int64_t> strides,
                  ArrayRef<int64_t> batch, int64_t row, int64_t column) {
  int64_t rank = factor.getRank();
  int64_t offset = row * strides[rank - 2] + column * strides[rank - 1];
  for (int64_t axis = 0; axis < rank - 2; ++axis)
    if (factor.shape[axis] != 1)
      offset += batch[axis] * strides[axis];
  return offset;
}

} // namespace

bool areProductsFew(ArrayRef<int64_t> sizes) {
  constexpr int64_t most = 1 << 24;
  int64_t count = 1;
  for (int64_t size : sizes) {
    if (size != 0 && count > most / size)
      return llvm::is_contained(sizes, 0);
    count *= size;
  }
  return true;
}

void MatmulOp::evaluate(EvaluationContext &context) {
  const HostTensor &lhs = context.getOperand(0), &rhs = context.getOperand(1);
  HostTensor result = context.makeResult();
  SmallVector<int64_t> left = getStrides(lhs.shape);
  SmallVector<int64_t> right = getStrides(rhs.shape);
  int64_t rank = lhs.getRank();
  int64_t inner = lhs.shape[getTransposeLhs() ? rank - 2 : rank - 1];
  if (!areProductsFew({result.getCount(), inner}))
    return;
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t m = index[rank - 2], n = index[rank - 1];
    double sum = 0;
    uint64_t integerSum = 0;
    for (int64_t k = 0; k < inner; ++k) {
      int64_t i = getTransposeLhs() ? getOffset(lhs, left, index, k, m)
                                    : getOffset(lhs, left, index, m, k);
      int64_t j = getTransposeRhs() ? getOffset(rhs, right, index, n, k)
                                    : getOffset(rhs, right, index, k, n);
      if (result.isFloat())
        sum += lhs.floats[i] * rhs.floats[j];
      else
        integerSum += uint64_t(lhs.integers[i]) * uint64_t(rhs.integers[j]);
    }
    if (result.isFloat())
      result.floats[at++] = sum;
    else
      result.integers[at++] = int64_t(integerSum);
  });
  context.setResult(std::move(result));
}

} // namespace tenon
