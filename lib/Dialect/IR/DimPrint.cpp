//===- DimPrint.cpp - Sizes as text ---------------------------------------===//
//
// Prints a size the way people write it. What the normal form respells is
// spelt back (`min`, `mod`) where that is shorter and parses to the same.
//
//===----------------------------------------------------------------------===//
#include "DimDetail.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/raw_ostream.h"
#include <limits>

using namespace mlir;
using namespace tenon;
using namespace tenon::detail;
using llvm::ArrayRef;
using llvm::StringRef;

namespace {
enum class Spelling { Plain, Mod, Min };

/// One summand as it is printed: coefficient * factors, and, unless plain,
/// times the mod or min of the operands.
struct Item {
  int64_t coefficient;
  Monomial factors;
  Spelling spelling = Spelling::Plain;
  llvm::SmallVector<DimAttr, 2> operands = {};

  DimAttr getValue(MLIRContext *context) const {
    DimSum sum(context);
    if (spelling == Spelling::Plain)
      sum.add(coefficient, factors);
    else
      sum.add(spelling == Spelling::Min ? DimAttr::min(operands)
                                        : operands[0].mod(operands[1]),
              coefficient, factors);
    return sum.get();
  }
};

class Printer {
public:
  explicit Printer(llvm::raw_ostream &os) : os(os) {}

  void printSum(DimAttr dim);

private:
  void printItem(const Item &item, bool isFirst, bool isAlone);
  void printFactor(DimAttr atom, bool isAlone);
  void printOperand(DimAttr dim);
  void printInfix(DimAttr lhs, StringRef keyword, DimAttr rhs, bool isAlone);
  void printCall(StringRef keyword, ArrayRef<DimAttr> operands);

  llvm::raw_ostream &os;
};
} // namespace

//===----------------------------------------------------------------------===//
// Spelling
//===----------------------------------------------------------------------===//

/// What has more terms or operands is not worth the search.
static constexpr size_t maxRespelt = 32;

/// `term` as the part of a mod or min that the normal form left visible.
static std::optional<Item> getRespelling(const DimTerm &term,
                                         const DimFactor &factor) {
  DimAttr atom = factor.atom;
  std::optional<Monomial> others = divide(term.factors, {DimFactor{atom, 1}});
  if (atom.getAtomKind() == DimAtomKind::Max &&
      atom.getOperands().size() <= maxRespelt) {
    // min(a, b) = a + b - max(a, b): the operands are their sum less each.
    llvm::SmallVector<DimAttr, 2> negated, operands;
    for (DimAttr operand : atom.getOperands())
      negated.push_back(-operand);
    DimAttr least = getLeastTerms(negated);
    for (DimAttr operand : negated)
      operands.push_back(operand - least);
    llvm::sort(operands,
               [](DimAttr a, DimAttr b) { return compareDims(a, b) < 0; });
    return Item{-term.coefficient, *others, Spelling::Min, operands};
  }
  if (atom.getAtomKind() == DimAtomKind::FloorDiv) {
    // a mod b = a - b * (a floordiv b)
    const DimTerm &leading = atom.getOperands()[1].getTerms().front();
    std::optional<Monomial> rest = divide(*others, leading.factors);
    if (rest && term.coefficient % leading.coefficient == 0)
      return Item{-(term.coefficient / leading.coefficient), *rest,
                  Spelling::Mod,
                  llvm::SmallVector<DimAttr, 2>(atom.getOperands())};
  }
  return std::nullopt;
}

/// Takes a mod or min out of `dim` if what remains has at least two terms
/// less.
static std::optional<Item> takeRespelling(DimAttr &dim) {
  for (const DimTerm &term : dim.getTerms())
    for (const DimFactor &factor : term.factors) {
      if (factor.atom.getSymbol() ||
          term.coefficient == std::numeric_limits<int64_t>::min())
        continue;
      std::optional<Item> item = getRespelling(term, factor);
      if (!item)
        continue;
      DimAttr rest = dim - item->getValue(dim.getContext());
      if (rest.isUnknown() ||
          rest.getTerms().size() + 2 > dim.getTerms().size())
        continue;
      dim = rest;
      return item;
    }
  return std::nullopt;
}

/// Whether adding up the items from left to right, as a parser does, gives
/// the size again.
static bool addsUp(ArrayRef<Item> items, DimAttr dim) {
  DimAttr sum = DimAttr::get(dim.getContext(), 0);
  for (const Item &item : items)
    sum = sum + item.getValue(dim.getContext());
  return sum == dim;
}

static llvm::SmallVector<Item> getItems(DimAttr dim) {
  llvm::SmallVector<Item> items, respelt;
  DimAttr rest = dim;
  if (DimAccess::getDepth(dim) > 0 && dim.getTerms().size() <= maxRespelt)
    while (std::optional<Item> item = takeRespelling(rest))
      respelt.push_back(*item);
  for (const DimTerm &term : rest.getTerms())
    items.push_back({term.coefficient, Monomial(term.factors)});
  bool hasConstant = getConstantTerm(rest) != 0;
  items.insert(items.end() - hasConstant, respelt.begin(), respelt.end());

  // `b - a` rather than `-a + b`.
  auto nonConstant = llvm::MutableArrayRef(items).drop_back(hasConstant);
  auto *positive = llvm::find_if(
      nonConstant, [](const Item &item) { return item.coefficient > 0; });
  if (positive != nonConstant.end())
    std::rotate(nonConstant.begin(), positive, positive + 1);

  if (respelt.empty() || addsUp(items, dim))
    return items;
  items.clear();
  for (const DimTerm &term : dim.getTerms())
    items.push_back({term.coefficient, Monomial(term.factors)});
  return items;
}

//===----------------------------------------------------------------------===//
// Printing
//===----------------------------------------------------------------------===//

static bool isBareSymbol(StringRef name) {
  if (name.empty() || !(llvm::isAlpha(name[0]) || name[0] == '_'))
    return false;
  if (!llvm::all_of(name, [](char c) {
        return llvm::isAlnum(c) || c == '_' || c == '.' || c == '$';
      }))
    return false;
  return llvm::StringSwitch<bool>(name)
      .Cases({"floordiv", "ceildiv", "mod", "min", "max"}, false)
      .Default(true);
}

void Printer::printCall(StringRef keyword, ArrayRef<DimAttr> operands) {
  os << keyword << '(';
  llvm::interleaveComma(operands, os, [&](DimAttr dim) { printSum(dim); });
  os << ')';
}

void Printer::printInfix(DimAttr lhs, StringRef keyword, DimAttr rhs,
                         bool isAlone) {
  os << (isAlone ? "" : "(");
  printOperand(lhs);
  os << ' ' << keyword << ' ';
  printOperand(rhs);
  os << (isAlone ? "" : ")");
}

void Printer::printFactor(DimAttr atom, bool isAlone) {
  if (StringAttr symbol = atom.getSymbol()) {
    if (isBareSymbol(symbol.getValue())) {
      os << symbol.getValue();
      return;
    }
    os << '"';
    llvm::printEscapedString(symbol.getValue(), os);
    os << '"';
    return;
  }
  ArrayRef<DimAttr> operands = atom.getOperands();
  if (atom.getAtomKind() == DimAtomKind::Max)
    printCall("max", operands);
  else
    printInfix(operands[0], "floordiv", operands[1], isAlone);
}

/// As an operand of an infix word: in parentheses unless it is one token or a
/// call.
void Printer::printOperand(DimAttr dim) {
  llvm::SmallVector<Item> items = getItems(dim);
  bool isToken = items.empty();
  if (items.size() == 1) {
    const Item &item = items.front();
    if (item.spelling == Spelling::Plain && item.factors.empty())
      isToken = item.coefficient > 0;
    else if (item.coefficient == 1 && item.spelling == Spelling::Min)
      isToken = item.factors.empty();
    else if (item.coefficient == 1 && item.spelling == Spelling::Plain)
      isToken = item.factors.size() == 1 && item.factors[0].power == 1 &&
                item.factors[0].atom.getAtomKind() != DimAtomKind::FloorDiv;
  }
  os << (isToken ? "" : "(");
  printSum(dim);
  os << (isToken ? "" : ")");
}

/// `isAlone`: no other summand makes an infix word hard to read.
void Printer::printItem(const Item &item, bool isFirst, bool isAlone) {
  // The least integer has no positive counterpart that could be parsed.
  bool isLeast = item.coefficient == std::numeric_limits<int64_t>::min();
  bool isMinus = item.coefficient < 0 && !isLeast;
  if (isFirst)
    os << (isMinus ? "-" : "");
  else
    os << (isMinus ? " - " : " + ");

  int64_t magnitude = isMinus ? -item.coefficient : item.coefficient;
  bool isPlain = item.spelling == Spelling::Plain;
  bool hasCoefficient = magnitude != 1 || (isPlain && item.factors.empty());
  if (hasCoefficient)
    os << magnitude;
  isAlone &= item.coefficient == 1 && item.factors.size() + !isPlain == 1 &&
             (item.factors.empty() || item.factors[0].power == 1);

  StringRef star = hasCoefficient ? "*" : "";
  for (const DimFactor &factor : item.factors)
    for (unsigned i = 0; i < factor.power; ++i) {
      os << star;
      printFactor(factor.atom, isAlone);
      star = "*";
    }
  if (isPlain)
    return;
  os << star;
  if (item.spelling == Spelling::Min)
    printCall("min", item.operands);
  else
    printInfix(item.operands[0], "mod", item.operands[1], isAlone);
}

void Printer::printSum(DimAttr dim) {
  llvm::SmallVector<Item> items = getItems(dim);
  if (items.empty())
    os << '0';
  // With only a constant beside it, an infix word needs no parentheses.
  unsigned summands = llvm::count_if(items, [](const Item &item) {
    return !item.factors.empty() || item.spelling != Spelling::Plain;
  });
  for (auto [i, item] : llvm::enumerate(items))
    printItem(item, /*isFirst=*/i == 0, /*isAlone=*/summands == 1);
}

void DimAttr::print(llvm::raw_ostream &os) const {
  if (isUnknown())
    os << '?';
  else
    Printer(os).printSum(*this);
}

std::string DimAttr::str() const {
  std::string result;
  llvm::raw_string_ostream os(result);
  print(os);
  return result;
}
