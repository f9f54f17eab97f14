//===- Recurrent.td - Layers that walk along a sequence -------------------===//

include "tenon/Dialect/IR/TenonBase.td"
