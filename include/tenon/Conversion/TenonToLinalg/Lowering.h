//===- Lowering.h - How an op becomes linalg on tensors -------------------===//
//
// Lowering walks a checked model in order and asks each op's lowering function
// for the tensors that its results become. A family registers the functions of
// its ops in `register<Family>Lowerings`.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_CONVERSION_TENONTOLINALG_LOWERING_H
#define TENON_CONVERSION_TENONTOLINALG_LOWERING_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Utils/StructuredOpsUtils.h"
#include "mlir/IR/IRMapping.h"
#include "tenon/Diagnostics/Emission.h"
#include "tenon/Dialect/IR/TenonDialect.h"
#include "llvm/ADT/StringMap.h"

namespace tenon {

/// The attribute of an `arith.minsi` that defines a size only the data decides:
/// its second operand is the most that the size can be, so that memory can be
/// planned before the data is seen.
inline constexpr llvm::StringLiteral limitAttrName = "tenon.limit";

/// A size that only the data decides.
struct DataSize {
  mlir::StringAttr symbol;
  mlir::Value value;
  /// In the symbols of the entry.
  DimAttr limit;
};

/// The sizes of one function: indices made from the symbols at its entry, and
/// from sizes that operations define on the way.
class SizeEmitter {
public:
  SizeEmitter() = default;
  SizeEmitter(mlir::func::FuncOp function,
              llvm::DenseMap<mlir::StringAttr, mlir::Value> symbols);
  /// The size as an index. Made of the entry's symbols it is computed once,
  /// where all of the body sees it; otherwise at the builder's place.
  mlir::Value getIndex(DimAttr dim, mlir::OpBuilder &builder);
  /// A constant attribute where it is one.
  mlir::OpFoldResult getSize(DimAttr dim, mlir::OpBuilder &builder);

  bool isDefined(mlir::StringAttr symbol) const;
  /// From here on the symbol has this value, at most `limit`.
  void define(DataSize size) { dataSizes.push_back(size); }
  /// The most that a size can be, in the symbols of the entry.
  DimAttr getLimit(DimAttr dim) const;
  /// In the order of definition.
  llvm::ArrayRef<DataSize> getDataSizes() const { return dataSizes; }
  /// Forgets sizes that were defined since there were `count` of them: they
  /// belong to a region that has been left.
  void leaveScope(size_t count) { dataSizes.truncate(count); }

private:
  mlir::Value emit(DimAttr dim, mlir::OpBuilder &builder,
                   llvm::function_ref<void(mlir::Value)> emitted);
  mlir::Value lookup(mlir::StringAttr symbol) const;

  mlir::func::FuncOp function;
  llvm::DenseMap<mlir::StringAttr, mlir::Value> symbols;
  llvm::SmallVector<DataSize> dataSizes;
  llvm::DenseMap<DimAttr, mlir::Value> cache;
  mlir::Operation *last = nullptr;
};

/// What a lowering function works with.
class LoweringContext {
public:
  LoweringContext(mlir::OpBuilder &builder, SizeEmitter &sizes)
      : builder(builder), sizes(sizes) {}

  mlir::OpBuilder &builder;
  /// Lowers an operation of a region at the builder's place.
  std::function<mlir::LogicalResult(mlir::Operation *)> lowerOperation;

  /// The tensor that an operand became.
  mlir::Value get(mlir::Value operand) const { return values.lookup(operand); }
  void map(mlir::Value from, mlir::Value to) { values.map(from, to); }
  static TensorType getType(mlir::Value value) {
    return mlir::cast<TensorType>(value.getType());
  }

  /// The builtin type: unsigned integers become signless, sizes that are no
  /// constants become dynamic.
  static mlir::RankedTensorType convertType(TensorType type);
  static mlir::Type convertElementType(mlir::Type type);

  mlir::Value getIndex(DimAttr dim) { return sizes.getIndex(dim, builder); }
  mlir::OpFoldResult getSize(DimAttr dim) {
    return sizes.getSize(dim, builder);
  }
  llvm::SmallVector<mlir::OpFoldResult> getSizes(llvm::ArrayRef<DimAttr> dims);
  mlir::OpFoldResult getIndexAttr(int64_t value) {
    return builder.getIndexAttr(value);
  }

  //===--- what only the data decides ---===//

  SizeEmitter &getSizeEmitter() { return sizes; }
  /// A size of a result is `count`, and never more than `limit`. If `declared`
  /// is a symbol that is new, it is defined by that; else they must agree at
  /// run time. `what` names the size in the user's terms.
  void bindSize(mlir::Location location, DimAttr declared, mlir::Value count,
                DimAttr limit, const llvm::Twine &what);
  /// The model stops with this code and message unless the condition holds.
  void createCheck(mlir::Location location, mlir::Value condition,
                   const DiagnosticInfo &info, const llvm::Twine &message);
  /// Stops the model unless all integers of a (converted) tensor are in
  /// [low, high).
  void createRangeCheck(mlir::Location location, mlir::Value tensor,
                        bool isUnsigned, mlir::Value low, mlir::Value high,
                        const DiagnosticInfo &info, const llvm::Twine &message);
  /// One element of a small integer tensor (row-major position) as an index.
  mlir::Value extractIndex(mlir::Location location, mlir::Value tensor,
                           int64_t position, bool isUnsigned = false);

  /// An uninitialised tensor of the (converted) type.
  mlir::Value createEmpty(mlir::Location location, TensorType type);
  /// A tensor of one number repeated.
  mlir::Value createFilled(mlir::Location location, TensorType type,
                           mlir::Value scalar);
  mlir::Value createFilled(mlir::Location location, TensorType type,
                           double value);
  /// A scalar constant of a (converted) element type. Infinities become the
  /// extreme values of integer types.
  mlir::Value createScalar(mlir::Location location, mlir::Type elementType,
                           double value);
  mlir::Value createIndex(mlir::Location location, int64_t value);

  /// `linalg.generic` with one result whose loops are the axes of `type`, all
  /// parallel; `maps` are those of the inputs.
  mlir::Value createElementwise(
      mlir::Location location, TensorType type, mlir::ValueRange inputs,
      llvm::ArrayRef<mlir::AffineMap> maps,
      llvm::function_ref<mlir::Value(mlir::OpBuilder &, mlir::Location,
                                     mlir::ValueRange)>
          body);
  /// `linalg.generic` that reduces into `init` (already filled). `maps` are
  /// those of the inputs and then of the result. The body gets the inputs and
  /// then the accumulator.
  mlir::Value createReduction(
      mlir::Location location, mlir::ValueRange inputs, mlir::Value init,
      llvm::ArrayRef<mlir::AffineMap> maps,
      llvm::ArrayRef<mlir::utils::IteratorType> iterators,
      llvm::function_ref<mlir::Value(mlir::OpBuilder &, mlir::Location,
                                     mlir::ValueRange)>
          body);
  /// The map of an operand of `type` that is broadcast to `result` (equal
  /// ranks): axes of size 1 read position 0.
  mlir::AffineMap getBroadcastMap(TensorType type, TensorType result);
  /// The input, of `type`, with constant padding on each axis (sizes ≥ 0).
  /// Returns the input where there is none.
  mlir::Value createPad(mlir::Location location, mlir::Value input,
                        TensorType type, TensorType padded,
                        llvm::ArrayRef<mlir::OpFoldResult> low,
                        llvm::ArrayRef<mlir::OpFoldResult> high,
                        mlir::Value value);
  /// The same elements in another shape (equal counts, row-major).
  mlir::Value createReshape(mlir::Location location, mlir::Value input,
                            TensorType from, TensorType to);

private:
  mlir::IRMapping values;
  SizeEmitter &sizes;
};

/// The lowering functions of all families.
class LoweringRegistry {
public:
  using Function = std::function<llvm::SmallVector<mlir::Value>(
      mlir::Operation *, LoweringContext &)>;

  /// For ops with one result: the function returns what it becomes.
  template <typename Op>
  void add(std::function<mlir::Value(Op, LoweringContext &)> function) {
    functions[Op::getOperationName()] = [function](mlir::Operation *op,
                                                   LoweringContext &context) {
      return llvm::SmallVector<mlir::Value>{
          function(mlir::cast<Op>(op), context)};
    };
  }
  template <typename Op>
  void addMany(std::function<llvm::SmallVector<mlir::Value>(Op,
                                                            LoweringContext &)>
                   function) {
    functions[Op::getOperationName()] = [function](mlir::Operation *op,
                                                   LoweringContext &context) {
      return function(mlir::cast<Op>(op), context);
    };
  }
  const Function *lookup(llvm::StringRef name) const {
    auto it = functions.find(name);
    return it == functions.end() ? nullptr : &it->second;
  }

private:
  llvm::StringMap<Function> functions;
};

#define TENON_FAMILY(FAMILY)                                                   \
  void register##FAMILY##Lowerings(LoweringRegistry &registry);
#include "tenon/Dialect/IR/Families.def"

} // namespace tenon

#endif // TENON_CONVERSION_TENONTOLINALG_LOWERING_H
