//===- Pipelines.h - The path of a model, stage by stage ------------------===//
#ifndef TENON_PIPELINES_PIPELINES_H
#define TENON_PIPELINES_PIPELINES_H

#include "mlir/IR/DialectRegistry.h"
#include "mlir/Pass/PassManager.h"

namespace tenon {

/// How much the generated code is worked on.
enum class OptimizationLevel {
  None, ///< -O0: plain loops, the reference for finding miscompilations
  Full, ///< -O2: fused, vectorised
};

/// The register tile of a target's kernels.
struct KernelSizes {
  int64_t lanes = 16, vectors = 2, rows = 8;
};

/// Every dialect, interface model and translation the pipelines need.
void registerDialects(mlir::DialectRegistry &registry);
/// Every pass and pipeline, by name.
void registerPasses();

/// From imported to checked: binds sizes, checks.
void buildCheckPipeline(mlir::OpPassManager &manager,
                        llvm::ArrayRef<std::string> boundSizes = {});
/// From checked to linalg on tensors.
void buildLinalgPipeline(mlir::OpPassManager &manager, OptimizationLevel level);
/// From linalg on tensors to the LLVM dialect.
void buildLLVMPipeline(mlir::OpPassManager &manager, OptimizationLevel level,
                       const KernelSizes &kernels = {});

} // namespace tenon

#endif // TENON_PIPELINES_PIPELINES_H
