//===- Quantization.td - Numbers stored as small integers -----------------===//

include "tenon/Dialect/IR/TenonBase.td"
