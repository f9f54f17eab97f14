//===- Reduction.cpp - ONNX operators of the Reduction family -------------===//

#include "tenon/Dialect/IR/Reduction.h"
#include "ReductionSizes.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"
#include "llvm/ADT/APFloat.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerOrderOperators(OperatorRegistry &registry);

namespace {

/// What all reducing operators are given.
struct Reduction {
  Node &node;
  Value input;
  SmallVector<int64_t> axes;
  bool keepDims = true;

  template <typename Op> Value make(Value value, bool keep) const {
    UnitAttr flag = keep ? node.builder.getUnitAttr() : UnitAttr();
    return node.make<Op>(value, node.builder.getDenseI64ArrayAttr(axes), flag);
  }
  template <typename Op> Value make(Value value) const {
    return make<Op>(value, keepDims);
  }
  Type getElementType() const {
    return ModelBuilder::getType(input).getElementType();
  }
};

/// No axes mean all of them, unless the node says that they mean none.
bool readAxes(Reduction &reduction) {
  Node &node = reduction.node;
  Value input = node.getInput(1);
  bool isEmpty = input && ModelBuilder::getType(input).getCount().isConstant(0);
  auto given = isEmpty ? std::nullopt : node.getAxes(1);
  bool none = node.getInt("noop_with_empty_axes", 0) != 0;
  reduction.keepDims = node.getInt("keepdims", 1) != 0;
  if (node.hasFailed())
    return false;
  if (given)
    reduction.axes = *given;
  if (!reduction.axes.empty() || none)
    return true;
  TensorType type = ModelBuilder::getType(reduction.input);
  if (type.hasRank()) {
    llvm::append_range(reduction.axes, llvm::seq<int64_t>(type.getRank()));
    return true;
  }
  // A failed value has been blamed already, and stays one.
  if (!type.getError())
    node.reportUnsupported("a reduction over all of an unknown number of axes");
  return type.getError();
}

using Build = Value (*)(const Reduction &);

void importReduction(Node &node, Build build) {
  if (!node.requireInputs(1, 2))
    return;
  Reduction reduction{node, node.getInput(0), {}};
  // A vector without entries is as good as none.
  Value axes = node.getInput(1);
  bool hasAxes = axes && !ModelBuilder::getType(axes).getCount().isConstant(0);
  if (hasAxes && !node.areSizesKnown(1)) {
    reduction.keepDims = node.getInt("keepdims", 1) != 0;
    auto cut =
        cutAxesOfData(node, reduction.input, axes, reduction.keepDims);
    if (!cut)
      return;
    reduction.input = cut->input;
    reduction.axes = cut->axes;
    reduction.keepDims = false;
    Value result = build(reduction);
    if (cut->shape)
      result = node.make<ReshapeOp>(result, cut->shape, /*allow_zero=*/true);
    return node.setOutput(result);
  }
  if (readAxes(reduction))
    node.setOutput(build(reduction));
}

template <typename Op> Value buildPlain(const Reduction &reduction) {
  return reduction.make<Op>(reduction.input);
}

/// Truth values are ordered as 0 and 1.
template <typename Op> Value buildExtreme(const Reduction &reduction) {
  if (!reduction.getElementType().isInteger(1))
    return buildPlain<Op>(reduction);
  Node &node = reduction.node;
  Type byte =
      IntegerType::get(node.builder.getContext(), 8, IntegerType::Unsigned);
  Value value = reduction.make<Op>(node.make<CastOp>(reduction.input, byte));
  return node.make<CastOp>(value, reduction.getElementType());
}

Value buildL1(const Reduction &reduction) {
  return reduction.make<ReduceSumOp>(
      reduction.node.make<AbsOp>(reduction.input));
}

Value buildSumSquare(const Reduction &reduction) {
  return reduction.make<ReduceSumOp>(
      reduction.node.make<MulOp>(reduction.input, reduction.input));
}

/// Roots and logarithms of integers are taken as float64 and cut.
Value buildAsFloat(const Reduction &reduction, Build build) {
  Type elementType = reduction.getElementType();
  if (!isa<IntegerType>(elementType))
    return build(reduction);
  Node &node = reduction.node;
  Reduction wide = reduction;
  wide.input = node.make<CastOp>(reduction.input, node.builder.getF64Type());
  return node.make<CastOp>(build(wide), elementType);
}

Value buildL2(const Reduction &reduction) {
  return buildAsFloat(reduction, [](const Reduction &floats) {
    return floats.node.make<SqrtOp>(buildSumSquare(floats));
  });
}

Value buildLogSum(const Reduction &reduction) {
  return buildAsFloat(reduction, [](const Reduction &floats) {
    return floats.node.make<LogOp>(floats.make<ReduceSumOp>(floats.input));
  });
}

/// log(sum(exp(x - m))) + m, where m is the largest element, made finite so
/// that infinite elements do not become NaN.
Value buildLogSumExp(const Reduction &reduction) {
  return buildAsFloat(reduction, [](const Reduction &floats) {
    Node &node = floats.node;
    auto type = dyn_cast<FloatType>(floats.getElementType());
    if (!type) // of a failed value
      return floats.make<ReduceSumOp>(floats.input);
    double finite =
        APFloat::getLargest(type.getFloatSemantics()).convertToDouble();
    auto limit = [&](Value value) {
      return node.make<ClipOp>(value, node.builder.getF64FloatAttr(-finite),
                               node.builder.getF64FloatAttr(finite));
    };
    Value largest = limit(floats.make<ReduceMaxOp>(floats.input, true));
    Value powers = node.make<ExpOp>(node.make<SubOp>(floats.input, largest));
    Value sum = node.make<LogOp>(floats.make<ReduceSumOp>(powers, true));
    Value result = node.make<AddOp>(sum, largest);
    if (floats.keepDims || floats.axes.empty())
      return result;
    return node.make<SqueezeOp>(result,
                                node.builder.getDenseI64ArrayAttr(floats.axes));
  });
}

template <typename Op> void importArg(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  int64_t axis = node.getInt("axis", 0);
  bool keepDims = node.getInt("keepdims", 1) != 0;
  bool selectLast = node.getInt("select_last_index", 0) != 0;
  if (node.hasFailed())
    return;
  Builder &builder = node.builder;
  auto flag = [&](bool set) {
    return set ? builder.getUnitAttr() : UnitAttr();
  };
  node.setOutput(node.make<Op>(node.getInput(0),
                               builder.getI64IntegerAttr(axis), flag(keepDims),
                               flag(selectLast)));
}

} // namespace

void registerReductionOperators(OperatorRegistry &registry) {
  auto add = [&](StringRef type, Build build) {
    registry.add(type, [build](Node &node) { importReduction(node, build); });
  };
  add("ReduceSum", buildPlain<ReduceSumOp>);
  add("ReduceMean", buildPlain<ReduceMeanOp>);
  add("ReduceProd", buildPlain<ReduceProdOp>);
  add("ReduceMax", buildExtreme<ReduceMaxOp>);
  add("ReduceMin", buildExtreme<ReduceMinOp>);
  add("ReduceL1", buildL1);
  add("ReduceL2", buildL2);
  add("ReduceSumSquare", buildSumSquare);
  add("ReduceLogSum", buildLogSum);
  add("ReduceLogSumExp", buildLogSumExp);
  registry.add("ArgMax", importArg<ArgMaxOp>);
  registry.add("ArgMin", importArg<ArgMinOp>);
  registerOrderOperators(registry);
}

} // namespace tenon::onnx_import
