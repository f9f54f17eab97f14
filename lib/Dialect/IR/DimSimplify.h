//===- DimSimplify.h - Rewriting sizes under an environment ---------------===//
//
// What the bounds of symbols and assumed equalities allow beyond the normal
// form.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_LIB_DIALECT_IR_DIMSIMPLIFY_H
#define TENON_LIB_DIALECT_IR_DIMSIMPLIFY_H

#include "DimInterval.h"

namespace tenon::detail {

/// Rewrites sizes under an environment that must not change meanwhile. No
/// replacement mentions a symbol that is itself replaced.
class DimSimplifier {
public:
  using Replacements = llvm::DenseMap<mlir::StringAttr, DimAttr>;

  DimSimplifier(const ShapeEnv &env, const Replacements &replacements)
      : env(env), replacements(replacements), ranges(env) {}

  DimAttr simplify(DimAttr dim);
  RangeAnalysis &getRanges() { return ranges; }

private:
  DimAttr rewrite(DimAttr dim);
  DimAttr rewriteAtom(DimAttr atom);
  DimAttr rewriteSymbol(DimAttr symbol);
  DimAttr resolveFloorDiv(DimAttr numerator, DimAttr divisor);
  DimAttr resolveMax(llvm::ArrayRef<DimAttr> operands);

  const ShapeEnv &env;
  const Replacements &replacements;
  RangeAnalysis ranges;
  llvm::DenseMap<DimAttr, DimAttr> rewritten;
};

} // namespace tenon::detail

#endif // TENON_LIB_DIALECT_IR_DIMSIMPLIFY_H
