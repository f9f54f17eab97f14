//===- Registration.cpp - Dialects and passes by name ---------------------===//

#include "tenon/CodeGen/Passes.h"
#include "tenon/Conversion/TenonToLinalg/Passes.h"
#include "tenon/Dialect/IR/TenonDialect.h"
#include "tenon/Dialect/Transforms/Passes.h"
#include "tenon/Pipelines/Pipelines.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Target/LLVMIR/Dialect/All.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace tenon {

void registerDialects(DialectRegistry &registry) {
  registry.insert<TenonDialect>();
  registerAllDialects(registry);
  registerAllExtensions(registry);
  registerAllToLLVMIRTranslations(registry);
}

void registerPasses() {
  registerTenonDialectTransformsPasses();
  registerTenonConversionTenonToLinalgPasses();
  registerTenonCodeGenPasses();
  registerCanonicalizerPass();
  registerCSEPass();
  PassPipelineRegistration<>(
      "tenon-linalg-pipeline", "From a checked model to linalg on tensors",
      [](OpPassManager &manager) {
        buildLinalgPipeline(manager, OptimizationLevel::Full);
      });
  PassPipelineRegistration<>(
      "tenon-llvm-pipeline", "From linalg on tensors to the LLVM dialect",
      [](OpPassManager &manager) {
        buildLLVMPipeline(manager, OptimizationLevel::Full);
      });
}

} // namespace tenon
