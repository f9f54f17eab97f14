//===- Recurrent.cpp - Lowering of the Recurrent family to linalg ---------===//
//
// The products of all steps' inputs with the weights are one large product
// before the loop. In the loop remain the product of the state with the
// recurrent weights and one elementwise operation that joins both, updates the
// states in place and writes the step's outputs where they belong.
//
//===----------------------------------------------------------------------===//

#include "tenon/Dialect/IR/Recurrent.h"
#include "Activation.h"
#include "RecurrentLoop.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace tenon {
namespace {

/// The arithmetic of one element of a step.
class Arithmetic {
public:
  Arithmetic(OpBuilder &builder, Location location, Type type,
             std::optional<APFloat> clip)
      : scalar(builder, location, type) {
    if (clip)
      limit = clip->convertToDouble();
  }

  Value add(Value a, Value b) { return scalar.make<arith::AddFOp>(a, b); }
  Value sub(Value a, Value b) { return scalar.make<arith::SubFOp>(a, b); }
  Value mul(Value a, Value b) { return scalar.make<arith::MulFOp>(a, b); }
  Value one() { return scalar.constant(1); }
  /// The activation of a gate's sum.
  Value activate(ActivationAttr activation, Value x) {
    if (limit)
      x = scalar.min(scalar.max(x, scalar.constant(-*limit)),
                     scalar.constant(*limit));
    return activateWhole(activation, x);
  }
  Value activateWhole(ActivationAttr activation, Value x) {
    return emitActivation(scalar, activation, x);
  }

private:
  ScalarBuilder scalar;
  std::optional<double> limit;
};

/// For each unit, the numbers of the gates that the input and the state give.
SmallVector<Factor> getGates(RecurrentLoop &loop, Value products, int64_t gates,
                             Value step) {
  SmallVector<Factor> factors;
  for (int64_t gate = 0; gate < gates; ++gate)
    factors.push_back(loop.getUnits(step, gate));
  for (int64_t gate = 0; gate < gates; ++gate)
    factors.push_back(loop.getUnits(products, gate));
  return factors;
}

SmallVector<Value> lowerLstm(LstmOp op, LoweringContext &context) {
  RecurrentLoop loop(op, context, 4);
  loop.project(op.getInput(), op.getWeights(), {op.getBias()});
  loop.addState(op.getInitialHidden());
  loop.addState(op.getInitialCell());
  Value weights = context.get(op.getRecurrentWeights());
  Value products = loop.createBuffer(4);
  return loop.run(
      op.getMask(), op.getReverse(), [&](Value step, ValueRange states) {
        Value sums = loop.multiply(states[0], weights, loop.clear(products));
        SmallVector<Factor> factors = getGates(loop, sums, 4, step);
        if (op.getPeepholes())
          for (int64_t gate = 0; gate < 3; ++gate)
            factors.push_back(loop.getVector(op.getPeepholes(), gate));
        loop.update(factors, [&](OpBuilder &builder, Location at,
                                 ValueRange values, ValueRange old) {
          Arithmetic math(builder, at, loop.getWideType(), op.getClip());
          auto gate = [&](int64_t index) {
            return math.add(values[index], values[index + 4]);
          };
          auto peep = [&](Value x, int64_t index, Value cell) {
            return op.getPeepholes()
                       ? math.add(x, math.mul(loop.widen(builder, at,
                                                         values[8 + index]),
                                              cell))
                       : x;
          };
          Value cell = old[1];
          Value input = math.activate(op.getGateActivation(),
                                      peep(gate(0), 0, cell));
          Value forget =
              op.getCoupled()
                  ? math.sub(math.one(), input)
                  : math.activate(op.getGateActivation(),
                                  peep(gate(1), 1, cell));
          Value candidate = math.activate(op.getCellActivation(), gate(2));
          cell = math.add(math.mul(forget, cell), math.mul(input, candidate));
          Value output = math.activate(op.getGateActivation(),
                                       peep(gate(3), 2, cell));
          Value hidden = math.mul(
              output, math.activateWhole(op.getHiddenActivation(), cell));
          return SmallVector<Value>{hidden, cell};
        });
      });
}

SmallVector<Value> lowerGru(GruOp op, LoweringContext &context) {
  RecurrentLoop loop(op, context, 3);
  bool after = op.getResetAfter();
  SmallVector<Value> biases = {op.getBias()};
  if (!after)
    biases.push_back(op.getRecurrentBias());
  loop.project(op.getInput(), op.getWeights(), biases);
  loop.addState(op.getInitialHidden());
  Value weights = context.get(op.getRecurrentWeights());
  Value early = after ? weights : loop.getColumns(weights, 0, 2);
  Value late = after ? Value() : loop.getColumns(weights, 2, 1);
  Value products = loop.createBuffer(after ? 3 : 2);
  Value candidates = after ? Value() : loop.createBuffer(1);
  Value resets = after ? Value() : loop.createBuffer(1);
  auto gateOf = [&](Arithmetic &math, Value x, Value h) {
    return math.activate(op.getGateActivation(), math.add(x, h));
  };
  // z * H + (1 - z) * c
  auto blend = [](Arithmetic &math, Value update, Value candidate, Value old) {
    return math.add(math.mul(math.sub(math.one(), update), candidate),
                    math.mul(update, old));
  };
  auto stepAfter = [&](Value step, ValueRange states) {
    Value start = op.getRecurrentBias()
                      ? loop.repeat(op.getRecurrentBias(), products)
                      : loop.clear(products);
    Value sums = loop.multiply(states[0], early, start);
    loop.update(getGates(loop, sums, 3, step),
                [&](OpBuilder &builder, Location at, ValueRange values,
                    ValueRange old) {
                  Arithmetic math(builder, at, loop.getWideType(),
                                  op.getClip());
                  Value update = gateOf(math, values[0], values[3]);
                  Value reset = gateOf(math, values[1], values[4]);
                  Value candidate = math.activate(
                      op.getHiddenActivation(),
                      math.add(values[2], math.mul(reset, values[5])));
                  return SmallVector<Value>{
                      blend(math, update, candidate, old[0])};
                });
  };
  auto stepBefore = [&](Value step, ValueRange states) {
    Value sums = loop.multiply(states[0], early, loop.clear(products));
    Value reset = loop.compute(
        {loop.getUnits(step, 1), loop.getUnits(sums, 1),
         loop.getUnits(states[0], 0)},
        resets, [&](OpBuilder &builder, Location at, ValueRange values) {
          Arithmetic math(builder, at, loop.getWideType(), op.getClip());
          return math.mul(gateOf(math, values[0], values[1]), values[2]);
        });
    Value latter = loop.multiply(reset, late, loop.clear(candidates));
    loop.update({loop.getUnits(step, 0), loop.getUnits(sums, 0),
                 loop.getUnits(step, 2), loop.getUnits(latter, 0)},
                [&](OpBuilder &builder, Location at, ValueRange values,
                    ValueRange old) {
                  Arithmetic math(builder, at, loop.getWideType(),
                                  op.getClip());
                  Value update = gateOf(math, values[0], values[1]);
                  Value candidate =
                      math.activate(op.getHiddenActivation(),
                                    math.add(values[2], values[3]));
                  return SmallVector<Value>{
                      blend(math, update, candidate, old[0])};
                });
  };
  if (after)
    return loop.run(op.getMask(), op.getReverse(), stepAfter);
  return loop.run(op.getMask(), op.getReverse(), stepBefore);
}

SmallVector<Value> lowerRnn(RnnOp op, LoweringContext &context) {
  RecurrentLoop loop(op, context, 1);
  loop.project(op.getInput(), op.getWeights(), {op.getBias()});
  loop.addState(op.getInitialHidden());
  Value weights = context.get(op.getRecurrentWeights());
  Value products = loop.createBuffer(1);
  return loop.run(
      op.getMask(), op.getReverse(), [&](Value step, ValueRange states) {
        Value sums = loop.multiply(states[0], weights, loop.clear(products));
        loop.update(getGates(loop, sums, 1, step),
                    [&](OpBuilder &builder, Location at, ValueRange values,
                        ValueRange) {
                      Arithmetic math(builder, at, loop.getWideType(),
                                      op.getClip());
                      return SmallVector<Value>{math.activate(
                          op.getActivation(), math.add(values[0], values[1]))};
                    });
      });
}

template <typename Op>
using Lower = SmallVector<Value> (*)(Op, LoweringContext &);

/// Of nothing, no slices can be taken: there are no outputs, and the states
/// stay as they were.
template <typename Op>
SmallVector<Value> lowerEmpty(Op op, LoweringContext &context) {
  TensorType outputs = context.getType(op.getOutputs());
  SmallVector<Value> results = {context.createEmpty(op.getLoc(), outputs)};
  auto addState = [&](Value initial, Value result) {
    results.push_back(initial ? context.get(initial)
                              : context.createFilled(
                                    op.getLoc(), context.getType(result), 0.0));
  };
  addState(op.getInitialHidden(), op.getHidden());
  if constexpr (std::is_same_v<Op, LstmOp>)
    addState(op.getInitialCell(), op.getCell());
  return results;
}

template <typename Op> void add(LoweringRegistry &registry, Lower<Op> lower) {
  registry.addMany<Op>([lower](Op op, LoweringContext &context) {
    TensorType outputs = context.getType(op.getOutputs());
    bool isEmpty = llvm::any_of(outputs.getDims(), [](DimAttr dim) {
      return dim.isConstant(0);
    });
    return isEmpty ? lowerEmpty(op, context) : lower(op, context);
  });
}

} // namespace

void registerRecurrentLowerings(LoweringRegistry &registry) {
  add<LstmOp>(registry, lowerLstm);
  add<GruOp>(registry, lowerGru);
  add<RnnOp>(registry, lowerRnn);
}

} // namespace tenon
