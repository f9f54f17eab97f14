//===- Indexing.h - Elements picked and placed by index -------------------===//
#ifndef TENON_DIALECT_IR_INDEXING_H
#define TENON_DIALECT_IR_INDEXING_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Indexing.h.inc"

namespace tenon {

/// The indices are integers; reported otherwise.
bool requireIndices(mlir::Value indices, RuleContext &context);

/// Indices into an axis of the input: constant ones must be in range, other
/// ones need an axis that is not empty. `column` says which entries of tuples
/// of `width` they are.
void checkIndices(mlir::Value input, mlir::Value indices, int64_t axis,
                  RuleContext &context, int64_t column = 0, int64_t width = 1);

/// The same for tuples in the last axis, for the axes from `first` on.
void checkTuples(mlir::Value input, mlir::Value indices, int64_t first,
                 RuleContext &context);

/// The indices have the axes of the input, none longer but `axis`.
bool requireElementIndices(mlir::Value input, mlir::Value indices,
                           int64_t axis, RuleContext &context);

/// The length of the tuples in the last axis of the indices, which pick from
/// `axes` axes; none if it is not known, or (reported) wrong.
std::optional<int64_t> inferTupleLength(mlir::Value indices, int64_t axes,
                                        RuleContext &context);

/// The entries' positions that known indices of a vector mean; none for one
/// that is not known or out of range. Nothing if none is known.
std::optional<llvm::SmallVector<std::optional<int64_t>>>
getPositions(mlir::Value input, mlir::Value indices, RuleContext &context);

} // namespace tenon

#endif // TENON_DIALECT_IR_INDEXING_H
