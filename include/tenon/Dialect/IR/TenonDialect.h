//===- TenonDialect.h - The dialect, its type and attributes --------------===//
#ifndef TENON_DIALECT_IR_TENONDIALECT_H
#define TENON_DIALECT_IR_TENONDIALECT_H

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "tenon/Dialect/IR/Dim.h"

#include "tenon/Dialect/IR/TenonDialect.h.inc"
#include "tenon/Dialect/IR/TenonEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "tenon/Dialect/IR/TenonTypes.h.inc"
#define GET_ATTRDEF_CLASSES
#include "tenon/Dialect/IR/TenonAttributes.h.inc"

namespace tenon {

class RuleContext;
class EvaluationContext;

/// `float32`, `uint8`, `bool`: an element type in the words of numpy.
std::string getElementTypeText(mlir::Type elementType);
/// `1 axis`, `3 axes`.
std::string getAxesText(int64_t rank);
/// The bits one element takes in memory; truth values take a byte.
int64_t getElementBytes(mlir::Type elementType);

/// The MLIR verifier's view of an op's rule: inference without knowledge of
/// values, compared with what is declared.
mlir::LogicalResult verifyRule(mlir::Operation *op);

} // namespace tenon

#include "tenon/Dialect/IR/TenonInterfaces.h.inc"

#endif // TENON_DIALECT_IR_TENONDIALECT_H
