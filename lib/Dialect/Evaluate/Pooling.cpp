//===- Pooling.cpp - Reference evaluation of poolings ---------------------===//

#include "tenon/Dialect/IR/Pooling.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include <cmath>
#include <limits>

using namespace mlir;

namespace tenon {
namespace {

/// Walks the windows of a pooling.
class WindowWalker {
public:
  template <typename Op>
  WindowWalker(Op op, const HostTensor &input)
      : input(input), kernel(op.getKernel()), strides(getStrides(input.shape)),
        first(getFirstSpatialAxis(op.getLayout())) {
    MLIRContext *mlir = op.getContext();
    for (size_t i = 0; i < kernel.size(); ++i)
      axes.push_back(getWindowAxis(op.getWindow(), kernel.size(), i,
                                   DimAttr::get(mlir, input.shape[first + i]),
                                   DimAttr::get(mlir, kernel[i])));
  }

  /// Calls `read` with the offset of each input element of the window at the
  /// result's index `at`, and `pad` for each that falls in the padding.
  void walk(
      ArrayRef<int64_t> at, llvm::function_ref<void(int64_t)> read,
      llvm::function_ref<void()> pad = [] {}) {
    forEachIndex(kernel, [&](ArrayRef<int64_t> tap) {
      int64_t offset = 0;
      bool padding = false;
      for (auto [i, axis] : llvm::enumerate(axes)) {
        int64_t size = input.shape[first + i];
        int64_t position = at[first + i] * axis.stride +
                           tap[i] * axis.dilation - *axis.low.getConstant();
        if (position >= size + *axis.high.getConstant())
          return;
        padding |= position < 0 || position >= size;
        offset += position * strides[first + i];
      }
      if (padding)
        return pad();
      for (int64_t axis = 0; axis < input.getRank(); ++axis)
        if (axis < first || axis >= first + int64_t(axes.size()))
          offset += at[axis] * strides[axis];
      read(offset);
    });
  }

private:
  const HostTensor &input;
  SmallVector<int64_t> kernel, strides;
  SmallVector<WindowAxis> axes;
  int64_t first;
};

/// The lowest number of an integer type.
int64_t getLowest(Type type) {
  if (type.isUnsignedInteger())
    return 0;
  return int64_t(~uint64_t(0) << (type.getIntOrFloatBitWidth() - 1));
}

} // namespace

void MaxPoolOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  WindowWalker walker(*this, input);
  HostTensor result = context.makeResult();
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    if (input.isFloat()) {
      double best = -std::numeric_limits<double>::infinity();
      walker.walk(index, [&](int64_t offset) {
        double value = input.floats[offset];
        if (value > best || std::isnan(value))
          best = value;
      });
      result.floats[at++] = best;
      return;
    }
    int64_t best = getLowest(input.elementType);
    walker.walk(index, [&](int64_t offset) {
      int64_t value = input.integers[offset];
      if (input.isUnsigned() ? uint64_t(value) > uint64_t(best) : value > best)
        best = value;
    });
    result.integers[at++] = best;
  });
  context.setResult(std::move(result));
}

void AvgPoolOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  WindowWalker walker(*this, input);
  HostTensor result = context.makeResult();
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    double sum = 0;
    int64_t count = 0;
    walker.walk(
        index,
        [&](int64_t offset) {
          sum += input.floats[offset];
          ++count;
        },
        [&] { count += getCountIncludePad(); });
    result.floats[at++] = sum / std::max<int64_t>(count, 1);
  });
  context.setResult(std::move(result));
}

void MaxPoolIndicesOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  WindowWalker walker(*this, input);
  HostTensor result = context.makeResult();
  SmallVector<int64_t> strides = tenon::getStrides(input.shape);
  SmallVector<DimAttr> dims;
  for (int64_t size : input.shape)
    dims.push_back(DimAttr::get(getContext(), size));
  SmallVector<DimAttr> places =
      getPlaceStrides(dims, getLayout(), getColumnMajor());
  auto isBetter = [&](int64_t offset, int64_t best) {
    if (best < 0)
      return true;
    if (input.isFloat())
      return input.floats[offset] > input.floats[best] ||
             (std::isnan(input.floats[offset]) &&
              !std::isnan(input.floats[best]));
    return input.isUnsigned()
               ? uint64_t(input.integers[offset]) >
                     uint64_t(input.integers[best])
               : input.integers[offset] > input.integers[best];
  };
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t best = -1;
    walker.walk(index, [&](int64_t offset) {
      best = isBetter(offset, best) ? offset : best;
    });
    int64_t place = best < 0 ? -1 : 0;
    for (int64_t axis = 0; best > 0 && axis < input.getRank(); ++axis)
      place += best / strides[axis] % input.shape[axis] *
               *places[axis].getConstant();
    result.integers[at++] = place;
  });
  context.setResult(std::move(result));
}

void LpPoolOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  WindowWalker walker(*this, input);
  HostTensor result = context.makeResult();
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    double sum = 0;
    walker.walk(index, [&](int64_t offset) {
      sum += std::pow(std::fabs(input.floats[offset]), getP());
    });
    result.floats[at++] = std::pow(sum, 1.0 / getP());
  });
  context.setResult(std::move(result));
}

} // namespace tenon
