//===- Weights.h - Where each parameter stands in a compiled model --------===//
#ifndef TENON_CODEGEN_WEIGHTS_H
#define TENON_CODEGEN_WEIGHTS_H

#include "tenon/Dialect/IR/Model.h"

namespace tenon {

/// The weights of a compiled model: its parameters one after the other, each
/// aligned to 64 bytes, truth values a byte each, in the order the model's
/// function takes them.
struct WeightLayout {
  struct Entry {
    ParameterOp parameter;
    int64_t offset, size;
  };

  /// `names` are the symbols of parameters of the module.
  WeightLayout(mlir::ModuleOp module, mlir::ArrayAttr names);

  llvm::SmallVector<Entry> entries;
  int64_t size = 0;
};

} // namespace tenon

#endif // TENON_CODEGEN_WEIGHTS_H
