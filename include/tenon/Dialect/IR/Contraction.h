//===- Contraction.h - Products that sum over an axis ---===//
#ifndef TENON_DIALECT_IR_CONTRACTION_H
#define TENON_DIALECT_IR_CONTRACTION_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Contraction.h.inc"

#endif // TENON_DIALECT_IR_CONTRACTION_H
