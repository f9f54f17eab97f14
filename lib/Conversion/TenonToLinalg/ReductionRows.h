//===- ReductionRows.h - Loops over the rows along an axis ----------------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_REDUCTIONROWS_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_REDUCTIONROWS_H

#include "tenon/Conversion/TenonToLinalg/Lowering.h"

namespace tenon {

/// The elements along an axis; the positions on the others are those of loops.
struct Row {
  llvm::SmallVector<mlir::Value> position;
  int64_t axis;

  llvm::SmallVector<mlir::Value> at(mlir::Value index) const {
    llvm::SmallVector<mlir::Value> result(position);
    result[axis] = index;
    return result;
  }
};

/// Loops over all axes of `type` but one, which carry tensors. The body gets
/// the tensors and gives their next values; returns the last ones.
llvm::SmallVector<mlir::Value>
createRowLoops(mlir::Location location, TensorType type, int64_t axis,
               mlir::ValueRange inits, LoweringContext &context,
               llvm::function_ref<llvm::SmallVector<mlir::Value>(
                   const Row &, mlir::ValueRange)>
                   body);

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_REDUCTIONROWS_H
