//===- ConvolutionUndone.cpp - ONNX's Col2Im ------------------------------===//

#include "Integers.h"
#include "Window.h"
#include "tenon/Dialect/IR/Convolution.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerUndoneOperators(OperatorRegistry &registry);

namespace {

void mapCol2Im(Node &node) {
  if (!node.requireInputs(3, 3))
    return;
  NodeWindow window = readWindow(node);
  if (node.hasFailed())
    return;
  Value image = node.getInput(1), kernel = node.getInput(2);
  if (!node.areSizesKnown(1)) {
    SmallVector<DimAttr> wanted;
    if (TensorType declared = node.getDeclared(0);
        declared.hasRank() && declared.getRank() > 2)
      wanted = llvm::to_vector(declared.getDims().drop_front(2));
    image = node.makeSizes(image, {}, wanted, "an image");
  }
  // What the taps leave of the channels must be known.
  if (!node.areSizesKnown(2))
    return node.reportUnsupported("a window that only the data decides");
  if (image)
    node.setOutput(node.make<Col2ImOp>(node.getInput(0), image, kernel,
                                       window.strides, window.dilations,
                                       window.pads));
}

} // namespace

void registerUndoneOperators(OperatorRegistry &registry) {
  registry.add("Col2Im", mapCol2Im);
}

} // namespace tenon::onnx_import
