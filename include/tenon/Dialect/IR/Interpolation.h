//===- Interpolation.h - Resizing and sampling between elements -----------===//
#ifndef TENON_DIALECT_IR_INTERPOLATION_H
#define TENON_DIALECT_IR_INTERPOLATION_H

#include "tenon/Dialect/IR/Window.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Interpolation.h.inc"

#endif // TENON_DIALECT_IR_INTERPOLATION_H
