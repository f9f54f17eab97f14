//===- Transposes.h - Moving transposes out of the way --------------------===//
#ifndef TENON_LIB_DIALECT_TRANSFORMS_TRANSPOSES_H
#define TENON_LIB_DIALECT_TRANSFORMS_TRANSPOSES_H

#include "mlir/IR/PatternMatch.h"
#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// The permutation that undoes another.
llvm::SmallVector<int64_t> invertPermutation(llvm::ArrayRef<int64_t> forward);
/// The type whose axis i is the type's axis permutation[i].
TensorType permuteType(TensorType type, llvm::ArrayRef<int64_t> permutation);
mlir::Value transpose(mlir::OpBuilder &builder, mlir::Location location,
                      mlir::Value value, llvm::ArrayRef<int64_t> permutation);

/// Patterns that sink transposes through elementwise operations, concat, pad,
/// reductions and reshapes, and cancel them.
void populateTransposePatterns(mlir::RewritePatternSet &patterns);

} // namespace tenon

#endif // TENON_LIB_DIALECT_TRANSFORMS_TRANSPOSES_H
