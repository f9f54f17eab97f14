//===- Dim.cpp - Arithmetic and traversal of sizes ------------------------===//
//
// Sums and products of sizes, and what walks them: the symbols that occur,
// substitution, evaluation.
//
//===----------------------------------------------------------------------===//
#include "tenon/Dialect/IR/Dim.h"
#include "DimDetail.h"

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::ArrayRef;

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

DimAttr DimAttr::get(MLIRContext *context, int64_t value) {
  DimTerm term{value, {}};
  return DimAccess::get(
      context, {DimForm::Sum,
                {},
                {},
                value ? ArrayRef<DimTerm>(term) : ArrayRef<DimTerm>()});
}

static DimAttr addScaled(DimAttr lhs, DimAttr rhs, int64_t scale) {
  DimSum sum(lhs.getContext());
  sum.add(lhs);
  sum.add(rhs, scale);
  return sum.get();
}

DimAttr DimAttr::operator+(DimAttr rhs) const {
  return addScaled(*this, rhs, 1);
}

DimAttr DimAttr::operator-(DimAttr rhs) const {
  return addScaled(*this, rhs, -1);
}

DimAttr DimAttr::operator*(DimAttr rhs) const {
  if (isUnknown() || rhs.isUnknown())
    return getUnknown(getContext());
  DimSum sum(getContext());
  for (const DimTerm &term : getTerms())
    sum.add(rhs, term.coefficient, term.factors);
  return sum.get();
}

DimAttr DimAttr::operator-() const { return *this * -1; }

DimAttr DimAttr::operator+(int64_t rhs) const {
  return *this + get(getContext(), rhs);
}

DimAttr DimAttr::operator-(int64_t rhs) const {
  return *this - get(getContext(), rhs);
}

DimAttr DimAttr::operator*(int64_t rhs) const {
  return *this * get(getContext(), rhs);
}

//===----------------------------------------------------------------------===//
// Traversal
//===----------------------------------------------------------------------===//

DimAttr
tenon::detail::replaceAtoms(DimAttr dim,
                            llvm::function_ref<DimAttr(DimAttr)> replace) {
  if (dim.isUnknown())
    return dim;
  if (dim.getAtomKind())
    return replace(dim);
  DimSum sum(dim.getContext());
  for (const DimTerm &term : dim.getTerms()) {
    // Factors that stay are multiplied in one go; a product of sums grows.
    Monomial kept;
    DimAttr product = DimAttr::get(dim.getContext(), 1);
    for (const DimFactor &factor : term.factors) {
      DimAttr replacement = replace(factor.atom);
      if (replacement == factor.atom) {
        kept.push_back(factor);
        continue;
      }
      for (unsigned i = 0; i < factor.power; ++i)
        product = product * replacement;
    }
    sum.add(product, term.coefficient, kept);
  }
  return sum.get();
}

void DimAttr::collectSymbols(llvm::SetVector<StringAttr> &symbols) const {
  if (StringAttr symbol = getSymbol())
    symbols.insert(symbol);
  for (DimAttr operand : getOperands())
    operand.collectSymbols(symbols);
  if (getAtomKind())
    return;
  for (const DimTerm &term : getTerms())
    for (const DimFactor &factor : term.factors)
      factor.atom.collectSymbols(symbols);
}

DimAttr
DimAttr::substitute(llvm::function_ref<DimAttr(StringAttr)> replacement) const {
  return replaceAtoms(*this, [&](DimAttr atom) -> DimAttr {
    if (StringAttr symbol = atom.getSymbol()) {
      DimAttr value = replacement(symbol);
      return value ? value : atom;
    }
    llvm::SmallVector<DimAttr> operands;
    for (DimAttr operand : atom.getOperands())
      operands.push_back(operand.substitute(replacement));
    if (ArrayRef(operands) == atom.getOperands())
      return atom;
    return atom.getAtomKind() == DimAtomKind::Max
               ? max(operands)
               : operands[0].floorDiv(operands[1]);
  });
}

namespace {
/// Evaluates in the wide type, so that only the result has to fit.
struct Evaluator {
  llvm::function_ref<std::optional<int64_t>(StringAttr)> value;

  std::optional<Wide> evaluateAtom(DimAttr atom) const {
    if (StringAttr symbol = atom.getSymbol())
      return value(symbol);
    llvm::SmallVector<Wide> operands;
    for (DimAttr operand : atom.getOperands()) {
      std::optional<Wide> result = evaluate(operand);
      if (!result)
        return std::nullopt;
      operands.push_back(*result);
    }
    if (atom.getAtomKind() == DimAtomKind::Max)
      return *llvm::max_element(operands);
    if (operands[1] == 0)
      return std::nullopt;
    if (operands[1] != -1)
      return floorDivide(operands[0], operands[1]);
    Wide negated;
    if (__builtin_sub_overflow(Wide(0), operands[0], &negated))
      return std::nullopt;
    return negated;
  }

  std::optional<Wide> evaluate(DimAttr dim) const {
    if (dim.isUnknown())
      return std::nullopt;
    if (dim.getAtomKind())
      return evaluateAtom(dim);
    Wide sum = 0;
    for (const DimTerm &term : dim.getTerms()) {
      Wide product = term.coefficient;
      for (const DimFactor &factor : term.factors) {
        std::optional<Wide> atom = evaluateAtom(factor.atom);
        if (!atom)
          return std::nullopt;
        for (unsigned i = 0; i < factor.power; ++i)
          if (__builtin_mul_overflow(product, *atom, &product))
            return std::nullopt;
      }
      if (__builtin_add_overflow(sum, product, &sum))
        return std::nullopt;
    }
    return sum;
  }
};
} // namespace

std::optional<int64_t> DimAttr::evaluate(
    llvm::function_ref<std::optional<int64_t>(StringAttr)> value) const {
  std::optional<Wide> result = Evaluator{value}.evaluate(*this);
  if (!result || *result != int64_t(*result))
    return std::nullopt;
  return int64_t(*result);
}
