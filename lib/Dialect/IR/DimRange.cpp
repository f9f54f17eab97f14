//===- DimRange.cpp - Ranges of sizes -------------------------------------===//
//
// Bounds a size by the bounds of its symbols. Plain interval arithmetic takes
// every occurrence of an atom for another one; what is lost by that is won
// back by measuring atoms from their bounds, and by expanding one floordiv or
// max of the sum at a time.
//
//===----------------------------------------------------------------------===//
#include "DimDetail.h"
#include "DimInterval.h"
#include <numeric>

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::ArrayRef;

/// Expansions nest this deep, and there are so many in one analysis at most.
static constexpr unsigned maxEliminationDepth = 4;
static constexpr unsigned maxEliminations = 400;

static DimRange getSumRange(DimAttr dim,
                            llvm::function_ref<DimRange(DimAttr)> atomRange) {
  DimRange sum{0, 0};
  for (const DimTerm &term : dim.getTerms()) {
    DimRange product{term.coefficient, term.coefficient};
    for (const DimFactor &factor : term.factors)
      product = multiplyRanges(
          product, raiseRange(atomRange(factor.atom), factor.power));
    sum = addRanges(sum, product);
  }
  return sum;
}

static unsigned getMaxDegree(DimAttr dim) {
  // The first term has the highest degree.
  unsigned degree = 0;
  if (!dim.getTerms().empty())
    for (const DimFactor &factor : dim.getTerms().front().factors)
      degree += factor.power;
  return degree;
}

DimRange RangeAnalysis::getAtomRange(DimAttr atom) {
  if (StringAttr symbol = atom.getSymbol())
    return env.getBounds(symbol);
  ArrayRef<DimAttr> operands = atom.getOperands();
  DimRange range = getRange(operands.front());
  if (atom.getAtomKind() == DimAtomKind::Max) {
    for (DimAttr operand : operands.drop_front())
      range = maxOfRanges(range, getRange(operand));
    return range;
  }
  DimRange divisor = getRange(operands[1]);
  if (isBoundedAbove(divisor, -1)) {
    range = negateRange(range);
    divisor = negateRange(divisor);
  }
  if (!isBoundedBelow(divisor, 1))
    return {};
  return floorDivideRanges(range, divisor);
}

/// Writes every atom as its bound plus (or minus) something that is not
/// negative: `s*s - s` for s >= 1 is `t*t + t` for t >= 0.
DimRange RangeAnalysis::getShiftedRange(DimAttr dim, bool fromUpper) {
  DimAttr shifted = replaceAtoms(dim, [&](DimAttr atom) {
    DimRange range = getRange(atom);
    if (fromUpper && range.upper)
      return -atom + *range.upper;
    return range.lower ? atom + *range.lower : atom;
  });
  if (shifted.isUnknown())
    return {};
  return getSumRange(shifted, [&](DimAttr atom) -> DimRange {
    DimRange range = getRange(atom);
    if (range.lower && range.upper)
      return {0, addRanges({*range.upper, *range.upper},
                           negateRange({*range.lower, *range.lower}))
                     .upper};
    return {range.lower || (fromUpper && range.upper)
                ? std::optional<int64_t>(0)
                : std::nullopt,
            std::nullopt};
  });
}

/// The range of coefficient * atom + rest. With atom = p floordiv q and m =
/// p mod q, q * atom = p - m and 0 <= m < q.
DimRange RangeAnalysis::eliminateFloorDiv(DimAttr atom, DimAttr coefficient,
                                          DimAttr rest) {
  DimAttr numerator = atom.getOperands()[0], divisor = atom.getOperands()[1];
  DimRange divisorRange = getRange(divisor);
  if (!isBoundedBelow(divisorRange, 1))
    return {};

  // Scale the whole so that the coefficient becomes a multiple of q.
  DimAttr scale = DimAttr::get(atom.getContext(), 1);
  if (std::optional<int64_t> constant = divisor.getConstant()) {
    int64_t common =
        std::gcd(getContent(coefficient, /*withConstant=*/true), *constant);
    coefficient = divideCoefficients(coefficient, common);
    scale = scale * (*constant / common);
  } else {
    std::optional<DimDivision> division =
        dividePolynomials(coefficient, divisor);
    if (division && division->remainder.isConstant(0))
      coefficient = division->quotient;
    else
      scale = divisor;
  }

  DimAttr base = rest * scale + coefficient * numerator;
  DimRange modulo = addRanges(divisorRange, {-1, -1});
  modulo.lower = 0;
  DimRange product = multiplyRanges(getRange(coefficient), modulo);
  DimRange range = addRanges(getRange(base), negateRange(product));
  // m counted down from q - 1 tells how it depends on q.
  if (!coefficient.getConstant() || !divisor.getConstant())
    range = intersectRanges(
        range,
        addRanges(getRange(base - coefficient * (divisor - 1)), product));
  if (std::optional<int64_t> constant = scale.getConstant())
    return unscaleRange(range, *constant);
  // A symbolic scale of at least 1 keeps signs, and no more.
  DimRange sign;
  if (isBoundedBelow(range, 0))
    sign.lower = isBoundedBelow(range, 1);
  if (isBoundedAbove(range, 0))
    sign.upper = isBoundedAbove(range, -1) ? -1 : 0;
  return sign;
}

/// The range of coefficient * max(...) + rest, operand by operand.
DimRange RangeAnalysis::eliminateMax(DimAttr atom, DimAttr coefficient,
                                     DimAttr rest) {
  DimRange hull, meet;
  for (auto [i, operand] : llvm::enumerate(atom.getOperands())) {
    DimRange range = getRange(coefficient * operand + rest);
    hull = i == 0 ? range : uniteRanges(hull, range);
    meet = intersectRanges(meet, range);
  }
  // Max is at least every operand, whichever it is.
  DimRange sign = getRange(coefficient);
  if (isBoundedBelow(sign, 0))
    hull.lower = meet.lower;
  if (isBoundedAbove(sign, 0))
    hull.upper = meet.upper;
  return hull;
}

/// Expands each floordiv and max that the sum is linear in.
DimRange RangeAnalysis::eliminate(DimAttr dim) {
  DimRange range;
  llvm::SetVector<DimAttr> atoms;
  for (const DimTerm &term : dim.getTerms())
    for (const DimFactor &factor : term.factors)
      if (!factor.atom.getSymbol())
        atoms.insert(factor.atom);
  for (DimAttr atom : atoms) {
    if (++eliminations > maxEliminations)
      break;
    DimSum coefficient(dim.getContext()), rest(dim.getContext());
    for (const DimTerm &term : dim.getTerms()) {
      std::optional<Monomial> others =
          divide(term.factors, {DimFactor{atom, 1}});
      if (others)
        coefficient.add(term.coefficient, *others);
      else
        rest.add(term.coefficient, term.factors);
    }
    DimAttr factor = coefficient.get();
    bool isLinear = llvm::none_of(factor.getTerms(), [&](const DimTerm &term) {
      return divide(term.factors, {DimFactor{atom, 1}}).has_value();
    });
    if (!isLinear)
      continue;
    range = intersectRanges(range,
                            atom.getAtomKind() == DimAtomKind::Max
                                ? eliminateMax(atom, factor, rest.get())
                                : eliminateFloorDiv(atom, factor, rest.get()));
  }
  return range;
}

DimRange RangeAnalysis::getRange(DimAttr dim) {
  constexpr unsigned maxShiftedDegree = 6, maxShiftedTerms = 64;
  if (dim.isUnknown())
    return {};
  if (std::optional<int64_t> value = dim.getConstant())
    return {*value, *value};
  if (auto known = ranges.find(dim); known != ranges.end())
    return known->second;

  if (dim.getAtomKind() && dim.getAtomKind() != DimAtomKind::FloorDiv)
    return ranges[dim] = getAtomRange(dim);
  DimRange range =
      dim.getAtomKind()
          ? getAtomRange(dim)
          : getSumRange(dim, [&](DimAttr atom) { return getRange(atom); });
  if (!dim.getAtomKind() && getMaxDegree(dim) > 1 &&
      getMaxDegree(dim) <= maxShiftedDegree &&
      dim.getTerms().size() <= maxShiftedTerms) {
    range = intersectRanges(range, getShiftedRange(dim, /*fromUpper=*/false));
    range = intersectRanges(range, getShiftedRange(dim, /*fromUpper=*/true));
  }
  if (DimAccess::getDepth(dim) > 0 && eliminationDepth < maxEliminationDepth) {
    ++eliminationDepth;
    range = intersectRanges(range, eliminate(dim));
    --eliminationDepth;
  }
  return ranges[dim] = range;
}
