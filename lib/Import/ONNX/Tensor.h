//===- Tensor.h - ONNX tensors and types ----------------------------------===//
#ifndef TENON_LIB_IMPORT_ONNX_TENSOR_H
#define TENON_LIB_IMPORT_ONNX_TENSOR_H

#include "tenon/Dialect/IR/TenonDialect.h"

namespace onnx {
class TensorProto;
class ValueInfoProto;
} // namespace onnx

namespace tenon::onnx_import {

/// The element type of ONNX's number for it; null where Tenon has none.
mlir::Type getElementType(mlir::MLIRContext *context, int32_t onnxType);
/// ONNX's own name for an element type: "STRING".
std::string getElementTypeName(int32_t onnxType);

/// The dialect's type for the tensor's dimensions and element type. Reports at
/// `location` (naming the tensor) and fails where there is none.
mlir::FailureOr<TensorType> getTensorType(const ::onnx::TensorProto &tensor,
                                          llvm::StringRef name,
                                          mlir::Location location);
/// The constant that a tensor with its data in the message holds.
mlir::FailureOr<mlir::ElementsAttr> readTensor(const ::onnx::TensorProto &tensor,
                                               llvm::StringRef name,
                                               mlir::Location location);
/// The declared type of an input or intermediate value. A missing part is `?`.
mlir::FailureOr<TensorType> readType(const ::onnx::ValueInfoProto &value,
                                     mlir::Location location);

/// A constant made of row-major little-endian bytes, truth values a byte each.
mlir::ElementsAttr makeElements(TensorType type, llvm::ArrayRef<char> bytes);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_TENSOR_H
