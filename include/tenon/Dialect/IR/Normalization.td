//===- Normalization.td - Statistics divided out ---===//

include "tenon/Dialect/IR/TenonBase.td"
