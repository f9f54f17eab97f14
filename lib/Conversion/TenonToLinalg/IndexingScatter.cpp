//===- IndexingScatter.cpp - Lowering of placing by index to loops --------===//
//
// Updates are taken one after the other, since two of them may mean the same
// element. An index out of range has stopped the model before.
//
//===----------------------------------------------------------------------===//

#include "ElementwiseScalars.h"
#include "IndexingPosition.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon {

void registerScatterLowerings(LoweringRegistry &registry);

namespace {

/// The element that an update means.
struct Target {
  SmallVector<Value> position;
  Value isInRange;

  void require(OpBuilder &builder, Location at, Value condition) {
    isInRange = isInRange ? arith::AndIOp::create(builder, at, isInRange,
                                                  condition)
                                .getResult()
                          : condition;
  }
};

/// Turns updates into elements, in loops over the updates' axes.
class Placement {
public:
  Placement(LoweringContext &context, Location location, TensorType input,
            Value indices, bool isUnsigned)
      : builder(context.builder), location(location), indices(indices),
        isUnsigned(isUnsigned) {
    for (DimAttr dim : input.getDims())
      axes.push_back({context.getIndex(dim), context.getIndex(dim - 1)});
  }

  /// The next axis of the element is where the index at `entry` says.
  void pick(Target &target, ValueRange entry) const {
    const IndexedAxis &axis = axes[target.position.size()];
    Value index = tensor::ExtractOp::create(builder, location, indices, entry);
    Value raw =
        createPosition(builder, location, index, isUnsigned, axis.size);
    Value limited =
        limitPosition(builder, location, raw, isUnsigned, axis.last);
    target.require(builder, location,
                   arith::CmpIOp::create(builder, location,
                                         arith::CmpIPredicate::eq, raw,
                                         limited));
    target.position.push_back(limited);
  }

private:
  OpBuilder &builder;
  Location location;
  Value indices;
  bool isUnsigned;
  SmallVector<IndexedAxis> axes;
};

Value join(StringRef reduction, ScalarBuilder &scalar, Value old,
           Value update) {
  if (reduction == "none")
    return update;
  old = scalar.widen(old);
  update = scalar.widen(update);
  Value joined;
  if (reduction == "max")
    joined = scalar.max(old, update);
  else if (reduction == "min")
    joined = scalar.min(old, update);
  else if (reduction == "add")
    joined = scalar.isFloat() ? scalar.make<arith::AddFOp>(old, update)
                              : scalar.make<arith::AddIOp>(old, update);
  else
    joined = scalar.isFloat() ? scalar.make<arith::MulFOp>(old, update)
                              : scalar.make<arith::MulIOp>(old, update);
  return scalar.narrow(joined);
}

/// Loops over the updates. `enter` is called inside of each loop, with the
/// positions of those around it, and says what that adds to the target.
template <typename Op>
Value createLoops(
    Op op, LoweringContext &context,
    llvm::function_ref<void(ArrayRef<Value> loops, Target &target)> enter) {
  OpBuilder &builder = context.builder;
  OpBuilder::InsertionGuard guard(builder);
  Location at = op.getLoc();
  TensorType updates = context.getType(op.getUpdates());
  Value zero = context.createIndex(at, 0), one = context.createIndex(at, 1);
  SmallVector<Value> bounds, loops;
  for (DimAttr dim : updates.getDims())
    bounds.push_back(context.getIndex(dim));
  Value current = context.get(op.getInput()), outermost;
  Target target;
  enter(loops, target);
  for (Value bound : bounds) {
    auto loop = scf::ForOp::create(builder, at, zero, bound, one, current);
    if (outermost)
      scf::YieldOp::create(builder, at, loop.getResults());
    else
      outermost = loop.getResult(0);
    builder.setInsertionPointToStart(loop.getBody());
    current = loop.getRegionIterArg(0);
    loops.push_back(loop.getInductionVar());
    enter(loops, target);
  }
  Value update = tensor::ExtractOp::create(builder, at,
                                           context.get(op.getUpdates()), loops);
  Value old =
      tensor::ExtractOp::create(builder, at, current, target.position);
  ScalarBuilder scalar(builder, at, updates.getElementType());
  Value joined = join(op.getReduction(), scalar, old, update);
  Value placed =
      arith::SelectOp::create(builder, at, target.isInRange, joined, old);
  Value inserted = tensor::InsertOp::create(builder, at, placed, current,
                                            target.position);
  if (!outermost)
    return inserted;
  scf::YieldOp::create(builder, at, inserted);
  return outermost;
}

template <typename Op> Placement makePlacement(Op op, LoweringContext &context) {
  TensorType indices = context.getType(op.getIndices());
  return Placement(context, op.getLoc(), context.getType(op.getInput()),
                   context.get(op.getIndices()),
                   indices.getElementType().isUnsignedInteger());
}

Value lowerScatterElements(ScatterElementsOp op, LoweringContext &context) {
  int64_t rank = context.getType(op.getInput()).getRank();
  int64_t named = op.getAxis(), axis = named < 0 ? named + rank : named;
  requireIndices(op, op.getIndices(), context.getType(op.getInput()), axis,
                 /*columns=*/false, context);
  Placement placement = makePlacement(op, context);
  return createLoops(op, context, [&](ArrayRef<Value> loops, Target &target) {
    if (int64_t(loops.size()) != rank)
      return;
    for (int64_t i = 0; i < rank; ++i)
      if (i == axis)
        placement.pick(target, loops);
      else
        target.position.push_back(loops[i]);
  });
}

Value lowerScatterNd(ScatterNdOp op, LoweringContext &context) {
  TensorType indices = context.getType(op.getIndices());
  int64_t width = *indices.getDims().back().getConstant();
  int64_t outer = indices.getRank() - 1;
  requireIndices(op, op.getIndices(), context.getType(op.getInput()),
                 llvm::to_vector(llvm::seq<int64_t>(width)), /*columns=*/true,
                 context);
  Placement placement = makePlacement(op, context);
  SmallVector<Value> columns;
  for (int64_t i = 0; i < width; ++i)
    columns.push_back(context.createIndex(op.getLoc(), i));
  return createLoops(op, context, [&](ArrayRef<Value> loops, Target &target) {
    int64_t depth = loops.size();
    if (depth > outer)
      target.position.push_back(loops.back());
    if (depth != outer)
      return;
    for (Value column : columns) {
      SmallVector<Value> entry(loops);
      entry.push_back(column);
      placement.pick(target, entry);
    }
  });
}

} // namespace

void registerScatterLowerings(LoweringRegistry &registry) {
  registry.add<ScatterElementsOp>(lowerScatterElements);
  registry.add<ScatterNdOp>(lowerScatterNd);
}

} // namespace tenon
