//===- Movement.td - Elements in another order or shape ---===//

include "tenon/Dialect/IR/TenonBase.td"
