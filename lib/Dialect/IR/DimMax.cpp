//===- DimMax.cpp - The greatest of several sizes -------------------------===//
//
// The normal form of max, and min, which is spelt with it.
//
//===----------------------------------------------------------------------===//
#include "DimDetail.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::ArrayRef;

namespace {
/// shift + scale * max(operands), rewritten until the operands are normal.
/// Every rule keeps this value.
class MaxNormalizer {
public:
  explicit MaxNormalizer(ArrayRef<DimAttr> operands)
      : context(operands.front().getContext()), operands(operands),
        shift(DimAttr::get(context, 0)) {}

  DimAttr run();

private:
  /// Flattening stops here, as each step multiplies operands.
  static constexpr unsigned maxFlattened = 32;

  bool isKnown() const {
    return !shift.isUnknown() &&
           llvm::none_of(operands, [](DimAttr dim) { return dim.isUnknown(); });
  }
  bool pullShared();
  bool dropSmaller();
  bool pullFactor();
  bool flatten();

  MLIRContext *context;
  llvm::SmallVector<DimAttr> operands;
  DimAttr shift;
  int64_t scale = 1;
};
} // namespace

DimAttr tenon::detail::getLeastTerms(ArrayRef<DimAttr> operands) {
  using Occurrence = std::pair<ArrayRef<DimFactor>, int64_t>;
  llvm::SmallVector<Occurrence> occurrences;
  for (DimAttr operand : operands)
    for (const DimTerm &term : operand.getTerms())
      occurrences.push_back({term.factors, term.coefficient});
  llvm::sort(occurrences, [](const Occurrence &a, const Occurrence &b) {
    return compareMonomials(a.first, b.first) < 0;
  });

  DimSum result(operands.front().getContext());
  for (size_t i = 0; i < occurrences.size();) {
    size_t first = i;
    int64_t least = occurrences[i].second;
    for (; i < occurrences.size() &&
           occurrences[i].first == occurrences[first].first;
         ++i)
      least = std::min(least, occurrences[i].second);
    if (i - first < operands.size())
      least = std::min<int64_t>(least, 0);
    result.add(least, occurrences[first].first);
  }
  return result.get();
}

bool MaxNormalizer::pullShared() {
  DimAttr shared = getLeastTerms(operands);
  if (shared.isConstant(0))
    return false;
  for (DimAttr &operand : operands)
    operand = operand - shared;
  shift = shift + shared * scale;
  return true;
}

bool MaxNormalizer::dropSmaller() {
  size_t before = operands.size();
  llvm::MapVector<DimAttr, DimAttr> greatest;
  for (DimAttr operand : operands) {
    int64_t constant = getConstantTerm(operand);
    DimAttr &kept = greatest[operand - DimAttr::get(context, constant)];
    if (!kept || getConstantTerm(kept) < constant)
      kept = operand;
  }
  operands = llvm::to_vector(llvm::make_second_range(greatest));
  return operands.size() < before;
}

bool MaxNormalizer::pullFactor() {
  uint64_t content = 0;
  for (DimAttr operand : operands)
    content = std::gcd(content, getContent(operand, /*withConstant=*/true));
  int64_t scaled;
  if (content <= 1 || content > uint64_t(INT64_MAX) ||
      __builtin_mul_overflow(scale, int64_t(content), &scaled))
    return false;
  scale = scaled;
  for (DimAttr &operand : operands)
    operand = divideCoefficients(operand, content);
  return true;
}

/// max(k * max(a, b) + r, ...) = max(k*a + r, k*b + r, ...) for k > 0.
bool MaxNormalizer::flatten() {
  for (size_t i = 0; i < operands.size(); ++i)
    for (const DimTerm &term : operands[i].getTerms()) {
      if (term.coefficient < 0 || term.factors.size() != 1 ||
          term.factors[0].power != 1)
        continue;
      DimAttr atom = term.factors[0].atom;
      if (atom.getAtomKind() != DimAtomKind::Max ||
          operands.size() + atom.getOperands().size() > maxFlattened)
        continue;
      int64_t coefficient = term.coefficient;
      DimAttr rest = operands[i] - atom * coefficient;
      operands.erase(operands.begin() + i);
      for (DimAttr operand : atom.getOperands())
        operands.push_back(operand * coefficient + rest);
      return true;
    }
  return false;
}

DimAttr MaxNormalizer::run() {
  // Sharing comes first: what all operands add to one max stays outside of it.
  bool isChanged = true;
  while (isChanged) {
    if (!isKnown())
      return DimAttr::getUnknown(context);
    if (operands.size() == 1)
      return shift + operands.front() * scale;
    isChanged = pullShared();
    if (isKnown())
      isChanged |= dropSmaller() || pullFactor() || flatten();
  }
  llvm::sort(operands,
             [](DimAttr a, DimAttr b) { return compareDims(a, b) < 0; });
  return shift + getAtom(DimForm::Max, operands) * scale;
}

DimAttr DimAttr::max(ArrayRef<DimAttr> operands) {
  for (DimAttr operand : operands)
    if (operand.isUnknown())
      return operand;
  return MaxNormalizer(operands).run();
}

DimAttr DimAttr::min(ArrayRef<DimAttr> operands) {
  llvm::SmallVector<DimAttr> negated;
  for (DimAttr operand : operands)
    negated.push_back(-operand);
  return -max(negated);
}
