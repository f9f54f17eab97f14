//===- DimInterval.h - Arithmetic and analysis of ranges ------------------===//
//
// Interval arithmetic over `DimRange`, and the analysis that bounds a size by
// the bounds of its symbols.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_LIB_DIALECT_IR_DIMINTERVAL_H
#define TENON_LIB_DIALECT_IR_DIMINTERVAL_H

#include "tenon/Dialect/IR/Dim.h"

namespace tenon::detail {

/// Each gives a range that holds for all values in its operands; an end that
/// does not fit in 64 bits becomes unbounded.
DimRange addRanges(DimRange lhs, DimRange rhs);
DimRange multiplyRanges(DimRange lhs, DimRange rhs);
DimRange negateRange(DimRange range);
DimRange raiseRange(DimRange range, unsigned power);
/// The divisor must be at least 1.
DimRange floorDivideRanges(DimRange lhs, DimRange rhs);
DimRange maxOfRanges(DimRange lhs, DimRange rhs);
DimRange intersectRanges(DimRange lhs, DimRange rhs);
DimRange uniteRanges(DimRange lhs, DimRange rhs);
/// All x with divisor * x in the range, for a positive divisor.
DimRange unscaleRange(DimRange range, int64_t divisor);

inline bool isBoundedBelow(DimRange range, int64_t bound) {
  return range.lower && *range.lower >= bound;
}
inline bool isBoundedAbove(DimRange range, int64_t bound) {
  return range.upper && *range.upper <= bound;
}
/// The only value in the range.
inline std::optional<int64_t> getSingleValue(DimRange range) {
  return range.lower == range.upper ? range.lower : std::nullopt;
}

/// Ranges of sizes under the bounds of an environment, which must not change
/// meanwhile. Equalities are for the caller to substitute.
class RangeAnalysis {
public:
  explicit RangeAnalysis(const ShapeEnv &env) : env(env) {}

  DimRange getRange(DimAttr dim);
  bool isAtLeast(DimAttr dim, int64_t bound) {
    return isBoundedBelow(getRange(dim), bound);
  }

private:
  using AtomRange = llvm::function_ref<DimRange(DimAttr)>;

  DimRange getAtomRange(DimAttr atom);
  DimRange getShiftedRange(DimAttr dim, bool fromUpper);
  DimRange eliminate(DimAttr dim);
  DimRange eliminateFloorDiv(DimAttr atom, DimAttr coefficient, DimAttr rest);
  DimRange eliminateMax(DimAttr atom, DimAttr coefficient, DimAttr rest);

  const ShapeEnv &env;
  llvm::DenseMap<DimAttr, DimRange> ranges;
  unsigned eliminationDepth = 0;
  unsigned eliminations = 0;
};

} // namespace tenon::detail

#endif // TENON_LIB_DIALECT_IR_DIMINTERVAL_H
