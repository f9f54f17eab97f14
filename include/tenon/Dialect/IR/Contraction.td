//===- Contraction.td - Products that sum over an axis ---===//

include "tenon/Dialect/IR/TenonBase.td"
