//===- Passes.td - From linalg on tensors to LLVM -------------------------===//
#ifndef TENON_CODEGEN_PASSES
#define TENON_CODEGEN_PASSES

include "mlir/Pass/PassBase.td"

#endif // TENON_CODEGEN_PASSES
