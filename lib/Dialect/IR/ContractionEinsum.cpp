//===- ContractionEinsum.cpp - Sums of products over named axes -----------===//

#include "tenon/Dialect/IR/Contraction.h"
#include "tenon/Dialect/IR/Rule.h"
#include <map>

using namespace mlir;

namespace tenon {

//===----------------------------------------------------------------------===//
// Equations
//===----------------------------------------------------------------------===//

namespace {

std::optional<EinsumTerm> parseTerm(StringRef text, std::string &problem) {
  EinsumTerm term;
  while (!text.empty()) {
    if (text.consume_front("...")) {
      if (term.ellipsis) {
        problem = "with `...` at most once an operand";
        return std::nullopt;
      }
      term.ellipsis = term.letters.size();
      continue;
    }
    if (!llvm::isAlpha(text.front())) {
      problem = "made of letters, `...`, commas and one `->`, not '" +
                text.take_front(1).str() + "'";
      return std::nullopt;
    }
    term.letters += text.front();
    text = text.drop_front();
  }
  return term;
}

/// What stands right of `->` where that is left out.
EinsumTerm getImplicitResult(ArrayRef<EinsumTerm> operands) {
  EinsumTerm result;
  std::map<char, int> counts;
  for (const EinsumTerm &term : operands) {
    for (char letter : term.letters)
      ++counts[letter];
    if (term.ellipsis)
      result.ellipsis = 0;
  }
  for (auto [letter, count] : counts)
    if (count == 1)
      result.letters += letter;
  return result;
}

bool checkResult(const EinsumEquation &equation, std::string &problem) {
  StringRef letters = equation.result.letters;
  for (auto [i, letter] : llvm::enumerate(letters)) {
    if (letters.drop_front(i + 1).contains(letter)) {
      problem = std::string("with '") + letter + "' once in its result";
      return false;
    }
    if (llvm::none_of(equation.operands, [&](const EinsumTerm &term) {
          return StringRef(term.letters).contains(letter);
        })) {
      problem = std::string("with '") + letter +
                "' of its result in one of the operands";
      return false;
    }
  }
  return true;
}

} // namespace

std::optional<EinsumEquation> EinsumEquation::parse(StringRef text,
                                                    std::string &problem) {
  std::string dense;
  for (char c : text)
    if (!llvm::isSpace(c))
      dense += c;
  auto [left, right] = StringRef(dense).split("->");
  bool isExplicit = StringRef(dense).contains("->");
  EinsumEquation equation;
  SmallVector<StringRef> parts;
  left.split(parts, ',');
  for (StringRef part : parts) {
    std::optional<EinsumTerm> term = parseTerm(part, problem);
    if (!term)
      return std::nullopt;
    equation.operands.push_back(*term);
  }
  if (!isExplicit) {
    equation.result = getImplicitResult(equation.operands);
    return equation;
  }
  std::optional<EinsumTerm> result = parseTerm(right, problem);
  if (!result)
    return std::nullopt;
  equation.result = *result;
  if (!checkResult(equation, problem))
    return std::nullopt;
  return equation;
}

EinsumLoops EinsumEquation::getLoops(ArrayRef<int64_t> ranks) const {
  EinsumLoops loops;
  int64_t extra = 0;
  for (auto [term, rank] : llvm::zip_equal(operands, ranks))
    if (term.ellipsis)
      extra = std::max<int64_t>(extra, rank - term.letters.size());
  loops.names.assign(extra, "...");
  std::map<char, int64_t> letters;
  auto getAxes = [&](const EinsumTerm &term, int64_t others) {
    SmallVector<int64_t> axes;
    auto addOthers = [&] {
      for (int64_t i = extra - others; i < extra; ++i)
        axes.push_back(i);
    };
    for (auto [i, letter] : llvm::enumerate(term.letters)) {
      if (term.ellipsis == i)
        addOthers();
      auto [it, isNew] = letters.try_emplace(letter, loops.names.size());
      if (isNew)
        loops.names.push_back(std::string(1, letter));
      axes.push_back(it->second);
    }
    if (term.ellipsis == term.letters.size())
      addOthers();
    return axes;
  };
  for (auto [term, rank] : llvm::zip_equal(operands, ranks))
    loops.operands.push_back(getAxes(term, rank - term.letters.size()));
  loops.result = getAxes(result, extra);
  return loops;
}

//===----------------------------------------------------------------------===//
// Rule
//===----------------------------------------------------------------------===//

namespace {

/// The size of a loop and the axis that said so.
struct LoopSize {
  DimAttr dim;
  Value operand;
  int64_t axis = 0;
};

/// Each operand's number of axes, also of those whose letters give it away;
/// none (perhaps reported) if one stays open.
std::optional<SmallVector<int64_t>>
getRanks(EinsumOp op, const EinsumEquation &equation, RuleContext &context) {
  SmallVector<int64_t> ranks;
  bool isKnown = true;
  for (auto [input, term] :
       llvm::zip_equal(op.getInputs(), equation.operands)) {
    int64_t letters = term.letters.size();
    TensorType type = context.getType(input);
    if (type.hasRank())
      isKnown &= context.requireRank(input, "an operand '" + term.letters + "'",
                                     letters, term.ellipsis.has_value());
    else if (term.ellipsis)
      isKnown = false;
    ranks.push_back(type.hasRank() ? type.getRank() : letters);
  }
  if (isKnown)
    return ranks;
  return std::nullopt;
}

void joinSize(LoopSize &loop, Value operand, int64_t axis, StringRef name,
              RuleContext &context) {
  TensorType type = context.getType(operand);
  DimAttr dim = type.hasRank() ? type.getDim(axis) : context.unknownDim();
  if (!loop.operand) {
    loop = {dim, operand, axis};
    return;
  }
  std::string left = context.getType(loop.operand).getShapeText();
  auto describe = [&] {
    return context.getOpText() + " multiplies " + left + " by " +
           type.getShapeText() + ", whose sizes for '" + name.str() +
           "' must be equal (axis " + std::to_string(loop.axis) +
           " of the left, axis " + std::to_string(axis) + " of the right)";
  };
  std::optional<DimAttr> joined =
      context.broadcast(loop.dim, dim, diag::contractionMismatch, describe);
  if (!joined) {
    context.error(operand, diag::contractionMismatch)
        .fact("lhs", left)
        .fact("rhs", type.getShapeText())
        .fact("lhs_size", loop.dim.str())
        .fact("lhs_axis", loop.axis)
        .fact("rhs_size", dim.str())
        .fact("rhs_axis", axis)
        .note("both axes are '" + name + "' in the equation");
    return;
  }
  if (loop.dim.isConstant(1) || loop.dim.isUnknown())
    loop = {*joined, operand, axis};
  loop.dim = *joined;
}

bool isNumber(Type type) { return !type.isInteger(1); }

} // namespace

void EinsumOp::infer(RuleContext &context) {
  bool numbers = true;
  for (Value input : getInputs())
    numbers &=
        context.requireElementType(input, "an operand", "numbers", isNumber);
  TensorType result = context.unknownType();
  if (numbers && !getInputs().empty())
    result = TensorType::getUnranked(
        context.requireSameElementType(llvm::to_vector(getInputs())));
  context.setResult(result);

  std::string problem;
  std::optional<EinsumEquation> equation =
      EinsumEquation::parse(getEquation(), problem);
  if (!equation) {
    context.error("equation", diag::attributeRange)
        .fact("what", "the equation")
        .fact("value", "'" + getEquation().str() + "'")
        .fact("wanted", problem);
    return;
  }
  if (equation->operands.size() != getInputs().size()) {
    context.error(diag::operandCount)
        .fact("node", context.getOpText())
        .fact("count", getInputs().size())
        .fact("wanted", std::to_string(equation->operands.size()) +
                            ", as many as its equation");
    return;
  }
  auto ranks = getRanks(*this, *equation, context);
  if (!ranks)
    return;
  EinsumLoops loops = equation->getLoops(*ranks);
  SmallVector<LoopSize> sizes(loops.names.size());
  for (auto [input, axes] : llvm::zip_equal(getInputs(), loops.operands))
    for (auto [axis, loop] : llvm::enumerate(axes))
      joinSize(sizes[loop], input, axis, loops.names[loop], context);
  SmallVector<DimAttr> dims;
  for (int64_t loop : loops.result)
    dims.push_back(sizes[loop].dim);
  context.setResult(result.withDims(dims));
}

void DeterminantOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(input.withUnranked());
  context.requireElementType(getInput(), "its input", "floating-point numbers",
                             [](Type type) { return isa<FloatType>(type); });
  if (!context.requireRank(getInput(), "an input", 2, true))
    return;
  context.setResult(input.withDims(input.getDims().drop_back(2)));
  int64_t last = input.getRank() - 1;
  DimAttr rows = input.getDim(last - 1), columns = input.getDim(last);
  if (context.requireEqual(rows, columns, diag::lengthMismatch,
                           context.getOpText() +
                               " takes square matrices, not " +
                               input.getShapeText()))
    return;
  context.error(getInput(), diag::lengthMismatch)
      .fact("operand", "rows")
      .fact("wanted", rows.str())
      .fact("axis", last - 1)
      .fact("shape", input.getShapeText())
      .fact("size", columns.str())
      .help("give it square matrices");
}

} // namespace tenon
