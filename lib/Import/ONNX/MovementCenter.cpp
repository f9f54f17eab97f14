//===- MovementCenter.cpp - ONNX's CenterCropPad --------------------------===//

#include "Integers.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerCenterOperators(OperatorRegistry &registry);

namespace {

void mapCenterCropPad(Node &node) {
  if (!node.requireInputs(2, 2))
    return;
  auto axes = node.getInts("axes");
  if (node.hasFailed())
    return;
  Value sizes = node.getInput(1);
  TensorType vector = ModelBuilder::getType(sizes);
  auto count = vector.hasRank() ? vector.getCount().getConstant()
                                : std::nullopt;
  if (!axes && !count) {
    if (vector.getError())
      return node.fail();
    return node.reportUnsupported("a shape of an unknown number of entries");
  }
  if (!axes)
    axes = llvm::to_vector(llvm::seq<int64_t>(
        std::min<int64_t>(*count, TensorType::maxRank)));
  if (!node.areSizesKnown(1)) {
    TensorType declared = node.getDeclared(0);
    SmallVector<DimAttr> wanted;
    int64_t rank = declared.hasRank() ? declared.getRank() : 0;
    for (int64_t axis : *axes)
      wanted.push_back(axis >= -rank && axis < rank
                           ? declared.getDim(axis < 0 ? axis + rank : axis)
                           : DimAttr::getUnknown(node.builder.getContext()));
    sizes = node.makeSizes(sizes, {}, wanted, "a shape");
  }
  if (sizes)
    node.setOutput(node.make<CenterCropPadOp>(node.getInput(0), sizes, *axes));
}

} // namespace

void registerCenterOperators(OperatorRegistry &registry) {
  registry.add("CenterCropPad", mapCenterCropPad);
}

} // namespace tenon::onnx_import
