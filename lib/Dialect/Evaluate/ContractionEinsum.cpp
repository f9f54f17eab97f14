//===- ContractionEinsum.cpp - Reference evaluation of einsum and det -----===//

#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include <cmath>

using namespace mlir;

namespace tenon {
namespace {

/// Gaussian elimination with the largest pivot of each column.
double getDeterminant(MutableArrayRef<double> matrix, int64_t size) {
  double result = 1;
  for (int64_t k = 0; k < size; ++k) {
    int64_t pivot = k;
    for (int64_t i = k + 1; i < size; ++i)
      if (std::abs(matrix[i * size + k]) > std::abs(matrix[pivot * size + k]))
        pivot = i;
    if (pivot != k) {
      for (int64_t j = 0; j < size; ++j)
        std::swap(matrix[k * size + j], matrix[pivot * size + j]);
      result = -result;
    }
    double head = matrix[k * size + k];
    result *= head;
    if (head == 0)
      return 0;
    for (int64_t i = k + 1; i < size; ++i) {
      double factor = matrix[i * size + k] / head;
      for (int64_t j = k; j < size; ++j)
        matrix[i * size + j] -= factor * matrix[k * size + j];
    }
  }
  return result;
}

} // namespace

void EinsumOp::evaluate(EvaluationContext &context) {
  std::string problem;
  auto equation = EinsumEquation::parse(getEquation(), problem);
  SmallVector<int64_t> ranks;
  for (unsigned i = 0; i < context.getOperandCount(); ++i)
    ranks.push_back(context.getOperand(i).getRank());
  EinsumLoops loops = equation->getLoops(ranks);
  SmallVector<int64_t> sizes(loops.names.size(), 1);
  SmallVector<SmallVector<int64_t>> strides;
  for (auto [i, axes] : llvm::enumerate(loops.operands)) {
    const HostTensor &operand = context.getOperand(i);
    strides.push_back(getStrides(operand.shape));
    for (auto [axis, loop] : llvm::enumerate(axes)) {
      if (operand.shape[axis] != 1)
        sizes[loop] = operand.shape[axis];
      else
        strides[i][axis] = 0;
    }
  }
  if (!areProductsFew(sizes))
    return;
  HostTensor result = context.makeResult();
  SmallVector<int64_t> resultStrides = getStrides(result.shape);
  std::vector<uint64_t> integerSums(result.integers.size());
  forEachIndex(sizes, [&](ArrayRef<int64_t> index) {
    double product = 1;
    uint64_t integerProduct = 1;
    for (auto [i, axes] : llvm::enumerate(loops.operands)) {
      int64_t at = 0;
      for (auto [axis, loop] : llvm::enumerate(axes))
        at += index[loop] * strides[i][axis];
      if (result.isFloat())
        product *= context.getOperand(i).floats[at];
      else
        integerProduct *= uint64_t(context.getOperand(i).integers[at]);
    }
    int64_t to = 0;
    for (auto [axis, loop] : llvm::enumerate(loops.result))
      to += index[loop] * resultStrides[axis];
    if (result.isFloat())
      result.floats[to] += product;
    else
      integerSums[to] += integerProduct;
  });
  for (auto [to, sum] : llvm::enumerate(integerSums))
    result.integers[to] = int64_t(sum);
  context.setResult(std::move(result));
}

void DeterminantOp::evaluate(EvaluationContext &context) {
  HostTensor input = context.getOperand(0);
  HostTensor result = context.makeResult();
  int64_t size = input.shape.back();
  if (!areProductsFew({input.getCount(), size}))
    return;
  for (auto [i, value] : llvm::enumerate(result.floats))
    value = getDeterminant(
        MutableArrayRef(input.floats).slice(i * size * size, size * size),
        size);
  context.setResult(std::move(result));
}

} // namespace tenon
