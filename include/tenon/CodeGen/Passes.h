//===- Passes.h - From linalg on tensors to LLVM --------------------------===//
#ifndef TENON_CODEGEN_PASSES_H
#define TENON_CODEGEN_PASSES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace tenon {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "tenon/CodeGen/Passes.h.inc"
} // namespace tenon

#endif // TENON_CODEGEN_PASSES_H
