//===- Movement.h - Elements in another order or shape ---===//
#ifndef TENON_DIALECT_IR_MOVEMENT_H
#define TENON_DIALECT_IR_MOVEMENT_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Movement.h.inc"

#endif // TENON_DIALECT_IR_MOVEMENT_H
