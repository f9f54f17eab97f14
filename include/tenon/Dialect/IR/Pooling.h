//===- Pooling.h - Windows reduced to one element ---===//
#ifndef TENON_DIALECT_IR_POOLING_H
#define TENON_DIALECT_IR_POOLING_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Pooling.h.inc"

#endif // TENON_DIALECT_IR_POOLING_H
