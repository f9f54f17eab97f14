//===- IndexingFind.cpp - ONNX operators with results the data counts -----===//

#include "Integers.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerFindOperators(OperatorRegistry &registry);

namespace {

/// The first `count` elements of an axis, where `count` becomes a size of the
/// output's declared axis; null if that failed.
struct Cut {
  Node &node;
  Integers integers;
  Value count;

  /// `declared` is the axis of output 0 that it decides, of `rank` axes.
  Cut(Node &node, Value found, DimAttr limit, int64_t declared, int64_t rank)
      : node(node), integers(node) {
    auto dims = node.getDeclaredDims(0, rank);
    count = node.makeSizes(found, limit,
                           dims.empty() ? DimAttr::getUnknown(
                                              node.builder.getContext())
                                        : dims[declared],
                           "results");
  }

  Value apply(Value whole, int64_t axis) {
    return node.make<DynamicSliceOp>(whole, integers.constant(0), count,
                                     ArrayRef<int64_t>(axis),
                                     ArrayRef<int64_t>(1));
  }
};

void importNonZero(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Value input = node.getInput(0);
  TensorType type = ModelBuilder::getType(input);
  // A scalar counts as a vector of one element.
  if (type.hasRank() && type.getRank() == 0)
    input = node.make<UnsqueezeOp>(input, ArrayRef<int64_t>(0));
  auto find = node.builder.makeMany<FindOp>(node.location, 2, input);
  Cut cut(node, find.getCount(), type.getCount(), 1, 2);
  if (cut.count)
    node.setOutput(cut.apply(find.getPositions(), 1));
}

/// The positions where the condition holds, gathered.
void importCompress(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  Integers integers(node);
  Value input = node.getInput(0), condition = node.getInput(1);
  int64_t axis = 0;
  if (node.hasAttribute("axis")) {
    axis = node.getInt("axis", 0);
    TensorType type = ModelBuilder::getType(input);
    if (type.hasRank() && axis < 0)
      axis += type.getRank();
  } else {
    input = node.make<ReshapeOp>(input, integers.constant(-1),
                                 /*allow_zero=*/false);
  }
  TensorType type = ModelBuilder::getType(input);
  if (!type.hasRank() || axis < 0 || axis >= type.getRank() ||
      node.hasFailed()) {
    // The rule of what gathers says what is wrong.
    return node.setOutput(node.make<GatherOp>(
        input, node.make<CastOp>(condition, node.builder.getI64Type()), axis));
  }
  auto find = node.builder.makeMany<FindOp>(node.location, 2, condition);
  DimAttr limit = ModelBuilder::getType(condition).getCount();
  Cut cut(node, find.getCount(), limit, axis, type.getRank());
  if (!cut.count)
    return;
  Value positions = cut.apply(find.getPositions(), 1);
  positions =
      node.make<SqueezeOp>(positions, node.builder.getDenseI64ArrayAttr({0}));
  node.setOutput(node.make<GatherOp>(input, positions, axis));
}

/// Parts along an axis are brought into rows, and the chosen ones gathered.
void importUnique(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  Integers integers(node);
  Value input = node.getInput(0);
  int64_t axis = node.getInt("axis", 0);
  bool sorted = node.getInt("sorted", 1) != 0;
  TensorType type = ModelBuilder::getType(input);
  if (!type.hasRank())
    return type.getError() ? node.fail()
                           : node.reportUnsupported(
                                 "an input of an unknown number of axes");
  if (!node.hasAttribute("axis")) {
    input = node.make<ReshapeOp>(input, integers.constant(-1),
                                 /*allow_zero=*/false);
  } else if (axis < -type.getRank() || axis >= type.getRank()) {
    return node.reportAttribute("axis", "it is " + Twine(axis) +
                                            ", but the input is " +
                                            type.getShapeText());
  }
  int64_t rank = ModelBuilder::getType(input).getRank();
  axis = axis < 0 ? axis + rank : axis;
  SmallVector<int64_t> order = {axis};
  for (int64_t other = 0; other < rank; ++other)
    if (other != axis)
      order.push_back(other);
  Value front = axis == 0 ? input : node.make<TransposeOp>(input, order);
  Value rows = node.make<FlattenOp>(front, int64_t(1));
  auto unique = node.builder.makeMany<UniqueOp>(node.location, 4, rows, sorted);
  Cut cut(node, unique.getCount(), ModelBuilder::getType(rows).getDim(0), axis,
          rank);
  if (!cut.count)
    return;
  Value first = cut.apply(unique.getFirst(), 0);
  node.setOutput(0, node.make<GatherOp>(input, first, axis));
  node.setOutput(1, first);
  node.setOutput(2, unique.getInverse());
  node.setOutput(3, cut.apply(unique.getCounts(), 0));
}

void importNonMaxSuppression(Node &node) {
  if (!node.requireInputs(2, 5))
    return;
  ModelBuilder &builder = node.builder;
  auto get = [&](unsigned index, Type type, double otherwise) {
    Value given = node.getInput(index);
    return given ? given : builder.makeScalar(node.location, type, otherwise);
  };
  Value most = get(2, builder.getI64Type(), 0);
  Value overlap = get(3, builder.getF32Type(), 0);
  Value least = get(4, builder.getF32Type(),
                    -std::numeric_limits<double>::infinity());
  bool centered = node.getInt("center_point_box", 0) != 0;
  if (node.hasFailed())
    return;
  auto op = builder.makeMany<NonMaxSuppressionOp>(
      node.location, 2, node.getInput(0), node.getInput(1), most, overlap,
      least, centered);
  TensorType scores = ModelBuilder::getType(node.getInput(1));
  DimAttr limit = scores.getCount();
  // Far less than all, where it is known how many are wanted.
  if (auto wanted = builder.getIntegers(most);
      wanted && wanted->size() == 1 && scores.hasRank() &&
      scores.getRank() == 3 && wanted->front() >= 0)
    limit = scores.getDim(0) * scores.getDim(1) *
            DimAttr::min({scores.getDim(2),
                          DimAttr::get(builder.getContext(), wanted->front())});
  Cut cut(node, op.getCount(), limit, 0, 2);
  if (cut.count)
    node.setOutput(cut.apply(op.getSelected(), 0));
}

} // namespace

void registerFindOperators(OperatorRegistry &registry) {
  registry.add("NonZero", importNonZero);
  registry.add("Compress", importCompress);
  registry.add("Unique", importUnique);
  registry.add("NonMaxSuppression", importNonMaxSuppression);
}

} // namespace tenon::onnx_import
