//===- Normalization.cpp - Reference evaluation of normalisations ---------===//

#include "tenon/Dialect/IR/Normalization.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include <cmath>

using namespace mlir;

namespace tenon {

void BatchNormOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  int64_t axis = getChannelAxis(input.getRank());
  double epsilon = getEpsilon().convertToDouble();
  HostTensor result = context.makeResult();
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t c = index[axis];
    auto parameter = [&](unsigned i) {
      return context.getOperand(i).floats[c];
    };
    double deviation = std::sqrt(parameter(4) + epsilon);
    result.floats[at] =
        (input.floats[at] - parameter(3)) / deviation * parameter(1) +
        parameter(2);
    ++at;
  });
  context.setResult(std::move(result));
}

void LayerNormOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  int64_t axis = getAxis() < 0 ? getAxis() + input.getRank() : getAxis();
  double epsilon = getEpsilon().convertToDouble();
  HostTensor result = context.makeResult();
  int64_t count = 1;
  for (int64_t size : ArrayRef<int64_t>(input.shape).drop_front(axis))
    count *= size;
  for (int64_t start = 0; start < input.getCount(); start += count) {
    double mean = 0, variance = 0;
    for (int64_t i = 0; i < count; ++i)
      mean += input.floats[start + i] / double(count);
    for (int64_t i = 0; i < count; ++i) {
      double difference = input.floats[start + i] - mean;
      variance += difference * difference / double(count);
    }
    for (int64_t i = 0; i < count; ++i) {
      double value =
          (input.floats[start + i] - mean) / std::sqrt(variance + epsilon);
      if (getScale())
        value *= context.getOperand(1).floats[i];
      if (getOffset())
        value += context.getOperand(2).floats[i];
      result.floats[start + i] = value;
    }
  }
  context.setResult(std::move(result));
}

void GroupNormOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  if (input.getCount() == 0)
    return context.setResult(context.makeResult());
  int64_t axis = getChannelAxis(input.getRank());
  int64_t channels = input.shape[axis];
  int64_t groups = getGroups().value_or(channels);
  double epsilon = getEpsilon().convertToDouble();
  // Sums of each group of each sample.
  struct Statistics {
    double mean = 0, variance = 0, count = 0;
  };
  std::vector<Statistics> statistics(input.shape[0] * groups);
  auto forEach = [&](llvm::function_ref<void(Statistics &, int64_t channel,
                                             int64_t position)>
                         visit) {
    int64_t position = 0;
    forEachIndex(input.shape, [&](ArrayRef<int64_t> index) {
      int64_t channel = index[axis];
      int64_t group = channel / (channels / groups);
      visit(statistics[index[0] * groups + group], channel, position++);
    });
  };
  forEach([&](Statistics &group, int64_t, int64_t i) {
    group.mean += input.floats[i];
    group.count += 1;
  });
  for (Statistics &group : statistics)
    group.mean /= group.count;
  forEach([&](Statistics &group, int64_t, int64_t i) {
    double difference = input.floats[i] - group.mean;
    group.variance += difference * difference / group.count;
  });
  HostTensor result = context.makeResult();
  unsigned parameters = getParameters().size();
  forEach([&](Statistics &group, int64_t channel, int64_t i) {
    double value =
        (input.floats[i] - group.mean) / std::sqrt(group.variance + epsilon);
    if (parameters > 0)
      value *= context.getOperand(1).floats[channel];
    if (parameters > 1)
      value += context.getOperand(2).floats[channel];
    result.floats[i] = value;
  });
  context.setResult(std::move(result));
}

} // namespace tenon
