//===- IndexingFind.cpp - Lowering of find and unique to loops ------------===//

#include "Loops.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon {

void registerFindLowerings(LoweringRegistry &registry);

namespace {

using arith::CmpIPredicate;

/// Writes each position that counts behind the others.
SmallVector<Value> lowerFind(FindOp op, LoweringContext &context) {
  LoopEmitter loops(context, op.getLoc());
  OpBuilder &builder = context.builder;
  Location at = op.getLoc();
  TensorType type = context.getType(op.getInput());
  Value input = context.get(op.getInput());
  Value zeros = context.createFilled(
      at, context.getType(op.getPositions()), 0.0);
  // The buffer has no place for what follows the last position.
  SmallVector<Value> position;
  std::function<SmallVector<Value>(int64_t, ValueRange)> visit =
      [&](int64_t axis, ValueRange state) -> SmallVector<Value> {
    if (axis < type.getRank())
      return loops.loop(context.getIndex(type.getDim(axis)), state,
                        [&](Value i, ValueRange inner) {
                          position.push_back(i);
                          auto next = visit(axis + 1, inner);
                          position.pop_back();
                          return next;
                        });
    Value element = loops.extract(input, position);
    Type elementType = element.getType();
    Value zero = context.createScalar(at, type.getElementType(), 0);
    Value counts =
        isa<FloatType>(elementType)
            ? loops.compare(arith::CmpFPredicate::UNE, element, zero)
            : loops.compare(CmpIPredicate::ne, element, zero);
    auto branch = scf::IfOp::create(builder, at, state.getTypes(), counts,
                                    /*withElseRegion=*/true);
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(branch.thenBlock());
    Value found = state[0];
    for (auto [row, index] : llvm::enumerate(position))
      found = loops.insert(loops.toInteger(index), found,
                           {loops.index(row), state[1]});
    Value next = loops.make<arith::AddIOp>(state[1], loops.index(1));
    scf::YieldOp::create(builder, at, ValueRange{found, next});
    builder.setInsertionPointToStart(branch.elseBlock());
    scf::YieldOp::create(builder, at, state);
    return SmallVector<Value>(branch.getResults());
  };
  SmallVector<Value> result = visit(0, {zeros, loops.index(0)});
  return {result[0], loops.vector(result[1])};
}

/// Compares rows of a matrix.
class RowComparison {
public:
  RowComparison(LoopEmitter &loops, Value matrix, TensorType type)
      : loops(loops), matrix(matrix), type(type),
        columns(loops.context.getIndex(type.getDim(1))) {}

  Value areEqual(Value a, Value b) {
    Value yes = arith::ConstantIntOp::create(loops.builder, loops.location, 1, 1);
    return loops.loop(columns, yes, [&](Value column, ValueRange state) {
      auto [x, y] = read(a, b, column);
      return SmallVector<Value>{loops.make<arith::AndIOp>(
          state[0], isEqual(x, y))};
    })[0];
  }

  /// Whether row a comes before row b: the first columns that differ decide.
  Value isBefore(Value a, Value b) {
    Value no = arith::ConstantIntOp::create(loops.builder, loops.location, 0, 1);
    return loops.loop(columns, {no, no}, [&](Value column, ValueRange state) {
      auto [x, y] = read(a, b, column);
      Value less = loops.select(state[1], state[0], isLess(x, y));
      Value differs = loops.make<arith::OrIOp>(
          loops.make<arith::OrIOp>(state[1], isLess(x, y)), isLess(y, x));
      return SmallVector<Value>{less, differs};
    })[0];
  }

private:
  std::pair<Value, Value> read(Value a, Value b, Value column) {
    return {loops.extract(matrix, {a, column}),
            loops.extract(matrix, {b, column})};
  }
  Value isEqual(Value x, Value y) {
    if (isa<FloatType>(x.getType()))
      return loops.compare(arith::CmpFPredicate::OEQ, x, y);
    return loops.compare(CmpIPredicate::eq, x, y);
  }
  Value isLess(Value x, Value y) {
    if (isa<FloatType>(x.getType()))
      return loops.compare(arith::CmpFPredicate::OLT, x, y);
    bool isUnsigned = type.getElementType().isUnsignedInteger() ||
                      type.getElementType().isInteger(1);
    return loops.compare(isUnsigned ? CmpIPredicate::ult : CmpIPredicate::slt,
                         x, y);
  }

  LoopEmitter &loops;
  Value matrix;
  TensorType type;
  Value columns;
};

/// Kinds in the order of their appearance: first row, kind of each row, counts.
SmallVector<Value> emitKinds(LoopEmitter &loops, RowComparison &rows,
                             Value count, Value zeros) {
  Value one = arith::ConstantIntOp::create(loops.builder, loops.location, 1, 64);
  return loops.loop(
      count, {zeros, zeros, zeros, loops.index(0)},
      [&](Value row, ValueRange state) -> SmallVector<Value> {
        Value first = state[0], inverse = state[1], counts = state[2],
              known = state[3];
        // A kind that is new gets the next number.
        Value kind = loops.loop(known, known, [&](Value other, ValueRange best) {
          Value start = loops.toIndex(loops.extract(first, other));
          Value same = loops.make<arith::AndIOp>(
              rows.areEqual(row, start),
              loops.compare(CmpIPredicate::eq, best[0], known));
          return SmallVector<Value>{loops.select(same, other, best[0])};
        })[0];
        Value isNew = loops.compare(CmpIPredicate::eq, kind, known);
        Value old = loops.toIndex(loops.extract(first, kind));
        Value start = loops.select(isNew, row, old);
        Value number =
            loops.make<arith::AddIOp>(loops.extract(counts, kind), one);
        Value next = loops.select(
            isNew, loops.make<arith::AddIOp>(known, loops.index(1)), known);
        return {loops.insert(loops.toInteger(start), first, kind),
                loops.insert(loops.toInteger(kind), inverse, row),
                loops.insert(number, counts, kind), next};
      });
}

/// Kinds by their values: each goes where as many are as come before it.
SmallVector<Value> emitSorted(LoopEmitter &loops, RowComparison &rows,
                              Value count, Value zeros,
                              ArrayRef<Value> kinds) {
  Value first = kinds[0], counts = kinds[2], known = kinds[3];
  SmallVector<Value> placed = loops.loop(
      known, {zeros, zeros, zeros},
      [&](Value kind, ValueRange state) -> SmallVector<Value> {
        Value start = loops.extract(first, kind);
        Value rank = loops.loop(
            known, loops.index(0), [&](Value other, ValueRange before) {
              Value isBefore = rows.isBefore(
                  loops.toIndex(loops.extract(first, other)),
                  loops.toIndex(start));
              Value more =
                  loops.make<arith::AddIOp>(before[0], loops.index(1));
              return SmallVector<Value>{
                  loops.select(isBefore, more, before[0])};
            })[0];
        return {loops.insert(start, state[0], rank),
                loops.insert(loops.extract(counts, kind), state[1], rank),
                loops.insert(loops.toInteger(rank), state[2], kind)};
      });
  Value inverse = loops.loop(
      count, kinds[1], [&](Value row, ValueRange state) -> SmallVector<Value> {
        Value kind = loops.toIndex(loops.extract(state[0], row));
        return {loops.insert(loops.extract(placed[2], kind), state[0], row)};
      })[0];
  return {placed[0], inverse, placed[1], known};
}

SmallVector<Value> lowerUnique(UniqueOp op, LoweringContext &context) {
  LoopEmitter loops(context, op.getLoc());
  TensorType type = context.getType(op.getInput());
  RowComparison rows(loops, context.get(op.getInput()), type);
  Value count = context.getIndex(type.getDim(0));
  Value zeros =
      context.createFilled(op.getLoc(), context.getType(op.getFirst()), 0.0);
  SmallVector<Value> kinds = emitKinds(loops, rows, count, zeros);
  if (op.getSorted())
    kinds = emitSorted(loops, rows, count, zeros, kinds);
  return {kinds[0], kinds[1], kinds[2], loops.vector(kinds[3])};
}

} // namespace

void registerFindLowerings(LoweringRegistry &registry) {
  registry.addMany<FindOp>(lowerFind);
  registry.addMany<UniqueOp>(lowerUnique);
}

} // namespace tenon
