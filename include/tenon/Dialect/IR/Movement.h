//===- Movement.h - Elements in another order or shape --------------------===//
#ifndef TENON_DIALECT_IR_MOVEMENT_H
#define TENON_DIALECT_IR_MOVEMENT_H

#include "tenon/Dialect/IR/TenonDialect.h"

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Movement.h.inc"

namespace tenon {

/// The entries of an operand that is a vector of integers, `?` where they are
/// not known; none if not even its length is. `name` is the operand in the
/// user's words ("its shape"). What is wrong is reported.
std::optional<llvm::SmallVector<DimAttr>>
inferEntries(mlir::Value operand, llvm::StringRef name, RuleContext &context);

/// The axes counted from 0, or none (reported) if one is out of range, named
/// twice, or the rank is unknown. `extra` as for `RuleContext::resolveAxis`.
std::optional<llvm::SmallVector<int64_t>>
resolveAxes(mlir::Value operand, llvm::ArrayRef<int64_t> axes,
            llvm::StringRef attribute, RuleContext &context,
            int64_t extra = 0);

/// Where a slice of an axis starts, and how many positions it takes.
struct SliceRange {
  DimAttr start, size;
};
SliceRange getSliceRange(DimAttr size, int64_t start, int64_t end,
                         int64_t step);
/// The same for positions that are sizes; constants may count from the end.
SliceRange getSliceRange(DimAttr size, DimAttr start, DimAttr end,
                         int64_t step);

/// The axes of the input that `squeeze` removes, when its types are complete.
llvm::SmallVector<int64_t> getSqueezedAxes(SqueezeOp op);

} // namespace tenon

#endif // TENON_DIALECT_IR_MOVEMENT_H
