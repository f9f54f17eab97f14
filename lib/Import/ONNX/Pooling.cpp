//===- Pooling.cpp - ONNX operators of the Pooling family -----------------===//

#include "tenon/Dialect/IR/Pooling.h"
#include "Window.h"
#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {
namespace {

std::optional<SmallVector<int64_t>> requireKernel(Node &node) {
  std::optional<SmallVector<int64_t>> kernel = node.getInts("kernel_shape");
  if (!kernel && !node.hasAttribute("kernel_shape"))
    node.reportAttribute("kernel_shape", "it is missing");
  return kernel;
}

void mapMaxPool(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  NodeWindow window = readWindow(node);
  std::optional<SmallVector<int64_t>> kernel = requireKernel(node);
  // `storage_order` changes only the second output.
  if (node.hasOutput(1))
    node.reportUnsupported("the output Indices");
  if (node.hasFailed())
    return;
  node.setOutput(node.make<MaxPoolOp>(
      node.getInput(0), *kernel, window.strides, window.dilations, window.pads,
      window.ceilMode, window.padding, Layout::ChannelsFirst));
}

void mapAveragePool(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  NodeWindow window = readWindow(node);
  std::optional<SmallVector<int64_t>> kernel = requireKernel(node);
  bool countPadding = node.getInt("count_include_pad", 0) != 0;
  if (node.hasFailed())
    return;
  node.setOutput(node.make<AvgPoolOp>(
      node.getInput(0), *kernel, window.strides, window.dilations, window.pads,
      window.ceilMode, window.padding, Layout::ChannelsFirst, countPadding));
}

/// One window as large as the input is a reduction of the spatial axes.
template <typename Op>
void mapGlobalPool(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  TensorType type = ModelBuilder::getType(node.getInput(0));
  if (!type.hasRank() && type.getError())
    return node.fail();
  if (!type.hasRank())
    return node.reportUnsupported("an input whose number of axes is unknown");
  SmallVector<int64_t> axes = llvm::to_vector(
      llvm::seq<int64_t>(2, std::max<int64_t>(2, type.getRank())));
  node.setOutput(node.make<Op>(node.getInput(0), axes, /*keep_dims=*/true));
}

} // namespace

void registerPoolingOperators(OperatorRegistry &registry) {
  registry.add("MaxPool", mapMaxPool);
  registry.add("AveragePool", mapAveragePool);
  registry.add("GlobalAveragePool", mapGlobalPool<ReduceMeanOp>);
  registry.add("GlobalMaxPool", mapGlobalPool<ReduceMaxOp>);
}

} // namespace tenon::onnx_import
