//===- Elementwise.h - One result element per element ---------------------===//
#ifndef TENON_DIALECT_IR_ELEMENTWISE_H
#define TENON_DIALECT_IR_ELEMENTWISE_H

#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// Which element types an elementwise op takes.
enum class ElementKind { Number, Signed, Float, Integer, Bool, Any };

/// The rules that elementwise ops share.
void inferUnary(mlir::Value input, ElementKind kind, RuleContext &context);
void inferBinary(mlir::Value lhs, mlir::Value rhs, ElementKind kind,
                 RuleContext &context);
/// Their evaluators.
void evaluateUnary(EvaluationContext &context);
void evaluateBinary(EvaluationContext &context);

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Elementwise.h.inc"

#endif // TENON_DIALECT_IR_ELEMENTWISE_H
