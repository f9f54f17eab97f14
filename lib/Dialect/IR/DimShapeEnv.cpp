//===- DimShapeEnv.cpp - What is known of a model's symbols ---------------===//
//
// Bounds, assumed equalities, and the comparisons that use them.
//
//===----------------------------------------------------------------------===//
#include "DimDetail.h"
#include "DimSimplify.h"
#include "llvm/ADT/MapVector.h"
#include <numeric>

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::ArrayRef;

//===----------------------------------------------------------------------===//
// Knowledge
//===----------------------------------------------------------------------===//

DimRange ShapeEnv::getBounds(StringAttr symbol) const {
  auto known = bounds.find(symbol);
  return known == bounds.end() ? DimRange{0, std::nullopt} : known->second;
}

void ShapeEnv::setBounds(StringAttr symbol, DimRange range) {
  bounds[symbol] = range;
  if (DimAttr value = equalities.lookup(symbol))
    assumeInRange(value, range);
}

/// Passes a range on to the symbols of a size that takes the place of one:
/// k*s + c, or a product of symbols that are not negative.
void ShapeEnv::assumeInRange(DimAttr dim, DimRange range) {
  int64_t constant = getConstantTerm(dim);
  ArrayRef<DimTerm> terms = dim.getTerms();
  if (terms.size() != (constant ? 2u : 1u) ||
      constant == std::numeric_limits<int64_t>::min())
    return;
  const DimTerm &term = terms.front();
  range = addRanges(range, {-constant, -constant});
  if (term.coefficient < 0)
    range = negateRange(range);
  if (term.coefficient == std::numeric_limits<int64_t>::min())
    return;
  range = unscaleRange(range, std::abs(term.coefficient));

  bool isSymbol = term.factors.size() == 1 && term.factors[0].power == 1;
  if (!isSymbol && !isBoundedBelow(range, 1))
    return;
  for (const DimFactor &factor : term.factors) {
    StringAttr symbol = factor.atom.getSymbol();
    if (!symbol || (!isSymbol && !isBoundedBelow(getBounds(symbol), 0)))
      return;
  }
  for (const DimFactor &factor : term.factors) {
    StringAttr symbol = factor.atom.getSymbol();
    bounds[symbol] = intersectRanges(
        getBounds(symbol), isSymbol ? range : DimRange{1, std::nullopt});
  }
}

/// What `symbol` must be for `difference` to be zero; null if it does not
/// occur exactly once, with coefficient 1 or -1.
static DimAttr solveFor(DimAttr symbol, DimAttr difference) {
  for (const DimTerm &term : difference.getTerms()) {
    if (term.factors != ArrayRef(DimFactor{symbol, 1}) ||
        (term.coefficient != 1 && term.coefficient != -1))
      continue;
    DimAttr rest = difference - symbol * term.coefficient;
    DimAttr value = term.coefficient == 1 ? -rest : rest;
    llvm::SetVector<StringAttr> symbols;
    rest.collectSymbols(symbols);
    if (!value.isUnknown() && !symbols.contains(symbol.getSymbol()))
      return value;
  }
  return {};
}

void ShapeEnv::assumeEqual(DimAttr lhs, DimAttr rhs) {
  DimSimplifier simplifier(*this, equalities);
  lhs = simplifier.simplify(lhs);
  rhs = simplifier.simplify(rhs);
  DimAttr difference = simplifier.simplify(lhs - rhs);
  if (difference.isUnknown() || difference.getConstant())
    return;
  uint64_t content = getContent(difference, /*withConstant=*/true);
  if (content <= uint64_t(std::numeric_limits<int64_t>::max()))
    difference = divideCoefficients(difference, content);

  // A side that is a symbol goes first (of two, the later in the alphabet),
  // then whatever can be solved for.
  llvm::SmallVector<DimAttr> candidates{lhs, rhs};
  if (lhs.getSymbol() && rhs.getSymbol() && compareDims(lhs, rhs) < 0)
    std::swap(candidates[0], candidates[1]);
  for (const DimTerm &term : llvm::reverse(difference.getTerms()))
    if (term.factors.size() == 1)
      candidates.push_back(term.factors[0].atom);
  for (DimAttr candidate : candidates)
    if (candidate.getSymbol())
      if (DimAttr value = solveFor(candidate, difference))
        return replaceSymbol(candidate.getSymbol(), value);
}

/// Replacements never mention what is replaced. The caller has substituted
/// those before this one in its value, but where that divides by zero the
/// symbols stay; then nothing is learnt.
void ShapeEnv::replaceSymbol(StringAttr symbol, DimAttr value) {
  llvm::SetVector<StringAttr> symbols;
  symbols.insert(symbol);
  value.collectSymbols(symbols);
  if (llvm::any_of(symbols,
                   [&](StringAttr name) { return equalities.contains(name); }))
    return;

  Equalities updated;
  for (auto [known, replacement] : equalities) {
    DimAttr result = replacement.substitute(
        [&](StringAttr name) { return name == symbol ? value : DimAttr(); });
    if (result.isUnknown())
      return;
    updated[known] = result;
  }
  updated[symbol] = value;
  equalities = std::move(updated);
  assumeInRange(value, getBounds(symbol));
}

//===----------------------------------------------------------------------===//
// Questions
//===----------------------------------------------------------------------===//

DimAttr ShapeEnv::simplify(DimAttr dim) const {
  return DimSimplifier(*this, equalities).simplify(dim);
}

DimRange ShapeEnv::getRange(DimAttr dim) const {
  DimSimplifier simplifier(*this, equalities);
  return simplifier.getRanges().getRange(simplifier.simplify(dim));
}

/// Compares with zero what cannot be simplified further.
static DimComparison compareWithZero(DimAttr difference, DimRange range) {
  if (getSingleValue(range) == 0)
    return DimComparison::Equal;
  if (isBoundedBelow(range, 1) || isBoundedAbove(range, -1))
    return DimComparison::NeverEqual;
  // Atoms are integers, so the other terms add up to multiples of their
  // common factor.
  uint64_t content = getContent(difference, /*withConstant=*/false);
  Wide constant = getConstantTerm(difference);
  return content > 1 && constant % Wide(content) != 0
             ? DimComparison::NeverEqual
             : DimComparison::Depends;
}

DimComparison ShapeEnv::compare(DimAttr lhs, DimAttr rhs) const {
  if (lhs.isUnknown() || rhs.isUnknown())
    return DimComparison::Depends;
  if (lhs == rhs)
    return DimComparison::Equal;
  DimSimplifier simplifier(*this, equalities);
  DimAttr difference = simplifier.simplify(lhs - rhs);
  if (difference.isUnknown())
    return DimComparison::Depends;
  DimComparison result =
      compareWithZero(difference, simplifier.getRanges().getRange(difference));
  return result == DimComparison::Depends ? compareByResidues(difference)
                                          : result;
}

bool ShapeEnv::isAtLeast(DimAttr lhs, DimAttr rhs) const {
  return isBoundedBelow(getRange(lhs - rhs), 0);
}

bool ShapeEnv::isLess(DimAttr lhs, DimAttr rhs) const {
  return isBoundedBelow(getRange(rhs - lhs), 1);
}

//===----------------------------------------------------------------------===//
// Residues
//===----------------------------------------------------------------------===//

namespace {
/// For each symbol under a floor division by constants, a modulus: divisions
/// come out even in the multiples of it.
using Moduli = llvm::MapVector<StringAttr, int64_t>;
} // namespace

/// `product`: of the divisors of all divisions around. False if the residues
/// would be too many to go through.
static bool collectModuli(DimAttr dim, int64_t product, Moduli &moduli) {
  constexpr int64_t maxModulus = 64;
  for (const DimTerm &term : dim.getTerms())
    for (const DimFactor &factor : term.factors) {
      DimAttr atom = factor.atom;
      if (StringAttr symbol = atom.getSymbol()) {
        int64_t &modulus = moduli.insert({symbol, 1}).first->second;
        modulus = std::lcm(modulus, product);
        if (modulus > maxModulus)
          return false;
        continue;
      }
      int64_t inner = product;
      if (atom.getAtomKind() == DimAtomKind::FloorDiv)
        if (std::optional<int64_t> divisor =
                atom.getOperands()[1].getConstant())
          if (__builtin_mul_overflow(product, *divisor, &inner) ||
              inner > maxModulus)
            return false;
      for (DimAttr operand : atom.getOperands())
        if (!collectModuli(operand, inner, moduli))
          return false;
    }
  return true;
}

/// Case by case over the residues of the symbols, where floor divisions by
/// constants go away: with s = 2*t + r, `s - s floordiv 2` is
/// `t + r - r floordiv 2`.
DimComparison ShapeEnv::compareByResidues(DimAttr difference) const {
  constexpr int64_t maxCases = 64;
  Moduli moduli;
  if (!collectModuli(difference, 1, moduli))
    return DimComparison::Depends;
  int64_t cases = 1;
  for (auto [symbol, modulus] : moduli)
    if ((cases *= modulus) > maxCases)
      return DimComparison::Depends;
  if (cases == 1)
    return DimComparison::Depends;

  std::optional<DimComparison> result;
  for (int64_t index = 0; index < cases; ++index) {
    // The symbol now stands for its quotient.
    ShapeEnv quotients;
    quotients.bounds = bounds;
    llvm::DenseMap<StringAttr, DimAttr> values;
    int64_t digits = index;
    bool isEmpty = false;
    for (auto [symbol, modulus] : moduli) {
      int64_t residue = digits % modulus;
      digits /= modulus;
      DimRange range = unscaleRange(
          addRanges(getBounds(symbol), {-residue, -residue}), modulus);
      isEmpty |= range.lower && range.upper && *range.lower > *range.upper;
      quotients.bounds[symbol] = range;
      values[symbol] =
          DimAttr::getSymbol(difference.getContext(), symbol.getValue()) *
              modulus +
          residue;
    }
    if (isEmpty)
      continue;
    DimSimplifier simplifier(quotients, quotients.equalities);
    DimAttr residual = simplifier.simplify(difference.substitute(
        [&](StringAttr symbol) { return values.lookup(symbol); }));
    DimComparison verdict =
        residual.isUnknown()
            ? DimComparison::Depends
            : compareWithZero(residual,
                              simplifier.getRanges().getRange(residual));
    if (verdict == DimComparison::Depends ||
        verdict != result.value_or(verdict))
      return DimComparison::Depends;
    result = verdict;
  }
  return result.value_or(DimComparison::Depends);
}
