//===- Convolution.cpp - ONNX operators of the Convolution family ---------===//

#include "tenon/Dialect/IR/Convolution.h"
#include "Products.h"
#include "Window.h"
#include "tenon/Import/ONNX/Node.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerTransposedOperators(OperatorRegistry &registry);
void registerUndoneOperators(OperatorRegistry &registry);

namespace {

std::string getListText(ArrayRef<DimAttr> dims) {
  std::string text = "[";
  for (auto [index, dim] : llvm::enumerate(dims))
    text += (index ? ", " : "") + dim.str();
  return text + "]";
}

} // namespace

void requireKernelShape(Node &node, Value filter) {
  std::optional<SmallVector<int64_t>> kernel = node.getInts("kernel_shape");
  TensorType type = ModelBuilder::getType(filter);
  if (!kernel || !type.hasRank() || type.getRank() < 3)
    return;
  ArrayRef<DimAttr> sizes = type.getDims().drop_front(2);
  SmallVector<DimAttr> stated = llvm::map_to_vector(*kernel, [&](int64_t size) {
    return DimAttr::get(filter.getContext(), size);
  });
  bool agrees = sizes.size() == stated.size();
  for (size_t i = 0; agrees && i < sizes.size(); ++i)
    agrees = !sizes[i].getConstant() || sizes[i] == stated[i];
  if (!agrees)
    node.reportAttribute("kernel_shape",
                         "it is " + getListText(stated) + ", but the weight " +
                             type.getShapeText() + " has windows of " +
                             getListText(sizes));
}

namespace {

void mapConv(Node &node) {
  if (!node.requireInputs(2, 3))
    return;
  if (Value result = makeConv(node, node.getInput(0), node.getInput(1),
                              node.getInput(2)))
    node.setOutput(result);
}

} // namespace

Value makeConv(Node &node, Value input, Value filter, Value bias, bool widen) {
  NodeWindow window = readWindow(node);
  requireKernelShape(node, filter);
  int64_t groups = node.getInt("group", 1);
  if (node.hasFailed())
    return {};
  return node.make<ConvOp>(input, filter, bias, window.strides,
                           window.dilations, window.pads, groups,
                           window.padding, Layout::ChannelsFirst, widen);
}

void registerConvolutionOperators(OperatorRegistry &registry) {
  registry.add("Conv", mapConv);
  registerTransposedOperators(registry);
  registerUndoneOperators(registry);
}

} // namespace tenon::onnx_import
