//===- ContractionStft.cpp - The ONNX operator STFT ----------------------===//

#include "ContractionSignal.h"
#include "Elementwise.h"
#include "Integers.h"
#include "tenon/Dialect/IR/Indexing.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon::onnx_import {

/// Frames of the signal, each of them transformed.
void importStft(Node &node) {
  if (!node.requireInputs(2, 4))
    return;
  bool isOneSided = node.getInt("onesided", 1) != 0;
  Value signal = node.getInput(0), window = node.getInput(2);
  Type type = getTransformType(node, signal);
  if (!type || node.hasFailed())
    return;
  TensorType signalType = ModelBuilder::getType(signal);
  if (signalType.getRank() == 2)
    signal = node.make<UnsqueezeOp>(signal, ArrayRef<int64_t>{2});
  auto parts = getSampleParts(node, signal);
  if (!parts)
    return;
  if (isOneSided && *parts == 2)
    return node.reportUnsupported("a one-sided transform of complex numbers");
  if (!window && !node.getInput(3))
    return node.reportAttribute("frame_length",
                                "it is missing, and there is no window");
  Transform transform(node, type, *parts == 2, false, isOneSided);
  DimAttr limit = signalType.getDim(1);
  TensorType windowType = window ? ModelBuilder::getType(window) : TensorType();
  Value length = window ? transform.makeSize(window, 0) : Value();
  if (node.getInput(3))
    length = makeTransformSize(node, node.getInput(3), 3, limit,
                               windowType && windowType.hasRank() &&
                                       windowType.getRank() == 1
                                   ? windowType.getDim(0)
                                   : DimAttr());
  if (!length || !requireTransformLength(node, length))
    return;
  Integers integers(node);
  Value step = integers.vector(node.getInput(1));
  Value rest = integers.sub(transform.makeVector(transform.makeSize(signal, 1)),
                            transform.makeVector(length));
  Value count = integers.add(integers.div(rest, step), integers.constant(1));
  SmallVector<DimAttr> declared = node.getDeclaredDims(0, 4);
  count = makeTransformSize(node, count, 1, limit,
                            declared.empty() ? DimAttr() : declared[1]);
  if (!count)
    return;
  step = integers.scalar(step);
  Value starts = makeBinary<MulOp>(node, transform.makePositions(count), step);
  Value positions =
      node.make<AddOp>(node.make<UnsqueezeOp>(starts, ArrayRef<int64_t>{1}),
                       node.make<UnsqueezeOp>(transform.makePositions(length),
                                              ArrayRef<int64_t>{0}));
  Type given = signalType.getElementType();
  auto widen = [&](Value value) {
    return value && type != given ? node.make<CastOp>(value, type) : value;
  };
  Value frames = node.make<GatherOp>(widen(signal), positions, int64_t(1));
  Value result = transform.make(frames, length, widen(window));
  node.setOutput(type == given ? result : node.make<CastOp>(result, given));
}

} // namespace tenon::onnx_import
