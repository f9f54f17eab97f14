//===- Quantization.h - What mappings of quantised operators share --------===//
#ifndef TENON_LIB_IMPORT_ONNX_QUANTIZATION_H
#define TENON_LIB_IMPORT_ONNX_QUANTIZATION_H

#include "tenon/Dialect/IR/Quantization.h"
#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// A scale or zero point with the axes of `like`: a scalar is for all of it, a
/// vector lies along `axis`. Null (reported) where that cannot be known.
mlir::Value alignParameter(Node &node, mlir::Value parameter, mlir::Value like,
                           int64_t axis);

void registerQuantizedProducts(OperatorRegistry &registry);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_QUANTIZATION_H
