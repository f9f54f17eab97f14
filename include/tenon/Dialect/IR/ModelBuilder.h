//===- ModelBuilder.h - Building a model with types as it grows -----------===//
//
// What front ends build with: each operation's rule is applied as it is made,
// so ranks and sizes are known while building. Nothing is reported here; the
// check pass does that, once, for every front end.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_DIALECT_IR_MODELBUILDER_H
#define TENON_DIALECT_IR_MODELBUILDER_H

#include "mlir/IR/Builders.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/Rule.h"
#include "llvm/ADT/StringSet.h"

namespace tenon {

class ModelBuilder : public mlir::OpBuilder {
public:
  explicit ModelBuilder(mlir::MLIRContext *context) : OpBuilder(context) {
    state.report = false;
  }

  /// Makes an op with one result from its operands and attributes.
  template <typename Op, typename... Args>
  mlir::Value make(mlir::Location location, Args &&...args) {
    Op op = Op::create(*this, location, TensorType::getUnknown(getContext()),
                       std::forward<Args>(args)...);
    (void)inferOperation(op, state);
    return op->getResult(0);
  }

  /// Makes an op with several results.
  template <typename Op, typename... Args>
  Op makeMany(mlir::Location location, unsigned resultCount, Args &&...args) {
    llvm::SmallVector<mlir::Type> types(resultCount,
                                        TensorType::getUnknown(getContext()));
    Op op = Op::create(*this, location, types, std::forward<Args>(args)...);
    (void)inferOperation(op, state);
    return op;
  }

  /// Takes back an op without uses.
  void erase(mlir::Operation *op);

  /// A constant of 64-bit integers: a vector, or with `scalar` one number.
  mlir::Value makeIntegers(mlir::Location location,
                           llvm::ArrayRef<int64_t> values, bool scalar = false);
  /// A scalar of any element type.
  mlir::Value makeScalar(mlir::Location location, mlir::Type elementType,
                         double value);

  static TensorType getType(mlir::Value value) {
    return mlir::cast<TensorType>(value.getType());
  }
  /// The entries of an integer tensor as far as they are known as sizes.
  std::optional<llvm::SmallVector<DimAttr>> getDims(mlir::Value value) const;
  /// The entries of an integer tensor, if all are constants.
  std::optional<llvm::SmallVector<int64_t>>
  getIntegers(mlir::Value value) const;
  mlir::ElementsAttr getConstant(mlir::Value value) const;

  /// The integers of a vector as sizes. Those that are not known when compiling
  /// get a name, or what is `wanted` of them (`?`: nothing), and are checked at
  /// run time. `limits` are the most that they can be; `?` or none: whoever runs
  /// the model says. Null if the length of the vector is not known.
  mlir::Value makeSizes(mlir::Location location, mlir::Value vector,
                        llvm::ArrayRef<DimAttr> limits,
                        llvm::ArrayRef<DimAttr> wanted, llvm::StringRef name);

  /// The most that a size can be, by a name that whoever runs the model gives
  /// a value; a default is enough for small ones.
  DimAttr makeLimit(llvm::StringRef name);

  InferenceState state;

private:
  ModelOp getModel();
  /// A symbol that nothing else is called by.
  DimAttr makeSymbol(llvm::StringRef name);
  llvm::StringSet<> sizeNames;
};

} // namespace tenon

#endif // TENON_DIALECT_IR_MODELBUILDER_H
