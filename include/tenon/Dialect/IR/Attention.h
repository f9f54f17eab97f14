//===- Attention.h - Softmax and attention ---===//
#ifndef TENON_DIALECT_IR_ATTENTION_H
#define TENON_DIALECT_IR_ATTENTION_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Attention.h.inc"

#endif // TENON_DIALECT_IR_ATTENTION_H
