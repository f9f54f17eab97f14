//===- Pooling.td - Windows reduced to one element ---===//

include "tenon/Dialect/IR/TenonBase.td"
