//===- Window.cpp - The window attributes of ONNX nodes -------------------===//

#include "Window.h"

using namespace mlir;

namespace tenon::onnx_import {

NodeWindow readWindow(Node &node) {
  NodeWindow window;
  window.strides = node.getInts("strides").value_or(SmallVector<int64_t>());
  window.dilations = node.getInts("dilations").value_or(SmallVector<int64_t>());
  std::string autoPad = node.getString("auto_pad", "NOTSET");
  if (autoPad == "NOTSET" || autoPad.empty()) {
    window.pads = node.getInts("pads").value_or(SmallVector<int64_t>());
    window.ceilMode = node.getInt("ceil_mode", 0) != 0;
  } else if (autoPad == "SAME_UPPER") {
    window.padding = Padding::SameUpper;
  } else if (autoPad == "SAME_LOWER") {
    window.padding = Padding::SameLower;
  } else if (autoPad != "VALID") {
    node.reportAttribute("auto_pad",
                         "'" + autoPad +
                             "' is none of NOTSET, VALID, SAME_UPPER, "
                             "SAME_LOWER");
  }
  return window;
}

} // namespace tenon::onnx_import
