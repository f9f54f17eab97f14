//===- ContractionEinsum.cpp - Lowering of einsum to linalg ---------------===//
//
// Operands are joined two at a time, from the left, and each pair is one
// `linalg.generic` in the form of a contraction. What only one operand has and
// the result lacks is summed before that.
//
//===----------------------------------------------------------------------===//

#include "Accumulation.h"
#include "Contraction.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "tenon/Dialect/IR/Contraction.h"

using namespace mlir;

namespace tenon {
namespace {

/// A tensor and the loop of each of its axes.
struct Term {
  Value tensor;
  TensorType type;
  SmallVector<int64_t> loops;

  bool has(int64_t loop) const { return llvm::is_contained(loops, loop); }
};

class EinsumLowering {
public:
  EinsumLowering(EinsumOp op, LoweringContext &context)
      : op(op), context(context), location(op.getLoc()) {}
  Value run();

private:
  void collectTerms();
  void dropRepeated(Term &term);
  Term contract(ArrayRef<Term> terms, ArrayRef<int64_t> kept);
  Term moveLast(const Term &term, int64_t loop);
  bool isNeeded(int64_t loop, size_t firstOther);
  AffineMap getMap(ArrayRef<int64_t> loops, ArrayRef<int64_t> order);

  EinsumOp op;
  LoweringContext &context;
  Location location;
  EinsumLoops loops;
  SmallVector<DimAttr> sizes;
  SmallVector<Term> terms;
};

void EinsumLowering::collectTerms() {
  std::string problem;
  auto equation = EinsumEquation::parse(op.getEquation(), problem);
  SmallVector<int64_t> ranks;
  for (Value input : op.getInputs())
    ranks.push_back(LoweringContext::getType(input).getRank());
  loops = equation->getLoops(ranks);
  sizes.assign(loops.names.size(), DimAttr::get(op.getContext(), 1));
  for (auto [input, axes] : llvm::zip_equal(op.getInputs(), loops.operands)) {
    TensorType type = LoweringContext::getType(input);
    terms.push_back({context.get(input), type, axes});
    for (auto [dim, loop] : llvm::zip_equal(type.getDims(), axes))
      if (sizes[loop].isConstant(1) ||
          (!sizes[loop].getConstant() && !dim.isConstant(1)))
        sizes[loop] = dim;
  }
  for (Term &term : terms)
    dropRepeated(term);
}

/// Axes of size 1 that others repeat are taken away.
void EinsumLowering::dropRepeated(Term &term) {
  SmallVector<DimAttr> dims;
  SmallVector<int64_t> kept;
  for (auto [dim, loop] : llvm::zip_equal(term.type.getDims(), term.loops)) {
    if (dim.isConstant(1) && !sizes[loop].isConstant(1))
      continue;
    dims.push_back(dim);
    kept.push_back(loop);
  }
  if (dims.size() == term.loops.size())
    return;
  TensorType type = term.type.withDims(dims);
  term = {context.createReshape(location, term.tensor, term.type, type), type,
          kept};
}

AffineMap EinsumLowering::getMap(ArrayRef<int64_t> axes,
                                 ArrayRef<int64_t> order) {
  SmallVector<AffineExpr> positions;
  for (int64_t loop : axes)
    positions.push_back(getAffineDimExpr(
        llvm::find(order, loop) - order.begin(), op.getContext()));
  return AffineMap::get(order.size(), 0, positions, op.getContext());
}

/// The same elements with the loop as the last axis, where neighbours are
/// neighbours in memory.
Term EinsumLowering::moveLast(const Term &term, int64_t loop) {
  if (llvm::count(term.loops, loop) != 1 || term.loops.back() == loop)
    return term;
  Term moved = term;
  SmallVector<DimAttr> dims;
  moved.loops.clear();
  for (auto [dim, other] : llvm::zip_equal(term.type.getDims(), term.loops))
    if (other != loop && !llvm::is_contained(moved.loops, other)) {
      moved.loops.push_back(other);
      dims.push_back(dim);
    }
  moved.loops.push_back(loop);
  dims.push_back(sizes[loop]);
  moved.type = term.type.withDims(dims);
  moved.tensor = context.createElementwise(
      location, moved.type, term.tensor, getMap(term.loops, moved.loops),
      [](OpBuilder &, Location, ValueRange values) { return values[0]; });
  return moved;
}

/// The product of one or two terms, summed over all loops but these.
Term EinsumLowering::contract(ArrayRef<Term> factors, ArrayRef<int64_t> kept) {
  SmallVector<Term, 2> inputs(factors);
  if (inputs.size() == 2 && !kept.empty() &&
      inputs[0].has(kept.back()) != inputs[1].has(kept.back()))
    for (Term &input : inputs)
      input = moveLast(input, kept.back());
  SmallVector<int64_t> order(kept);
  for (const Term &input : inputs)
    for (int64_t loop : input.loops)
      if (!llvm::is_contained(order, loop))
        order.push_back(loop);
  SmallVector<DimAttr> dims;
  for (int64_t loop : kept)
    dims.push_back(sizes[loop]);
  TensorType type = terms.front().type.withDims(dims);

  SmallVector<Value> values;
  SmallVector<AffineMap> maps;
  for (const Term &input : inputs) {
    values.push_back(input.tensor);
    maps.push_back(getMap(input.loops, order));
  }
  if (inputs.size() == 1 && order.size() == kept.size()) {
    Value copy = context.createElementwise(
        location, type, values, maps,
        [](OpBuilder &, Location, ValueRange values) { return values[0]; });
    return {copy, type, llvm::to_vector(kept)};
  }
  maps.push_back(getMap(kept, order));
  SmallVector<utils::IteratorType> iterators(kept.size(),
                                             utils::IteratorType::parallel);
  iterators.resize(order.size(), utils::IteratorType::reduction);
  Type wide = getAccumulatorType(type.getElementType());
  Value zeros = context.createFilled(location, type.withElementType(wide), 0.0);
  auto add = [](OpBuilder &builder, Location location,
                ValueRange values) -> Value {
    Value sum = values[1];
    if (isa<IntegerType>(sum.getType()))
      return arith::AddIOp::create(builder, location, sum, values[0]);
    return arith::AddFOp::create(
        builder, location, sum,
        convertFloat(builder, location, values[0], sum.getType()));
  };
  auto multiply = [&](OpBuilder &builder, Location at, ValueRange values) {
    return multiplyAdd(builder, at, values[2], values[0], type.getElementType(),
                       values[1], type.getElementType());
  };
  Value sums = inputs.size() == 1
                   ? context.createReduction(location, values, zeros, maps,
                                             iterators, add)
                   : context.createReduction(location, values, zeros, maps,
                                             iterators, multiply);
  return {narrowAccumulators(context, location, sums, type), type,
          llvm::to_vector(kept)};
}

/// Whether the result or a term from there on has the loop.
bool EinsumLowering::isNeeded(int64_t loop, size_t firstOther) {
  return llvm::is_contained(loops.result, loop) ||
         llvm::any_of(ArrayRef(terms).drop_front(firstOther),
                      [&](const Term &term) { return term.has(loop); });
}

Value EinsumLowering::run() {
  collectTerms();
  if (terms.size() == 1)
    return contract(terms, loops.result).tensor;
  for (auto [index, term] : llvm::enumerate(terms)) {
    SmallVector<int64_t> kept;
    for (int64_t loop : term.loops) {
      bool isShared = llvm::is_contained(loops.result, loop);
      for (auto [other, otherTerm] : llvm::enumerate(terms))
        isShared |= other != index && otherTerm.has(loop);
      if (isShared && !llvm::is_contained(kept, loop))
        kept.push_back(loop);
    }
    if (kept.size() != term.loops.size())
      term = contract(term, kept);
  }
  Term joined = terms.front();
  for (size_t next = 1; next + 1 < terms.size(); ++next) {
    SmallVector<int64_t> kept;
    for (const Term &term : {joined, terms[next]})
      for (int64_t loop : term.loops)
        if (isNeeded(loop, next + 1) && !llvm::is_contained(kept, loop))
          kept.push_back(loop);
    joined = contract({joined, terms[next]}, kept);
  }
  return contract({joined, terms.back()}, loops.result).tensor;
}

Value lowerEinsum(EinsumOp op, LoweringContext &context) {
  return EinsumLowering(op, context).run();
}

} // namespace

void registerEinsumLowerings(LoweringRegistry &registry) {
  registry.add<EinsumOp>(lowerEinsum);
}

} // namespace tenon
