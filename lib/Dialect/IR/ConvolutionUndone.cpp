//===- ConvolutionUndone.cpp - The rule of windows added to an image ------===//

#include "tenon/Dialect/IR/Convolution.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {

WindowAttributes Col2ImOp::getWindow() {
  return {getStrides(), getDilations(), getPads()};
}

namespace {

/// C4; entries that are wrong become unknown.
void requireEntriesAtLeast(Value operand, StringRef what,
                           MutableArrayRef<DimAttr> entries, int64_t least,
                           RuleContext &context) {
  for (DimAttr &entry : entries) {
    if (entry.isUnknown() ||
        context.requireAtLeast(entry, context.constantDim(least),
                               diag::attributeRange,
                               context.getOpText() + " has " + what + " " +
                                   entry.str() + ", which must be at least " +
                                   Twine(least)))
      continue;
    context.error(operand, diag::attributeRange)
        .fact("what", what)
        .fact("value", entry.str())
        .fact("wanted", "at least " + Twine(least));
    entry = context.unknownDim();
  }
}

/// The size of an axis of the input is a product of others.
void requirePlaces(Col2ImOp op, DimAttr places, RuleContext &context) {
  TensorType input = context.getType(op.getInput());
  DimAttr given = input.getDim(2);
  if (context.requireEqual(given, places, diag::lengthMismatch,
                           context.getOpText() + " needs " + places.str() +
                               " places on axis 2 of " + input.getShapeText()))
    return;
  context.error(op.getInput(), diag::lengthMismatch)
      .fact("operand", "an input")
      .fact("wanted", places.str())
      .fact("axis", 2)
      .fact("shape", input.getShapeText() + ", the places of its windows,")
      .fact("size", given.str());
}

} // namespace

void Col2ImOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  TensorType result = TensorType::getUnranked(input.getElementType());
  context.setResult(result);
  context.requireElementType(getInput(), "its input", "numbers",
                             [](Type type) { return !type.isInteger(1); });
  bool isRanked = context.requireRank(getInput(), "an input", 3);
  auto image = inferEntries(getImage(), "its image", context);
  auto kernel = inferEntries(getKernel(), "its kernel", context);
  if (image)
    requireEntriesAtLeast(getImage(), "an image size of", *image, 0, context);
  if (kernel)
    requireEntriesAtLeast(getKernel(), "a kernel size of", *kernel, 1, context);
  std::optional<size_t> rank;
  if (image || kernel)
    rank = image ? image->size() : kernel->size();
  bool valid = requireWindow(getWindow(), rank, "its image", context);
  if (image && kernel && image->size() != kernel->size()) {
    context.error(getKernel(), diag::valueLength)
        .fact("count", int64_t(kernel->size()))
        .fact("what", "kernel sizes")
        .fact("wanted", int64_t(image->size()))
        .fact("shape", "its image");
    valid = false;
  }
  if (!rank)
    return;
  SmallVector<DimAttr> dims(2, context.unknownDim());
  if (image)
    llvm::append_range(dims, *image);
  else
    dims.append(*rank, context.unknownDim());
  if (isRanked)
    dims[0] = input.getDim(0);
  if (!isRanked || !valid || !kernel)
    return context.setResult(result.withDims(dims));
  DimAttr taps = context.constantDim(1), places = taps;
  for (size_t i = 0; i < *rank; ++i) {
    taps = taps * (*kernel)[i];
    WindowAxis axis =
        getWindowAxis(getWindow(), *rank, i, dims[2 + i], (*kernel)[i]);
    places = places * DimAttr::max({axis.output, context.constantDim(0)});
  }
  if (!taps.isUnknown() && !taps.isConstant(0) &&
      !context.requireDivisible(input.getDim(1), taps, diag::groupMismatch,
                                "the taps of " + context.getOpText() +
                                    " must divide its channels")) {
    context.error(getInput(), diag::groupMismatch)
        .fact("channels", input.getDim(1).str())
        .fact("which", "input")
        .fact("groups", taps.str());
  } else {
    dims[1] = context.getEnv().simplify(input.getDim(1).floorDiv(taps));
  }
  if (!places.isUnknown())
    requirePlaces(*this, context.getEnv().simplify(places), context);
  context.setResult(result.withDims(dims));
}

} // namespace tenon
