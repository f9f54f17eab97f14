//===- Reduction.h - Axes reduced to one element --------------------------===//
#ifndef TENON_DIALECT_IR_REDUCTION_H
#define TENON_DIALECT_IR_REDUCTION_H

#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// The rules that reducing ops share.
void inferReduction(mlir::Value input, llvm::ArrayRef<int64_t> axes,
                    bool keepDims, RuleContext &context);
void inferArgReduction(mlir::Value input, int64_t axis, bool keepDims,
                       RuleContext &context);
void inferCumulative(mlir::Value input, int64_t axis, RuleContext &context);
/// Their evaluators.
void evaluateReduction(llvm::ArrayRef<int64_t> axes,
                       EvaluationContext &context);
void evaluateArgReduction(int64_t axis, bool selectLast,
                          EvaluationContext &context);
void evaluateCumulative(int64_t axis, bool exclusive, bool reverse,
                        EvaluationContext &context);

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Reduction.h.inc"

#endif // TENON_DIALECT_IR_REDUCTION_H
