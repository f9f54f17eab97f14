//===- DimDetail.h - Storage and arithmetic behind DimAttr ----------------===//
//
// What the sources of `DimAttr` share: its storage, the order of its normal
// form, and `DimSum`, the mutable sum in which results are put together.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_LIB_DIALECT_IR_DIMDETAIL_H
#define TENON_LIB_DIALECT_IR_DIMDETAIL_H

#include "mlir/IR/AttributeSupport.h"
#include "tenon/Dialect/IR/Dim.h"
#include "llvm/ADT/SmallVector.h"

namespace tenon::detail {

/// Sums and products of 64-bit coefficients are exact in this type, so only
/// final results can fail to fit.
__extension__ typedef __int128 Wide;

/// Beyond these an expression is unknown. `maxSize` counts every symbol and
/// constant of the tree, which bounds all recursion over shared parts.
inline constexpr unsigned maxTerms = 512;
inline constexpr unsigned maxDepth = 32;
inline constexpr unsigned maxDegree = 64;
inline constexpr unsigned maxSize = 4096;

enum class DimForm { Unknown, Sum, Symbol, FloorDiv, Max };

/// A sum has terms; a symbol its name; the other atoms their operands.
struct DimKey {
  DimForm form;
  mlir::StringAttr symbol;
  llvm::ArrayRef<DimAttr> operands;
  llvm::ArrayRef<DimTerm> terms;
};

/// Operands and atoms are themselves uniqued, so comparing them by identity
/// compares structures.
struct DimStorage : public mlir::AttributeStorage {
  using KeyTy = DimKey;

  explicit DimStorage(DimForm form) : form(form) {}

  bool operator==(const KeyTy &key) const;
  static llvm::hash_code hashKey(const KeyTy &key);
  static DimStorage *construct(mlir::AttributeStorageAllocator &allocator,
                               const KeyTy &key);

  DimForm form;
  mlir::StringAttr symbol;
  llvm::ArrayRef<DimAttr> operands;
  /// Of an atom: one term, the atom itself.
  llvm::ArrayRef<DimTerm> terms;
  unsigned depth = 0;
  unsigned size = 1;
};

/// Access to what the public interface does not show.
struct DimAccess {
  static DimAttr get(mlir::MLIRContext *context, const DimKey &key);
  static unsigned getDepth(DimAttr dim);
  static unsigned getSize(DimAttr dim);
};

/// The atom with these operands as they are; unknown if it would be too large.
DimAttr getAtom(DimForm form, llvm::ArrayRef<DimAttr> operands);

/// Order of two products of atoms: negative if `lhs` is printed first. Graded
/// lexicographic, so it is kept by multiplication and division can rely on it.
int compareMonomials(llvm::ArrayRef<DimFactor> lhs,
                     llvm::ArrayRef<DimFactor> rhs);
/// Order of two known sizes, by their terms.
int compareDims(DimAttr lhs, DimAttr rhs);

using Monomial = llvm::SmallVector<DimFactor, 4>;
/// None if the degree is too high.
std::optional<Monomial> multiply(llvm::ArrayRef<DimFactor> lhs,
                                 llvm::ArrayRef<DimFactor> rhs);
/// None if `rhs` does not divide `lhs`.
std::optional<Monomial> divide(llvm::ArrayRef<DimFactor> lhs,
                               llvm::ArrayRef<DimFactor> rhs);

/// A sum being put together. Coefficients are wide and terms unordered until
/// `normalize`; what fails makes the result unknown.
class DimSum {
public:
  struct Entry {
    Wide coefficient;
    Monomial monomial;
  };

  explicit DimSum(mlir::MLIRContext *context) : context(context) {}

  void add(Wide coefficient, llvm::ArrayRef<DimFactor> monomial);
  /// Adds coefficient * monomial * dim.
  void add(DimAttr dim, Wide coefficient = 1,
           llvm::ArrayRef<DimFactor> monomial = {});

  /// Orders and merges the terms.
  void normalize();
  llvm::ArrayRef<Entry> getEntries() const { return entries; }
  /// Normalizes; unknown if a coefficient does not fit or it is too large.
  DimAttr get();

private:
  mlir::MLIRContext *context;
  llvm::SmallVector<Entry, 4> entries;
  bool isFailed = false;
};

/// A known size with every atom replaced by what the callback makes of it.
DimAttr replaceAtoms(DimAttr dim, llvm::function_ref<DimAttr(DimAttr)> replace);

/// The constant summand.
int64_t getConstantTerm(DimAttr dim);
/// The greatest common divisor of the coefficients; the constant term counts
/// only on request. Zero if there are none.
uint64_t getContent(DimAttr dim, bool withConstant);
/// All coefficients divided by a positive divisor, rounded down.
DimAttr divideCoefficients(DimAttr dim, int64_t divisor);

/// The sum of each product that occurs, with its least coefficient among the
/// operands (zero where it is missing): what max pulls out of them.
DimAttr getLeastTerms(llvm::ArrayRef<DimAttr> operands);

/// numerator = quotient * divisor + remainder as polynomials, with no term
/// left in the remainder of which a multiple could be pulled out. None if it
/// overflows or takes too long. The divisor must not be zero.
struct DimDivision {
  DimAttr quotient, remainder;
};
std::optional<DimDivision> dividePolynomials(DimAttr numerator,
                                             DimAttr divisor);

/// Rounded down, for a divisor other than zero.
template <typename T> T floorDivide(T lhs, T rhs) {
  T quotient = lhs / rhs;
  return lhs % rhs != 0 && (lhs < 0) != (rhs < 0) ? quotient - 1 : quotient;
}

} // namespace tenon::detail

#endif // TENON_LIB_DIALECT_IR_DIMDETAIL_H
