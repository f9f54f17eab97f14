//===- InterpolationSampling.cpp - Reference evaluation of sampling -------===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Resampling.h"
#include "tenon/Dialect/IR/Sampling.h"

using namespace mlir;

namespace tenon {

void GridSampleOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  const HostTensor &grid = context.getOperand(1);
  HostTensor result = context.makeResult();
  int64_t rank = input.getRank(), first = getFirstSpatialAxis(getLayout());
  int64_t channelAxis = getChannelAxis(getLayout(), rank);
  SmallVector<int64_t> strides = getStrides(input.shape);
  SmallVector<int64_t> gridStrides = getStrides(grid.shape);
  HostMath math;
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t place = index[0] * gridStrides[0];
    for (int64_t i = 0; i < rank - 2; ++i)
      place += index[first + i] * gridStrides[1 + i];
    SmallVector<SmallVector<Sampling<HostMath>::Tap>> taps;
    SmallVector<int64_t> counts;
    for (int64_t i = 0; i < rank - 2; ++i) {
      Sampling<HostMath> sampling(*this, math, input.shape[first + i]);
      taps.push_back(sampling.getTaps(grid.floats[place + rank - 3 - i]));
      counts.push_back(taps.back().size());
    }
    double sum = 0;
    int64_t integer = 0;
    forEachIndex(counts, [&](ArrayRef<int64_t> choice) {
      int64_t offset =
          index[0] * strides[0] + index[channelAxis] * strides[channelAxis];
      double weight = 1;
      bool isInside = true;
      for (int64_t i = 0; i < rank - 2; ++i) {
        const auto &tap = taps[i][choice[i]];
        offset += int64_t(tap.position) * strides[first + i];
        weight *= tap.weight;
        isInside &= tap.isInside || getBorder() != "zeros";
      }
      if (isInside && input.isFloat())
        sum += weight * input.floats[offset];
      else if (isInside)
        integer = input.integers[offset];
    });
    if (result.isFloat())
      result.floats[at++] = sum;
    else
      result.integers[at++] = integer;
  });
  context.setResult(std::move(result));
}

} // namespace tenon
