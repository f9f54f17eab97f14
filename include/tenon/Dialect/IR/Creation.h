//===- Creation.h - Tensors made from nothing but sizes -------------------===//
#ifndef TENON_DIALECT_IR_CREATION_H
#define TENON_DIALECT_IR_CREATION_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Creation.h.inc"

#endif // TENON_DIALECT_IR_CREATION_H
