//===- RecurrentLoop.cpp - A loop over the steps of sequences -------------===//

#include "RecurrentLoop.h"
#include "Accumulation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;

namespace tenon {

RecurrentLoop::RecurrentLoop(Operation *op, LoweringContext &context,
                             int64_t gates)
    : context(context), builder(context.builder), location(op->getLoc()),
      op(op), outputs(context.getType(op->getResult(0))),
      narrow(LoweringContext::convertElementType(outputs.getElementType())),
      wide(getAccumulatorType(narrow)), steps(outputs.getDim(0)),
      batch(outputs.getDim(1)), units(outputs.getDim(2)), gates(gates) {}

Value RecurrentLoop::widen(OpBuilder &inner, Location at, Value value) const {
  return convertFloat(inner, at, value, wide);
}

TensorType RecurrentLoop::makeType(ArrayRef<DimAttr> dims) const {
  return TensorType::get(dims, wide);
}

Value RecurrentLoop::createWide(Value tensor, TensorType type) {
  return context.createElementwise(
      location, type.withElementType(wide), tensor,
      builder.getMultiDimIdentityMap(type.getRank()),
      [&](OpBuilder &inner, Location at, ValueRange values) {
        return widen(inner, at, values[0]);
      });
}

//===----------------------------------------------------------------------===//
// Before the loop
//===----------------------------------------------------------------------===//

void RecurrentLoop::project(Value input, Value weights,
                            ArrayRef<Value> biases) {
  TensorType from = context.getType(input);
  DimAttr columns = units * gates, rows = steps * batch;
  TensorType matrix = from.withDims({rows, from.getDim(2)});
  TensorType sums = makeType({rows, columns});
  SmallVector<Value> vectors;
  for (Value bias : biases)
    if (bias)
      vectors.push_back(context.get(bias));
  Value init;
  if (vectors.empty()) {
    init = context.createFilled(location, sums, 0.0);
  } else {
    AffineMap column =
        AffineMap::get(2, 0, builder.getAffineDimExpr(1), op->getContext());
    init = context.createElementwise(
        location, sums, vectors, SmallVector<AffineMap>(vectors.size(), column),
        [&](OpBuilder &inner, Location at, ValueRange values) {
          Value sum = widen(inner, at, values[0]);
          for (Value value : values.drop_front())
            sum = arith::AddFOp::create(inner, at, sum,
                                        widen(inner, at, value));
          return sum;
        });
  }
  Value flat =
      context.createReshape(location, context.get(input), from, matrix);
  Value product = multiply(flat, context.get(weights), init);
  projected = context.createReshape(location, product, sums,
                                    makeType({steps, batch, columns}));
}

void RecurrentLoop::addState(Value initial) {
  TensorType type = makeType({batch, units});
  if (!initial) {
    states.push_back(context.createFilled(location, type, 0.0));
    return;
  }
  if (narrow != wide) {
    states.push_back(createWide(context.get(initial), type));
    return;
  }
  // The loop writes to it.
  states.push_back(bufferization::MaterializeInDestinationOp::create(
                       builder, location, context.get(initial),
                       context.createEmpty(location, type))
                       .getResult());
}

Value RecurrentLoop::createBuffer(int64_t count) {
  return context.createEmpty(location, makeType({batch, units * count}));
}

Value RecurrentLoop::getColumns(Value weights, int64_t gate, int64_t count) {
  return slice(weights, {units, units * count},
               {builder.getIndexAttr(0), context.getSize(units * gate)},
               /*step=*/false);
}

//===----------------------------------------------------------------------===//
// The loop
//===----------------------------------------------------------------------===//

SmallVector<Value>
RecurrentLoop::run(Value maskOperand, bool reverse,
                   llvm::function_ref<void(Value, ValueRange)> body) {
  SmallVector<Value> inits = {context.createEmpty(location, outputs)};
  llvm::append_range(inits, states);
  spare = createBuffer(1);
  Value zero = context.createIndex(location, 0);
  Value one = context.createIndex(location, 1);
  auto loop = scf::ForOp::create(builder, location, zero,
                                 context.getIndex(steps), one, inits);
  {
    Value last = reverse ? context.getIndex(steps - 1) : Value();
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(loop.getBody());
    Value step = loop.getInductionVar();
    if (reverse)
      step = arith::SubIOp::create(builder, location, last, step);
    position = step;
    current = loop.getRegionIterArg(0);
    states.assign(loop.getRegionIterArgs().begin() + 1,
                  loop.getRegionIterArgs().end());
    OpFoldResult none = builder.getIndexAttr(0);
    if (maskOperand)
      mask = slice(context.get(maskOperand), {batch}, {position, none},
                   /*step=*/true);
    SmallVector<Value> old(states);
    body(slice(projected, {batch, units * gates}, {position, none, none},
               /*step=*/true),
         old);
    SmallVector<Value> next = {current};
    llvm::append_range(next, states);
    scf::YieldOp::create(builder, location, next);
  }
  SmallVector<Value> results = {loop.getResult(0)};
  for (auto [index, state] : llvm::enumerate(loop.getResults().drop_front()))
    results.push_back(narrowAccumulators(
        context, location, state, context.getType(op->getResult(index + 1))));
  return results;
}

//===----------------------------------------------------------------------===//
// Within a step
//===----------------------------------------------------------------------===//

/// A part of a tensor; with `step`, one position of its first axis.
Value RecurrentLoop::slice(Value tensor, ArrayRef<DimAttr> dims,
                           ArrayRef<OpFoldResult> offsets, bool step) {
  SmallVector<OpFoldResult> sizes;
  if (step)
    sizes.push_back(builder.getIndexAttr(1));
  llvm::append_range(sizes, context.getSizes(dims));
  SmallVector<OpFoldResult> strides(sizes.size(), builder.getIndexAttr(1));
  auto from = cast<RankedTensorType>(tensor.getType());
  RankedTensorType type = LoweringContext::convertType(
      TensorType::get(dims, from.getElementType()));
  return tensor::ExtractSliceOp::create(builder, location, type, tensor,
                                        offsets, sizes, strides);
}

Value RecurrentLoop::clear(Value buffer) {
  Value zero = context.createScalar(location, wide, 0.0);
  return linalg::FillOp::create(builder, location, zero, buffer).getResult(0);
}

Value RecurrentLoop::repeat(Value vector, Value buffer) {
  AffineMap column =
      AffineMap::get(2, 0, builder.getAffineDimExpr(1), op->getContext());
  return compute({{context.get(vector), column}}, buffer,
                 [&](OpBuilder &inner, Location at, ValueRange values) {
                   return widen(inner, at, values[0]);
                 });
}

Value RecurrentLoop::multiply(Value lhs, Value rhs, Value init) {
  AffineExpr m = builder.getAffineDimExpr(0), n = builder.getAffineDimExpr(1),
             k = builder.getAffineDimExpr(2);
  MLIRContext *mlir = op->getContext();
  return context.createReduction(
      location, {lhs, rhs}, init,
      {AffineMap::get(3, 0, {m, k}, mlir), AffineMap::get(3, 0, {k, n}, mlir),
       AffineMap::get(3, 0, {m, n}, mlir)},
      {utils::IteratorType::parallel, utils::IteratorType::parallel,
       utils::IteratorType::reduction},
      [&](OpBuilder &inner, Location at, ValueRange values) -> Value {
        Value left = widen(inner, at, values[0]);
        Value right = widen(inner, at, values[1]);
        Value product = arith::MulFOp::create(inner, at, left, right);
        return arith::AddFOp::create(inner, at, values[2], product);
      });
}

Factor RecurrentLoop::getUnits(Value tensor, int64_t gate) {
  return {slice(tensor, {batch, units},
                {builder.getIndexAttr(0), context.getSize(units * gate)},
                /*step=*/false),
          builder.getMultiDimIdentityMap(2)};
}

Factor RecurrentLoop::getVector(Value vector, int64_t gate) {
  return {slice(context.get(vector), {units}, {context.getSize(units * gate)},
                /*step=*/false),
          AffineMap::get(2, 0, builder.getAffineDimExpr(1), op->getContext())};
}

Value RecurrentLoop::compute(
    ArrayRef<Factor> factors, Value buffer,
    llvm::function_ref<Value(OpBuilder &, Location, ValueRange)> body) {
  SmallVector<Value> inputs;
  SmallVector<AffineMap> maps;
  for (const Factor &factor : factors) {
    inputs.push_back(factor.tensor);
    maps.push_back(factor.map);
  }
  maps.push_back(builder.getMultiDimIdentityMap(2));
  SmallVector<utils::IteratorType> iterators(2, utils::IteratorType::parallel);
  return context.createReduction(
      location, inputs, buffer, maps, iterators,
      [&](OpBuilder &inner, Location at, ValueRange values) {
        return body(inner, at, values.drop_back());
      });
}

void RecurrentLoop::update(
    ArrayRef<Factor> factors,
    llvm::function_ref<SmallVector<Value>(OpBuilder &, Location, ValueRange,
                                          ValueRange)>
        body) {
  OpFoldResult none = builder.getIndexAttr(0), one = builder.getIndexAttr(1);
  SmallVector<Value> inputs;
  SmallVector<AffineMap> maps;
  for (const Factor &factor : factors) {
    inputs.push_back(factor.tensor);
    maps.push_back(factor.map);
  }
  if (mask) {
    inputs.push_back(mask);
    maps.push_back(
        AffineMap::get(2, 0, builder.getAffineDimExpr(0), op->getContext()));
  }
  // Where the step's outputs are the hidden state itself, they are copied:
  // two equal results of one operation would become one, in one place.
  bool isOwn = mask || narrow != wide;
  SmallVector<Value> inits(states);
  if (isOwn)
    inits.push_back(
        slice(current, {batch, units}, {position, none, none}, /*step=*/true));
  maps.append(inits.size(), builder.getMultiDimIdentityMap(2));
  SmallVector<utils::IteratorType> iterators(2, utils::IteratorType::parallel);
  auto step = linalg::GenericOp::create(
      builder, location, ValueRange(inits).getTypes(), inputs, inits, maps,
      iterators, [&](OpBuilder &inner, Location at, ValueRange values) {
        ValueRange old = values.slice(inputs.size(), states.size());
        SmallVector<Value> next =
            body(inner, at, values.take_front(factors.size()), old);
        Value output = next[0];
        if (mask) {
          Value isOn = values[factors.size()];
          Value zero = arith::ConstantOp::create(inner, at,
                                                 inner.getZeroAttr(wide));
          output = arith::SelectOp::create(inner, at, isOn, output, zero);
          for (auto [value, before] : llvm::zip_equal(next, old))
            value = arith::SelectOp::create(inner, at, isOn, value, before);
        }
        if (isOwn)
          next.push_back(convertFloat(inner, at, output, narrow));
        linalg::YieldOp::create(inner, at, next);
      });
  SmallVector<Value> next(step.getResults().take_front(states.size()));
  // A state that is not read would lose its place in the loop: it is made
  // elsewhere, and moved there.
  for (auto [index, state] : llvm::enumerate(states)) {
    if (!step.getBody()->getArgument(inputs.size() + index).use_empty())
      continue;
    step.getDpsInitsMutable()[index].set(spare);
    next[index] = bufferization::MaterializeInDestinationOp::create(
                      builder, location, next[index], state)
                      .getResult();
  }
  states = next;
  Value output = isOwn ? step.getResult(states.size()) : states[0];
  SmallVector<OpFoldResult> sizes = {one, context.getSize(batch),
                                     context.getSize(units)};
  SmallVector<OpFoldResult> offsets = {position, none, none};
  SmallVector<OpFoldResult> strides(3, one);
  current = tensor::InsertSliceOp::create(builder, location, output, current,
                                          offsets, sizes, strides);
}

} // namespace tenon
