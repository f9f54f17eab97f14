//===- Rule.h - What an op's rule sees and says ---------------------------===//
//
// `RuleContext` is the one interface between an op's rule and everyone who
// applies it: the check pass, front ends that build op by op, the verifier.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIALECT_IR_RULE_H
#define TENON_DIALECT_IR_RULE_H

#include "tenon/Diagnostics/Emission.h"
#include "tenon/Dialect/IR/TenonDialect.h"

namespace tenon {

/// What is known of a value before the model runs. Integer tensors of a few
/// elements are known as sizes (row-major), so that `shape → gather → concat →
/// reshape` works with symbols; others as a constant.
struct KnownValue {
  std::optional<llvm::SmallVector<DimAttr>> dims;
  mlir::ElementsAttr constant;
};

/// Tensors with more elements than this are not tracked as sizes.
inline constexpr int64_t maxKnownElements = 1024;

/// Everything inference knows of one model besides the types in the IR.
struct InferenceState {
  ShapeEnv env;
  llvm::DenseMap<mlir::Value, KnownValue> values;
  /// Results of failed operations and all that follows from them. Their types
  /// may be complete, but what else stays open is not their users' mistake.
  llvm::DenseSet<mlir::Value> tainted;
  /// What must hold at run time, in the order found.
  llvm::SetVector<ConstraintAttr> constraints;
  /// How operations in regions are visited; by default their rules are applied.
  std::function<mlir::LogicalResult(mlir::Operation *)> visit;
  /// Off: errors still poison results, but nothing is reported.
  bool report = true;
  /// Off: a `?` that remains is no mistake (verifier, building).
  bool demandComplete = false;
};

class RuleContext {
public:
  RuleContext(mlir::Operation *op, InferenceState &state);

  mlir::MLIRContext *getContext() const { return op->getContext(); }
  mlir::Operation *getOp() const { return op; }
  const ShapeEnv &getEnv() const { return state.env; }

  //===--- what is known of operands ---===//

  TensorType getType(mlir::Value operand) const;
  /// The entries of an integer tensor, where known; single ones may be `?`.
  std::optional<llvm::SmallVector<DimAttr>> getDims(mlir::Value operand) const;
  /// The value, if it is known completely; null otherwise.
  mlir::ElementsAttr getConstant(mlir::Value operand) const;

  /// Applies the rule of an operation in a region of this one.
  mlir::LogicalResult inferNested(mlir::Operation *nested);

  //===--- results ---===//

  void setResult(unsigned index, TensorType type);
  void setResult(TensorType type) { setResult(0, type); }
  /// The entries of an integer result, in row-major order.
  void setResultDims(unsigned index, llvm::ArrayRef<DimAttr> dims);
  void setResultConstant(unsigned index, mlir::ElementsAttr constant);

  //===--- sinks ---===//

  /// Reports a mistake at the op, at one of its operands, or at an attribute.
  /// The fact `op` is filled in. After one of these the results are error
  /// values: the rule still sets what is certain of them.
  DiagnosticBuilder error(const DiagnosticInfo &info);
  DiagnosticBuilder error(mlir::Value operand, const DiagnosticInfo &info);
  DiagnosticBuilder error(llvm::StringRef attribute,
                          const DiagnosticInfo &info);
  bool hasFailed() const { return failed; }
  /// The results are error values for a reason reported elsewhere.
  void markFailed() { failed = true; }
  /// If the results stay open, then because the values of this operand are not
  /// known when compiling.
  void blameValue(mlir::Value operand, llvm::StringRef name) {
    blamed = operand;
    blamedName = name.str();
  }

  /// Two sizes must be equal. False if they never are: the caller reports
  /// `info`. If it depends, that becomes a constraint with that code and with
  /// the message, which says in the user's terms why it must hold.
  bool requireEqual(DimAttr lhs, DimAttr rhs, const DiagnosticInfo &info,
                    const llvm::Twine &message);
  /// The same for lhs >= rhs.
  bool requireAtLeast(DimAttr lhs, DimAttr rhs, const DiagnosticInfo &info,
                      const llvm::Twine &message);
  /// The same for divisibility by a positive size.
  bool requireDivisible(DimAttr lhs, DimAttr rhs, const DiagnosticInfo &info,
                        const llvm::Twine &message);

  //===--- checks that most families share ---===//

  /// The rank must be `wanted` (or at least that, with `orMore`). True if it
  /// is known and right.
  bool requireRank(mlir::Value operand, llvm::StringRef name, int64_t wanted,
                   bool orMore = false);
  /// Operands must have one element type; returns it, or the open one.
  mlir::Type requireSameElementType(llvm::ArrayRef<mlir::Value> operands);
  /// The element type must satisfy the predicate, described by `wanted`
  /// ("floating-point numbers").
  bool requireElementType(mlir::Value operand, llvm::StringRef name,
                          llvm::StringRef wanted,
                          llvm::function_ref<bool(mlir::Type)> allowed);
  /// The axis counted from 0, or none (reported) when `axis` is outside the
  /// rank. Negative axes count from the end. `extra` more places are allowed
  /// at the end (for ops that insert axes).
  std::optional<int64_t> resolveAxis(mlir::Value operand, int64_t axis,
                                     llvm::StringRef attribute,
                                     int64_t extra = 0);
  /// The more informative of two sizes known to be equal.
  DimAttr merge(DimAttr lhs, DimAttr rhs) const;
  /// The size that two broadcast sizes give; none if they never fit.
  /// `describe` names the two operands for a constraint's message.
  std::optional<DimAttr>
  broadcast(DimAttr lhs, DimAttr rhs, const DiagnosticInfo &info,
            llvm::function_ref<std::string()> describe);

  DimAttr constantDim(int64_t value) const {
    return DimAttr::get(getContext(), value);
  }
  DimAttr unknownDim() const { return DimAttr::getUnknown(getContext()); }
  TensorType unknownType() const { return TensorType::getUnknown(getContext()); }

  /// The op in the user's words: "`add`", or "Conv node 'conv1'".
  std::string getOpText() const;

private:
  friend mlir::LogicalResult inferOperation(mlir::Operation *,
                                            InferenceState &);
  bool require(Relation relation, DimAttr lhs, DimAttr rhs,
               const DiagnosticInfo &info, const llvm::Twine &message);

  mlir::Operation *op;
  InferenceState &state;
  llvm::SmallVector<TensorType, 1> results;
  llvm::SmallVector<KnownValue, 1> known;
  mlir::Value blamed;
  std::string blamedName;
  bool failed = false;
};

/// Applies the op's rule and writes what it found into the op's result types:
/// the declared type refined by the inferred one, or an error type. Fails if
/// the op is wrong.
mlir::LogicalResult inferOperation(mlir::Operation *op, InferenceState &state);

/// The op in the user's words: "`add`", or "Conv node 'conv1'".
std::string describeOperation(mlir::Operation *op);

} // namespace tenon

#endif // TENON_DIALECT_IR_RULE_H
