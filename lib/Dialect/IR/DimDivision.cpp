//===- DimDivision.cpp - Floor division of sizes --------------------------===//
//
// The normal form of floor division, what is spelt with it, and division of
// polynomials with remainder.
//
//===----------------------------------------------------------------------===//
#include "DimDetail.h"
#include <limits>
#include <numeric>

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;

/// The first summand that is `floordiv(p, m)`, alone, for a constant m > 0.
static DimAttr findInnerDivision(DimAttr dim) {
  for (const DimTerm &term : dim.getTerms()) {
    if (term.coefficient != 1 || term.factors.size() != 1 ||
        term.factors[0].power != 1)
      continue;
    DimAttr atom = term.factors[0].atom;
    if (atom.getAtomKind() == DimAtomKind::FloorDiv &&
        atom.getOperands()[1].getConstant().value_or(0) > 0)
      return atom;
  }
  return {};
}

/// (p floordiv m + r) floordiv c = (p + m*r) floordiv (m*c), if it fits.
static bool mergeInnerDivision(DimAttr &numerator, int64_t &divisor) {
  DimAttr inner = findInnerDivision(numerator);
  if (!inner)
    return false;
  int64_t innerDivisor = *inner.getOperands()[1].getConstant(), product;
  if (__builtin_mul_overflow(divisor, innerDivisor, &product))
    return false;
  DimSum merged(numerator.getContext());
  merged.add(inner.getOperands()[0]);
  merged.add(numerator, innerDivisor);
  merged.add(inner, -innerDivisor);
  DimAttr result = merged.get();
  if (result.isUnknown())
    return false;
  numerator = result;
  divisor = product;
  return true;
}

/// Splits off multiples of the divisor and common factors of what remains
/// until nothing changes.
static DimAttr divideByConstant(DimAttr numerator, int64_t divisor) {
  MLIRContext *context = numerator.getContext();
  if (divisor < 0) {
    if (divisor == std::numeric_limits<int64_t>::min())
      return DimAttr::getUnknown(context);
    numerator = -numerator;
    divisor = -divisor;
  }
  DimSum result(context);
  while (true) {
    if (numerator.isUnknown())
      return numerator;
    DimSum remainder(context);
    for (const DimTerm &term : numerator.getTerms()) {
      int64_t multiple = floorDivide(term.coefficient, divisor);
      result.add(multiple, term.factors);
      remainder.add(term.coefficient - Wide(multiple) * divisor, term.factors);
    }
    numerator = remainder.get();
    if (numerator.isUnknown())
      return numerator;
    uint64_t content = getContent(numerator, /*withConstant=*/false);
    if (content == 0)
      return result.get();
    // The constant rounds down with the rest: (2*s + 1) floordiv 4 is
    // s floordiv 2.
    int64_t common = std::gcd(content, uint64_t(divisor));
    numerator = divideCoefficients(numerator, common);
    divisor /= common;
    if (divisor == 1) {
      result.add(numerator);
      return result.get();
    }
    if (!mergeInnerDivision(numerator, divisor))
      break;
  }
  result.add(
      getAtom(DimForm::FloorDiv, {numerator, DimAttr::get(context, divisor)}));
  return result.get();
}

/// The divisor may be zero, so it must not vanish from the result.
static DimAttr divideBySymbolic(DimAttr numerator, DimAttr divisor) {
  MLIRContext *context = numerator.getContext();
  if (divisor.getTerms().front().coefficient < 0) {
    numerator = -numerator;
    divisor = -divisor;
  }
  DimAttr pulled = DimAttr::get(context, 0);
  while (true) {
    if (numerator.isUnknown() || divisor.isUnknown())
      return DimAttr::getUnknown(context);
    uint64_t content = std::gcd(getContent(numerator, /*withConstant=*/true),
                                getContent(divisor, /*withConstant=*/true));
    if (content > 1 && content <= uint64_t(INT64_MAX)) {
      numerator = divideCoefficients(numerator, content);
      divisor = divideCoefficients(divisor, content);
    }
    std::optional<DimDivision> division = dividePolynomials(numerator, divisor);
    if (!division || division->quotient.isConstant(0) ||
        division->remainder.isConstant(0))
      break;
    // By one product it is plain what to pull out; with more terms,
    // a floordiv (a + b) had better not become 1 + -b floordiv (a + b).
    if (divisor.getTerms().size() > 1 &&
        division->remainder.getTerms().size() >= numerator.getTerms().size())
      break;
    pulled = pulled + division->quotient;
    numerator = division->remainder;
  }
  return pulled + getAtom(DimForm::FloorDiv, {numerator, divisor});
}

std::optional<DimDivision> tenon::detail::dividePolynomials(DimAttr numerator,
                                                            DimAttr divisor) {
  constexpr unsigned maxSteps = 128;
  const DimTerm &leading = divisor.getTerms().front();
  MLIRContext *context = numerator.getContext();
  DimSum rest(context), quotient(context);
  rest.add(numerator);
  rest.normalize();
  // Subtracting a multiple only touches terms behind the one it removes.
  size_t position = 0;
  for (unsigned step = 0; position < rest.getEntries().size();) {
    const DimSum::Entry &entry = rest.getEntries()[position];
    std::optional<Monomial> monomial = divide(entry.monomial, leading.factors);
    Wide multiple =
        monomial ? floorDivide(entry.coefficient, Wide(leading.coefficient))
                 : 0;
    if (multiple == 0) {
      ++position;
      continue;
    }
    if (++step > maxSteps || multiple != int64_t(multiple))
      return std::nullopt;
    quotient.add(multiple, *monomial);
    rest.add(divisor, -multiple, *monomial);
    rest.normalize();
  }
  DimDivision result{quotient.get(), rest.get()};
  if (result.quotient.isUnknown() || result.remainder.isUnknown())
    return std::nullopt;
  return result;
}

DimAttr DimAttr::floorDiv(DimAttr rhs) const {
  if (isUnknown() || rhs.isUnknown() || rhs.isConstant(0))
    return getUnknown(getContext());
  if (std::optional<int64_t> divisor = rhs.getConstant())
    return divideByConstant(*this, *divisor);
  return divideBySymbolic(*this, rhs);
}

DimAttr DimAttr::ceilDiv(DimAttr rhs) const {
  // Exact for positive divisors only; -floordiv(-a, b) holds for all others,
  // too, but says the same of far fewer sizes that people write.
  if (rhs.getConstant().value_or(1) < 0)
    return (-*this).ceilDiv(-rhs);
  return (*this + rhs - 1).floorDiv(rhs);
}

DimAttr DimAttr::mod(DimAttr rhs) const { return *this - rhs * floorDiv(rhs); }

DimAttr DimAttr::floorDiv(int64_t rhs) const {
  return floorDiv(get(getContext(), rhs));
}

DimAttr DimAttr::ceilDiv(int64_t rhs) const {
  return ceilDiv(get(getContext(), rhs));
}
