//===- Creation.h - Tensors made from nothing but sizes -------------------===//
#ifndef TENON_DIALECT_IR_CREATION_H
#define TENON_DIALECT_IR_CREATION_H

#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// `[batch, 2*seq + 1, 4]`
mlir::ParseResult parseDimList(mlir::OpAsmParser &parser,
                               mlir::ArrayAttr &dims);
void printDimList(mlir::OpAsmPrinter &printer, mlir::Operation *op,
                  mlir::ArrayAttr dims);

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Creation.h.inc"

#endif // TENON_DIALECT_IR_CREATION_H
