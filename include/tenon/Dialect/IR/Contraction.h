//===- Contraction.h - Products that sum over an axis ---===//
#ifndef TENON_DIALECT_IR_CONTRACTION_H
#define TENON_DIALECT_IR_CONTRACTION_H

#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// What the equation of an einsum says, in words that loops are made of: each
/// letter, and each axis that `...` stands for, is one loop.
struct EinsumLoops {
  /// The loop of each axis of each operand.
  llvm::SmallVector<llvm::SmallVector<int64_t>> operands;
  /// The loop of each axis of the result.
  llvm::SmallVector<int64_t> result;
  /// The letter of each loop; `...` for those without.
  llvm::SmallVector<std::string> names;
};

/// One side's axes: letters, and where `...` stands between them, if it does.
struct EinsumTerm {
  std::string letters;
  std::optional<size_t> ellipsis;
};

/// An equation taken apart. Needs no operands.
struct EinsumEquation {
  llvm::SmallVector<EinsumTerm> operands;
  EinsumTerm result;

  /// None, and what is wrong with it, where it is not well formed.
  static std::optional<EinsumEquation> parse(llvm::StringRef text,
                                             std::string &problem);
  /// The loops over operands of these ranks, which must fit.
  EinsumLoops getLoops(llvm::ArrayRef<int64_t> ranks) const;
};

/// Whether that many products are few enough to be made when compiling.
bool areProductsFew(llvm::ArrayRef<int64_t> sizes);

} // namespace tenon

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/Contraction.h.inc"

#endif // TENON_DIALECT_IR_CONTRACTION_H
