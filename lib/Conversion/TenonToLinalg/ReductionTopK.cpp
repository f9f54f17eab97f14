//===- ReductionTopK.cpp - Lowering of top_k to heaps ---------------------===//
//
// The results of a row are a heap whose root is the last of the elements that
// are picked so far. Each further element that comes before the root takes its
// place and sinks. At the end the root is moved behind the others, again and
// again, which leaves them in order.
//
//===----------------------------------------------------------------------===//

#include "ElementwiseScalars.h"
#include "ReductionRows.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Dialect/IR/Reduction.h"

using namespace mlir;

namespace tenon {

void registerTopKLowerings(LoweringRegistry &registry);

namespace {

/// An element and its position on the axis.
struct Entry {
  Value value, index;
};

/// The results of all rows, of which one row is a heap.
struct Heap {
  Value values, indices;

  SmallVector<Value> get() const { return {values, indices}; }
};

class HeapBuilder {
public:
  HeapBuilder(TopKOp op, LoweringContext &context, const Row &row)
      : builder(context.builder), at(op.getLoc()), row(row),
        elementType(context.getType(op.getInput()).getElementType()),
        smallest(op.getSmallest()) {}

  Value index(int64_t value) {
    return arith::ConstantIndexOp::create(builder, at, value);
  }
  Value add(Value a, Value b) {
    return arith::AddIOp::create(builder, at, a, b);
  }
  Value sub(Value a, Value b) {
    return arith::SubIOp::create(builder, at, a, b);
  }
  Value compare(arith::CmpIPredicate predicate, Value a, Value b) {
    return arith::CmpIOp::create(builder, at, predicate, a, b);
  }

  Entry read(const Heap &heap, Value place) {
    SmallVector<Value> position = row.at(place);
    return {tensor::ExtractOp::create(builder, at, heap.values, position),
            tensor::ExtractOp::create(builder, at, heap.indices, position)};
  }

  Heap write(const Heap &heap, Value place, const Entry &entry) {
    SmallVector<Value> position = row.at(place);
    return {tensor::InsertOp::create(builder, at, entry.value, heap.values,
                                     position),
            tensor::InsertOp::create(builder, at, entry.index, heap.indices,
                                     position)};
  }

  Entry readInput(Value input, Value place) {
    Value value =
        tensor::ExtractOp::create(builder, at, input, row.at(place));
    return {value, arith::IndexCastOp::create(builder, at,
                                              builder.getI64Type(), place)};
  }

  /// Whether entry a comes after entry b in the result.
  Value isAfter(const Entry &a, const Entry &b) {
    Value left = getKey(a.value), right = getKey(b.value);
    bool isUnsigned = elementType.isUnsignedInteger();
    Value less = compare(isUnsigned ? arith::CmpIPredicate::ult
                                    : arith::CmpIPredicate::slt,
                         left, right);
    Value equal = compare(arith::CmpIPredicate::eq, left, right);
    Value later = compare(arith::CmpIPredicate::sgt, a.index, b.index);
    return arith::OrIOp::create(
        builder, at, less, arith::AndIOp::create(builder, at, equal, later));
  }

  /// Loops from `lower` to `upper`.
  Heap loop(Value lower, Value upper, Heap heap,
            llvm::function_ref<Heap(Value, const Heap &)> body) {
    auto loop = scf::ForOp::create(builder, at, lower, upper, index(1),
                                   heap.get());
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(loop.getBody());
    Heap next = body(loop.getInductionVar(),
                     {loop.getRegionIterArg(0), loop.getRegionIterArg(1)});
    scf::YieldOp::create(builder, at, next.get());
    return {loop.getResult(0), loop.getResult(1)};
  }

  /// Puts the entry where it belongs at or below `place`, where there is a
  /// gap, in a heap of that size.
  Heap sink(const Heap &heap, const Entry &entry, Value place, Value size);

private:
  /// An integer in the order of the results: the first has the largest.
  Value getKey(Value value) {
    auto floating = dyn_cast<FloatType>(value.getType());
    if (floating) {
      // Of floating-point numbers, the bits are ordered but for the sign, and
      // there are two zeros.
      unsigned width = floating.getWidth();
      Type integer = builder.getIntegerType(width);
      auto constant = [&](const APInt &bits) -> Value {
        return arith::ConstantOp::create(
            builder, at, TypedAttr(builder.getIntegerAttr(integer, bits)));
      };
      Value isNaN = arith::CmpFOp::create(
          builder, at, arith::CmpFPredicate::UNO, value, value);
      Value zero = arith::ConstantOp::create(
          builder, at, TypedAttr(builder.getFloatAttr(floating, 0)));
      Value isZero = arith::CmpFOp::create(
          builder, at, arith::CmpFPredicate::OEQ, value, zero);
      Value bits = arith::BitcastOp::create(builder, at, integer, value);
      Value sign = arith::ShRSIOp::create(builder, at, bits,
                                          constant(APInt(width, width - 1)));
      Value flips = arith::AndIOp::create(
          builder, at, sign, constant(APInt::getSignedMaxValue(width)));
      value = arith::XOrIOp::create(builder, at, bits, flips);
      value = arith::SelectOp::create(builder, at, isZero,
                                      constant(APInt(width, 0)), value);
      value = arith::SelectOp::create(builder, at, isNaN,
                                      constant(APInt::getSignedMaxValue(width)),
                                      value);
    }
    if (!smallest)
      return value;
    Value ones = arith::ConstantOp::create(
        builder, at, builder.getIntegerAttr(value.getType(), -1));
    return arith::XOrIOp::create(builder, at, value, ones);
  }

  OpBuilder &builder;
  Location at;
  const Row &row;
  Type elementType;
  bool smallest;
};

Heap HeapBuilder::sink(const Heap &heap, const Entry &entry, Value place,
                       Value size) {
  OpBuilder::InsertionGuard guard(builder);
  Value one = index(1), two = index(2), last = sub(size, one);
  Value isOpen = arith::ConstantOp::create(builder, at,
                                           builder.getBoolAttr(true));
  // Tensors keep their places only in front of what may be dropped.
  SmallVector<Value> inits = {heap.values, heap.indices, place, isOpen};
  SmallVector<Type> types(ValueRange(inits).getTypes());
  auto loop = scf::WhileOp::create(builder, at, types, inits);
  SmallVector<Location> locations(types.size(), at);
  // Nothing is read here: each step writes what it has read.
  Block *before = builder.createBlock(&loop.getBefore(), {}, types, locations);
  scf::ConditionOp::create(builder, at, before->getArgument(3),
                           before->getArguments());

  // The gap is filled with the child that comes last, which leaves a gap, or,
  // if the entry comes after both, with the entry.
  Block *after = builder.createBlock(&loop.getAfter(), {}, types, locations);
  Heap current{after->getArgument(0), after->getArgument(1)};
  Value gap = after->getArgument(2);
  auto select = [&](Value condition, Value yes, Value no) -> Value {
    return arith::SelectOp::create(builder, at, condition, yes, no);
  };
  auto limit = [&](Value child) -> Value {
    return arith::MinSIOp::create(builder, at, child, last);
  };
  Value first = add(arith::MulIOp::create(builder, at, gap, two), one);
  Value exists = compare(arith::CmpIPredicate::slt, first, size);
  Value left = limit(first), right = limit(add(first, one));
  Entry leftEntry = read(current, left), rightEntry = read(current, right);
  Value isRight = isAfter(rightEntry, leftEntry);
  Entry child{select(isRight, rightEntry.value, leftEntry.value),
              select(isRight, rightEntry.index, leftEntry.index)};
  Value sinks =
      arith::AndIOp::create(builder, at, exists, isAfter(child, entry));
  Entry filler{select(sinks, child.value, entry.value),
               select(sinks, child.index, entry.index)};
  Heap next = write(current, gap, filler);
  scf::YieldOp::create(builder, at,
                       ValueRange{next.values, next.indices,
                                  select(isRight, right, left), sinks});
  return {loop.getResult(0), loop.getResult(1)};
}

SmallVector<Value> lowerTopK(TopKOp op, LoweringContext &context) {
  OpBuilder &builder = context.builder;
  Location at = op.getLoc();
  TensorType type = context.getType(op.getInput());
  TensorType values = context.getType(op.getValues());
  int64_t axis = op.getAxis();
  axis = axis < 0 ? axis + type.getRank() : axis;
  Value input = context.get(op.getInput());
  Value size = context.getIndex(type.getDim(axis));
  Value count = context.getIndex(values.getDim(axis));
  // Where nothing is picked, there is no root to compare with.
  Value zero = context.createIndex(at, 0);
  Value isNone = arith::CmpIOp::create(builder, at, arith::CmpIPredicate::eq,
                                       count, zero);
  Value end = arith::SelectOp::create(builder, at, isNone, zero, size);

  auto pick = [&](const Row &row, ValueRange current) {
    HeapBuilder heaps(op, context, row);
    Value one = heaps.index(1);
    Heap heap{current[0], current[1]};
    heap = heaps.loop(zero, count, heap, [&](Value i, const Heap &heap) {
      return heaps.write(heap, i, heaps.readInput(input, i));
    });
    Value half = arith::DivUIOp::create(builder, at, count, heaps.index(2));
    heap = heaps.loop(zero, half, heap, [&](Value i, const Heap &heap) {
      Value place = heaps.sub(heaps.sub(half, one), i);
      return heaps.sink(heap, heaps.read(heap, place), place, count);
    });
    heap = heaps.loop(count, end, heap, [&](Value i, const Heap &heap) -> Heap {
      Entry entry = heaps.readInput(input, i);
      Value isBetter = heaps.isAfter(heaps.read(heap, zero), entry);
      auto branch = scf::IfOp::create(
          builder, at, isBetter,
          [&](OpBuilder &, Location at) {
            Heap sunk = heaps.sink(heap, entry, zero, count);
            scf::YieldOp::create(builder, at, sunk.get());
          },
          [&](OpBuilder &, Location at) {
            scf::YieldOp::create(builder, at, heap.get());
          });
      return {branch.getResult(0), branch.getResult(1)};
    });
    heap = heaps.loop(one, count, heap, [&](Value i, const Heap &heap) {
      Value last = heaps.sub(count, i);
      Entry entry = heaps.read(heap, last);
      Heap moved = heaps.write(heap, last, heaps.read(heap, zero));
      return heaps.sink(moved, entry, zero, last);
    });
    return heap.get();
  };
  Value inits[] = {
      context.createEmpty(at, values),
      context.createEmpty(at, context.getType(op.getIndices()))};
  return createRowLoops(at, type, axis, inits, context, pick);
}

} // namespace

void registerTopKLowerings(LoweringRegistry &registry) {
  registry.addMany<TopKOp>(lowerTopK);
}

} // namespace tenon
