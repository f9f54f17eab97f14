//===- Signature.h - What a compiled model takes and gives ----------------===//
#ifndef TENON_PACKAGE_SIGNATURE_H
#define TENON_PACKAGE_SIGNATURE_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// A model's interface, read from its lowered function.
struct ModelSignature {
  struct Tensor {
    std::string name;
    TensorType type;
  };
  std::string name;
  llvm::SmallVector<Tensor> inputs, outputs;
  llvm::SmallVector<SymbolAttr> symbols;
  llvm::SmallVector<ConstraintAttr> constraints;
  /// Sizes that only the data decides, and the most they can be.
  llvm::SmallVector<std::pair<mlir::StringAttr, DimAttr>> dataSizes;
  /// Codes and messages of the ways in which a run can stop.
  llvm::SmallVector<std::pair<std::string, std::string>> faults;
  int64_t weightBytes = 0;

  /// `function` is a model after `tenon-to-linalg` and before it is lowered
  /// further.
  static ModelSignature read(mlir::func::FuncOp function);

  /// Once the model has become LLVM's dialect.
  void readFaults(mlir::ModuleOp module);

  /// Symbols, then sizes that the data decides.
  std::optional<unsigned> findSymbol(mlir::StringAttr name) const;
  /// The most that a size can be, in symbols that are known before a run.
  DimAttr getLimit(DimAttr dim) const;
  /// The sizes that are neither constants nor symbols, and both sides of all
  /// constraints and all limits: what the compiled model computes from its
  /// symbols.
  llvm::SmallVector<DimAttr> getExpressions() const;
};

} // namespace tenon

#endif // TENON_PACKAGE_SIGNATURE_H
