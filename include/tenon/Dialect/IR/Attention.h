//===- Attention.h - Softmax and attention --------------------------------===//
#ifndef TENON_DIALECT_IR_ATTENTION_H
#define TENON_DIALECT_IR_ATTENTION_H

#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// The steps from products of queries and keys to weights, in order.
enum class AttentionStage { Scaled, Capped, Masked, Weights };
std::optional<AttentionStage> symbolizeAttentionStage(llvm::StringRef name);

/// The rule of softmax and its logarithm.
void inferSoftmax(mlir::Value input, int64_t axis, RuleContext &context);

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Attention.h.inc"

#endif // TENON_DIALECT_IR_ATTENTION_H
