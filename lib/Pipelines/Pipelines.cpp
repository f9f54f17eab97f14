//===- Pipelines.cpp - The path of a model, stage by stage ----------------===//

#include "tenon/Pipelines/Pipelines.h"
#include "tenon/Conversion/TenonToLinalg/Passes.h"
#include "tenon/Dialect/Transforms/Passes.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace tenon {

void buildCheckPipeline(OpPassManager &manager,
                        ArrayRef<std::string> boundSizes) {
  if (!boundSizes.empty()) {
    BindSymbolsPassOptions options;
    for (const std::string &size : boundSizes)
      options.sizes.push_back(size);
    manager.addPass(createBindSymbolsPass(options));
  }
  manager.addPass(createCheckPass());
}

void buildLinalgPipeline(OpPassManager &manager, OptimizationLevel level) {
  manager.addPass(createSimplifyPass());
  manager.addPass(createTenonToLinalgPass());
  manager.addPass(createCanonicalizerPass());
  manager.addPass(createCSEPass());
}

void buildLLVMPipeline(OpPassManager &manager, OptimizationLevel level) {}

} // namespace tenon
