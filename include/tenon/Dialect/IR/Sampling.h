//===- Sampling.h - Where grids take their values -------------------------===//
//
// The formulas of `grid_sample` on one axis, written once over a `Math` that
// computes or builds code.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIALECT_IR_SAMPLING_H
#define TENON_DIALECT_IR_SAMPLING_H

#include "tenon/Dialect/IR/Interpolation.h"

namespace tenon {

template <typename Math> class Sampling {
public:
  using Number = typename Math::Number;

  /// An element that a sample is made of.
  struct Tap {
    /// Its position, limited to the axis.
    Number position, weight;
    /// Whether it lies on the axis; only asked for with the border `zeros`.
    typename Math::Truth isInside;
  };

  Sampling(GridSampleOp op, Math &math, Number size)
      : op(op), math(math), size(size), last(math.sub(size, math.number(1))) {
    bool aligned = op.getAlignCorners();
    lowest = aligned ? math.number(0) : math.number(-0.5);
    highest = aligned ? last : math.sub(size, math.number(0.5));
  }

  /// The taps for a number of the grid.
  llvm::SmallVector<Tap> getTaps(Number place) {
    Number source = denormalize(place);
    llvm::SmallVector<Tap> taps;
    if (op.getMode() == "nearest") {
      Number nearest = bringBack(math.round(source));
      taps.push_back(read(nearest, math.number(1)));
      return taps;
    }
    source = bringBack(source);
    Number first = math.floor(source), rest = math.sub(source, first);
    Number one = math.number(1);
    if (op.getMode() == "linear") {
      taps.push_back(read(first, math.sub(one, rest)));
      taps.push_back(read(math.add(first, one), rest));
      return taps;
    }
    for (int offset = -1; offset <= 2; ++offset) {
      Number distance = math.abs(math.sub(math.number(offset), rest));
      taps.push_back(read(math.add(first, math.number(offset)),
                          getCubic(distance, offset == 0 || offset == 1)));
    }
    return taps;
  }

private:
  Number denormalize(Number place) {
    Number half = math.number(0.5), one = math.number(1);
    Number shifted = math.add(place, one);
    if (op.getAlignCorners())
      return math.mul(math.mul(shifted, half), last);
    return math.mul(math.sub(math.mul(shifted, size), one), half);
  }

  /// Positions beyond the edges, as the border has it. The curve of `cubic`
  /// goes on there, through elements that are those at the edge.
  Number bringBack(Number source) {
    if (op.getBorder() == "zeros" ||
        (op.getBorder() == "edge" && op.getMode() == "cubic"))
      return source;
    Number inside = op.getBorder() == "edge" ? limit(source) : reflect(source);
    return math.select(math.isLess(source, lowest), inside,
                       math.select(math.isLess(highest, source), inside,
                                   source));
  }

  Number limit(Number source) {
    return math.max(math.min(source, last), math.number(0));
  }

  /// Back and forth between the edges.
  Number reflect(Number source) {
    Number range = math.sub(highest, lowest);
    Number distance = math.abs(math.sub(source, lowest));
    Number times = math.floor(math.div(distance, range));
    Number rest = math.sub(distance, math.mul(times, range));
    Number pairs = math.floor(math.mul(times, math.number(0.5)));
    Number isOdd = math.sub(times, math.mul(pairs, math.number(2)));
    Number reflected =
        math.select(math.isLess(isOdd, math.number(0.5)),
                    math.add(lowest, rest), math.sub(highest, rest));
    return math.select(math.isEqual(range, math.number(0)), lowest, reflected);
  }

  Tap read(Number position, Number weight) {
    bool isReflected = op.getBorder() == "reflect";
    Number within = limit(isReflected ? reflect(position) : position);
    return {within, weight, math.isEqual(within, position)};
  }

  Number getCubic(Number distance, bool isNear) {
    constexpr double a = -0.75;
    double far[] = {a, -5 * a, 8 * a, -4 * a}, near[] = {a + 2, -(a + 3), 0, 1};
    Number sum = math.number((isNear ? near : far)[0]);
    for (int i = 1; i < 4; ++i)
      sum = math.add(math.mul(sum, distance),
                     math.number((isNear ? near : far)[i]));
    return sum;
  }

  GridSampleOp op;
  Math &math;
  Number size, last, lowest, highest;
};

} // namespace tenon

#endif // TENON_DIALECT_IR_SAMPLING_H
