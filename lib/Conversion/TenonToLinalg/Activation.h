//===- Activation.h - Activations of one number ---------------------------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_ACTIVATION_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_ACTIVATION_H

#include "ElementwiseScalars.h"

namespace tenon {

/// The activation of a number in the builder's type.
mlir::Value emitActivation(ScalarBuilder &scalar, ActivationAttr activation,
                           mlir::Value x);

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_ACTIVATION_H
