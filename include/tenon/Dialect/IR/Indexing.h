//===- Indexing.h - Elements picked by index ------------------------------===//
#ifndef TENON_DIALECT_IR_INDEXING_H
#define TENON_DIALECT_IR_INDEXING_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Indexing.h.inc"

#endif // TENON_DIALECT_IR_INDEXING_H
