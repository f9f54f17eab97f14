//===- DimLimit.h - How large a size can become ---------------------------===//
#ifndef TENON_DIALECT_IR_DIMLIMIT_H
#define TENON_DIALECT_IR_DIMLIMIT_H

#include "tenon/Dialect/IR/Dim.h"

namespace tenon {

/// The most that a size can be if some of its symbols are only known to be
/// between 0 and a limit, which `limitOf` gives (null for symbols that are what
/// they are). A divisor is at least 1.
DimAttr getDimLimit(DimAttr dim,
                    llvm::function_ref<DimAttr(mlir::StringAttr)> limitOf);

} // namespace tenon

#endif // TENON_DIALECT_IR_DIMLIMIT_H
