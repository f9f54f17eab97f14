//===- Passes.h - From the dialect to linalg on tensors -------------------===//
#ifndef TENON_CONVERSION_TENONTOLINALG_PASSES_H
#define TENON_CONVERSION_TENONTOLINALG_PASSES_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace tenon {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "tenon/Conversion/TenonToLinalg/Passes.h.inc"
} // namespace tenon

#endif // TENON_CONVERSION_TENONTOLINALG_PASSES_H
