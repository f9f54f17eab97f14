//===- ConvolutionTransposed.cpp - ONNX's ConvTranspose -------------------===//

#include "Window.h"
#include "tenon/Dialect/IR/Convolution.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerTransposedOperators(OperatorRegistry &registry);

namespace {

void mapConvTranspose(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  Value input = node.getInput(0), filter = node.getInput(1);
  NodeWindow window = readWindow(node);
  requireKernelShape(node, filter);
  auto added = node.getInts("output_padding").value_or(SmallVector<int64_t>());
  auto sizes = node.getInts("output_shape").value_or(SmallVector<int64_t>());
  // Some exporters give all sizes, with those of batch and channels.
  TensorType type = ModelBuilder::getType(filter);
  if (type.hasRank() && type.getRank() >= 2 &&
      int64_t(sizes.size()) == type.getRank())
    sizes.erase(sizes.begin(), sizes.begin() + 2);
  // Sizes decide what is cut off, whatever the node says beside.
  if (!sizes.empty())
    window.pads.clear();
  int64_t groups = node.getInt("group", 1);
  if (node.hasFailed())
    return;
  node.setOutput(node.make<ConvTransposeOp>(
      input, filter, node.getInput(2), window.strides, window.dilations,
      window.pads, added, sizes, groups, window.padding,
      Layout::ChannelsFirst));
}

} // namespace

void registerTransposedOperators(OperatorRegistry &registry) {
  registry.add("ConvTranspose", mapConvTranspose);
}

} // namespace tenon::onnx_import
