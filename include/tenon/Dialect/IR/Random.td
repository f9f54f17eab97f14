//===- Random.td - Numbers drawn by seed ----------------------------------===//

include "tenon/Dialect/IR/TenonBase.td"
