//===- Recurrent.h - Layers that walk along a sequence --------------------===//
#ifndef TENON_DIALECT_IR_RECURRENT_H
#define TENON_DIALECT_IR_RECURRENT_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Recurrent.h.inc"

#endif // TENON_DIALECT_IR_RECURRENT_H
