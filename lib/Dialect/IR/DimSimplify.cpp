//===- DimSimplify.cpp - Rewriting sizes under an environment -------------===//
//
// Resolves symbols, floor divisions and max by what is known of the symbols.
//
//===----------------------------------------------------------------------===//
#include "DimSimplify.h"
#include "DimDetail.h"

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::ArrayRef;

DimAttr DimSimplifier::rewriteSymbol(DimAttr symbol) {
  auto replacement = replacements.find(symbol.getSymbol());
  if (replacement != replacements.end())
    return rewrite(replacement->second);
  std::optional<int64_t> value =
      getSingleValue(env.getBounds(symbol.getSymbol()));
  return value ? DimAttr::get(symbol.getContext(), *value) : symbol;
}

/// The product of atoms that divides all terms.
static Monomial getCommonMonomial(ArrayRef<DimTerm> terms) {
  Monomial common(terms.front().factors);
  for (const DimTerm &term : terms.drop_front()) {
    Monomial kept;
    for (const DimFactor &factor : common)
      for (const DimFactor &other : term.factors)
        if (factor.atom == other.atom)
          kept.push_back({factor.atom, std::min(factor.power, other.power)});
    common = kept;
  }
  return common;
}

static DimAttr divideTerms(DimAttr dim, ArrayRef<DimFactor> monomial) {
  DimSum result(dim.getContext());
  for (const DimTerm &term : dim.getTerms())
    result.add(term.coefficient, *divide(term.factors, monomial));
  return result.get();
}

/// Null if nothing better is known.
DimAttr DimSimplifier::resolveFloorDiv(DimAttr numerator, DimAttr divisor) {
  DimRange range = ranges.getRange(divisor);
  if (isBoundedAbove(range, -1)) {
    numerator = -numerator;
    divisor = -divisor;
  } else if (!isBoundedBelow(range, 1)) {
    return {};
  }
  // The normal form has seen to constant divisors.
  if (divisor.getConstant() || numerator.isUnknown() || divisor.isUnknown())
    return {};
  if (std::optional<DimDivision> division =
          dividePolynomials(numerator, divisor)) {
    auto [quotient, remainder] = *division;
    if (remainder.isConstant(0))
      return quotient;
    // The remainder of the polynomials may be that of the values, or one
    // divisor short of it.
    for (int64_t carry : {0, 1}) {
      DimAttr rest = remainder + divisor * carry;
      if (ranges.isAtLeast(rest, 0) && ranges.isAtLeast(divisor - rest, 1))
        return quotient - carry;
    }
  }

  // A factor of the divisor is not zero where the divisor is not.
  llvm::SmallVector<DimTerm> terms(numerator.getTerms());
  terms.append(divisor.getTerms().begin(), divisor.getTerms().end());
  Monomial common = getCommonMonomial(terms);
  if (!common.empty())
    return divideTerms(numerator, common)
        .floorDiv(divideTerms(divisor, common));

  if (numerator.getAtomKind() == DimAtomKind::FloorDiv)
    return numerator.getOperands()[0].floorDiv(numerator.getOperands()[1] *
                                               divisor);
  return {};
}

/// Null if no operand is dominated.
DimAttr DimSimplifier::resolveMax(ArrayRef<DimAttr> operands) {
  constexpr size_t maxOperands = 32;
  if (operands.size() > maxOperands)
    return {};
  llvm::SmallVector<DimAttr> kept(operands);
  for (size_t i = kept.size(); i-- > 0;) {
    bool isDominated = llvm::any_of(kept, [&](DimAttr other) {
      return other != kept[i] && ranges.isAtLeast(other - kept[i], 0);
    });
    if (isDominated)
      kept.erase(kept.begin() + i);
  }
  return kept.size() < operands.size() ? DimAttr::max(kept) : DimAttr();
}

DimAttr DimSimplifier::rewriteAtom(DimAttr atom) {
  if (atom.getSymbol())
    return rewriteSymbol(atom);
  llvm::SmallVector<DimAttr> operands;
  for (DimAttr operand : atom.getOperands())
    operands.push_back(rewrite(operand));
  bool isMax = atom.getAtomKind() == DimAtomKind::Max;
  DimAttr result =
      isMax ? DimAttr::max(operands) : operands[0].floorDiv(operands[1]);
  if (result.isUnknown())
    return atom;
  // Whatever it became, the next round looks at it again.
  if (result.getAtomKind() != atom.getAtomKind())
    return result;
  if (std::optional<int64_t> value = getSingleValue(ranges.getRange(result)))
    return DimAttr::get(atom.getContext(), *value);
  ArrayRef<DimAttr> rewritten = result.getOperands();
  DimAttr resolved = isMax ? resolveMax(rewritten)
                           : resolveFloorDiv(rewritten[0], rewritten[1]);
  return resolved && !resolved.isUnknown() ? resolved : result;
}

DimAttr DimSimplifier::rewrite(DimAttr dim) {
  if (dim.isUnknown() || dim.getConstant())
    return dim;
  if (DimAttr known = rewritten.lookup(dim))
    return known;
  DimAttr result =
      replaceAtoms(dim, [&](DimAttr atom) { return rewriteAtom(atom); });
  // Too large to replace everything is no reason to know nothing.
  if (result.isUnknown())
    result = dim;
  if (std::optional<int64_t> value = getSingleValue(ranges.getRange(result)))
    result = DimAttr::get(dim.getContext(), *value);
  return rewritten[dim] = result;
}

DimAttr DimSimplifier::simplify(DimAttr dim) {
  constexpr unsigned maxRounds = 8;
  for (unsigned round = 0; round < maxRounds; ++round) {
    DimAttr result = rewrite(dim);
    if (result == dim)
      break;
    dim = result;
  }
  return dim;
}
