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
void inferPredicate(mlir::Value input, ElementKind kind, RuleContext &context);
void inferComparison(mlir::Value lhs, mlir::Value rhs, ElementKind kind,
                     RuleContext &context);
/// Their evaluators.
void evaluateUnary(EvaluationContext &context);
void evaluateBinary(EvaluationContext &context);
void evaluatePredicate(EvaluationContext &context);
void evaluateComparison(EvaluationContext &context);

/// The element type must be of the kind.
void requireElementKind(mlir::Value operand, llvm::StringRef name,
                        ElementKind kind, RuleContext &context);
/// The type, of the left one's elements, that a shape and an operand repeated
/// along each other give. Unranked if a rank is open, or if they differ, which
/// is reported at the operand.
TensorType broadcastWith(TensorType left, llvm::StringRef leftName,
                         mlir::Value rhs, llvm::StringRef rightName,
                         RuleContext &context);

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Elementwise.h.inc"

#endif // TENON_DIALECT_IR_ELEMENTWISE_H
