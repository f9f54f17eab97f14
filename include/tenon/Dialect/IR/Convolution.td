//===- Convolution.td - Convolutions ---===//

include "tenon/Dialect/IR/TenonBase.td"
