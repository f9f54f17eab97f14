//===- SizeLimits.cpp - How large sizes can become ------------------------===//
//
// Interval arithmetic on the operations that compute a size.
//
//===----------------------------------------------------------------------===//

#include "SizeLimits.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"

using namespace mlir;

namespace tenon {
namespace {

bool carriesLimit(Operation *op) { return op->hasAttr(limitAttrName); }

/// The size that `memref.dim` asks for, followed to where the buffer comes
/// from; null if it is a constant or not found.
Value resolveSize(memref::DimOp dim) {
  auto index = dim.getConstantIndex();
  Value buffer = dim.getSource();
  while (index) {
    auto type = cast<MemRefType>(buffer.getType());
    if (!type.isDynamicDim(*index))
      return {};
    unsigned dynamic = type.getDynamicDimIndex(*index);
    if (auto argument = dyn_cast<BlockArgument>(buffer)) {
      // What goes from turn to turn keeps its shape.
      Operation *parent = argument.getOwner()->getParentOp();
      if (auto loop = dyn_cast<scf::ForOp>(parent))
        buffer = loop.getInitArgs()[argument.getArgNumber() - 1];
      else if (auto loop = dyn_cast<scf::WhileOp>(parent))
        buffer = loop.getInits()[argument.getArgNumber()];
      else
        return {};
      continue;
    }
    Operation *op = buffer.getDefiningOp();
    if (auto alloc = dyn_cast<memref::AllocOp>(op))
      return alloc.getDynamicSizes()[dynamic];
    if (auto view = dyn_cast<memref::ViewOp>(op))
      return view.getSizes()[dynamic];
    if (auto conversion = dyn_cast<memref::CastOp>(op))
      buffer = conversion.getSource();
    else if (auto loop = dyn_cast<scf::ForOp>(op))
      buffer = loop.getInitArgs()[cast<OpResult>(buffer).getResultNumber()];
    else if (auto loop = dyn_cast<scf::WhileOp>(op))
      buffer = loop.getInits()[cast<OpResult>(buffer).getResultNumber()];
    else if (auto branch = dyn_cast<scf::IfOp>(op))
      buffer = branch.thenYield().getOperand(
          cast<OpResult>(buffer).getResultNumber());
    else
      return {};
  }
  return {};
}

bool isMonotone(Operation *op) {
  return isa<arith::AddIOp, arith::SubIOp, arith::MulIOp, arith::MaxSIOp,
             arith::MinSIOp, arith::FloorDivSIOp, arith::DivSIOp,
             arith::SelectOp>(op);
}

/// Whether the value is made of the function's arguments alone.
bool isExact(Value size, DenseMap<Value, bool> &seen) {
  if (auto it = seen.find(size); it != seen.end())
    return it->second;
  bool exact = false;
  if (auto argument = dyn_cast<BlockArgument>(size)) {
    exact = isa<func::FuncOp>(argument.getOwner()->getParentOp());
  } else {
    Operation *op = size.getDefiningOp();
    exact = isa<arith::ArithDialect>(op->getDialect()) &&
            isMemoryEffectFree(op) && !carriesLimit(op) &&
            llvm::all_of(op->getOperands(),
                         [&](Value operand) { return isExact(operand, seen); });
  }
  return seen[size] = exact;
}

bool isBounded(Value size, DenseMap<Value, bool> &exact,
               DenseMap<Value, bool> &seen) {
  if (isExact(size, exact))
    return true;
  if (auto it = seen.find(size); it != seen.end())
    return it->second;
  Operation *op = size.getDefiningOp();
  bool bounded = false;
  if (auto dim = dyn_cast_or_null<memref::DimOp>(op)) {
    Value resolved = resolveSize(dim);
    bounded = resolved && isBounded(resolved, exact, seen);
  } else if (op && carriesLimit(op))
    bounded = isBounded(op->getOperand(1), exact, seen);
  else if (op && isa<arith::SelectOp>(op))
    bounded = isBounded(op->getOperand(1), exact, seen) &&
              isBounded(op->getOperand(2), exact, seen);
  else if (op && isMonotone(op))
    bounded = llvm::all_of(op->getOperands(), [&](Value operand) {
      return isBounded(operand, exact, seen);
    });
  return seen[size] = bounded;
}

} // namespace

bool hasLimit(Value size) {
  DenseMap<Value, bool> exact, seen;
  return isBounded(size, exact, seen);
}

LimitEmitter::Bounds LimitEmitter::emit(Value size) {
  if (auto it = known.find(size); it != known.end())
    return it->second;
  Bounds bounds;
  Operation *op = size.getDefiningOp();
  if (!op) {
    bounds.low = bounds.high = mapping.lookupOrDefault(size);
    return known[size] = bounds;
  }
  if (carriesLimit(op)) {
    bounds.low = arith::ConstantIndexOp::create(builder, op->getLoc(), 0);
    bounds.high = emit(op->getOperand(1)).high;
    return known[size] = bounds;
  }
  if (auto dim = dyn_cast<memref::DimOp>(op))
    return known[size] = emit(resolveSize(dim));
  IRMapping local;
  bool exact = true;
  if (isa<arith::SelectOp>(op)) {
    DenseMap<Value, bool> seen;
    exact = isExact(op->getOperand(0), seen);
    if (exact)
      local.map(op->getOperand(0), emit(op->getOperand(0)).high);
    for (unsigned i : {1, 2}) {
      Bounds part = emit(op->getOperand(i));
      exact &= part.isExact();
      local.map(op->getOperand(i), part.high);
    }
  } else {
    for (Value operand : op->getOperands()) {
      Bounds part = emit(operand);
      exact &= part.isExact();
      local.map(operand, part.high);
    }
  }
  if (exact)
    bounds.low = bounds.high =
        builder.clone(*op, local)
            ->getResult(cast<OpResult>(size).getResultNumber());
  else
    bounds = emitInexact(op);
  return known[size] = bounds;
}

LimitEmitter::Bounds
LimitEmitter::emitCorners(Location at, Bounds a, Bounds b,
                          llvm::function_ref<Value(Value, Value)> join) {
  Bounds result;
  for (Value x : {a.low, a.high})
    for (Value y : {b.low, b.high}) {
      Value corner = join(x, y);
      result = result.low ? emitHull(at, result, {corner, corner})
                          : Bounds{corner, corner};
    }
  return result;
}

LimitEmitter::Bounds LimitEmitter::emitHull(Location at, Bounds a, Bounds b) {
  return {arith::MinSIOp::create(builder, at, a.low, b.low),
          arith::MaxSIOp::create(builder, at, a.high, b.high)};
}

/// Divisors are positive: sizes, or guarded against zero.
LimitEmitter::Bounds LimitEmitter::emitQuotient(Location at, Bounds a,
                                                Bounds b) {
  Value one = arith::ConstantIndexOp::create(builder, at, 1);
  Bounds divisor = {arith::MaxSIOp::create(builder, at, b.low, one),
                    arith::MaxSIOp::create(builder, at, b.high, one)};
  return emitCorners(at, a, divisor, [&](Value x, Value y) -> Value {
    return arith::FloorDivSIOp::create(builder, at, x, y);
  });
}

LimitEmitter::Bounds LimitEmitter::emitInexact(Operation *op) {
  Location at = op->getLoc();
  if (isa<arith::SelectOp>(op)) {
    Bounds a = emit(op->getOperand(1)), b = emit(op->getOperand(2));
    return emitHull(at, a, b);
  }
  Bounds a = emit(op->getOperand(0)), b = emit(op->getOperand(1));
  if (isa<arith::AddIOp>(op))
    return {arith::AddIOp::create(builder, at, a.low, b.low),
            arith::AddIOp::create(builder, at, a.high, b.high)};
  if (isa<arith::SubIOp>(op))
    return {arith::SubIOp::create(builder, at, a.low, b.high),
            arith::SubIOp::create(builder, at, a.high, b.low)};
  if (isa<arith::MaxSIOp>(op))
    return {arith::MaxSIOp::create(builder, at, a.low, b.low),
            arith::MaxSIOp::create(builder, at, a.high, b.high)};
  if (isa<arith::MinSIOp>(op))
    return {arith::MinSIOp::create(builder, at, a.low, b.low),
            arith::MinSIOp::create(builder, at, a.high, b.high)};
  if (isa<arith::MulIOp>(op))
    return emitCorners(at, a, b, [&](Value x, Value y) -> Value {
      return arith::MulIOp::create(builder, at, x, y);
    });
  return emitQuotient(at, a, b);
}

} // namespace tenon
