//===- Reduction.h - Axes reduced to one element ---===//
#ifndef TENON_DIALECT_IR_REDUCTION_H
#define TENON_DIALECT_IR_REDUCTION_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Reduction.h.inc"

#endif // TENON_DIALECT_IR_REDUCTION_H
