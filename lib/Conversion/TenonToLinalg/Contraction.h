//===- Contraction.h - Products that other lowerings build with -----------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_CONTRACTION_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_CONTRACTION_H

#include "tenon/Conversion/TenonToLinalg/Lowering.h"

namespace tenon {

/// One factor of a product of matrices.
struct MatrixFactor {
  mlir::Value tensor;
  TensorType type;
  bool transpose = false;
};

/// The product of two tensors whose last two axes are matrices, summed in a
/// type wide enough and left there where `keepWide` is set.
mlir::Value createMatrixProduct(LoweringContext &context,
                                mlir::Location location, MatrixFactor lhs,
                                MatrixFactor rhs, TensorType result,
                                bool keepWide = false);

void registerEinsumLowerings(LoweringRegistry &registry);
void registerDeterminantLowerings(LoweringRegistry &registry);

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_CONTRACTION_H
