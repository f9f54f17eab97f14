//===- Accumulation.h - Sums in a type wide enough ------------------------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_ACCUMULATION_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_ACCUMULATION_H

#include "tenon/Conversion/TenonToLinalg/Lowering.h"

namespace tenon {

/// What elements of the type are summed in: 32 bits for shorter floats.
mlir::Type getAccumulatorType(mlir::Type elementType);
/// A floating-point number in another width.
mlir::Value convertFloat(mlir::OpBuilder &builder, mlir::Location location,
                         mlir::Value value, mlir::Type to);
/// An integer of the dialect's element type `from` in a width of at least its
/// own.
mlir::Value extendInteger(mlir::OpBuilder &builder, mlir::Location location,
                          mlir::Value value, mlir::Type from, mlir::Type to);
/// sum + lhs * rhs, in the type of the sum. `lhsType` and `rhsType` are the
/// dialect's types of the factors.
mlir::Value multiplyAdd(mlir::OpBuilder &builder, mlir::Location location,
                        mlir::Value sum, mlir::Value lhs, mlir::Type lhsType,
                        mlir::Value rhs, mlir::Type rhsType);
/// The tensor of accumulators (in the shape of `type`) rounded to the type's
/// elements.
mlir::Value narrowAccumulators(LoweringContext &context,
                               mlir::Location location, mlir::Value tensor,
                               TensorType type);
/// A size as a number of the (converted) element type.
mlir::Value createCount(LoweringContext &context, mlir::Location location,
                        DimAttr size, mlir::Type elementType);
/// The type without some of its axes, and the map from all axes to those left.
struct ReducedShape {
  TensorType type;
  mlir::AffineMap map;
  llvm::SmallVector<mlir::utils::IteratorType> iterators;
  /// The number of elements reduced into one.
  DimAttr count;
};
ReducedShape getReducedShape(TensorType type,
                             llvm::function_ref<bool(int64_t)> isReduced);

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_ACCUMULATION_H
