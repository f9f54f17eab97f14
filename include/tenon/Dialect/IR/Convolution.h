//===- Convolution.h - Convolutions ---------------------------------------===//
#ifndef TENON_DIALECT_IR_CONVOLUTION_H
#define TENON_DIALECT_IR_CONVOLUTION_H

#include "tenon/Dialect/IR/Window.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Convolution.h.inc"

#endif // TENON_DIALECT_IR_CONVOLUTION_H
