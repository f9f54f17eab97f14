//===- Evaluation.h - What the reference evaluator works on ---------------===//
#ifndef TENON_DIALECT_IR_EVALUATION_H
#define TENON_DIALECT_IR_EVALUATION_H

#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// A tensor in memory, row-major. Integers and truth values are held in 64
/// bits (unsigned 64-bit ones by their bit pattern), floating-point numbers as
/// double; `round` brings results back to the element type's range.
struct HostTensor {
  llvm::SmallVector<int64_t> shape;
  mlir::Type elementType;
  std::vector<int64_t> integers;
  std::vector<double> floats;

  HostTensor() = default;
  /// Zeros.
  HostTensor(llvm::ArrayRef<int64_t> shape, mlir::Type elementType);

  bool isFloat() const;
  bool isUnsigned() const;
  int64_t getCount() const;
  int64_t getRank() const { return shape.size(); }
  /// Wraps integers and rounds numbers to what the element type can hold.
  void round();

  static mlir::FailureOr<HostTensor> read(mlir::ElementsAttr elements);
  /// As an attribute of the type; a resource blob when it is large.
  mlir::ElementsAttr write(TensorType type) const;
  /// Row-major little-endian bytes, truth values a byte each.
  std::vector<char> getBytes() const;
};

/// What an op's evaluator sees and gives.
class EvaluationContext {
public:
  EvaluationContext(mlir::Operation *op, llvm::ArrayRef<HostTensor> operands)
      : op(op), operands(operands), results(op->getNumResults()) {}

  mlir::Operation *getOp() const { return op; }
  /// By position; an absent optional operand has no position.
  const HostTensor &getOperand(unsigned index) const { return operands[index]; }
  unsigned getOperandCount() const { return operands.size(); }
  /// A zero tensor of the result's type, to be filled and set.
  HostTensor makeResult(unsigned index = 0) const;
  void setResult(unsigned index, HostTensor result);
  void setResult(HostTensor result) { setResult(0, std::move(result)); }
  std::optional<HostTensor> &getResult(unsigned index) { return results[index]; }

private:
  mlir::Operation *op;
  llvm::ArrayRef<HostTensor> operands;
  llvm::SmallVector<std::optional<HostTensor>, 1> results;
};

/// Row-major strides of a shape.
llvm::SmallVector<int64_t> getStrides(llvm::ArrayRef<int64_t> shape);
/// Calls `visit(index)` for each multi-index of the shape in row-major order.
void forEachIndex(llvm::ArrayRef<int64_t> shape,
                  llvm::function_ref<void(llvm::ArrayRef<int64_t>)> visit);

/// Evaluates the op on constants. Fails, without a report, if it has no
/// evaluator or that does not cover the case.
mlir::FailureOr<llvm::SmallVector<mlir::ElementsAttr>>
evaluateOperation(mlir::Operation *op,
                  llvm::ArrayRef<mlir::ElementsAttr> operands);

} // namespace tenon

#endif // TENON_DIALECT_IR_EVALUATION_H
