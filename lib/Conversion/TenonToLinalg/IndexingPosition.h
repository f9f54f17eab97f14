//===- IndexingPosition.h - The position that an index means --------------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_INDEXINGPOSITION_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_INDEXINGPOSITION_H

#include "tenon/Conversion/TenonToLinalg/Lowering.h"

namespace tenon {

/// An axis that indices pick from: its size and its last position.
struct IndexedAxis {
  mlir::Value size, last;
};

/// The position that an index means, counted from 0; it may be out of range.
mlir::Value createPosition(mlir::OpBuilder &builder, mlir::Location location,
                           mlir::Value index, bool isUnsigned,
                           mlir::Value size);

/// The nearest position in range.
mlir::Value limitPosition(mlir::OpBuilder &builder, mlir::Location location,
                          mlir::Value position, bool isUnsigned,
                          mlir::Value last);

/// The model stops unless the indices, an operand, are in range of the axes of
/// `input`: all of them of `axes[0]`, or with `columns` those of each entry of
/// their last axis of its own. Constants have been checked before.
void requireIndices(mlir::Operation *op, mlir::Value indices, TensorType input,
                    llvm::ArrayRef<int64_t> axes, bool columns,
                    LoweringContext &context);

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_INDEXINGPOSITION_H
