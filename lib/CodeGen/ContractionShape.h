//===- ContractionShape.h - How a contraction fits a register tile --------===//
#ifndef TENON_LIB_CODEGEN_CONTRACTIONSHAPE_H
#define TENON_LIB_CODEGEN_CONTRACTIONSHAPE_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace tenon {

/// A `linalg.generic` on buffers that multiplies two inputs and adds up, and
/// the axes that a register tile spans.
struct ContractionShape {
  mlir::linalg::GenericOp op;
  /// The parallel axis held in vectors: contiguous in the output and in every
  /// input that has it.
  unsigned vectorAxis;
  /// The parallel axis unrolled into rows; none if there is no other.
  std::optional<unsigned> rowAxis;
  /// The other parallel axes and the reduced ones, outermost first.
  llvm::SmallVector<unsigned> outerAxes, reducedAxes;
  /// Extents of all axes; kDynamic where only run time knows.
  llvm::SmallVector<int64_t> extents;

  /// Fails if the op is no such contraction.
  static mlir::FailureOr<ContractionShape> match(mlir::linalg::GenericOp op);

  bool usesAxis(unsigned operand, unsigned axis) const;
  /// Bytes of an input, or none.
  std::optional<int64_t> getBytes(unsigned operand) const;
};

} // namespace tenon

#endif // TENON_LIB_CODEGEN_CONTRACTIONSHAPE_H
