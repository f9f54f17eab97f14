//===- RecurrentActivations.h - Activations that nodes name ---------------===//
#ifndef TENON_LIB_IMPORT_ONNX_RECURRENTACTIVATIONS_H
#define TENON_LIB_IMPORT_ONNX_RECURRENTACTIVATIONS_H

#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// The activations of all directions, one after the other; `defaults` are
/// those of one direction. None (reported) if they are wrong.
std::optional<llvm::SmallVector<ActivationAttr>>
readActivations(Node &node, llvm::ArrayRef<llvm::StringRef> defaults,
                int64_t directions);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_RECURRENTACTIVATIONS_H
