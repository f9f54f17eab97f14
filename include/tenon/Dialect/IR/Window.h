//===- Window.h - Windows that slide over spatial axes --------------------===//
//
// The geometry that convolutions and poolings share: which axes are spatial,
// how large the result is and how much padding there is, in sizes that may be
// symbols. The rules, the evaluators and the lowerings all ask here.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIALECT_IR_WINDOW_H
#define TENON_DIALECT_IR_WINDOW_H

#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// How a window moves, as an op's attributes say it. An empty list stands for
/// ones (strides, dilations) or zeros (pads) on all axes.
struct WindowAttributes {
  llvm::ArrayRef<int64_t> strides, dilations;
  /// low_0 … low_n, high_0 … high_n.
  llvm::ArrayRef<int64_t> pads;
  Padding padding = Padding::Explicit;
  bool ceilMode = false;
};

/// The window on one spatial axis.
struct WindowAxis {
  int64_t stride, dilation;
  DimAttr input, kernel;
  /// From the first to the last element that one window reads.
  DimAttr span;
  /// Padding before and after the input.
  DimAttr low, high;
  /// What the last window reads beyond even the padding (only in ceil mode).
  DimAttr overhang;
  /// The least that the padded input must have for one window.
  DimAttr least;
  DimAttr output;
};

/// Where the spatial axes begin, and which axis holds the channels.
inline int64_t getFirstSpatialAxis(Layout layout) {
  return layout == Layout::ChannelsFirst ? 2 : 1;
}
inline int64_t getChannelAxis(Layout layout, int64_t rank) {
  return layout == Layout::ChannelsFirst ? 1 : rank - 1;
}

/// The geometry on spatial axis `index`; the attributes must be valid.
WindowAxis getWindowAxis(const WindowAttributes &window, size_t spatialRank,
                         size_t index, DimAttr input, DimAttr kernel);

/// Reports attributes with a wrong number of entries (if the spatial rank is
/// known; `shape` is what it is known from) or with entries out of range.
/// True if all are valid.
bool requireWindow(const WindowAttributes &window,
                   std::optional<size_t> spatialRank, llvm::StringRef shape,
                   RuleContext &context);
/// Each entry of an attribute must be at least `lowest`.
bool requireEntries(llvm::StringRef attribute, llvm::ArrayRef<int64_t> entries,
                    int64_t lowest, RuleContext &context);
/// An attribute must have `wanted` entries.
bool requireEntryCount(llvm::StringRef attribute, llvm::StringRef entries,
                       size_t count, size_t wanted, llvm::StringRef shape,
                       RuleContext &context);
/// The input with its padding must hold one window (in ceil mode, so much of
/// it that there is one).
void requireWindowFits(const WindowAxis &axis, int64_t inputAxis,
                       mlir::Value input, RuleContext &context);

} // namespace tenon

#endif // TENON_DIALECT_IR_WINDOW_H
