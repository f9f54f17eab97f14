//===- MovedParameters.h - Weights that operations take apart -------------===//
#ifndef TENON_LIB_DIALECT_TRANSFORMS_MOVEDPARAMETERS_H
#define TENON_LIB_DIALECT_TRANSFORMS_MOVEDPARAMETERS_H

#include "tenon/Dialect/IR/ParameterData.h"

namespace tenon {

/// Makes parameters of what operations that only move elements, or that have
/// few, make of parameters; returns how many. A transposed parameter stays as
/// it is.
mlir::FailureOr<unsigned> foldMovedParameters(mlir::ModuleOp module,
                                              ParameterReader &reader);

} // namespace tenon

#endif // TENON_LIB_DIALECT_TRANSFORMS_MOVEDPARAMETERS_H
