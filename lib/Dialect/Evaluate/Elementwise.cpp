//===- Elementwise.cpp - Reference evaluation of elementwise ops ----------===//

#include "ElementwiseBroadcast.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "llvm/ADT/TypeSwitch.h"
#include <cmath>
#include <numbers>

using namespace mlir;

namespace tenon {
namespace {

/// NaN stays NaN.
double clamp(double x, double low, double high) {
  x = x < low ? low : x;
  return x > high ? high : x;
}

double evaluateGelu(double x, GeluOp op) {
  if (!op.getApproximate())
    return 0.5 * x * (1 + std::erf(x * std::numbers::sqrt2 / 2));
  double scale = std::sqrt(2 * std::numbers::inv_pi);
  return 0.5 * x * (1 + std::tanh(scale * (x + 0.044715 * x * x * x)));
}

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
      .Case<RsqrtOp>([&](auto) { return 1 / std::sqrt(x); })
      .Case<FloorOp>([&](auto) { return std::floor(x); })
      .Case<CeilOp>([&](auto) { return std::ceil(x); })
      .Case<RoundOp>([&](auto) { return std::nearbyint(x); })
      .Case<SinOp>([&](auto) { return std::sin(x); })
      .Case<CosOp>([&](auto) { return std::cos(x); })
      .Case<TanOp>([&](auto) { return std::tan(x); })
      .Case<AsinOp>([&](auto) { return std::asin(x); })
      .Case<AcosOp>([&](auto) { return std::acos(x); })
      .Case<AtanOp>([&](auto) { return std::atan(x); })
      .Case<SinhOp>([&](auto) { return std::sinh(x); })
      .Case<CoshOp>([&](auto) { return std::cosh(x); })
      .Case<AsinhOp>([&](auto) { return std::asinh(x); })
      .Case<AcoshOp>([&](auto) { return std::acosh(x); })
      .Case<AtanhOp>([&](auto) { return std::atanh(x); })
      .Case<SignOp>([&](auto) { return x > 0   ? 1
                                       : x < 0 ? -1
                                               : x; })
      .Case<SoftplusOp>([&](auto) {
        return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x));
      })
      .Case<EluOp>([&](EluOp elu) {
        return x < 0 ? std::expm1(x) * elu.getAlpha().convertToDouble() : x;
      })
      .Case<CeluOp>([&](CeluOp celu) {
        double alpha = celu.getAlpha().convertToDouble();
        return x < 0 ? std::expm1(x / alpha) * alpha : x;
      })
      .Case<HardSigmoidOp>([&](HardSigmoidOp op) {
        return clamp(x * op.getAlpha().convertToDouble() +
                         op.getBeta().convertToDouble(),
                     0, 1);
      })
      .Case<HardSwishOp>([&](auto) { return x * clamp(x / 6 + 0.5, 0, 1); })
      .Case<GeluOp>([&](GeluOp gelu) { return evaluateGelu(x, gelu); })
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

bool isLess(int64_t a, int64_t b, bool isUnsigned) {
  return isUnsigned ? uint64_t(a) < uint64_t(b) : a < b;
}

int64_t evaluateInteger(Operation *op, int64_t x, Type type) {
  bool isUnsigned = type.isUnsignedInteger();
  bool negative = !isUnsigned && x < 0;
  return llvm::TypeSwitch<Operation *, int64_t>(op)
      .Case<NegOp>([&](auto) { return int64_t(0 - uint64_t(x)); })
      .Case<AbsOp>(
          [&](auto) { return negative ? int64_t(0 - uint64_t(x)) : x; })
      .Case<ReluOp>([&](auto) { return negative ? 0 : x; })
      .Case<SignOp>([&](auto) { return negative ? -1 : x != 0; })
      .Case<NotOp>([&](auto) { return int64_t(x == 0); })
      .Case<BitwiseNotOp>([&](auto) { return ~x; })
      .Case<ClipOp>([&](ClipOp clip) {
        if (auto low = clip.getLow()) {
          int64_t limit = toInteger(low->convertToDouble(), type);
          x = isLess(x, limit, isUnsigned) ? limit : x;
        }
        if (auto high = clip.getHigh()) {
          int64_t limit = toInteger(high->convertToDouble(), type);
          x = isLess(limit, x, isUnsigned) ? limit : x;
        }
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
      .Case<RemainderOp>([&](auto) { return std::fmod(a, b); })
      .Case<PreluOp>([&](auto) { return a < 0 ? a * b : a; })
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

/// With the sign of the dividend.
int64_t takeRemainder(int64_t a, int64_t b, bool isUnsigned) {
  if (b == 0)
    return 0;
  if (isUnsigned)
    return int64_t(uint64_t(a) % uint64_t(b));
  return b == -1 ? 0 : a % b;
}

/// With the sign of the divisor.
int64_t takeModulus(int64_t a, int64_t b, bool isUnsigned) {
  int64_t remainder = takeRemainder(a, b, isUnsigned);
  bool differs = !isUnsigned && remainder != 0 && (remainder < 0) != (b < 0);
  return differs ? remainder + b : remainder;
}

int64_t shiftLeft(int64_t x, int64_t count, Type type) {
  unsigned width = type.getIntOrFloatBitWidth();
  return uint64_t(count) < width ? int64_t(uint64_t(x) << count) : 0;
}

int64_t shiftRight(int64_t x, int64_t count, Type type) {
  unsigned width = type.getIntOrFloatBitWidth();
  bool isOver = uint64_t(count) >= width;
  if (type.isUnsignedInteger())
    return isOver ? 0 : int64_t(uint64_t(x) >> count);
  return x >> (isOver ? 63 : count);
}

int64_t evaluateInteger(Operation *op, int64_t a, int64_t b, Type type) {
  bool isUnsigned = type.isUnsignedInteger();
  bool less = isLess(a, b, isUnsigned);
  return llvm::TypeSwitch<Operation *, int64_t>(op)
      .Case<AddOp>([&](auto) { return int64_t(uint64_t(a) + uint64_t(b)); })
      .Case<SubOp>([&](auto) { return int64_t(uint64_t(a) - uint64_t(b)); })
      .Case<MulOp>([&](auto) { return int64_t(uint64_t(a) * uint64_t(b)); })
      .Case<DivOp>([&](auto) { return divide(a, b, isUnsigned); })
      .Case<PreluOp>([&](auto) {
        return !isUnsigned && a < 0 ? int64_t(uint64_t(a) * uint64_t(b)) : a;
      })
      .Case<MaximumOp>([&](auto) { return less ? b : a; })
      .Case<MinimumOp>([&](auto) { return less ? a : b; })
      .Case<ModOp>([&](auto) { return takeModulus(a, b, isUnsigned); })
      .Case<RemainderOp>([&](auto) { return takeRemainder(a, b, isUnsigned); })
      .Case<AndOp, BitwiseAndOp>([&](auto) { return a & b; })
      .Case<OrOp, BitwiseOrOp>([&](auto) { return a | b; })
      .Case<XorOp, BitwiseXorOp>([&](auto) { return a ^ b; })
      .Case<ShiftLeftOp>([&](auto) { return shiftLeft(a, b, type); })
      .Case<ShiftRightOp>([&](auto) { return shiftRight(a, b, type); })
      .Default([](auto) { return int64_t(0); });
}

} // namespace

void evaluateUnary(EvaluationContext &context) {
  HostTensor result = context.getOperand(0);
  for (double &value : result.floats)
    value = evaluateFloat(context.getOp(), value);
  for (int64_t &value : result.integers)
    value = evaluateInteger(context.getOp(), value, result.elementType);
  context.setResult(std::move(result));
}

void evaluateBinary(EvaluationContext &context) {
  const HostTensor &lhs = context.getOperand(0), &rhs = context.getOperand(1);
  HostTensor result = context.makeResult();
  forEachBroadcast(context, result.shape, [&](int64_t at, auto from) {
    if (result.isFloat())
      result.floats[at] = evaluateFloat(context.getOp(), lhs.floats[from[0]],
                                        rhs.floats[from[1]]);
    else
      result.integers[at] =
          evaluateInteger(context.getOp(), lhs.integers[from[0]],
                          rhs.integers[from[1]], result.elementType);
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
      result.integers[i] = truth
                               ? input.floats[i] != 0
                               : toInteger(input.floats[i], result.elementType);
    else if (result.isFloat())
      result.floats[i] = input.isUnsigned()
                             ? double(uint64_t(input.integers[i]))
                             : double(input.integers[i]);
    else
      result.integers[i] = truth ? input.integers[i] != 0 : input.integers[i];
  }
  context.setResult(std::move(result));
}

} // namespace tenon
