//===- Pooling.cpp - ONNX operators of the Pooling family -----------------===//

#include "tenon/Dialect/IR/Pooling.h"
#include "Elementwise.h"
#include "Window.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerUnpoolOperators(OperatorRegistry &registry);

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
  // It changes only the second output.
  bool columnMajor = node.getInt("storage_order", 0) != 0;
  if (node.hasFailed())
    return;
  if (node.hasOutput(1))
    node.setOutput(1, node.make<MaxPoolIndicesOp>(
                          node.getInput(0), *kernel, window.strides,
                          window.dilations, window.pads, window.ceilMode,
                          window.padding, Layout::ChannelsFirst, columnMajor));
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

/// The power was a number at first, and an integer since operator set 2.
void mapLpPool(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  NodeWindow window = readWindow(node);
  std::optional<SmallVector<int64_t>> kernel = requireKernel(node);
  int64_t power = node.getInt("p", 2);
  if (node.hasFailed())
    return;
  node.setOutput(node.make<LpPoolOp>(
      node.getInput(0), *kernel, window.strides, window.dilations, window.pads,
      window.ceilMode, window.padding, Layout::ChannelsFirst, power));
}

/// The spatial axes; none (reported) where their number is unknown.
std::optional<SmallVector<int64_t>> getSpatialAxes(Node &node) {
  TensorType type = ModelBuilder::getType(node.getInput(0));
  if (type.hasRank())
    return llvm::to_vector(
        llvm::seq<int64_t>(2, std::max<int64_t>(2, type.getRank())));
  if (type.getError())
    node.fail();
  else
    node.reportUnsupported("an input whose number of axes is unknown");
  return std::nullopt;
}

/// One window as large as the input is a reduction of the spatial axes.
template <typename Op>
void mapGlobalPool(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  if (auto axes = getSpatialAxes(node))
    node.setOutput(
        node.make<Op>(node.getInput(0), *axes, /*keep_dims=*/true));
}

void mapGlobalLpPool(Node &node) {
  if (!node.requireInputs(1, 1))
    return;
  int64_t power = node.getInt("p", 2);
  if (power < 1)
    node.reportAttribute("p", "it is " + Twine(power) +
                                  ", but must be at least 1");
  if (node.hasFailed())
    return;
  auto axes = getSpatialAxes(node);
  if (!axes)
    return;
  Value input = node.getInput(0);
  Value exponent = makeNumberLike(node, input, power);
  Value root = makeNumberLike(node, input, 1.0 / power);
  if (!exponent || !root)
    return;
  Value powers = power == 2 ? node.make<MulOp>(input, input)
                            : node.make<AbsOp>(input);
  if (power > 2)
    powers = makeBinary<PowOp>(node, powers, exponent);
  Value sum = node.make<ReduceSumOp>(powers, *axes, /*keep_dims=*/true);
  if (power == 2)
    sum = node.make<SqrtOp>(sum);
  else if (power > 2)
    sum = makeBinary<PowOp>(node, sum, root);
  node.setOutput(sum);
}

} // namespace

void registerPoolingOperators(OperatorRegistry &registry) {
  registry.add("MaxPool", mapMaxPool);
  registry.add("AveragePool", mapAveragePool);
  registry.add("GlobalAveragePool", mapGlobalPool<ReduceMeanOp>);
  registry.add("GlobalMaxPool", mapGlobalPool<ReduceMaxOp>);
  registry.add("LpPool", mapLpPool);
  registry.add("GlobalLpPool", mapGlobalLpPool);
  registerUnpoolOperators(registry);
}

} // namespace tenon::onnx_import
