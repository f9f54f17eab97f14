//===- Convolution.h - Convolutions ---------------------------------------===//
#ifndef TENON_DIALECT_IR_CONVOLUTION_H
#define TENON_DIALECT_IR_CONVOLUTION_H

#include "tenon/Dialect/IR/Window.h"

namespace tenon {

/// The window of a transposed convolution on one spatial axis.
struct TransposedAxis {
  int64_t stride, dilation;
  DimAttr input, kernel;
  /// From the first to the last element that one window adds to.
  DimAttr span;
  /// How many elements are cut off before the result.
  DimAttr low;
  DimAttr output;
};

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Convolution.h.inc"

#endif // TENON_DIALECT_IR_CONVOLUTION_H
