//===- DimInterval.cpp - Interval arithmetic ------------------------------===//
//
// Arithmetic over ranges of integers whose ends may be unbounded.
//
//===----------------------------------------------------------------------===//
#include "DimInterval.h"
#include "DimDetail.h"

using namespace tenon;
using namespace tenon::detail;

namespace {
/// One end of a range: an integer, or infinite with a sign.
struct End {
  int infinity;
  Wide value;

  static End lower(DimRange range) {
    return range.lower ? End{0, *range.lower} : End{-1, 0};
  }
  static End upper(DimRange range) {
    return range.upper ? End{0, *range.upper} : End{1, 0};
  }
  int sign() const { return infinity ? infinity : (value > 0) - (value < 0); }
  bool operator<(End rhs) const {
    return infinity != rhs.infinity ? infinity < rhs.infinity
                                    : value < rhs.value;
  }
  /// What is beyond 64 bits counts as infinite, so that products of ends fit.
  End saturated() const {
    return infinity || value == int64_t(value) ? *this : End{sign(), 0};
  }
  std::optional<int64_t> get() const {
    End end = saturated();
    return end.infinity ? std::nullopt
                        : std::optional<int64_t>(int64_t(end.value));
  }
};
} // namespace

static End multiply(End lhs, End rhs) {
  // Zero times anything in an unbounded range is zero.
  int sign = lhs.sign() * rhs.sign();
  if (sign == 0)
    return {0, 0};
  return lhs.infinity || rhs.infinity ? End{sign, 0}
                                      : End{0, lhs.value * rhs.value};
}

static End floorDivide(End lhs, End rhs) {
  if (lhs.infinity)
    return lhs;
  if (rhs.infinity)
    return {0, lhs.value < 0 ? -1 : 0};
  return {0, tenon::detail::floorDivide(lhs.value, rhs.value)};
}

/// From the values at the corners, for operations monotone in each operand.
static DimRange fromCorners(DimRange lhs, DimRange rhs,
                            End (*operation)(End, End)) {
  End corners[] = {operation(End::lower(lhs), End::lower(rhs)),
                   operation(End::lower(lhs), End::upper(rhs)),
                   operation(End::upper(lhs), End::lower(rhs)),
                   operation(End::upper(lhs), End::upper(rhs))};
  return {std::min_element(corners, corners + 4)->get(),
          std::max_element(corners, corners + 4)->get()};
}

static std::optional<int64_t> addEnds(std::optional<int64_t> lhs,
                                      std::optional<int64_t> rhs) {
  int64_t sum;
  if (!lhs || !rhs || __builtin_add_overflow(*lhs, *rhs, &sum))
    return std::nullopt;
  return sum;
}

DimRange tenon::detail::addRanges(DimRange lhs, DimRange rhs) {
  return {addEnds(lhs.lower, rhs.lower), addEnds(lhs.upper, rhs.upper)};
}

DimRange tenon::detail::multiplyRanges(DimRange lhs, DimRange rhs) {
  return fromCorners(lhs, rhs, ::multiply);
}

DimRange tenon::detail::negateRange(DimRange range) {
  return multiplyRanges(range, {-1, -1});
}

DimRange tenon::detail::raiseRange(DimRange range, unsigned power) {
  End lower{0, 1}, upper{0, 1};
  for (unsigned i = 0; i < power; ++i) {
    lower = ::multiply(lower, End::lower(range)).saturated();
    upper = ::multiply(upper, End::upper(range)).saturated();
  }
  if (power % 2)
    return {lower.get(), upper.get()};
  if (isBoundedBelow(range, 0))
    return {lower.get(), upper.get()};
  if (isBoundedAbove(range, 0))
    return {upper.get(), lower.get()};
  return {0, std::max(lower, upper).get()};
}

DimRange tenon::detail::floorDivideRanges(DimRange lhs, DimRange rhs) {
  // Contradictory bounds leave no divisor at all.
  if (isBoundedAbove(rhs, 0))
    return {};
  return fromCorners(lhs, rhs, ::floorDivide);
}

DimRange tenon::detail::maxOfRanges(DimRange lhs, DimRange rhs) {
  return {std::max(End::lower(lhs), End::lower(rhs)).get(),
          std::max(End::upper(lhs), End::upper(rhs)).get()};
}

DimRange tenon::detail::intersectRanges(DimRange lhs, DimRange rhs) {
  return {std::max(End::lower(lhs), End::lower(rhs)).get(),
          std::min(End::upper(lhs), End::upper(rhs)).get()};
}

DimRange tenon::detail::uniteRanges(DimRange lhs, DimRange rhs) {
  return {std::min(End::lower(lhs), End::lower(rhs)).get(),
          std::max(End::upper(lhs), End::upper(rhs)).get()};
}

DimRange tenon::detail::unscaleRange(DimRange range, int64_t divisor) {
  DimRange result;
  if (range.lower)
    result.lower = int64_t(
        -tenon::detail::floorDivide(-Wide(*range.lower), Wide(divisor)));
  if (range.upper)
    result.upper = tenon::detail::floorDivide(*range.upper, divisor);
  return result;
}
