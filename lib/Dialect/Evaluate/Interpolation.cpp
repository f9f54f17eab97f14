//===- Interpolation.cpp - Reference evaluation of resizing ---------------===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Resampling.h"

using namespace mlir;

namespace tenon {
namespace {

/// What the elements of one axis are made of: `count` taps each.
struct TapTable {
  int64_t count = 1;
  std::vector<int64_t> taps;
  std::vector<double> weights;
  std::vector<bool> outside;
};

class ResizeEvaluator {
public:
  ResizeEvaluator(ResizeOp op, EvaluationContext &context)
      : op(op), context(context), result(context.makeResult()) {
    unsigned next = 1;
    for (Value operand : {op.getSizes(), op.getScales(), op.getRoi()})
      optional.push_back(operand ? &context.getOperand(next++) : nullptr);
  }

  void run() {
    HostTensor current = context.getOperand(0);
    for (auto [index, named] : llvm::enumerate(op.getAxes())) {
      int64_t axis = named < 0 ? named + current.getRank() : named;
      current = resample(current, axis, makeTable(index, axis));
    }
    if (result.isFloat())
      result.floats = std::move(current.floats);
    else if (op.getMode() == "nearest")
      result.integers = std::move(current.integers);
    else
      for (auto [to, from] : llvm::zip_equal(result.integers, current.floats))
        to = int64_t(from);
    context.setResult(std::move(result));
  }

private:
  ResizedAxis<double> describe(size_t index, int64_t axis) {
    const HostTensor &input = context.getOperand(0);
    ResizedAxis<double> described = {};
    described.input = input.shape[axis];
    described.output = result.shape[axis];
    described.numerator = described.output;
    described.denominator = described.input;
    if (const HostTensor *scales = optional[1]) {
      auto [numerator, denominator] = getQuotient(
          scales->floats[index], !scales->elementType.isF64());
      described.numerator = numerator;
      described.denominator = denominator;
    } else if (op.getPolicy() != "stretch") {
      useCommonScale(described);
    }
    if (const HostTensor *roi = optional[2]) {
      described.start = roi->floats[index];
      described.end = roi->floats[index + op.getAxes().size()];
    }
    return described;
  }

  void useCommonScale(ResizedAxis<double> &described) {
    const HostTensor &input = context.getOperand(0);
    bool isFirst = true, isSmallest = op.getPolicy() == "not_larger";
    for (auto [index, named] : llvm::enumerate(op.getAxes())) {
      int64_t axis = named < 0 ? named + input.getRank() : named;
      double wanted = optional[0]->integers[index], from = input.shape[axis];
      double old = described.numerator / described.denominator;
      if (!isFirst && (wanted / from < old) != isSmallest)
        continue;
      isFirst = false;
      described.numerator = wanted;
      described.denominator = from;
    }
  }

  TapTable makeTable(size_t index, int64_t axis) {
    ResizedAxis<double> described = describe(index, axis);
    HostMath math;
    Resampling<HostMath> resampling(op, math, described);
    TapTable table;
    bool isNearest = op.getMode() == "nearest";
    auto size = [&](double value) {
      return DimAttr::get(op.getContext(), int64_t(value));
    };
    if (!isNearest)
      table.count = *getTapCount(op, size(described.input),
                                 size(described.output))
                         .getConstant();
    for (int64_t at = 0; at < result.shape[axis]; ++at) {
      table.outside.push_back(op.getCoordinates() == "crop" &&
                              resampling.getOutside(at) != 0);
      if (isNearest) {
        table.taps.push_back(int64_t(resampling.getNearest(at)));
        table.weights.push_back(1);
        continue;
      }
      double sum = 0;
      for (int64_t tap = 0; tap < table.count; ++tap) {
        table.taps.push_back(
            int64_t(resampling.getTap(at, tap, table.count)));
        table.weights.push_back(resampling.getWeight(at, tap, table.count));
        sum += table.weights.back();
      }
      for (int64_t tap = 0; tap < table.count; ++tap)
        table.weights.end()[-1 - tap] /= sum;
    }
    return table;
  }

  HostTensor resample(const HostTensor &from, int64_t axis,
                      const TapTable &table) {
    bool isNearest = op.getMode() == "nearest";
    SmallVector<int64_t> shape(from.shape), strides = getStrides(from.shape);
    shape[axis] = result.shape[axis];
    Type elementType = isNearest ? from.elementType
                                 : Type(Float64Type::get(op.getContext()));
    HostTensor to(shape, elementType);
    double extrapolation = op.getExtrapolation().convertToDouble();
    int64_t at = 0;
    forEachIndex(shape, [&](ArrayRef<int64_t> index) {
      int64_t start = 0, place = index[axis];
      for (int64_t i = 0; i < from.getRank(); ++i)
        start += i == axis ? 0 : index[i] * strides[i];
      auto read = [&](int64_t tap) {
        int64_t offset =
            start + table.taps[place * table.count + tap] * strides[axis];
        return from.isFloat() ? from.floats[offset]
                              : double(from.integers[offset]);
      };
      if (!to.isFloat()) {
        int64_t offset = start + table.taps[place] * strides[axis];
        to.integers[at++] = table.outside[place] ? int64_t(extrapolation)
                                                 : from.integers[offset];
        return;
      }
      double sum = 0;
      for (int64_t tap = 0; tap < table.count; ++tap)
        if (double weight = table.weights[place * table.count + tap])
          sum += weight * read(tap);
      to.floats[at++] = table.outside[place] ? extrapolation : sum;
    });
    return to;
  }

  ResizeOp op;
  EvaluationContext &context;
  HostTensor result;
  SmallVector<const HostTensor *> optional;
};

} // namespace

void ResizeOp::evaluate(EvaluationContext &context) {
  ResizeEvaluator(*this, context).run();
}

} // namespace tenon
