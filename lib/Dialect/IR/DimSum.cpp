//===- DimSum.cpp - The normal form of sums -------------------------------===//
//
// The order of products, and the merging of terms into the normal form.
//
//===----------------------------------------------------------------------===//
#include "DimDetail.h"
#include <limits>
#include <numeric>

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::ArrayRef;

static unsigned getDegree(ArrayRef<DimFactor> monomial) {
  unsigned degree = 0;
  for (const DimFactor &factor : monomial)
    degree += factor.power;
  return degree;
}

static int compareAtoms(DimAttr lhs, DimAttr rhs) {
  if (lhs == rhs)
    return 0;
  if (lhs.getAtomKind() != rhs.getAtomKind())
    return *lhs.getAtomKind() < *rhs.getAtomKind() ? -1 : 1;
  if (StringAttr symbol = lhs.getSymbol())
    return symbol.getValue().compare(rhs.getSymbol().getValue());
  for (auto [a, b] : llvm::zip(lhs.getOperands(), rhs.getOperands()))
    if (int order = compareDims(a, b))
      return order;
  return lhs.getOperands().size() < rhs.getOperands().size() ? -1 : 1;
}

int tenon::detail::compareMonomials(ArrayRef<DimFactor> lhs,
                                    ArrayRef<DimFactor> rhs) {
  unsigned lhsDegree = getDegree(lhs), rhsDegree = getDegree(rhs);
  if (lhsDegree != rhsDegree)
    return lhsDegree > rhsDegree ? -1 : 1;
  for (auto [a, b] : llvm::zip(lhs, rhs)) {
    if (int order = compareAtoms(a.atom, b.atom))
      return order;
    if (a.power != b.power)
      return a.power > b.power ? -1 : 1;
  }
  return 0;
}

int tenon::detail::compareDims(DimAttr lhs, DimAttr rhs) {
  if (lhs == rhs)
    return 0;
  for (auto [a, b] : llvm::zip(lhs.getTerms(), rhs.getTerms())) {
    if (int order = compareMonomials(a.factors, b.factors))
      return order;
    if (a.coefficient != b.coefficient)
      return a.coefficient < b.coefficient ? -1 : 1;
  }
  // Zero goes where the other constants do.
  return lhs.getTerms().size() > rhs.getTerms().size() ? -1 : 1;
}

std::optional<Monomial> tenon::detail::multiply(ArrayRef<DimFactor> lhs,
                                                ArrayRef<DimFactor> rhs) {
  if (getDegree(lhs) + getDegree(rhs) > maxDegree)
    return std::nullopt;
  Monomial result;
  while (!lhs.empty() && !rhs.empty()) {
    int order = compareAtoms(lhs.front().atom, rhs.front().atom);
    DimFactor factor = order <= 0 ? lhs.front() : rhs.front();
    if (order == 0)
      factor.power += rhs.front().power;
    result.push_back(factor);
    lhs = lhs.drop_front(order <= 0);
    rhs = rhs.drop_front(order >= 0);
  }
  result.append(lhs.begin(), lhs.end());
  result.append(rhs.begin(), rhs.end());
  return result;
}

std::optional<Monomial> tenon::detail::divide(ArrayRef<DimFactor> lhs,
                                              ArrayRef<DimFactor> rhs) {
  Monomial result;
  for (const DimFactor &factor : lhs) {
    if (rhs.empty() || rhs.front().atom != factor.atom) {
      result.push_back(factor);
      continue;
    }
    if (rhs.front().power > factor.power)
      return std::nullopt;
    if (unsigned power = factor.power - rhs.front().power)
      result.push_back({factor.atom, power});
    rhs = rhs.drop_front();
  }
  if (!rhs.empty())
    return std::nullopt;
  return result;
}

void DimSum::add(Wide coefficient, ArrayRef<DimFactor> monomial) {
  if (isFailed || coefficient == 0)
    return;
  // Products are merged now and then, so that they never hold much more than
  // their result may.
  if (entries.size() >= 8 * maxTerms) {
    normalize();
    isFailed |= entries.size() > 4 * maxTerms;
  }
  entries.push_back({coefficient, Monomial(monomial)});
}

void DimSum::add(DimAttr dim, Wide coefficient, ArrayRef<DimFactor> monomial) {
  isFailed |= dim.isUnknown();
  for (const DimTerm &term : dim.getTerms()) {
    if (isFailed)
      return;
    std::optional<Monomial> product = multiply(term.factors, monomial);
    Wide scaled;
    if (!product ||
        __builtin_mul_overflow(coefficient, Wide(term.coefficient), &scaled))
      isFailed = true;
    else
      add(scaled, *product);
  }
}

void DimSum::normalize() {
  llvm::sort(entries, [](const Entry &a, const Entry &b) {
    return compareMonomials(a.monomial, b.monomial) < 0;
  });
  size_t kept = 0;
  for (size_t i = 0; i < entries.size();) {
    Wide coefficient = 0;
    size_t first = i;
    for (; i < entries.size() &&
           ArrayRef(entries[i].monomial) == ArrayRef(entries[first].monomial);
         ++i)
      isFailed |= __builtin_add_overflow(coefficient, entries[i].coefficient,
                                         &coefficient);
    if (coefficient == 0)
      continue;
    if (kept != first)
      entries[kept].monomial = std::move(entries[first].monomial);
    entries[kept++].coefficient = coefficient;
  }
  entries.truncate(kept);
}

DimAttr DimSum::get() {
  normalize();
  llvm::SmallVector<DimTerm> terms;
  unsigned size = 1;
  isFailed |= entries.size() > maxTerms;
  for (const Entry &entry : entries) {
    ++size;
    for (const DimFactor &factor : entry.monomial)
      size += factor.power * DimAccess::getSize(factor.atom);
    if (isFailed || size > maxSize ||
        entry.coefficient != int64_t(entry.coefficient)) {
      isFailed = true;
      break;
    }
    terms.push_back({int64_t(entry.coefficient), entry.monomial});
  }
  if (isFailed)
    return DimAttr::getUnknown(context);
  if (terms.size() == 1 && terms[0].coefficient == 1 &&
      terms[0].factors.size() == 1 && terms[0].factors[0].power == 1)
    return terms[0].factors[0].atom;
  return DimAccess::get(context, {DimForm::Sum, {}, {}, terms});
}

int64_t tenon::detail::getConstantTerm(DimAttr dim) {
  ArrayRef<DimTerm> terms = dim.getTerms();
  return terms.empty() || !terms.back().factors.empty()
             ? 0
             : terms.back().coefficient;
}

uint64_t tenon::detail::getContent(DimAttr dim, bool withConstant) {
  uint64_t content = 0;
  for (const DimTerm &term : dim.getTerms()) {
    if (term.factors.empty() && !withConstant)
      continue;
    uint64_t magnitude = term.coefficient < 0 ? -uint64_t(term.coefficient)
                                              : uint64_t(term.coefficient);
    content = std::gcd(content, magnitude);
  }
  return content;
}

DimAttr tenon::detail::divideCoefficients(DimAttr dim, int64_t divisor) {
  DimSum result(dim.getContext());
  for (const DimTerm &term : dim.getTerms())
    result.add(floorDivide(term.coefficient, divisor), term.factors);
  return result.get();
}
