//===- Attention.td - Softmax and attention ---===//

include "tenon/Dialect/IR/TenonBase.td"
