//===- Passes.td - From the dialect to linalg on tensors ------------------===//
#ifndef TENON_CONVERSION_TENONTOLINALG_PASSES
#define TENON_CONVERSION_TENONTOLINALG_PASSES

include "mlir/Pass/PassBase.td"

def TenonToLinalgPass : Pass<"tenon-to-linalg", "::mlir::ModuleOp"> {
  let summary = "Lower checked models to linalg on tensors";
  let description = [{
    Each model becomes a function of its inputs, then one index for each of its
    symbols, then its parameters, and returns its outputs. Sizes are computed
    from the symbols at the function's entry, never from intermediate tensors.
    Needs a checked module.
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect",
    "::mlir::bufferization::BufferizationDialect", "::mlir::func::FuncDialect",
    "::mlir::linalg::LinalgDialect", "::mlir::math::MathDialect",
    "::mlir::scf::SCFDialect", "::mlir::tensor::TensorDialect"
  ];
}

#endif // TENON_CONVERSION_TENONTOLINALG_PASSES
