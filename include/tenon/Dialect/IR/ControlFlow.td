//===- ControlFlow.td - Branches and loops --------------------------------===//

include "tenon/Dialect/IR/TenonBase.td"
