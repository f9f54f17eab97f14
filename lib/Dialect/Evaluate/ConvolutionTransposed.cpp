//===- ConvolutionTransposed.cpp - Reference evaluation -------------------===//

#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {

/// Each product is added where it belongs, straight from the definition.
void ConvTransposeOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  const HostTensor &filter = context.getOperand(1);
  HostTensor result = context.makeResult();
  int64_t rank = input.getRank(), first = getFirstSpatialAxis(getLayout());
  int64_t channelAxis = getChannelAxis(getLayout(), rank);
  SmallVector<int64_t> inputStrides = tenon::getStrides(input.shape);
  SmallVector<int64_t> resultStrides = tenon::getStrides(result.shape);
  SmallVector<TransposedAxis> axes;
  for (int64_t i = 0; i < rank - 2; ++i)
    axes.push_back(getAxis(
        i, DimAttr::get(getContext(), input.shape[first + i]),
        DimAttr::get(getContext(), filter.shape[getFilterSpatialAxis(i)])));
  int64_t channels = input.shape[channelAxis] / getGroups();
  int64_t features = filter.shape[getFilterOutputAxis()];
  if (getBias()) {
    int64_t at = 0;
    forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
      result.floats[at++] =
          context.getOperand(2).floats[index[channelAxis]];
    });
  }
  SmallVector<int64_t> spatial(
      ArrayRef<int64_t>(input.shape).slice(first, rank - 2));
  int64_t at = 0;
  forEachIndex(filter.shape, [&](ArrayRef<int64_t> tap) {
    double weight = filter.floats[at++];
    int64_t channel = tap[getFilterInputAxis()];
    int64_t feature =
        channel / channels * features + tap[getFilterOutputAxis()];
    for (int64_t n = 0; n < input.shape[0]; ++n)
      forEachIndex(spatial, [&](ArrayRef<int64_t> place) {
        int64_t from = n * inputStrides[0] + channel * inputStrides[channelAxis];
        int64_t to = n * resultStrides[0] + feature * resultStrides[channelAxis];
        for (auto [i, axis] : llvm::enumerate(axes)) {
          int64_t position = place[i] * axis.stride +
                             tap[getFilterSpatialAxis(i)] * axis.dilation -
                             *axis.low.getConstant();
          if (position < 0 || position >= result.shape[first + i])
            return;
          from += place[i] * inputStrides[first + i];
          to += position * resultStrides[first + i];
        }
        result.floats[to] += weight * input.floats[from];
      });
  });
  context.setResult(std::move(result));
}

} // namespace tenon
