//===- Products.h - Products that several ONNX operators make -------------===//
#ifndef TENON_LIB_IMPORT_ONNX_PRODUCTS_H
#define TENON_LIB_IMPORT_ONNX_PRODUCTS_H

#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// MatMul: a vector on the left is a row, on the right a column; the axis that
/// this adds is taken away again. With `widen` small integers are summed in 32
/// bits.
mlir::Value makeMatMul(Node &node, mlir::Value lhs, mlir::Value rhs,
                       bool widen = false);
/// Conv, with the attributes of the node. Null, which is reported, where they
/// are wrong. The bias may be null.
mlir::Value makeConv(Node &node, mlir::Value input, mlir::Value filter,
                     mlir::Value bias, bool widen = false);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_PRODUCTS_H
