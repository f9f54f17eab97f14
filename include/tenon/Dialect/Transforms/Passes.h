//===- Passes.h - Passes over the dialect ---------------------------------===//
#ifndef TENON_DIALECT_TRANSFORMS_PASSES_H
#define TENON_DIALECT_TRANSFORMS_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace tenon {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "tenon/Dialect/Transforms/Passes.h.inc"
} // namespace tenon

#endif // TENON_DIALECT_TRANSFORMS_PASSES_H
