//===- Normalization.h - What normalising operators are made of -----------===//
#ifndef TENON_LIB_IMPORT_ONNX_NORMALIZATION_H
#define TENON_LIB_IMPORT_ONNX_NORMALIZATION_H

#include "Elementwise.h"
#include "Tensor.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Normalization.h"
#include "tenon/Dialect/IR/Reduction.h"

namespace tenon::onnx_import {

void registerBatchNormalization(OperatorRegistry &registry);
void registerGroupNormalizations(OperatorRegistry &registry);
void registerLengthNormalizations(OperatorRegistry &registry);

/// The value in another element type, if its own is known.
mlir::Value makeCast(Node &node, mlir::Value value, mlir::Type elementType);
/// True, and reported unless the value has failed, if the number of axes is
/// not known.
bool requireKnownRank(Node &node, mlir::Value value);

/// Arithmetic on floating-point numbers in 32 bits or more.
class FloatMath {
public:
  FloatMath(Node &node, mlir::Value like);
  mlir::Value widen(mlir::Value value) { return makeCast(node, value, wide); }
  mlir::Value narrow(mlir::Value value) { return makeCast(node, value, own); }
  mlir::Value mean(mlir::Value value, llvm::ArrayRef<int64_t> axes,
                   bool keepDims = true);
  mlir::Value sum(mlir::Value value, llvm::ArrayRef<int64_t> axes);
  mlir::Value add(mlir::Value value, double number);
  mlir::Value mul(mlir::Value value, double number);
  /// A scalar.
  mlir::Value number(double value);

private:
  mlir::UnitAttr flag(bool set) {
    return set ? node.builder.getUnitAttr() : mlir::UnitAttr();
  }

  Node &node;
  mlir::Type own, wide;
};

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_NORMALIZATION_H
