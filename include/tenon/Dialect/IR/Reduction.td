//===- Reduction.td - Axes reduced to one element ---===//

include "tenon/Dialect/IR/TenonBase.td"
