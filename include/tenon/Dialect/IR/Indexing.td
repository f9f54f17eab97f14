//===- Indexing.td - Elements picked by index ---===//

include "tenon/Dialect/IR/TenonBase.td"
