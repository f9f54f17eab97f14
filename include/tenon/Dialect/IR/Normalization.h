//===- Normalization.h - Statistics divided out ---===//
#ifndef TENON_DIALECT_IR_NORMALIZATION_H
#define TENON_DIALECT_IR_NORMALIZATION_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Normalization.h.inc"

#endif // TENON_DIALECT_IR_NORMALIZATION_H
