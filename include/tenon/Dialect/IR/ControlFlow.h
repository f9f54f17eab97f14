//===- ControlFlow.h - Branches and loops ---------------------------------===//
#ifndef TENON_DIALECT_IR_CONTROLFLOW_H
#define TENON_DIALECT_IR_CONTROLFLOW_H

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/ControlFlow.h.inc"

#endif // TENON_DIALECT_IR_CONTROLFLOW_H
