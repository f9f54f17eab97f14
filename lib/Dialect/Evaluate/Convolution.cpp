//===- Convolution.cpp - Reference evaluation of convolutions -------------===//

#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {
namespace {

/// Sums one window after the other, straight from the definition.
class ConvEvaluator {
public:
  ConvEvaluator(ConvOp op, EvaluationContext &context)
      : op(op), input(context.getOperand(0)), filter(context.getOperand(1)),
        bias(op.getBias() ? &context.getOperand(2) : nullptr),
        inputStrides(getStrides(input.shape)),
        filterStrides(getStrides(filter.shape)) {
    MLIRContext *mlir = op.getContext();
    first = getFirstSpatialAxis(op.getLayout());
    channelAxis = getChannelAxis(op.getLayout(), input.getRank());
    for (int64_t i = 0; i < input.getRank() - 2; ++i) {
      int64_t kernel = filter.shape[op.getFilterSpatialAxis(i)];
      taps.push_back(kernel);
      axes.push_back(getWindowAxis(op.getWindow(), input.getRank() - 2, i,
                                   DimAttr::get(mlir, input.shape[first + i]),
                                   DimAttr::get(mlir, kernel)));
    }
  }

  /// Integers are exact in a double as far as 32 bits hold their sum.
  double evaluate(ArrayRef<int64_t> at) {
    int64_t feature = at[channelAxis];
    double sum = bias ? get(*bias, feature) : 0;
    forEachIndex(taps, [&](ArrayRef<int64_t> tap) {
      int64_t source = at[0] * inputStrides[0];
      int64_t weight = feature * filterStrides[op.getFilterOutputAxis()];
      for (auto [i, axis] : llvm::enumerate(axes)) {
        int64_t position = at[first + i] * axis.stride +
                           tap[i] * axis.dilation - *axis.low.getConstant();
        if (position < 0 || position >= input.shape[first + i])
          return;
        source += position * inputStrides[first + i];
        weight += tap[i] * filterStrides[op.getFilterSpatialAxis(i)];
      }
      sum += sumChannels(feature, source, weight);
    });
    return sum;
  }

private:
  /// Over the channels of the feature's group, at one tap.
  double sumChannels(int64_t feature, int64_t source, int64_t weight) {
    int64_t channels = filter.shape[op.getFilterInputAxis()];
    int64_t features = filter.shape[op.getFilterOutputAxis()];
    int64_t group = feature / (features / op.getGroups());
    double sum = 0;
    for (int64_t c = 0; c < channels; ++c)
      sum += get(input, source + (group * channels + c) *
                                     inputStrides[channelAxis]) *
             get(filter, weight + c * filterStrides[op.getFilterInputAxis()]);
    return sum;
  }
  static double get(const HostTensor &tensor, int64_t at) {
    return tensor.isFloat() ? tensor.floats[at] : double(tensor.integers[at]);
  }

  ConvOp op;
  const HostTensor &input, &filter;
  const HostTensor *bias;
  SmallVector<int64_t> inputStrides, filterStrides, taps;
  SmallVector<WindowAxis> axes;
  int64_t first, channelAxis;
};

} // namespace

void ConvOp::evaluate(EvaluationContext &context) {
  ConvEvaluator evaluator(*this, context);
  HostTensor result = context.makeResult();
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    double sum = evaluator.evaluate(index);
    if (result.isFloat())
      result.floats[at++] = sum;
    else
      result.integers[at++] = int64_t(sum);
  });
  context.setResult(std::move(result));
}

} // namespace tenon
