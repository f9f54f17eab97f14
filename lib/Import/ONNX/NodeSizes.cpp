//===- NodeSizes.cpp - Values that become sizes ---------------------------===//

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
