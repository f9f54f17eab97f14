//===- Integers.h - Arithmetic on vectors of integers ---------------------===//
//
// What importers compute sizes and positions with when these are values that
// only the data decides: short operations on vectors of int64. Constants fold.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_LIB_IMPORT_ONNX_INTEGERS_H
#define TENON_LIB_IMPORT_ONNX_INTEGERS_H

#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Elementwise.h"
#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Reduction.h"
#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

class Integers {
public:
  explicit Integers(Node &node) : node(node) {}

  mlir::Value constant(llvm::ArrayRef<int64_t> values) {
    return node.builder.makeIntegers(node.location, values);
  }
  mlir::Value constant(int64_t value) {
    return constant(llvm::ArrayRef<int64_t>(value));
  }
  /// A scalar or vector of any integers as a vector of int64.
  mlir::Value vector(mlir::Value value);
  /// The sizes of a tensor's axes in [begin, end).
  mlir::Value shape(mlir::Value value, int64_t begin = 0,
                    std::optional<int64_t> end = std::nullopt);

  /// Vectors of one element are repeated.
  template <typename Op> mlir::Value make(mlir::Value lhs, mlir::Value rhs) {
    return node.make<Op>(lhs, rhs);
  }
  mlir::Value add(mlir::Value a, mlir::Value b) { return make<AddOp>(a, b); }
  mlir::Value sub(mlir::Value a, mlir::Value b) { return make<SubOp>(a, b); }
  mlir::Value mul(mlir::Value a, mlir::Value b) { return make<MulOp>(a, b); }
  /// Towards zero.
  mlir::Value div(mlir::Value a, mlir::Value b) { return make<DivOp>(a, b); }
  mlir::Value max(mlir::Value a, mlir::Value b) {
    return make<MaximumOp>(a, b);
  }
  mlir::Value min(mlir::Value a, mlir::Value b) {
    return make<MinimumOp>(a, b);
  }
  mlir::Value equal(mlir::Value a, mlir::Value b) { return make<EqualOp>(a, b); }
  mlir::Value less(mlir::Value a, mlir::Value b) { return make<LessOp>(a, b); }
  mlir::Value select(mlir::Value condition, mlir::Value a, mlir::Value b) {
    return node.make<SelectOp>(condition, a, b);
  }
  /// Negative positions counted from the end of `size`.
  mlir::Value fromEnd(mlir::Value position, mlir::Value size) {
    return select(less(position, constant(0)), add(position, size), position);
  }
  /// One vector of one element.
  mlir::Value product(mlir::Value vector);
  mlir::Value concat(llvm::ArrayRef<mlir::Value> vectors) {
    return node.make<ConcatOp>(vectors, int64_t(0));
  }
  /// Entries [begin, end).
  mlir::Value part(mlir::Value vector, int64_t begin, int64_t end);
  mlir::Value scalar(mlir::Value vector) {
    return node.make<SqueezeOp>(vector,
                                node.builder.getDenseI64ArrayAttr({0}));
  }
  /// 0, 1, … of a count that is known as a size.
  mlir::Value count(mlir::Value size);

private:
  Node &node;
};

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_INTEGERS_H
