//===- Elementwise.cpp - Reference evaluation of elementwise ops ----------===//

#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "llvm/ADT/TypeSwitch.h"
#include <cmath>

using namespace mlir;

namespace tenon {
namespace {

double evaluateFloat(Operation *op, double x) {
  return llvm::TypeSwitch<Operation *, double>(op)
      .Case<NegOp>([&](auto) { return -x; })
      .Case<AbsOp>([&](auto) { return std::fabs(x); })
      .Case<ExpOp>([&](auto) { return std::exp(x); })
      .Case<LogOp>([&](auto) { return std::log(x); })
      .Case<SqrtOp>([&](auto) { return std::sqrt(x); })
      .Case<ReciprocalOp>([&](auto) { return 1 / x; })
      .Case<ErfOp>([&](auto) { return std::erf(x); })
      .Case<TanhOp>([&](auto) { return std::tanh(x); })
      .Case<SigmoidOp>([&](auto) { return 1 / (1 + std::exp(-x)); })
      .Case<ReluOp>([&](auto) { return x < 0 ? 0 : x; })
      .Case<LeakyReluOp>([&](LeakyReluOp relu) {
        return x < 0 ? x * relu.getAlpha().convertToDouble() : x;
      })
      .Case<ClipOp>([&](ClipOp clip) {
        if (auto low = clip.getLow(); low && x < low->convertToDouble())
          x = low->convertToDouble();
        if (auto high = clip.getHigh(); high && x > high->convertToDouble())
          x = high->convertToDouble();
        return x;
      })
      .Default([](auto) { return std::nan(""); });
}

int64_t evaluateInteger(Operation *op, int64_t x) {
  return llvm::TypeSwitch<Operation *, int64_t>(op)
      .Case<NegOp>([&](auto) { return int64_t(0 - uint64_t(x)); })
      .Case<AbsOp>([&](auto) { return x < 0 ? int64_t(0 - uint64_t(x)) : x; })
      .Case<ReluOp>([&](auto) { return std::max<int64_t>(x, 0); })
      .Case<ClipOp>([&](ClipOp clip) {
        if (auto low = clip.getLow(); low && x < low->convertToDouble())
          x = int64_t(low->convertToDouble());
        if (auto high = clip.getHigh(); high && x > high->convertToDouble())
          x = int64_t(high->convertToDouble());
        return x;
      })
      .Default([](auto) { return int64_t(0); });
}

double evaluateFloat(Operation *op, double a, double b) {
  bool unordered = std::isnan(a) || std::isnan(b);
  return llvm::TypeSwitch<Operation *, double>(op)
      .Case<AddOp>([&](auto) { return a + b; })
      .Case<SubOp>([&](auto) { return a - b; })
      .Case<MulOp>([&](auto) { return a * b; })
      .Case<DivOp>([&](auto) { return a / b; })
      .Case<PowOp>([&](auto) { return std::pow(a, b); })
      .Case<MaximumOp>(
          [&](auto) { return unordered ? std::nan("") : std::max(a, b); })
      .Case<MinimumOp>(
          [&](auto) { return unordered ? std::nan("") : std::min(a, b); })
      .Default([](auto) { return std::nan(""); });
}

int64_t divide(int64_t a, int64_t b, bool isUnsigned) {
  if (b == 0)
    return 0;
  if (isUnsigned)
    return int64_t(uint64_t(a) / uint64_t(b));
  return b == -1 ? int64_t(0 - uint64_t(a)) : a / b;
}

int64_t evaluateInteger(Operation *op, int64_t a, int64_t b, bool isUnsigned) {
  bool less = isUnsigned ? uint64_t(a) < uint64_t(b) : a < b;
  return llvm::TypeSwitch<Operation *, int64_t>(op)
      .Case<AddOp>([&](auto) { return int64_t(uint64_t(a) + uint64_t(b)); })
      .Case<SubOp>([&](auto) { return int64_t(uint64_t(a) - uint64_t(b)); })
      .Case<MulOp>([&](auto) { return int64_t(uint64_t(a) * uint64_t(b)); })
      .Case<DivOp>([&](auto) { return divide(a, b, isUnsigned); })
      .Case<MaximumOp>([&](auto) { return less ? b : a; })
      .Case<MinimumOp>([&](auto) { return less ? a : b; })
      .Default([](auto) { return int64_t(0); });
}

/// The position in a broadcast operand of an element of the result.
int64_t getBroadcastOffset(const HostTensor &operand, ArrayRef<int64_t> strides,
                           ArrayRef<int64_t> index) {
  int64_t offset = 0;
  for (size_t axis = 0; axis < index.size(); ++axis)
    if (operand.shape[axis] != 1)
      offset += index[axis] * strides[axis];
  return offset;
}

int64_t toInteger(double value, Type type) {
  if (std::isnan(value))
    return 0;
  unsigned width = type.getIntOrFloatBitWidth();
  bool isUnsigned = type.isUnsignedInteger();
  double low = isUnsigned ? 0.0 : -std::ldexp(1.0, width - 1);
  double high = std::ldexp(1.0, isUnsigned ? width : width - 1);
  if (value <= low)
    return isUnsigned ? 0 : int64_t(-uint64_t(uint64_t(1) << (width - 1)));
  if (value >= high)
    return isUnsigned ? int64_t(width == 64 ? ~uint64_t(0)
                                            : (uint64_t(1) << width) - 1)
                      : int64_t((uint64_t(1) << (width - 1)) - 1);
  return isUnsigned ? int64_t(uint64_t(value)) : int64_t(value);
}

} // namespace

void evaluateUnary(EvaluationContext &context) {
  HostTensor result = context.getOperand(0);
  for (double &value : result.floats)
    value = evaluateFloat(context.getOp(), value);
  for (int64_t &value : result.integers)
    value = evaluateInteger(context.getOp(), value);
  context.setResult(std::move(result));
}

void evaluateBinary(EvaluationContext &context) {
  const HostTensor &lhs = context.getOperand(0), &rhs = context.getOperand(1);
  HostTensor result = context.makeResult();
  SmallVector<int64_t> left = getStrides(lhs.shape),
                       right = getStrides(rhs.shape);
  int64_t at = 0;
  forEachIndex(result.shape, [&](ArrayRef<int64_t> index) {
    int64_t i = getBroadcastOffset(lhs, left, index);
    int64_t j = getBroadcastOffset(rhs, right, index);
    if (result.isFloat())
      result.floats[at++] =
          evaluateFloat(context.getOp(), lhs.floats[i], rhs.floats[j]);
    else
      result.integers[at++] =
          evaluateInteger(context.getOp(), lhs.integers[i], rhs.integers[j],
                          result.isUnsigned());
  });
  context.setResult(std::move(result));
}

void CastOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  HostTensor result = context.makeResult();
  bool truth = result.elementType.isInteger(1);
  for (int64_t i = 0; i < input.getCount(); ++i) {
    if (input.isFloat() && result.isFloat())
      result.floats[i] = input.floats[i];
    else if (input.isFloat())
      result.integers[i] =
          truth ? input.floats[i] != 0
                : toInteger(input.floats[i], result.elementType);
    else if (result.isFloat())
      result.floats[i] = input.isUnsigned()
                             ? double(uint64_t(input.integers[i]))
                             : double(input.integers[i]);
    else
      result.integers[i] = input.integers[i];
  }
  context.setResult(std::move(result));
}

} // namespace tenon
