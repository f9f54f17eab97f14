//===- ReductionOrder.cpp - ONNX operators along ordered axes -------------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerOrderOperators(OperatorRegistry &registry);

namespace {

UnitAttr makeFlag(Node &node, bool isSet) {
  return isSet ? node.builder.getUnitAttr() : UnitAttr();
}

/// The axis is an input. One that is not known when compiling selects one of
/// the results along all axes.
template <typename Op> void importCumulative(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  Value input = node.getInput(0), axis = node.getInput(1);
  UnitAttr exclusive = makeFlag(node, node.getInt("exclusive", 0) != 0);
  UnitAttr reverse = makeFlag(node, node.getInt("reverse", 0) != 0);
  if (node.hasFailed())
    return;
  auto make = [&](int64_t axis) {
    return node.make<Op>(input, node.builder.getI64IntegerAttr(axis),
                         exclusive, reverse);
  };
  auto known = node.builder.getIntegers(axis);
  int64_t rank = ModelBuilder::getType(input).hasRank()
                     ? ModelBuilder::getType(input).getRank()
                     : 0;
  if ((known && known->size() == 1) || rank < 1) {
    auto number = node.requireNumber(1, "its axis");
    if (number)
      node.setOutput(make(int64_t(*number)));
    return;
  }
  axis = node.make<CastOp>(axis, node.builder.getI64Type());
  Value zero =
      node.builder.makeIntegers(node.location, {0}, /*scalar=*/true);
  axis = node.make<ReshapeOp>(
      axis, node.builder.makeIntegers(node.location, {}), UnitAttr());
  Value size = node.builder.makeIntegers(node.location, {rank}, true);
  Value fromEnd = node.make<AddOp>(axis, size);
  axis = node.make<SelectOp>(node.make<LessOp>(axis, zero), fromEnd, axis);
  Value result = make(rank - 1);
  for (int64_t i = rank - 1; i-- > 0;) {
    Value index = node.builder.makeIntegers(node.location, {i}, true);
    Value isMeant = node.make<EqualOp>(axis, index), other = result;
    node.alignRanks(isMeant, other);
    result = node.make<SelectOp>(isMeant, make(i), result);
  }
  node.setOutput(result);
}

/// How many elements TopK picks, as a size; null (reported) if it cannot be.
Value readCount(Node &node, int64_t axis) {
  if (node.getOpset() < 10) {
    if (!node.hasAttribute("k"))
      node.reportAttribute("k", "it is missing");
    return node.builder.makeIntegers(node.location, node.getInt("k", 0));
  }
  Value count = node.getInput(1);
  if (node.areSizesKnown(1))
    return count;
  DimAttr unknown = DimAttr::getUnknown(node.builder.getContext());
  auto getSize = [&](TensorType type) {
    int64_t rank = type.hasRank() ? type.getRank() : 0;
    if (axis < -rank || axis >= rank)
      return unknown;
    return type.getDim(axis < 0 ? axis + rank : axis);
  };
  return node.makeSizes(count, getSize(ModelBuilder::getType(node.getInput(0))),
                        getSize(node.getDeclared(0)), "its k");
}

/// The number of elements is an attribute before operator set 10. Sorted ones
/// serve those who do not ask for an order.
void importTopK(Node &node) {
  bool isAttribute = node.getOpset() < 10;
  if (!node.requireInputs(isAttribute ? 1 : 2, isAttribute ? 1 : 2))
    return;
  int64_t axis = node.getInt("axis", -1);
  bool largest = node.getInt("largest", 1) != 0;
  Value count = readCount(node, axis);
  if (!count || node.hasFailed())
    return;
  auto op = node.builder.makeMany<TopKOp>(
      node.location, 2, node.getInput(0), count,
      node.builder.getI64IntegerAttr(axis), makeFlag(node, !largest));
  node.setOutput(0, op.getValues());
  node.setOutput(1, op.getIndices());
}

/// 1 at the first of the largest elements, 0 elsewhere.
Value makeHardmax(Node &node, Value input, int64_t axis) {
  ModelBuilder &builder = node.builder;
  Type elementType = ModelBuilder::getType(input).getElementType();
  HostTensor host({2}, elementType);
  if (host.isFloat())
    host.floats[1] = 1;
  else
    host.integers[1] = 1;
  Value values = node.make<ConstantOp>(
      host.write(TensorType::get(ArrayRef<int64_t>{2}, elementType)));
  Value index = node.make<ArgMaxOp>(input, builder.getI64IntegerAttr(axis),
                                    UnitAttr(), UnitAttr());
  IntegerAttr end;
  if (axis != -1)
    end = builder.getI64IntegerAttr(axis + 1);
  Value size =
      node.make<ShapeOfOp>(input, builder.getI64IntegerAttr(axis), end);
  return node.make<OneHotOp>(index, size, values, axis);
}

/// Before operator set 13 all axes from `axis` on count as one.
void importHardmax(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  bool joined = node.getOpset() < 13;
  int64_t axis = node.getInt("axis", joined ? 1 : -1);
  Value input = node.getInput(0);
  Type elementType = ModelBuilder::getType(input).getElementType();
  if (node.hasFailed() || !isa<IntegerType, FloatType>(elementType))
    return node.fail();
  if (!joined)
    return node.setOutput(makeHardmax(node, input, axis));
  Value rows = node.make<FlattenOp>(input, axis);
  Value shape = node.make<ShapeOfOp>(input);
  node.setOutput(node.make<ReshapeOp>(makeHardmax(node, rows, 1), shape,
                                      node.builder.getUnitAttr()));
}

} // namespace

void registerOrderOperators(OperatorRegistry &registry) {
  registry.add("CumSum", importCumulative<CumSumOp>);
  registry.add("CumProd", importCumulative<CumProdOp>);
  registry.add("TopK", importTopK);
  registry.add("Hardmax", importHardmax);
}

} // namespace tenon::onnx_import
