//===- Random.h - Numbers drawn by seed -----------------------------------===//
#ifndef TENON_DIALECT_IR_RANDOM_H
#define TENON_DIALECT_IR_RANDOM_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Random.h.inc"

#endif // TENON_DIALECT_IR_RANDOM_H
