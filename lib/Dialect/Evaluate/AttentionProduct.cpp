//===- AttentionProduct.cpp - Reference evaluation of attention -----------===//

#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include <cmath>
#include <limits>

using namespace mlir;

namespace tenon {
namespace {

/// The element of a tensor whose axes of size 1 are repeated.
size_t getOffset(const HostTensor &tensor, ArrayRef<int64_t> index) {
  size_t offset = 0;
  for (auto [size, i] : llvm::zip_equal(tensor.shape, index))
    offset = offset * size + (size == 1 ? 0 : i);
  return offset;
}

void makeWeights(MutableArrayRef<double> scores) {
  double largest = -std::numeric_limits<double>::infinity(), sum = 0;
  for (double score : scores)
    largest = std::max(largest, score);
  for (double &score : scores)
    sum += score = std::exp(score - largest);
  for (double &score : scores)
    score /= sum;
}

} // namespace

void AttentionOp::evaluate(EvaluationContext &context) {
  const HostTensor &query = context.getOperand(0), &key = context.getOperand(1),
                   &value = context.getOperand(2);
  unsigned next = 3;
  auto getOptional = [&](bool isThere) {
    return isThere ? &context.getOperand(next++) : nullptr;
  };
  const HostTensor *mask = getOptional(bool(getMask()));
  const HostTensor *past = getOptional(bool(getPast()));
  const HostTensor *lengths = getOptional(bool(getLengths()));
  int64_t size = query.shape[3], keys = key.shape[2];
  if (!areProductsFew({query.getCount(), keys, 1 + value.shape[3]}))
    return;
  double scale =
      getScale() ? getScale()->convertToDouble() : 1 / std::sqrt(double(size));
  std::optional<double> softcap;
  if (getSoftcap())
    softcap = getSoftcap()->convertToDouble();

  auto getScore = [&](ArrayRef<int64_t> row, int64_t group, int64_t k,
                      AttentionStage stage) {
    int64_t b = row[0], i = row[2];
    double score = 0;
    for (int64_t d = 0; d < size; ++d)
      score += query.floats[getOffset(query, {b, row[1], i, d})] *
               key.floats[getOffset(key, {b, group, k, d})];
    score *= scale;
    if (softcap && stage != AttentionStage::Scaled)
      score = *softcap * std::tanh(score / *softcap);
    if (stage < AttentionStage::Masked)
      return score;
    bool isSeen = true;
    if (mask && mask->isFloat())
      score += mask->floats[getOffset(*mask, {b, row[1], i, k})];
    else if (mask)
      isSeen = mask->integers[getOffset(*mask, {b, row[1], i, k})] != 0;
    if (getCausal())
      isSeen &= k <= i + (past ? past->integers[getOffset(*past, {b})] : 0);
    if (lengths)
      isSeen &= k < lengths->integers[getOffset(*lengths, {b})];
    return isSeen ? score : -std::numeric_limits<double>::infinity();
  };

  HostTensor result = context.makeResult();
  std::optional<AttentionStage> shownStage = getStage();
  HostTensor shown = shownStage ? context.makeResult(1) : HostTensor();
  int64_t at = 0, shownAt = 0;
  forEachIndex(ArrayRef(query.shape).drop_back(), [&](ArrayRef<int64_t> row) {
    int64_t group = row[1] / (query.shape[1] / key.shape[1]);
    std::vector<double> weights(keys);
    for (int64_t k = 0; k < keys; ++k) {
      weights[k] = getScore(row, group, k, AttentionStage::Masked);
      if (shownStage && *shownStage != AttentionStage::Weights)
        shown.floats[shownAt++] = getScore(row, group, k, *shownStage);
    }
    makeWeights(weights);
    if (shownStage == AttentionStage::Weights)
      for (double weight : weights)
        shown.floats[shownAt++] = weight;
    for (int64_t d = 0; d < value.shape[3]; ++d, ++at)
      for (int64_t k = 0; k < keys; ++k)
        result.floats[at] +=
            weights[k] * value.floats[getOffset(value, {row[0], group, k, d})];
  });
  context.setResult(0, std::move(result));
  if (shownStage)
    context.setResult(1, std::move(shown));
}

} // namespace tenon
