//===- Model.h - The model, its parameters and outputs --------------------===//
#ifndef TENON_DIALECT_IR_MODEL_H
#define TENON_DIALECT_IR_MODEL_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/SymbolTable.h"
#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {
class OutputOp;
} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Model.h.inc"

#endif // TENON_DIALECT_IR_MODEL_H
