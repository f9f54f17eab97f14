//===- RecurrentLoop.h - A loop over the steps of sequences ---------------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_RECURRENTLOOP_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_RECURRENTLOOP_H

#include "tenon/Conversion/TenonToLinalg/Lowering.h"

namespace tenon {

/// An operand of a loop over [batch, units].
struct Factor {
  mlir::Value tensor;
  mlir::AffineMap map;
};

/// Builds what recurrent layers have in common. Everything within a step works
/// on [batch, units] in a type that is wide enough.
class RecurrentLoop {
public:
  RecurrentLoop(mlir::Operation *op, LoweringContext &context, int64_t gates);

  mlir::Type getWideType() const { return wide; }
  mlir::Value widen(mlir::OpBuilder &builder, mlir::Location at,
                    mlir::Value value) const;

  //===--- before the loop ---===//

  /// The products of all steps' inputs with the weights, plus the vectors that
  /// are not null.
  void project(mlir::Value input, mlir::Value weights,
               llvm::ArrayRef<mlir::Value> biases);
  /// A state that the loop carries: zeros where null.
  void addState(mlir::Value initial);
  /// Room for [batch, count * units], written anew in each step.
  mlir::Value createBuffer(int64_t count);
  /// The weights' columns of some gates.
  mlir::Value getColumns(mlir::Value weights, int64_t gate, int64_t count);

  //===--- the loop ---===//

  /// Calls `body` with the inputs' products and the states of a step, and
  /// returns the outputs and the last states. The body must call `update`.
  llvm::SmallVector<mlir::Value>
  run(mlir::Value mask, bool reverse,
      llvm::function_ref<void(mlir::Value, mlir::ValueRange)> body);

  //===--- within a step ---===//

  mlir::Value clear(mlir::Value buffer);
  /// A vector as each row of the buffer.
  mlir::Value repeat(mlir::Value vector, mlir::Value buffer);
  /// lhs * rhs + init.
  mlir::Value multiply(mlir::Value lhs, mlir::Value rhs, mlir::Value init);
  /// The columns of one gate.
  Factor getUnits(mlir::Value tensor, int64_t gate);
  /// The part of one gate in an operand that is a vector.
  Factor getVector(mlir::Value vector, int64_t gate);
  mlir::Value
  compute(llvm::ArrayRef<Factor> factors, mlir::Value buffer,
          llvm::function_ref<mlir::Value(mlir::OpBuilder &, mlir::Location,
                                         mlir::ValueRange)>
              body);
  /// Gives the states their next values, the hidden one first. The body gets
  /// the factors' elements and the old states'.
  void update(llvm::ArrayRef<Factor> factors,
              llvm::function_ref<llvm::SmallVector<mlir::Value>(
                  mlir::OpBuilder &, mlir::Location, mlir::ValueRange,
                  mlir::ValueRange)>
                  body);

private:
  mlir::Value slice(mlir::Value tensor, llvm::ArrayRef<DimAttr> dims,
                    llvm::ArrayRef<mlir::OpFoldResult> offsets, bool step);
  TensorType makeType(llvm::ArrayRef<DimAttr> dims) const;
  mlir::Value createWide(mlir::Value tensor, TensorType type);

  LoweringContext &context;
  mlir::OpBuilder &builder;
  mlir::Location location;
  mlir::Operation *op;
  TensorType outputs;
  mlir::Type narrow, wide;
  DimAttr steps, batch, units;
  int64_t gates;
  /// [steps, batch, gates * units].
  mlir::Value projected;
  llvm::SmallVector<mlir::Value> states;
  // The step that is being built.
  mlir::OpFoldResult position;
  mlir::Value mask, current, spare;
};

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_RECURRENTLOOP_H
