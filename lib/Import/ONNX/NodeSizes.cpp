//===- NodeSizes.cpp - Values that become sizes ---------------------------===//

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon::onnx_import {

TensorType Node::getDeclared(unsigned output) const {
  if (hasOutput(output))
    if (auto it = declared.find(proto.output(output)); it != declared.end())
      return it->second;
  return TensorType::getUnknown(builder.getContext());
}

SmallVector<DimAttr> Node::getDeclaredDims(unsigned output,
                                           int64_t rank) const {
  TensorType type = getDeclared(output);
  if (!type.hasRank() || type.getRank() != rank)
    return {};
  return llvm::to_vector(type.getDims());
}

Value Node::coerce(Value value, TensorType wanted) {
  TensorType type = ModelBuilder::getType(value);
  if (type == wanted || !type.isComplete() || !wanted.isComplete() ||
      type.getError() || type.getRank() != wanted.getRank())
    return value;
  SmallVector<Attribute> sizes;
  bool differs = false;
  for (auto [mine, theirs] :
       llvm::zip_equal(type.getDims(), wanted.getDims())) {
    DimComparison comparison = builder.state.env.compare(mine, theirs);
    if (comparison == DimComparison::NeverEqual)
      return value;
    differs |= comparison == DimComparison::Depends;
    sizes.push_back(theirs);
  }
  if (!differs)
    return value;
  Value shape =
      make<ShapeOfOp>(value, builder.getI64IntegerAttr(0), IntegerAttr());
  ArrayAttr all = builder.getArrayAttr(sizes);
  return make<ReshapeOp>(value, make<AsSizesOp>(shape, all, all),
                         /*allow_zero=*/true);
}

bool Node::areSizesKnown(unsigned index) const {
  Value input = getInput(index);
  if (!input || ModelBuilder::getType(input).getError())
    return true;
  auto known = builder.getDims(input);
  return known && llvm::none_of(*known, [](DimAttr dim) {
           return dim.isUnknown();
         });
}

Value Node::makeSizes(Value vector, ArrayRef<DimAttr> limits,
                      ArrayRef<DimAttr> wanted, StringRef what) {
  // The rule of what takes them says so.
  if (!isa<IntegerType>(ModelBuilder::getType(vector).getElementType()))
    return vector;
  StringRef name = proto.output_size() ? proto.output(0) : proto.op_type();
  Value sizes = builder.makeSizes(location, vector, limits, wanted, name);
  if (!sizes && ModelBuilder::getType(vector).getError())
    fail();
  else if (!sizes)
    reportUnsupported(what + " of a number that only the data decides");
  return sizes;
}

} // namespace tenon::onnx_import
