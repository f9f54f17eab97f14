//===- Window.cpp - Windows that slide over spatial axes ------------------===//

#include "tenon/Dialect/IR/Window.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

/// As many cells as the strides demand; the padding is what they need more
/// than the input has, split in halves with the odd one on one side.
void padToSame(WindowAxis &axis, Padding padding) {
  axis.output = axis.input.ceilDiv(axis.stride);
  DimAttr zero = DimAttr::get(axis.input.getContext(), 0);
  DimAttr total = DimAttr::max(
      {(axis.output - 1) * axis.stride + axis.span - axis.input, zero});
  axis.low = axis.high = total.floorDiv(2);
  (padding == Padding::SameUpper ? axis.high : axis.low) =
      total - total.floorDiv(2);
}

/// Windows that overhang the padding count, if they start before the high
/// padding.
void roundUp(WindowAxis &axis) {
  DimAttr start = axis.input + axis.low;
  DimAttr padded = start + axis.high;
  axis.output = (padded - axis.span).ceilDiv(axis.stride) + 1;
  // A window that is long enough never starts in the high padding.
  std::optional<int64_t> slack =
      (axis.span - axis.high - axis.stride).getConstant();
  if (!slack || *slack < 0)
    axis.output = DimAttr::min({axis.output, start.ceilDiv(axis.stride)});
  axis.least = axis.span - (axis.stride - 1);
  DimAttr reach = (axis.output - 1) * axis.stride + axis.span;
  axis.overhang = DimAttr::max({reach - padded, axis.overhang});
}

} // namespace

WindowAxis getWindowAxis(const WindowAttributes &window, size_t spatialRank,
                         size_t index, DimAttr input, DimAttr kernel) {
  MLIRContext *context = input.getContext();
  auto entry = [&](ArrayRef<int64_t> entries, size_t at, int64_t otherwise) {
    return entries.empty() ? otherwise : entries[at];
  };
  WindowAxis axis;
  axis.stride = entry(window.strides, index, 1);
  axis.dilation = entry(window.dilations, index, 1);
  axis.input = input;
  axis.kernel = kernel;
  axis.span = axis.least = (kernel - 1) * axis.dilation + 1;
  axis.overhang = DimAttr::get(context, 0);
  if (window.padding != Padding::Explicit) {
    padToSame(axis, window.padding);
    return axis;
  }
  axis.low = DimAttr::get(context, entry(window.pads, index, 0));
  axis.high = DimAttr::get(context, entry(window.pads, index + spatialRank, 0));
  if (window.ceilMode)
    roundUp(axis);
  else
    axis.output =
        (input + axis.low + axis.high - axis.span).floorDiv(axis.stride) + 1;
  return axis;
}

bool requireEntries(StringRef attribute, ArrayRef<int64_t> entries,
                    int64_t lowest, RuleContext &context) {
  bool valid = true;
  for (auto [index, value] : llvm::enumerate(entries)) {
    if (value >= lowest)
      continue;
    valid = false;
    context.error(attribute, diag::attributeRange)
        .fact("what", attribute + "[" + Twine(index) + "] =")
        .fact("value", value)
        .fact("wanted", "at least " + Twine(lowest));
  }
  return valid;
}

bool requireEntryCount(StringRef attribute, StringRef entries, size_t count,
                       size_t wanted, StringRef shape, RuleContext &context) {
  if (count == wanted)
    return true;
  context.error(attribute, diag::valueLength)
      .fact("count", int64_t(count))
      .fact("what", entries)
      .fact("wanted", int64_t(wanted))
      .fact("shape", shape);
  return false;
}

bool requireWindow(const WindowAttributes &window,
                   std::optional<size_t> spatialRank, StringRef shape,
                   RuleContext &context) {
  bool valid = requireEntries("strides", window.strides, 1, context);
  valid &= requireEntries("dilations", window.dilations, 1, context);
  if (window.padding == Padding::Explicit) {
    valid &= requireEntries("pads", window.pads, 0, context);
  } else if (const int64_t *pad = llvm::find_if(
                 window.pads, [](int64_t pad) { return pad != 0; });
             pad != window.pads.end()) {
    valid = false;
    context.error("pads", diag::attributeRange)
        .fact("what", "pads[" + Twine(pad - window.pads.begin()) + "] =")
        .fact("value", *pad)
        .fact("wanted", "0 with padding " + stringifyPadding(window.padding))
        .help("leave `pads` out, or choose explicit padding");
  }
  if (!spatialRank)
    return valid;
  size_t rank = *spatialRank;
  if (!window.strides.empty())
    valid &= requireEntryCount("strides", "strides", window.strides.size(),
                               rank, shape, context);
  if (!window.dilations.empty())
    valid &= requireEntryCount("dilations", "dilations",
                               window.dilations.size(), rank, shape, context);
  if (!window.pads.empty())
    valid &= requireEntryCount("pads", "paddings", window.pads.size(), 2 * rank,
                               shape, context);
  return valid;
}

void requireWindowFits(const WindowAxis &axis, int64_t inputAxis, Value input,
                       RuleContext &context) {
  DimAttr padded = axis.input + axis.low + axis.high;
  std::string shape = context.getType(input).getShapeText();
  if (context.requireAtLeast(padded, axis.least, diag::windowTooLarge,
                             "the window of " + context.getOpText() +
                                 " spans " + axis.span.str() + " on axis " +
                                 Twine(inputAxis) + " of " + shape +
                                 ", which must have at least " +
                                 axis.least.str() + " there with padding"))
    return;
  context.error(input, diag::windowTooLarge)
      .fact("window", axis.span.str())
      .fact("axis", inputAxis)
      .fact("size", padded.str())
      .fact("shape", shape);
}

} // namespace tenon
