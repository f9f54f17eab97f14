//===- IndexingSuppression.cpp - Lowering of non-maximum suppression ------===//

#include "Loops.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon {

void registerSuppressionLowerings(LoweringRegistry &registry);

namespace {

using arith::CmpFPredicate;
using arith::CmpIPredicate;

/// A box as its lowest and highest corner.
struct Box {
  Value low[2], high[2];
};

class Suppression {
public:
  Suppression(NonMaxSuppressionOp op, LoweringContext &context)
      : op(op), context(context), builder(context.builder),
        at(op.getLoc()), loops(context, at), boxes(context.get(op.getBoxes())),
        scores(context.get(op.getScores())),
        elementType(cast<FloatType>(
            cast<RankedTensorType>(boxes.getType()).getElementType())) {}

  SmallVector<Value> run() {
    TensorType type = context.getType(op.getScores());
    Value images = context.getIndex(type.getDim(0)),
          classes = context.getIndex(type.getDim(1));
    count = context.getIndex(type.getDim(2));
    overlap = toScore(context.get(op.getOverlap()));
    least = toScore(context.get(op.getLeast()));
    Value asked = loops.toIndex(scalar(context.get(op.getMost())));
    most = loops.make<arith::MinSIOp>(asked, count);
    most = loops.make<arith::MaxSIOp>(most, loops.index(0));
    Value selected =
        context.createFilled(at, context.getType(op.getSelected()), 0.0);
    // Which boxes of a class are out of the question.
    TensorType flags = TensorType::getUnranked(builder.getI1Type())
                           .withDims({type.getDim(2)});
    Value none = context.createFilled(at, flags, 0.0);
    SmallVector<Value> state = loops.loop(
        images, {selected, none, loops.index(0)},
        [&](Value image, ValueRange outer) {
          return loops.loop(classes, outer, [&](Value kind, ValueRange inner) {
            return selectClass(image, kind, inner);
          });
        });
    return {state[0], loops.vector(state[2])};
  }

private:
  Value scalar(Value tensor) {
    SmallVector<Value> first(cast<RankedTensorType>(tensor.getType()).getRank(),
                             loops.index(0));
    return loops.extract(tensor, first);
  }

  /// A threshold in the scores' type.
  Value toScore(Value tensor) {
    Value value = scalar(tensor);
    unsigned width = elementType.getWidth();
    if (width > 32)
      return arith::ExtFOp::create(builder, at, elementType, value);
    if (width < 32)
      return arith::TruncFOp::create(builder, at, elementType, value);
    return value;
  }

  SmallVector<Value> selectClass(Value image, Value kind, ValueRange state) {
    Value no = arith::ConstantIntOp::create(builder, at, 0, 1);
    Value cleared = loops.loop(count, state[1], [&](Value i, ValueRange flags) {
      return SmallVector<Value>{loops.insert(no, flags[0], i)};
    })[0];
    return loops.loop(
        most, {state[0], cleared, state[2]},
        [&](Value, ValueRange inner) { return selectBox(image, kind, inner); });
  }

  /// Takes the best box that is left, if there is one.
  SmallVector<Value> selectBox(Value image, Value kind, ValueRange state) {
    SmallVector<Value> best = loops.loop(
        count, {count, least},
        [&](Value box, ValueRange best) -> SmallVector<Value> {
          Value score = loops.extract(scores, {image, kind, box});
          Value isOut = loops.extract(state[1], box);
          Value isBetter = loops.compare(CmpFPredicate::OGT, score, best[1]);
          Value taken = loops.select(isOut, best[0],
                                     loops.select(isBetter, box, best[0]));
          Value value = loops.select(isOut, best[1],
                                     loops.select(isBetter, score, best[1]));
          return {taken, value};
        });
    Value exists = loops.compare(CmpIPredicate::slt, best[0], count);
    auto branch = scf::IfOp::create(builder, at, state.getTypes(), exists,
                                    /*withElseRegion=*/true);
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(branch.thenBlock());
    Value selected = state[0];
    Value row[] = {image, kind, best[0]};
    for (auto [column, index] : llvm::enumerate(row))
      selected = loops.insert(loops.toInteger(index), selected,
                              {state[2], loops.index(column)});
    Box taken = readBox(image, best[0]);
    Value flags = loops.loop(
        count, state[1], [&](Value box, ValueRange inner) -> SmallVector<Value> {
          Value isOut = loops.make<arith::OrIOp>(
              loops.extract(inner[0], box),
              loops.make<arith::OrIOp>(
                  loops.compare(CmpIPredicate::eq, box, best[0]),
                  overlaps(taken, readBox(image, box))));
          return {loops.insert(isOut, inner[0], box)};
        })[0];
    Value next = loops.make<arith::AddIOp>(state[2], loops.index(1));
    scf::YieldOp::create(builder, at, ValueRange{selected, flags, next});
    builder.setInsertionPointToStart(branch.elseBlock());
    scf::YieldOp::create(builder, at, state);
    return SmallVector<Value>(branch.getResults());
  }

  Box readBox(Value image, Value box) {
    SmallVector<Value> parts;
    for (int64_t i = 0; i < 4; ++i)
      parts.push_back(loops.extract(boxes, {image, box, loops.index(i)}));
    Box result;
    Value half = context.createScalar(at, elementType, 0.5);
    for (int64_t i : {0, 1}) {
      if (op.getCentered()) {
        Value reach = loops.make<arith::MulFOp>(parts[i + 2], half);
        result.low[i] = loops.make<arith::SubFOp>(parts[i], reach);
        result.high[i] = loops.make<arith::AddFOp>(parts[i], reach);
      } else {
        result.low[i] = loops.make<arith::MinimumFOp>(parts[i], parts[i + 2]);
        result.high[i] = loops.make<arith::MaximumFOp>(parts[i], parts[i + 2]);
      }
    }
    return result;
  }

  Value area(const Box &box) {
    return loops.make<arith::MulFOp>(
        loops.make<arith::SubFOp>(box.high[0], box.low[0]),
        loops.make<arith::SubFOp>(box.high[1], box.low[1]));
  }

  Value overlaps(const Box &a, const Box &b) {
    Value zero = context.createScalar(at, elementType, 0);
    Box shared;
    for (int64_t i : {0, 1}) {
      shared.low[i] = loops.make<arith::MaximumFOp>(a.low[i], b.low[i]);
      shared.high[i] = loops.make<arith::MaximumFOp>(
          shared.low[i], loops.make<arith::MinimumFOp>(a.high[i], b.high[i]));
    }
    Value both = area(shared);
    Value together = loops.make<arith::SubFOp>(
        loops.make<arith::AddFOp>(area(a), area(b)), both);
    // Boxes without an area overlap nothing.
    Value isReal = loops.compare(CmpFPredicate::OGT, together, zero);
    Value ratio = loops.make<arith::DivFOp>(both, together);
    return loops.make<arith::AndIOp>(
        isReal, loops.compare(CmpFPredicate::OGT, ratio, overlap));
  }

  NonMaxSuppressionOp op;
  LoweringContext &context;
  OpBuilder &builder;
  Location at;
  LoopEmitter loops;
  Value boxes, scores;
  FloatType elementType;
  Value count, overlap, least, most;
};

} // namespace

void registerSuppressionLowerings(LoweringRegistry &registry) {
  registry.addMany<NonMaxSuppressionOp>(
      [](NonMaxSuppressionOp op, LoweringContext &context) {
        return Suppression(op, context).run();
      });
}

} // namespace tenon
