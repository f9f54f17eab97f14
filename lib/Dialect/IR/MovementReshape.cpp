//===- MovementReshape.cpp - The same elements in another shape -----------===//
//
// The rules of reshape and flatten. Numbers of elements are compared after
// the factors that both shapes share are cancelled, so that `[batch, 16]` and
// `[batch, 15]` differ, and `[batch, 16]` by `[batch, -1]` is 16, whatever the
// batch is (it may be 0).
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"
#include "llvm/ADT/MapVector.h"
#include <numeric>

using namespace mlir;

namespace tenon {
namespace {

/// A product of sizes as a coefficient and powers of factors: the atoms of
/// sizes with one term, and other sizes as they stand.
class SizeProduct {
public:
  SizeProduct(MLIRContext *context, ArrayRef<DimAttr> dims)
      : context(context) {
    for (DimAttr dim : dims)
      multiply(dim);
  }

  /// Removes the factors that both have; a product of zero is left alone.
  static void cancel(SizeProduct &lhs, SizeProduct &rhs) {
    if (lhs.coefficient == 0 || rhs.coefficient == 0 || !lhs.isKnown ||
        !rhs.isKnown)
      return;
    int64_t common = std::gcd(lhs.coefficient, rhs.coefficient);
    lhs.coefficient /= common;
    rhs.coefficient /= common;
    for (auto &[factor, power] : lhs.powers) {
      auto other = rhs.powers.find(factor);
      if (other == rhs.powers.end())
        continue;
      unsigned shared = std::min(power, other->second);
      power -= shared;
      other->second -= shared;
    }
  }

  DimAttr get() const {
    if (!isKnown)
      return DimAttr::getUnknown(context);
    DimAttr product = DimAttr::get(context, coefficient);
    for (auto [factor, power] : powers)
      for (unsigned i = 0; i < power; ++i)
        product = product * factor;
    return product;
  }

private:
  void multiply(DimAttr dim) {
    if (dim.isUnknown()) {
      isKnown = false;
      return;
    }
    ArrayRef<DimTerm> terms = dim.getTerms();
    if (terms.empty()) {
      coefficient = 0;
    } else if (terms.size() > 1) {
      ++powers[dim];
    } else {
      // A negative size is reported by whoever makes it.
      if (__builtin_mul_overflow(coefficient, terms[0].coefficient,
                                 &coefficient) ||
          coefficient < 0)
        isKnown = false;
      for (const DimFactor &factor : terms[0].factors)
        powers[factor.atom] += factor.power;
    }
  }

  MLIRContext *context;
  int64_t coefficient = 1;
  llvm::MapVector<DimAttr, unsigned> powers;
  bool isKnown = true;
};

/// The rule of reshape, over the entries of its shape operand.
class ReshapeRule {
public:
  ReshapeRule(ReshapeOp op, SmallVector<DimAttr> entries, RuleContext &context)
      : op(op), context(context), input(context.getType(op.getInput())),
        entries(std::move(entries)), dims(this->entries) {}

  SmallVector<DimAttr> run() {
    for (size_t axis = 0; axis < entries.size(); ++axis)
      checkEntry(axis);
    if (wild.size() > 1) {
      context.error(op.getShape(), diag::attributeRange)
          .fact("what", "the shape")
          .fact("value", getEntriesText())
          .fact("wanted", "a list with at most one -1")
          .help("only one size follows from the number of elements");
      return dims;
    }
    if (!isRight)
      return dims;
    // Whatever an entry turns out to be, if it is the only one that is not
    // known, the number of elements decides it.
    if (wild.empty())
      for (auto [axis, dim] : llvm::enumerate(dims))
        if (dim.isUnknown())
          wild.push_back(axis);
    if (wild.empty())
      compareCounts();
    else if (wild.size() == 1)
      inferSize(wild.front());
    return dims;
  }

private:
  void checkEntry(size_t axis) {
    DimAttr entry = entries[axis];
    std::optional<int64_t> value = entry.getConstant();
    if (value == -1) {
      wild.push_back(axis);
      dims[axis] = context.unknownDim();
    } else if (value == 0 && !op.getAllowZero()) {
      copyAxis(axis);
    } else if (!entry.isUnknown() &&
               !context.requireAtLeast(
                   entry, context.constantDim(0), diag::sizeNegative,
                   "axis " + Twine(axis) + " of " + context.getOpText() +
                       " must not be negative")) {
      isRight = false;
      dims[axis] = context.unknownDim();
      context.error(op.getShape(), diag::sizeNegative)
          .fact("axis", axis)
          .fact("size", entry.str())
          .help("-1 is the only negative entry: the size that is left");
    }
  }

  void copyAxis(size_t axis) {
    dims[axis] = context.unknownDim();
    if (!input.hasRank())
      return;
    if (int64_t(axis) < input.getRank()) {
      dims[axis] = input.getDim(axis);
      return;
    }
    isRight = false;
    context.error(op.getShape(), diag::axisOutOfRange)
        .fact("axis", axis)
        .fact("shape", input.getShapeText())
        .fact("rank", input.getRankText())
        .help("an entry of 0 copies the input's size on the same axis; write "
              "the size, or set allow_zero if it is to be 0");
  }

  /// Both numbers of elements, without what they share. The axis `left_out` of
  /// the result does not count.
  std::pair<DimAttr, DimAttr> getCounts(std::optional<size_t> leftOut) {
    SmallVector<DimAttr> from, to;
    for (DimAttr dim : input.getDims())
      from.push_back(context.getEnv().simplify(dim));
    for (auto [axis, dim] : llvm::enumerate(dims)) {
      if (axis == leftOut)
        continue;
      // Equal sizes go first: their product may not fit in 64 bits.
      dim = context.getEnv().simplify(dim);
      auto *equal = llvm::find(from, dim);
      if (equal == from.end() || dim.isUnknown() || dim.isConstant(0))
        to.push_back(dim);
      else
        from.erase(equal);
    }
    SizeProduct lhs(context.getContext(), from), rhs(context.getContext(), to);
    SizeProduct::cancel(lhs, rhs);
    return {lhs.get(), rhs.get()};
  }

  void compareCounts() {
    if (!input.hasRank())
      return;
    auto [from, to] = getCounts(std::nullopt);
    // Too many to count are more than any number.
    bool isHuge = from.isUnknown() && input.hasStaticShape() &&
                  to.getConstant();
    if (!isHuge && context.requireEqual(from, to, diag::reshapeCount,
                                        getCountMessage()))
      return;
    DimAttr wanted = input.getCount();
    auto report = context.error(op.getShape(), diag::reshapeCount);
    describe(report, input.withDims(dims).getCount().str());
    if (!wanted.isUnknown())
      report.help("choose sizes whose product is " + wanted.str());
  }

  void inferSize(size_t axis) {
    bool isWild = entries[axis].isConstant(-1);
    if (!input.hasRank() ||
        llvm::any_of(input.getDims(), [](DimAttr d) { return d.isUnknown(); }))
      return;
    auto [count, rest] = getCounts(axis);
    if (rest.isConstant(0)) {
      if (isWild)
        reportOpenSize();
      return;
    }
    if (rest.isUnknown() || count.isUnknown())
      return;
    // Dividing by the sizes beside it needs them not to be 0.
    (void)context.requireAtLeast(rest, context.constantDim(1),
                                 diag::reshapeCount,
                                 getCountMessage() +
                                     ", where the other sizes must not be 0");
    if (!context.requireDivisible(count, rest, diag::reshapeCount,
                                  getCountMessage())) {
      SmallVector<DimAttr> others(dims);
      others[axis] = context.constantDim(1);
      std::string product = input.withDims(others).getCount().str();
      auto report = context.error(op.getShape(), diag::reshapeCount);
      describe(report, "a multiple of " + product);
      report.help("the sizes beside -1 must divide " + input.getCount().str());
      return;
    }
    dims[axis] = context.getEnv().simplify(count.floorDiv(rest));
  }

  void reportOpenSize() {
    context.error(op.getShape(), diag::attributeRange)
        .fact("what", "the shape")
        .fact("value", getEntriesText())
        .fact("wanted", "without -1 where the other sizes multiply to 0")
        .help("write the size in place of -1: any number of 0s makes 0");
  }

  void describe(DiagnosticBuilder &report, const Twine &count) {
    DimAttr from = input.getCount();
    report.fact("from", input.getShapeText())
        .fact("from_count", from.isUnknown() ? "more than 2^63" : from.str())
        .fact("to", getEntriesText())
        .fact("to_count", count);
  }

  std::string getCountMessage() {
    return context.getOpText() + " turns " + input.getShapeText() + " into " +
           getEntriesText() + ", which must have as many elements";
  }

  std::string getEntriesText() {
    return input.withDims(entries).getShapeText();
  }

  ReshapeOp op;
  RuleContext &context;
  TensorType input;
  SmallVector<DimAttr> entries, dims;
  /// The axes whose size follows from the number of elements.
  SmallVector<size_t> wild;
  bool isRight = true;
};

} // namespace

void ReshapeOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(TensorType::getUnranked(input.getElementType()));
  if (auto dims = context.getDims(getInput()))
    context.setResultDims(0, *dims);
  auto entries = inferEntries(getShape(), "its shape", context);
  if (!entries)
    return;
  ReshapeRule rule(*this, *entries, context);
  context.setResult(input.withDims(rule.run()));
}

void FlattenOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(input.withDims({context.unknownDim(),
                                    context.unknownDim()}));
  if (auto dims = context.getDims(getInput()))
    context.setResultDims(0, *dims);
  if (!input.hasRank())
    return;
  int64_t axis = getAxis(), rank = input.getRank();
  if (axis < -rank || axis > rank) {
    context.error("axis", diag::axisOutOfRange)
        .fact("axis", axis)
        .fact("shape", input.getShapeText())
        .fact("rank", input.getRankText())
        .fact("lowest", -rank)
        .fact("highest", rank)
        .help(rank ? "valid axes are {lowest} to {highest}"
                   : "the only valid axis of a scalar is 0");
    return;
  }
  axis = axis < 0 ? axis + rank : axis;
  auto getCount = [&](ArrayRef<DimAttr> dims) {
    return context.getEnv().simplify(input.withDims(dims).getCount());
  };
  context.setResult(
      input.withDims({getCount(input.getDims().take_front(axis)),
                      getCount(input.getDims().drop_front(axis))}));
}

} // namespace tenon
