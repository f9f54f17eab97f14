//===- Resampling.h - Where resized elements take their values ------------===//
//
// The formulas of `resize` on one axis. They are written once, over a `Math`
// that either computes (the evaluator, and tables that are known when
// compiling) or builds code (tables that depend on the data).
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIALECT_IR_RESAMPLING_H
#define TENON_DIALECT_IR_RESAMPLING_H

#include "tenon/Dialect/IR/Interpolation.h"
#include <cmath>

namespace tenon {

/// Computes with the compiler's own numbers.
struct HostMath {
  using Number = double;
  using Truth = bool;

  double number(double value) { return value; }
  double add(double lhs, double rhs) { return lhs + rhs; }
  double sub(double lhs, double rhs) { return lhs - rhs; }
  double mul(double lhs, double rhs) { return lhs * rhs; }
  double div(double lhs, double rhs) { return lhs / rhs; }
  double floor(double value) { return std::floor(value); }
  double ceil(double value) { return std::ceil(value); }
  /// Half to even.
  double round(double value) { return std::nearbyint(value); }
  double abs(double value) { return std::fabs(value); }
  double min(double lhs, double rhs) { return std::fmin(lhs, rhs); }
  double max(double lhs, double rhs) { return std::fmax(lhs, rhs); }
  bool isLess(double lhs, double rhs) { return lhs < rhs; }
  bool isEqual(double lhs, double rhs) { return lhs == rhs; }
  double select(bool condition, double yes, double no) {
    return condition ? yes : no;
  }
};

/// An axis that is resized. The scale is a quotient, so that positions on axes
/// whose sizes are known are exact.
template <typename Number> struct ResizedAxis {
  Number input, output, numerator, denominator;
  /// Only for `crop`.
  Number start, end;
};

template <typename Math> class Resampling {
public:
  using Number = typename Math::Number;

  Resampling(ResizeOp op, Math &math, const ResizedAxis<Number> &axis)
      : op(op), math(math), axis(axis) {}

  /// The position of the input that an element of the result is taken from.
  Number getSource(Number position) {
    llvm::StringRef coordinates = op.getCoordinates();
    if (coordinates == "align_corners" || coordinates == "crop")
      return getSpread(position);
    if (coordinates == "asymmetric")
      return divideByScale(position);
    Number half = math.number(0.5), one = math.number(1);
    if (coordinates == "half_pixel_symmetric") {
      // From the middle of the one to the middle of the other.
      Number middle = math.mul(math.sub(axis.output, one), half);
      Number distance = divideByScale(math.sub(position, middle));
      return math.add(distance, math.mul(math.sub(axis.input, one), half));
    }
    Number source = divideByScale(math.add(position, half));
    if (coordinates == "half_pixel_start")
      return source;
    source = math.sub(source, half);
    if (coordinates == "half_pixel_or_zero")
      return math.select(math.isLess(one, axis.output), source,
                         math.number(0));
    return source;
  }

  /// The nearest element, limited to the axis.
  Number getNearest(Number position) {
    Number source = getSource(position);
    llvm::StringRef rounding = op.getRounding();
    if (rounding == "floor")
      source = math.floor(source);
    else if (rounding == "ceil")
      source = math.ceil(source);
    else if (rounding == "half_down")
      source = math.ceil(math.sub(source, math.number(0.5)));
    else if (rounding == "half_up")
      source = math.floor(math.add(source, math.number(0.5)));
    else
      source = math.select(math.isLess(axis.numerator, axis.denominator),
                           math.ceil(source), math.floor(source));
    return limit(source);
  }

  /// The element that tap `tap` of `count` reads, limited to the axis.
  Number getTap(Number position, Number tap, Number count) {
    return limit(getTapAnywhere(getSource(position), tap, count));
  }

  /// How much a tap counts; not yet normalised.
  Number getWeight(Number position, Number tap, Number count) {
    Number source = getSource(position);
    Number from = getTapAnywhere(source, tap, count);
    Number distance = math.abs(math.sub(from, source));
    if (op.getAntialias())
      distance = math.mul(
          distance, math.min(math.div(axis.numerator, axis.denominator),
                             math.number(1)));
    Number weight = getKernel(distance);
    if (!op.getExcludeOutside())
      return weight;
    return math.select(math.isEqual(from, limit(from)), weight,
                       math.number(0));
  }

  /// 1 where the position lies outside of the input, otherwise 0.
  Number getOutside(Number position) {
    Number source = getSource(position);
    Number last = math.sub(axis.input, math.number(1));
    return math.select(math.isLess(source, math.number(0)), math.number(1),
                       math.select(math.isLess(last, source), math.number(1),
                                   math.number(0)));
  }

private:
  /// What the result's size is before it is rounded.
  Number getWidth() {
    return math.div(math.mul(axis.input, axis.numerator), axis.denominator);
  }

  Number divideByScale(Number position) {
    return math.div(math.mul(position, axis.denominator), axis.numerator);
  }

  /// Equal distances from one place of the input to another.
  Number getSpread(Number position) {
    Number one = math.number(1), last = math.sub(axis.input, one);
    Number steps = math.sub(getWidth(), one);
    bool isCrop = op.getCoordinates() == "crop";
    Number span =
        isCrop ? math.mul(math.sub(axis.end, axis.start), last) : last;
    Number single =
        isCrop ? math.mul(span, math.number(0.5)) : math.number(0);
    Number source =
        math.select(math.isEqual(steps, math.number(0)), single,
                    math.div(math.mul(position, span), steps));
    return isCrop ? math.add(source, math.mul(axis.start, last)) : source;
  }

  Number limit(Number source) {
    Number last = math.sub(axis.input, math.number(1));
    return math.max(math.min(source, last), math.number(0));
  }

  /// Half of the taps lie before the source or on it.
  Number getTapAnywhere(Number source, Number tap, Number count) {
    Number half = math.mul(count, math.number(0.5));
    return math.add(math.sub(math.ceil(source), half), tap);
  }

  Number getKernel(Number distance) {
    Number zero = math.number(0), one = math.number(1);
    if (op.getMode() == "linear")
      return math.max(math.sub(one, distance), zero);
    double a = op.getCubicA().convertToDouble();
    auto horner = [&](std::initializer_list<double> coefficients) {
      Number sum = zero;
      bool isFirst = true;
      for (double coefficient : coefficients) {
        Number term = math.number(coefficient);
        sum = isFirst ? term : math.add(math.mul(sum, distance), term);
        isFirst = false;
      }
      return sum;
    };
    Number near = horner({a + 2, -(a + 3), 0, 1});
    Number far = horner({a, -5 * a, 8 * a, -4 * a});
    return math.select(
        math.isLess(one, distance),
        math.select(math.isLess(distance, math.number(2)), far, zero), near);
  }

  ResizeOp op;
  Math &math;
  ResizedAxis<Number> axis;
};

/// A scale as a quotient: the simplest one that gives this number, if it is
/// simple enough, so that `0.1` is a tenth and `size / 10` exact.
std::pair<int64_t, int64_t> getQuotient(double scale, bool isSingle);

/// How many elements of an axis one element of the result is made of at most,
/// on all of these axes, in modes other than `nearest`.
DimAttr getTapCount(ResizeOp op, DimAttr input, DimAttr output);

/// The numbers of an operand that is a constant.
std::optional<llvm::SmallVector<double>> getNumbers(mlir::Value operand);

} // namespace tenon

#endif // TENON_DIALECT_IR_RESAMPLING_H
