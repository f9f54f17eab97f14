//===- SizeLimits.h - How large sizes can become --------------------------===//
#ifndef TENON_LIB_CODEGEN_SIZELIMITS_H
#define TENON_LIB_CODEGEN_SIZELIMITS_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/IRMapping.h"

namespace tenon {

/// Whether bounds of a size can be computed when the model starts: it is made
/// by arithmetic from the function's arguments, from constants, and from sizes
/// that carry a limit.
bool hasLimit(mlir::Value size);

/// Computes the most that sizes can be, at the builder's place. The mapping
/// gives what stands for the function's arguments there.
class LimitEmitter {
public:
  LimitEmitter(mlir::OpBuilder &builder, mlir::IRMapping &mapping)
      : builder(builder), mapping(mapping) {}

  mlir::Value emitMost(mlir::Value size) { return emit(size).high; }

private:
  struct Bounds {
    mlir::Value low, high;
    bool isExact() const { return low == high; }
  };
  Bounds emit(mlir::Value size);
  Bounds emitInexact(mlir::Operation *op);
  /// What an operation gives at the ends of two intervals, from the least to
  /// the most.
  Bounds
  emitCorners(mlir::Location at, Bounds a, Bounds b,
              llvm::function_ref<mlir::Value(mlir::Value, mlir::Value)> join);
  /// The interval that holds both.
  Bounds emitHull(mlir::Location at, Bounds a, Bounds b);
  Bounds emitQuotient(mlir::Location at, Bounds a, Bounds b);

  mlir::OpBuilder &builder;
  mlir::IRMapping &mapping;
  llvm::DenseMap<mlir::Value, Bounds> known;
};

} // namespace tenon

#endif // TENON_LIB_CODEGEN_SIZELIMITS_H
