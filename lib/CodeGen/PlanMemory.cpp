//===- PlanMemory.cpp - Place every temporary in the workspace ------------===//

#include "SizeLimits.h"
#include "tenon/CodeGen/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "tenon/Diagnostics/Emission.h"
#include "tenon/Dialect/IR/TenonDialect.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace tenon {
#define GEN_PASS_DEF_PLANMEMORYPASS
#include "tenon/CodeGen/Passes.h.inc"

namespace {

constexpr int64_t alignment = 64;

/// An allocation and the stretch of the function it is alive in.
struct Temporary {
  memref::AllocOp alloc;
  unsigned start, end;
  /// Bytes; none when symbols decide.
  std::optional<int64_t> size;
  int64_t offset = 0;
  unsigned slot = 0;

  bool overlaps(const Temporary &other) const {
    return start <= other.end && other.start <= end;
  }
};

class FunctionPlanner {
public:
  explicit FunctionPlanner(func::FuncOp function)
      : function(function), entry(&function.getBody().front()) {}

  LogicalResult run() {
    number(entry);
    if (failed(collect()))
      return failure();
    placeConstantSizes();
    placeSymbolicSizes();
    emitWorkspaceFunction();
    replaceAllocations();
    return success();
  }

  unsigned getCount() const { return temporaries.size(); }

private:
  /// Numbers operations as they stand; one with regions ends after them.
  void number(Block *block) {
    for (Operation &op : *block) {
      starts[&op] = ends[&op] = next++;
      for (Region &region : op.getRegions())
        for (Block &inner : region)
          number(&inner);
      ends[&op] = next++;
    }
  }

  LogicalResult collect() {
    bool ok = true;
    function.walk([&](memref::AllocOp alloc) {
      if (!llvm::all_of(alloc.getDynamicSizes(), hasLimit)) {
        emitDiagnostic(alloc.getLoc(), diag::internalLimit)
            .fact("problem", "a temporary of this operation has a size that "
                             "is not known when the model starts");
        ok = false;
        return;
      }
      Temporary temporary{alloc, starts[alloc], ends[alloc], {}};
      extend(alloc.getResult(), temporary);
      MemRefType type = alloc.getType();
      if (type.hasStaticShape())
        temporary.size = type.getNumElements() *
                         getElementBytes(type.getElementType());
      temporaries.push_back(temporary);
    });
    return success(ok);
  }

  /// Follows views, and what leaves regions. A use in a nested region counts
  /// for the operation that stands in the block of the buffer's definition: a
  /// loop around the use may come back to it.
  void extend(Value buffer, Temporary &temporary) {
    Block *block = buffer.getParentBlock();
    for (Operation *user : buffer.getUsers()) {
      Operation *ancestor = block->findAncestorOpInBlock(*user);
      temporary.end = std::max(temporary.end, ends[ancestor]);
      for (Value result : user->getResults())
        if (isa<MemRefType>(result.getType()))
          extend(result, temporary);
      if (!user->hasTrait<OpTrait::IsTerminator>() || user->getBlock() == entry)
        continue;
      for (Value result : user->getParentOp()->getResults())
        if (isa<MemRefType>(result.getType()))
          extend(result, temporary);
    }
  }

  /// First fit by offset, largest first.
  void placeConstantSizes() {
    SmallVector<Temporary *> order;
    for (Temporary &temporary : temporaries)
      if (temporary.size)
        order.push_back(&temporary);
    llvm::sort(order, [](Temporary *a, Temporary *b) {
      return std::pair(-*a->size, a->start) < std::pair(-*b->size, b->start);
    });
    SmallVector<Temporary *> placed;
    for (Temporary *temporary : order) {
      SmallVector<std::pair<int64_t, int64_t>> taken;
      for (Temporary *other : placed)
        if (other->overlaps(*temporary))
          taken.emplace_back(other->offset, other->offset + *other->size);
      llvm::sort(taken);
      int64_t offset = 0;
      for (auto [low, high] : taken) {
        if (offset + *temporary->size <= low)
          break;
        offset = std::max<int64_t>(offset, llvm::alignTo(high, alignment));
      }
      temporary->offset = offset;
      constantBytes = std::max<int64_t>(
          constantBytes, llvm::alignTo(offset + *temporary->size, alignment));
      placed.push_back(temporary);
    }
  }

  void placeSymbolicSizes() {
    for (Temporary &temporary : temporaries) {
      if (temporary.size)
        continue;
      auto fits = [&](const SmallVector<Temporary *> &slot) {
        return llvm::none_of(slot, [&](Temporary *other) {
          return other->overlaps(temporary);
        });
      };
      auto it = llvm::find_if(slots, fits);
      if (it == slots.end()) {
        slots.emplace_back();
        it = std::prev(slots.end());
      }
      temporary.slot = it - slots.begin();
      it->push_back(&temporary);
    }
  }

  /// The aligned bytes of an allocation, from its dynamic sizes.
  Value emitBytes(OpBuilder &builder, memref::AllocOp alloc,
                  LimitEmitter &limits) {
    Location at = alloc.getLoc();
    MemRefType type = alloc.getType();
    int64_t factor = getElementBytes(type.getElementType());
    for (int64_t size : type.getShape())
      if (!ShapedType::isDynamic(size))
        factor *= size;
    Value bytes = arith::ConstantIndexOp::create(builder, at, factor);
    for (Value size : alloc.getDynamicSizes())
      bytes = arith::MulIOp::create(builder, at, bytes, limits.emitMost(size));
    Value up = arith::ConstantIndexOp::create(builder, at, alignment - 1);
    Value mask = arith::ConstantIndexOp::create(builder, at, -alignment);
    return arith::AndIOp::create(
        builder, at, arith::AddIOp::create(builder, at, bytes, up), mask);
  }

  /// Offsets of the slots and, last, the whole size, at the builder's place.
  SmallVector<Value> emitOffsets(OpBuilder &builder, IRMapping &mapping) {
    Location at = function.getLoc();
    LimitEmitter limits(builder, mapping);
    SmallVector<Value> offsets;
    offsets.push_back(
        arith::ConstantIndexOp::create(builder, at, constantBytes));
    for (auto &slot : slots) {
      Value largest;
      for (Temporary *member : slot) {
        Value bytes = emitBytes(builder, member->alloc, limits);
        largest = largest ? arith::MaxSIOp::create(builder, at, largest, bytes)
                                .getResult()
                          : bytes;
      }
      offsets.push_back(
          arith::AddIOp::create(builder, at, offsets.back(), largest));
    }
    return offsets;
  }

  void emitWorkspaceFunction() {
    OpBuilder builder(function);
    Type index = builder.getIndexType();
    SmallVector<Value> symbols;
    for (Value argument : entry->getArguments())
      if (argument.getType() == index)
        symbols.push_back(argument);
    SmallVector<Type> types(symbols.size(), index);
    auto workspace = func::FuncOp::create(
        builder, function.getLoc(), (function.getName() + "_workspace").str(),
        builder.getFunctionType(types, index));
    Block *body = workspace.addEntryBlock();
    builder.setInsertionPointToEnd(body);
    IRMapping mapping;
    for (auto [symbol, argument] :
         llvm::zip_equal(symbols, body->getArguments()))
      mapping.map(symbol, argument);
    Value total = emitOffsets(builder, mapping).back();
    func::ReturnOp::create(builder, function.getLoc(), total);
  }

  void replaceAllocations() {
    if (temporaries.empty())
      return;
    auto buffers = llvm::make_filter_range(entry->getArguments(), [](Value v) {
      return isa<MemRefType>(v.getType());
    });
    Value workspace;
    for (Value buffer : buffers)
      workspace = buffer;
    OpBuilder builder(function.getContext());
    builder.setInsertionPointToStart(entry);
    IRMapping mapping;
    SmallVector<Value> offsets = emitOffsets(builder, mapping);
    for (Temporary &temporary : temporaries) {
      memref::AllocOp alloc = temporary.alloc;
      builder.setInsertionPoint(alloc);
      Value offset = temporary.size
                         ? arith::ConstantIndexOp::create(
                               builder, alloc.getLoc(), temporary.offset)
                               .getResult()
                         : offsets[temporary.slot];
      auto view = memref::ViewOp::create(builder, alloc.getLoc(),
                                         alloc.getType(), workspace, offset,
                                         alloc.getDynamicSizes());
      alloc.replaceAllUsesWith(view.getResult());
      alloc.erase();
    }
  }

  func::FuncOp function;
  Block *entry;
  DenseMap<Operation *, unsigned> starts, ends;
  unsigned next = 0;
  SmallVector<Temporary> temporaries;
  SmallVector<SmallVector<Temporary *>> slots;
  int64_t constantBytes = 0;
};

struct PlanMemoryPass : impl::PlanMemoryPassBase<PlanMemoryPass> {
  using PlanMemoryPassBase::PlanMemoryPassBase;

  void runOnOperation() override {
    SmallVector<func::FuncOp> models;
    for (auto function : getOperation().getOps<func::FuncOp>())
      if (function->hasAttr("tenon.inputs"))
        models.push_back(function);
    for (func::FuncOp function : models) {
      FunctionPlanner planner(function);
      if (failed(planner.run()))
        return signalPassFailure();
      planned += planner.getCount();
    }
  }
};

} // namespace
} // namespace tenon
