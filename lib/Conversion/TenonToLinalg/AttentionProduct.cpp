//===- AttentionProduct.cpp - Lowering of attention to linalg -------------===//
//
// A product, a softmax and a product. Heads that share a key are rows of one
// matrix.
//
//===----------------------------------------------------------------------===//

#include "Accumulation.h"
#include "Contraction.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "tenon/Dialect/IR/Attention.h"
#include <cmath>
#include <limits>

using namespace mlir;

namespace tenon {

void registerAttentionProductLowerings(LoweringRegistry &registry);

namespace {

class AttentionLowering {
public:
  AttentionLowering(AttentionOp op, LoweringContext &context)
      : op(op), context(context), location(op.getLoc()),
        query(context.getType(op.getQuery())),
        key(context.getType(op.getKey())),
        value(context.getType(op.getValue())),
        narrow(LoweringContext::convertElementType(query.getElementType())),
        wide(getAccumulatorType(narrow)),
        identity(AffineMap::getMultiDimIdentityMap(4, op.getContext())) {
    scores = query
                 .withDims({query.getDim(0), query.getDim(1), query.getDim(2),
                            key.getDim(2)})
                 .withElementType(wide);
  }

  SmallVector<Value> run();

private:
  using Body = llvm::function_ref<Value(OpBuilder &, Location, ValueRange)>;

  TensorType joinHeads(TensorType type);
  Value createScores();
  Value createScale();
  Value apply(Value tensor, AttentionStage from, AttentionStage to);
  Value emitCap(OpBuilder &builder, Location at, Value x);
  Value emitMask(OpBuilder &builder, Location at, Value x, ValueRange masks);
  Value reduceRows(Value tensor, double start, Body body);
  Value createWeights(Value tensor);
  AffineMap getRowMap() { return identity.dropResult(3); }
  TensorType getRowType() {
    return scores.withDims(scores.getDims().drop_back());
  }

  AttentionOp op;
  LoweringContext &context;
  Location location;
  TensorType query, key, value, scores;
  Type narrow, wide;
  AffineMap identity;
};

/// [batch, heads, rows, columns] as [batch, groups, heads per group * rows,
/// columns].
TensorType AttentionLowering::joinHeads(TensorType type) {
  DimAttr heads = query.getDim(1), groups = key.getDim(1);
  DimAttr shared = heads == groups ? DimAttr::get(heads.getContext(), 1)
                                   : heads.floorDiv(groups);
  return type.withDims(
      {type.getDim(0), key.getDim(1), shared * type.getDim(2), type.getDim(3)});
}

/// Keys are turned, so that neighbouring keys are neighbours in memory.
Value AttentionLowering::createScores() {
  ArrayRef<DimAttr> dims = key.getDims();
  TensorType turned = key.withDims({dims[0], dims[1], dims[3], dims[2]});
  AffineMap swap = AffineMap::getPermutationMap(ArrayRef<unsigned>{0, 1, 3, 2},
                                                op.getContext());
  Value columns = context.createElementwise(
      location, turned, context.get(op.getKey()), swap,
      [](OpBuilder &, Location, ValueRange values) { return values[0]; });
  TensorType rows = joinHeads(query), joined = joinHeads(scores);
  Value queries =
      context.createReshape(location, context.get(op.getQuery()), query, rows);
  Value products = createMatrixProduct(
      context, location, {queries, rows}, {columns, turned},
      joined.withElementType(query.getElementType()), /*keepWide=*/true);
  return context.createReshape(location, products, joined, scores);
}

Value AttentionLowering::createScale() {
  if (op.getScale())
    return context.createScalar(location, wide,
                                op.getScale()->convertToDouble());
  if (std::optional<int64_t> size = query.getDim(3).getConstant())
    return context.createScalar(location, wide, 1 / std::sqrt(double(*size)));
  Value size = createCount(context, location, query.getDim(3), wide);
  return math::RsqrtOp::create(context.builder, location, size);
}

Value AttentionLowering::emitCap(OpBuilder &builder, Location at, Value x) {
  Value cap = arith::ConstantOp::create(
      builder, at,
      builder.getFloatAttr(wide, op.getSoftcap()->convertToDouble()));
  Value curve = math::TanhOp::create(
      builder, at, arith::DivFOp::create(builder, at, x, cap));
  return arith::MulFOp::create(builder, at, curve, cap);
}

/// The score of a place that is seen; minus infinity elsewhere. `masks` are
/// the elements of mask, past and lengths, as far as they are there.
Value AttentionLowering::emitMask(OpBuilder &builder, Location at, Value x,
                                  ValueRange masks) {
  Value isSeen;
  auto require = [&](Value condition) {
    isSeen = isSeen ? arith::AndIOp::create(builder, at, isSeen, condition)
                    : condition;
  };
  auto getPosition = [&](int64_t axis) -> Value {
    Value index = linalg::IndexOp::create(builder, at, axis);
    return arith::IndexCastOp::create(builder, at, builder.getI64Type(), index);
  };
  auto compare = [&](arith::CmpIPredicate predicate, Value lhs,
                     Value rhs) -> Value {
    return arith::CmpIOp::create(builder, at, predicate, lhs, rhs);
  };
  if (op.getMask()) {
    Value mask = masks.front();
    masks = masks.drop_front();
    if (mask.getType().isInteger(1))
      require(mask);
    else
      x = arith::AddFOp::create(builder, at, x,
                                convertFloat(builder, at, mask, wide));
  }
  Value past;
  if (op.getPast()) {
    past = masks.front();
    masks = masks.drop_front();
  }
  if (op.getCausal()) {
    Value last = getPosition(2);
    if (past)
      last = arith::AddIOp::create(builder, at, last, past);
    require(compare(arith::CmpIPredicate::sle, getPosition(3), last));
  }
  if (op.getLengths())
    require(compare(arith::CmpIPredicate::slt, getPosition(3), masks.front()));
  if (!isSeen)
    return x;
  Value nothing = arith::ConstantOp::create(
      builder, at,
      builder.getFloatAttr(wide, -std::numeric_limits<double>::infinity()));
  return arith::SelectOp::create(builder, at, isSeen, x, nothing);
}

/// The scores at one stage as those at a later one.
Value AttentionLowering::apply(Value tensor, AttentionStage from,
                               AttentionStage to) {
  auto isBetween = [&](AttentionStage stage) {
    return from < stage && stage <= to;
  };
  SmallVector<Value> inputs = {tensor};
  SmallVector<AffineMap> maps = {identity};
  if (isBetween(AttentionStage::Masked)) {
    if (Value mask = op.getMask()) {
      inputs.push_back(context.get(mask));
      maps.push_back(context.getBroadcastMap(context.getType(mask), scores));
    }
    for (Value vector : {op.getPast(), op.getLengths()}) {
      if (!vector)
        continue;
      TensorType type = context.getType(vector);
      inputs.push_back(context.get(vector));
      AffineExpr place =
          type.getDim(0).isConstant(1) && !scores.getDim(0).isConstant(1)
              ? getAffineConstantExpr(0, op.getContext())
              : getAffineDimExpr(0, op.getContext());
      maps.push_back(AffineMap::get(4, 0, place, op.getContext()));
    }
  }
  return context.createElementwise(
      location, scores, inputs, maps,
      [&](OpBuilder &builder, Location at, ValueRange values) {
        Value x = values[0];
        if (isBetween(AttentionStage::Capped) && op.getSoftcap())
          x = emitCap(builder, at, x);
        if (isBetween(AttentionStage::Masked))
          x = emitMask(builder, at, x, values.drop_front());
        return x;
      });
}

Value AttentionLowering::reduceRows(Value tensor, double start, Body body) {
  Value init = context.createFilled(location, getRowType(), start);
  SmallVector<utils::IteratorType> iterators(3, utils::IteratorType::parallel);
  iterators.push_back(utils::IteratorType::reduction);
  return context.createReduction(location, tensor, init,
                                 {identity, getRowMap()}, iterators, body);
}

Value AttentionLowering::createWeights(Value tensor) {
  Value largest = reduceRows(
      tensor, -std::numeric_limits<double>::infinity(),
      [](OpBuilder &builder, Location at, ValueRange values) -> Value {
        return arith::MaximumFOp::create(builder, at, values[0], values[1]);
      });
  Value powers = context.createElementwise(
      location, scores, {tensor, largest}, {identity, getRowMap()},
      [](OpBuilder &builder, Location at, ValueRange values) -> Value {
        Value shifted =
            arith::SubFOp::create(builder, at, values[0], values[1]);
        return math::ExpOp::create(builder, at, shifted);
      });
  Value sum = reduceRows(
      powers, 0.0,
      [](OpBuilder &builder, Location at, ValueRange values) -> Value {
        return arith::AddFOp::create(builder, at, values[0], values[1]);
      });
  return context.createElementwise(
      location, scores, {powers, sum}, {identity, getRowMap()},
      [](OpBuilder &builder, Location at, ValueRange values) -> Value {
        return arith::DivFOp::create(builder, at, values[0], values[1]);
      });
}

SmallVector<Value> AttentionLowering::run() {
  Value scale = createScale();
  Value tensor = context.createElementwise(
      location, scores, createScores(), identity,
      [&](OpBuilder &builder, Location at, ValueRange values) -> Value {
        return arith::MulFOp::create(builder, at, values[0], scale);
      });
  std::optional<AttentionStage> shownStage = op.getStage();
  Value shown;
  AttentionStage stage = AttentionStage::Scaled;
  if (shownStage && *shownStage != AttentionStage::Weights) {
    tensor = apply(tensor, stage, *shownStage);
    stage = *shownStage;
    shown = tensor;
  }
  if (stage != AttentionStage::Masked)
    tensor = apply(tensor, stage, AttentionStage::Masked);
  Value weights = createWeights(tensor);
  if (shownStage == AttentionStage::Weights)
    shown = weights;

  TensorType result = context.getType(op.getResult(0));
  TensorType joined = joinHeads(result), joinedScores = joinHeads(scores);
  Value rows = context.createReshape(location, weights, scores, joinedScores);
  Value product =
      createMatrixProduct(context, location, {rows, joinedScores},
                          {context.get(op.getValue()), value}, joined);
  SmallVector<Value> results = {
      context.createReshape(location, product, joined, result)};
  if (shown)
    results.push_back(narrowAccumulators(context, location, shown,
                                         context.getType(op.getResult(1))));
  return results;
}

SmallVector<Value> lowerAttention(AttentionOp op, LoweringContext &context) {
  return AttentionLowering(op, context).run();
}

} // namespace

void registerAttentionProductLowerings(LoweringRegistry &registry) {
  registry.addMany<AttentionOp>(lowerAttention);
}

} // namespace tenon
