//===- Interpolation.td - Resizing and sampling between elements ----------===//

include "tenon/Dialect/IR/TenonBase.td"
