//===- Sizes.cpp - Sizes as indices at a function's entry -----------------===//

#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace tenon {

SizeEmitter::SizeEmitter(func::FuncOp function,
                         DenseMap<StringAttr, Value> symbols)
    : function(function), symbols(std::move(symbols)) {}

Value SizeEmitter::getIndex(DimAttr dim) {
  if (Value known = cache.lookup(dim))
    return known;
  Location location = function.getLoc();
  OpBuilder builder(function.getContext());
  // All sizes stand at the entry, each after those it is made of.
  if (last)
    builder.setInsertionPointAfter(last);
  else
    builder.setInsertionPointToStart(&function.getBody().front());
  auto keep = [&](Value value) {
    if (Operation *op = value.getDefiningOp())
      last = op;
    return value;
  };
  DimAttr::Builder<Value> emit;
  emit.constant = [&](int64_t value) {
    return keep(arith::ConstantIndexOp::create(builder, location, value));
  };
  emit.symbol = [&](StringAttr name) { return symbols.lookup(name); };
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
  Value value = dim.build(emit);
  cache[dim] = value;
  return value;
}

OpFoldResult SizeEmitter::getSize(DimAttr dim) {
  if (std::optional<int64_t> constant = dim.getConstant())
    return IntegerAttr::get(IndexType::get(dim.getContext()), *constant);
  return getIndex(dim);
}

} // namespace tenon
