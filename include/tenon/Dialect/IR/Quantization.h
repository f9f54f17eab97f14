//===- Quantization.h - Numbers stored as small integers ------------------===//
#ifndef TENON_DIALECT_IR_QUANTIZATION_H
#define TENON_DIALECT_IR_QUANTIZATION_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Quantization.h.inc"

#endif // TENON_DIALECT_IR_QUANTIZATION_H
