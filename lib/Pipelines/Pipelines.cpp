//===- Pipelines.cpp - The path of a model, stage by stage ----------------===//

#include "tenon/Pipelines/Pipelines.h"
#include "tenon/CodeGen/Passes.h"
#include "tenon/Conversion/TenonToLinalg/Passes.h"
#include "tenon/Dialect/Transforms/Passes.h"
#include "mlir/Conversion/AffineToStandard/AffineToStandard.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVMPass.h"
#include "mlir/Conversion/IndexToLLVM/IndexToLLVM.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/MathToLibm/MathToLibm.h"
#include "mlir/Conversion/MemRefToLLVM/MemRefToLLVM.h"
#include "mlir/Conversion/ReconcileUnrealizedCasts/ReconcileUnrealizedCasts.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Conversion/UBToLLVM/UBToLLVM.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVMPass.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/Bufferization/Transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Linalg/Passes.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
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
  if (level == OptimizationLevel::Full) {
    manager.addPass(createChooseLayoutPass());
    manager.addPass(createFoldParametersPass());
    manager.addPass(createSimplifyPass());
  }
  manager.addPass(createOutlineConstantsPass());
  manager.addPass(createTenonToLinalgPass());
  // Not merging equal operations: empty tensors stand for buffers of their
  // own.
  manager.addPass(createCanonicalizerPass());
}

void buildLLVMPipeline(OpPassManager &manager, OptimizationLevel level,
                       const KernelSizes &kernels) {
  bool optimize = level == OptimizationLevel::Full;
  if (optimize) {
    manager.addNestedPass<func::FuncOp>(createFuseElementwisePass());
    // Fusing across reshapes asks for the sizes of what it has reshaped.
    manager.addPass(memref::createResolveShapedTypeResultDimsPass());
    manager.addPass(createCanonicalizerPass());
  }
  manager.addPass(createBindBuffersPass());
  manager.addPass(bufferization::createEmptyTensorEliminationPass());
  manager.addPass(bufferization::createOneShotBufferizePass());
  manager.addPass(createCanonicalizerPass());
  manager.addPass(createCSEPass());
  manager.addNestedPass<func::FuncOp>(createLowerReshapesPass());
  manager.addNestedPass<func::FuncOp>(createLowerCopiesPass());
  if (optimize) {
    manager.addNestedPass<func::FuncOp>(createCollapseLoopsPass());
    EmitKernelsPassOptions options;
    options.lanes = kernels.lanes;
    options.vectors = kernels.vectors;
    options.rows = kernels.rows;
    manager.addPass(createEmitKernelsPass(options));
  }
  manager.addNestedPass<func::FuncOp>(createConvertLinalgToLoopsPass());
  if (optimize)
    manager.addNestedPass<func::FuncOp>(createApproximateMathPass());
  manager.addPass(createCanonicalizerPass());
  manager.addPass(createPlanMemoryPass());
  if (optimize)
    manager.addNestedPass<func::FuncOp>(createLoopInvariantCodeMotionPass());
  manager.addPass(createOutlineLoopsPass());
  manager.addPass(memref::createExpandStridedMetadataPass());
  manager.addPass(createLowerAffinePass());
  manager.addPass(createSCFToControlFlowPass());
  manager.addPass(createLowerFaultsPass());
  manager.addNestedPass<func::FuncOp>(arith::createArithExpandOpsPass());
  manager.addPass(createConvertMathToLLVMPass());
  manager.addPass(createConvertMathToLibmPass());
  manager.addPass(createConvertVectorToLLVMPass());
  manager.addPass(createFinalizeMemRefToLLVMConversionPass());
  manager.addPass(createConvertIndexToLLVMPass());
  manager.addPass(createArithToLLVMConversionPass());
  manager.addPass(createConvertFuncToLLVMPass());
  manager.addPass(createConvertControlFlowToLLVMPass());
  manager.addPass(createUBToLLVMConversionPass());
  manager.addPass(createReconcileUnrealizedCastsPass());
  manager.addPass(createCanonicalizerPass());
  manager.addPass(createCSEPass());
}

} // namespace tenon
