//===- Loops.h - Loops over tensors, one element after the other ----------===//
//
// For what no parallel or reducing loop can say: each turn of these sees what
// the last one has written.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_LOOPS_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_LOOPS_H

#include "ElementwiseScalars.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

namespace tenon {

/// Builds at the context's builder, which it moves into the loops' bodies.
class LoopEmitter {
public:
  using Values = llvm::SmallVector<mlir::Value>;
  using Body = llvm::function_ref<Values(mlir::Value, mlir::ValueRange)>;

  LoopEmitter(LoweringContext &context, mlir::Location location)
      : context(context), builder(context.builder), location(location) {}

  /// For positions from 0 to `end`; gives what the last turn has made.
  Values loop(mlir::Value end, mlir::ValueRange start, Body body) {
    mlir::OpBuilder::InsertionGuard guard(builder);
    auto loop = mlir::scf::ForOp::create(builder, location, index(0), end,
                                         index(1), start);
    builder.setInsertionPointToStart(loop.getBody());
    Values next = body(loop.getInductionVar(), loop.getRegionIterArgs());
    if (!start.empty())
      mlir::scf::YieldOp::create(builder, location, next);
    return Values(loop.getResults());
  }

  mlir::Value index(int64_t value) {
    return context.createIndex(location, value);
  }
  mlir::Value toInteger(mlir::Value index) {
    return mlir::arith::IndexCastOp::create(builder, location,
                                            builder.getI64Type(), index);
  }
  mlir::Value toIndex(mlir::Value integer) {
    return mlir::arith::IndexCastOp::create(builder, location,
                                            builder.getIndexType(), integer);
  }
  mlir::Value extract(mlir::Value tensor, mlir::ValueRange at) {
    return mlir::tensor::ExtractOp::create(builder, location, tensor, at);
  }
  mlir::Value insert(mlir::Value value, mlir::Value tensor,
                     mlir::ValueRange at) {
    return mlir::tensor::InsertOp::create(builder, location, value, tensor, at);
  }
  mlir::Value select(mlir::Value condition, mlir::Value yes, mlir::Value no) {
    return mlir::arith::SelectOp::create(builder, location, condition, yes, no);
  }
  template <typename Op> mlir::Value make(mlir::Value a, mlir::Value b) {
    return Op::create(builder, location, a, b);
  }
  mlir::Value compare(mlir::arith::CmpIPredicate predicate, mlir::Value a,
                      mlir::Value b) {
    return mlir::arith::CmpIOp::create(builder, location, predicate, a, b);
  }
  mlir::Value compare(mlir::arith::CmpFPredicate predicate, mlir::Value a,
                      mlir::Value b) {
    return mlir::arith::CmpFOp::create(builder, location, predicate, a, b);
  }
  /// A vector of one int64.
  mlir::Value vector(mlir::Value index) {
    return mlir::tensor::FromElementsOp::create(
        builder, location,
        mlir::RankedTensorType::get({1}, builder.getI64Type()),
        toInteger(index));
  }

  LoweringContext &context;
  mlir::OpBuilder &builder;
  mlir::Location location;
};

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_LOOPS_H
