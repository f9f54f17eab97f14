//===- Sizes.cpp - Sizes as indices ---------------------------------------===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "tenon/Dialect/IR/DimLimit.h"

using namespace mlir;

namespace tenon {

SizeEmitter::SizeEmitter(func::FuncOp function,
                         DenseMap<StringAttr, Value> symbols)
    : function(function), symbols(std::move(symbols)) {}

Value SizeEmitter::lookup(StringAttr symbol) const {
  if (Value value = symbols.lookup(symbol))
    return value;
  for (const DataSize &size : llvm::reverse(dataSizes))
    if (size.symbol == symbol)
      return size.value;
  return {};
}

bool SizeEmitter::isDefined(StringAttr symbol) const {
  return lookup(symbol) != nullptr;
}

DimAttr SizeEmitter::getLimit(DimAttr dim) const {
  return getDimLimit(dim, [&](StringAttr symbol) -> DimAttr {
    for (const DataSize &size : llvm::reverse(dataSizes))
      if (size.symbol == symbol)
        return size.limit;
    return {};
  });
}

Value SizeEmitter::emit(DimAttr dim, OpBuilder &builder,
                        llvm::function_ref<void(Value)> emitted) {
  Location location = function.getLoc();
  auto keep = [&](Value value) {
    emitted(value);
    return value;
  };
  DimAttr::Builder<Value> emit;
  emit.constant = [&](int64_t value) {
    return keep(arith::ConstantIndexOp::create(builder, location, value));
  };
  emit.symbol = [&](StringAttr name) { return lookup(name); };
  emit.add = [&](Value a, Value b) {
    return keep(arith::AddIOp::create(builder, location, a, b));
  };
  emit.mul = [&](Value a, Value b) {
    return keep(arith::MulIOp::create(builder, location, a, b));
  };
  emit.floorDiv = [&](Value a, Value b) {
    // A divisor that a constraint forbids to be zero must not trap before the
    // constraint is reported.
    if (!getConstantIntValue(b)) {
      Value one = keep(arith::ConstantIndexOp::create(builder, location, 1));
      b = keep(arith::MaxSIOp::create(builder, location, b, one));
    }
    return keep(arith::FloorDivSIOp::create(builder, location, a, b));
  };
  emit.max = [&](Value a, Value b) {
    return keep(arith::MaxSIOp::create(builder, location, a, b));
  };
  return dim.build(emit);
}

Value SizeEmitter::getIndex(DimAttr dim, OpBuilder &place) {
  llvm::SetVector<StringAttr> used;
  dim.collectSymbols(used);
  if (llvm::any_of(used, [&](StringAttr symbol) {
        return !symbols.contains(symbol);
      }))
    return emit(dim, place, [](Value) {});
  if (Value known = cache.lookup(dim))
    return known;
  OpBuilder builder(function.getContext());
  // These stand at the entry, each after those it is made of.
  if (last)
    builder.setInsertionPointAfter(last);
  else
    builder.setInsertionPointToStart(&function.getBody().front());
  Value value = emit(dim, builder, [&](Value made) {
    if (Operation *op = made.getDefiningOp())
      last = op;
  });
  cache[dim] = value;
  return value;
}

OpFoldResult SizeEmitter::getSize(DimAttr dim, OpBuilder &builder) {
  if (std::optional<int64_t> constant = dim.getConstant())
    return IntegerAttr::get(IndexType::get(dim.getContext()), *constant);
  return getIndex(dim, builder);
}

} // namespace tenon
