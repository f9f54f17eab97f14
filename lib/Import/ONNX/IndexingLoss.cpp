//===- IndexingLoss.cpp - ONNX losses that pick the number of a class -----===//

#include "Elementwise.h"
#include "Parts.h"
#include "tenon/Dialect/IR/Attention.h"
#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Reduction.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// The sum of all elements, as a scalar.
Value makeSum(Node &node, Value value) {
  Value rows = node.make<FlattenOp>(value, int64_t(0));
  return node.make<ReduceSumOp>(rows, ArrayRef<int64_t>{0, 1},
                                /*keep_dims=*/false);
}

/// Of each position the logarithm at its class, negative; times the weight of
/// the class. Positions of an ignored class count as nothing.
class LossMapping {
public:
  explicit LossMapping(Node &node)
      : node(node), reduction(node.getString("reduction", "mean")) {
    if (node.hasAttribute("ignore_index"))
      ignored = node.getInt("ignore_index", 0);
    if (reduction != "none" && reduction != "mean" && reduction != "sum")
      node.reportAttribute("reduction",
                           "'" + reduction + "' is none of none, mean and sum");
  }

  Value make(Value logarithms, Value target, Value weight) {
    isIgnored = {};
    if (ignored) {
      Value index = makeNumberLike(node, target, double(*ignored));
      if (!index)
        return {};
      isIgnored = makeBinary<EqualOp>(node, target, index);
      target = select(makeNumberLike(node, target, 0), target);
    }
    Value picked = node.make<GatherElementsOp>(
        logarithms, node.make<UnsqueezeOp>(target, ArrayRef<int64_t>{1}),
        int64_t(1));
    picked =
        node.make<SqueezeOp>(picked, node.builder.getDenseI64ArrayAttr({1}));
    Value loss = node.make<NegOp>(picked);
    Value share = makeShare(loss, target, weight);
    if (node.hasFailed())
      return {};
    if (share)
      loss = node.make<MulOp>(loss, share);
    return reduce(loss, share);
  }

private:
  Value select(Value onTrue, Value onFalse) {
    node.alignRanks(onTrue, isIgnored);
    node.alignRanks(onFalse, isIgnored);
    return node.make<SelectOp>(isIgnored, onTrue, onFalse);
  }

  /// What each position counts; null where all count 1.
  Value makeShare(Value loss, Value target, Value weight) {
    Value share;
    if (weight)
      share = node.make<GatherOp>(weight, target, int64_t(0));
    if (!isIgnored)
      return share;
    Value one = makeNumberLike(node, loss, 1);
    if (!one)
      return {};
    // One of both is spread over all positions by the condition.
    return select(makeNumberLike(node, loss, 0), share ? share : one);
  }

  Value reduce(Value loss, Value share) {
    if (reduction == "none")
      return loss;
    if (reduction == "mean" && !share) {
      Value rows = node.make<FlattenOp>(loss, int64_t(0));
      return node.make<ReduceMeanOp>(rows, ArrayRef<int64_t>{0, 1}, false);
    }
    Value sum = makeSum(node, loss);
    if (reduction == "mean")
      sum = node.make<DivOp>(sum, makeSum(node, share));
    return sum;
  }

  Node &node;
  std::string reduction;
  std::optional<int64_t> ignored;
  /// The condition, null where nothing is ignored.
  Value isIgnored;
};

void importNegativeLogLikelihoodLoss(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  LossMapping mapping(node);
  if (node.hasFailed())
    return;
  if (Value loss =
          mapping.make(node.getInput(0), node.getInput(1), node.getInput(2)))
    node.setOutput(loss);
}

void importSoftmaxCrossEntropyLoss(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  LossMapping mapping(node);
  if (node.hasFailed())
    return;
  Value logarithms = node.make<LogSoftmaxOp>(node.getInput(0),
                                             node.builder.getI64IntegerAttr(1));
  if (Value loss = mapping.make(logarithms, node.getInput(1), node.getInput(2)))
    node.setOutput(0, loss);
  node.setOutput(1, logarithms);
}

} // namespace

void registerLossOperators(OperatorRegistry &registry) {
  registry.add("NegativeLogLikelihoodLoss", importNegativeLogLikelihoodLoss);
  registry.add("SoftmaxCrossEntropyLoss", importSoftmaxCrossEntropyLoss);
}

} // namespace tenon::onnx_import
