//===- Dim.h - Sizes of tensor axes as symbolic integers ------------------===//
//
// `DimAttr` is the size of one axis: a polynomial over named symbols in one
// normal form, or unknown (`?`). Two known sizes are the same for every value
// of their symbols if (and, where neither contains floordiv or max, only if)
// they are the same attribute. What depends on the bounds of symbols, or needs
// more than rewriting to see, goes through `ShapeEnv`.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIALECT_IR_DIM_H
#define TENON_DIALECT_IR_DIM_H

#include "mlir/IR/Attributes.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SetVector.h"
#include <functional>
#include <optional>
#include <string>

namespace mlir {
class AsmParser;
}

namespace tenon {
struct DimTerm;

namespace detail {
struct DimStorage;
}

/// What an atom (an indivisible factor) of a polynomial is.
enum class DimAtomKind { Symbol, FloorDiv, Max };

/// The size of an axis. All arithmetic is exact over the integers: where a
/// coefficient would not fit in 64 bits, the expression would grow beyond all
/// use (512 terms, nesting 32 deep), or an operand is unknown, the result is
/// unknown; nothing ever wraps, asserts or traps.
///
/// Normal form: a sum of terms, each an integer coefficient times a product
/// of atoms, ordered deterministically (never by pointer): higher degrees
/// first, then by name, the constant last. Atoms are symbols, `floordiv(p, q)`
/// and n-ary `max`. The others are respelt:
///   ceildiv(a, b) = floordiv(a + b - 1, b)
///   mod(a, b)     = a - b * floordiv(a, b)
///   min(a, ...)   = -max(-a, ...)
/// Floor division by a constant pulls multiples of the divisor out, cancels
/// common factors and merges with divisions by positive constants inside. A
/// divisor that may be zero is never cancelled away: `(b*s) floordiv s` stays
/// (`ShapeEnv::simplify` resolves it where s >= 1), `(b*s + 1) floordiv s` is
/// `b + 1 floordiv s`. So a normal form has a value wherever what was written
/// has one. Max is flattened, pulls out what all its operands share (and so is
/// translation invariant) and a positive common factor, and drops operands
/// that a constant difference shows to be smaller. Division by the constant
/// zero is unknown. The divisor of a ceildiv that is not a constant is taken
/// to be positive.
class DimAttr : public mlir::Attribute::AttrBase<DimAttr, mlir::Attribute,
                                                 detail::DimStorage> {
public:
  using Base::Base;
  static constexpr llvm::StringLiteral name = "tenon.dim";

  static DimAttr get(mlir::MLIRContext *context, int64_t value);
  static DimAttr getSymbol(mlir::MLIRContext *context, llvm::StringRef name);
  static DimAttr getUnknown(mlir::MLIRContext *context);

  bool isUnknown() const;
  /// The value, if it is the same for all values of the symbols.
  std::optional<int64_t> getConstant() const;
  bool isConstant(int64_t value) const { return getConstant() == value; }
  /// The symbol's name if this is exactly one symbol; null otherwise.
  mlir::StringAttr getSymbol() const;

  /// The terms of the sum in order; none for zero (and for unknown). An atom
  /// is a sum of one term with itself as the only factor.
  llvm::ArrayRef<DimTerm> getTerms() const;
  /// What this is if it is exactly one atom.
  std::optional<DimAtomKind> getAtomKind() const;
  /// Numerator and divisor of a floordiv atom, the operands of a max atom;
  /// none otherwise.
  llvm::ArrayRef<DimAttr> getOperands() const;

  DimAttr operator+(DimAttr rhs) const;
  DimAttr operator-(DimAttr rhs) const;
  DimAttr operator*(DimAttr rhs) const;
  DimAttr operator-() const;
  DimAttr operator+(int64_t rhs) const;
  DimAttr operator-(int64_t rhs) const;
  DimAttr operator*(int64_t rhs) const;
  DimAttr floorDiv(DimAttr rhs) const;
  DimAttr ceilDiv(DimAttr rhs) const;
  DimAttr mod(DimAttr rhs) const;
  DimAttr floorDiv(int64_t rhs) const;
  DimAttr ceilDiv(int64_t rhs) const;
  /// Of at least one operand.
  static DimAttr max(llvm::ArrayRef<DimAttr> operands);
  static DimAttr min(llvm::ArrayRef<DimAttr> operands);

  /// Every symbol that occurs, in order of first occurrence.
  void collectSymbols(llvm::SetVector<mlir::StringAttr> &symbols) const;
  /// Replaces symbols; the callback returns null to keep one.
  DimAttr
  substitute(llvm::function_ref<DimAttr(mlir::StringAttr)> replacement) const;
  /// The value for given symbols; none when one is missing, a divisor is
  /// zero, or the result does not fit in 64 bits.
  std::optional<int64_t> evaluate(
      llvm::function_ref<std::optional<int64_t>(mlir::StringAttr)> value) const;

  /// Rebuilds the expression bottom-up with operations of the caller's type,
  /// for emission as code. Constants, symbols, and then add / mul / floordiv /
  /// max over what the visitor returned. Unknown builds a `T()`.
  template <typename T> struct Builder {
    std::function<T(int64_t)> constant;
    std::function<T(mlir::StringAttr)> symbol;
    std::function<T(T, T)> add, mul, floorDiv, max;
  };
  template <typename T> T build(const Builder<T> &builder) const;

  /// As the user reads it: `2*seq + 1`, `(seq + 1) floordiv 2`, `?`.
  void print(llvm::raw_ostream &os) const;
  std::string str() const;
  /// Parses `+ - * floordiv ceildiv mod min(...) max(...) ( )`, integers,
  /// symbols (bare or "quoted"), and `?`. Reports syntax errors itself.
  static mlir::FailureOr<DimAttr> parse(mlir::AsmParser &parser);
};

/// An atom (a `DimAttr` that is exactly one) to a power of at least one.
struct DimFactor {
  DimAttr atom;
  unsigned power;

  bool operator==(const DimFactor &rhs) const {
    return atom == rhs.atom && power == rhs.power;
  }
};

/// A summand: a coefficient, never zero, times distinct atoms in order.
struct DimTerm {
  int64_t coefficient;
  llvm::ArrayRef<DimFactor> factors;

  bool operator==(const DimTerm &rhs) const {
    return coefficient == rhs.coefficient && factors == rhs.factors;
  }
};

template <typename T> T DimAttr::build(const Builder<T> &builder) const {
  if (isUnknown())
    return T();
  if (std::optional<int64_t> value = getConstant())
    return builder.constant(*value);
  if (std::optional<DimAtomKind> kind = getAtomKind()) {
    if (*kind == DimAtomKind::Symbol)
      return builder.symbol(getSymbol());
    bool isMax = *kind == DimAtomKind::Max;
    T result = getOperands().front().build(builder);
    for (DimAttr operand : getOperands().drop_front())
      result = (isMax ? builder.max : builder.floorDiv)(std::move(result),
                                                        operand.build(builder));
    return result;
  }

  std::optional<T> sum;
  for (const DimTerm &term : getTerms()) {
    std::optional<T> product;
    if (term.coefficient != 1 || term.factors.empty())
      product = builder.constant(term.coefficient);
    for (const DimFactor &factor : term.factors) {
      T atom = factor.atom.build(builder);
      for (unsigned i = 0; i < factor.power; ++i)
        product = product ? builder.mul(std::move(*product), atom) : atom;
    }
    sum = sum ? builder.add(std::move(*sum), std::move(*product))
              : std::move(*product);
  }
  return std::move(*sum);
}

/// An inclusive range of integers; an absent end is unbounded.
struct DimRange {
  std::optional<int64_t> lower, upper;
};

/// How two sizes compare for all admissible values of their symbols.
enum class DimComparison { Equal, NeverEqual, Depends };

/// What is known of a model's symbols: inclusive bounds (lower 0 unless
/// declared) and equalities assumed so far. Answers are sound: Equal and
/// NeverEqual are proofs, Depends is not.
class ShapeEnv {
public:
  void setBounds(mlir::StringAttr symbol, DimRange range);
  DimRange getBounds(mlir::StringAttr symbol) const;
  /// Records lhs == rhs from now on. Used by later comparisons where one side
  /// is (after simplification) a symbol the other does not mention, or the
  /// difference is such a symbol plus the rest with coefficient one.
  void assumeEqual(DimAttr lhs, DimAttr rhs);

  /// Rewrites with bounds and equalities: symbols with one possible value,
  /// exact polynomial division where the divisor is at least 1, operands of
  /// max that another one dominates, floor divisions with constant range.
  DimAttr simplify(DimAttr dim) const;
  DimRange getRange(DimAttr dim) const;
  /// Unknown against anything depends.
  DimComparison compare(DimAttr lhs, DimAttr rhs) const;
  /// True only if proven.
  bool isAtLeast(DimAttr lhs, DimAttr rhs) const;
  bool isLess(DimAttr lhs, DimAttr rhs) const;

private:
  using Equalities = llvm::DenseMap<mlir::StringAttr, DimAttr>;

  void assumeInRange(DimAttr dim, DimRange range);
  void replaceSymbol(mlir::StringAttr symbol, DimAttr value);
  DimComparison compareByResidues(DimAttr difference) const;

  llvm::DenseMap<mlir::StringAttr, DimRange> bounds;
  /// What takes the place of a symbol; mentions no symbol that has one.
  Equalities equalities;
};

} // namespace tenon

MLIR_DECLARE_EXPLICIT_TYPE_ID(tenon::DimAttr)

#endif // TENON_DIALECT_IR_DIM_H
