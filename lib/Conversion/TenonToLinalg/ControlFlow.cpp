//===- ControlFlow.cpp - Lowering of branches and loops -------------------===//

#include "tenon/Dialect/IR/ControlFlow.h"
#include "Loops.h"
#include "mlir/Dialect/Bufferization/IR/Bufferization.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {
namespace {

/// Lowers a region's operations at the builder's place; gives what it yields,
/// or nothing if that failed.
std::optional<SmallVector<Value>> lowerRegion(Region &region,
                                              LoweringContext &context) {
  size_t known = context.getSizeEmitter().getDataSizes().size();
  for (Operation &op : region.front().without_terminator())
    if (failed(context.lowerOperation(&op)))
      return std::nullopt;
  context.getSizeEmitter().leaveScope(known);
  SmallVector<Value> yielded;
  for (Value value : region.front().getTerminator()->getOperands())
    yielded.push_back(context.get(value));
  return yielded;
}

Value castTo(Value value, Type type, LoweringContext &context, Location at) {
  if (value.getType() == type)
    return value;
  return tensor::CastOp::create(context.builder, at, type, value);
}

/// The only element of a tensor.
Value getOnly(Value tensor, LoweringContext &context, Location at) {
  auto rank = cast<RankedTensorType>(tensor.getType()).getRank();
  SmallVector<Value> position(rank, context.createIndex(at, 0));
  return tensor::ExtractOp::create(context.builder, at, tensor, position);
}

/// What a branch demands of sizes, all of them equalities.
void checkBranch(IfOp op, unsigned branch, LoweringContext &context) {
  for (ConstraintAttr constraint : op.getBranchConstraints(branch))
    context.createCheck(
        op.getLoc(),
        arith::CmpIOp::create(context.builder, op.getLoc(),
                              arith::CmpIPredicate::eq,
                              context.getIndex(constraint.getLhs()),
                              context.getIndex(constraint.getRhs())),
        diag::dataSizeMismatch, constraint.getMessage().getValue());
}

DimAttr getYieldedSize(IfOp op, unsigned branch, unsigned result,
                       unsigned axis, LoweringContext &context) {
  Value yielded =
      op->getRegion(branch).front().getTerminator()->getOperand(result);
  return context.getType(yielded).getDim(axis);
}

/// The axes of results whose sizes depend on the branch.
SmallVector<std::pair<unsigned, unsigned>>
getNamedAxes(IfOp op, LoweringContext &context) {
  SmallVector<std::pair<unsigned, unsigned>> axes;
  for (auto [index, result] : llvm::enumerate(op.getResults()))
    for (auto [axis, dim] : llvm::enumerate(context.getType(result).getDims()))
      if (dim == op.getNamedSize(index, axis) &&
          (dim != getYieldedSize(op, 0, index, axis, context) ||
           dim != getYieldedSize(op, 1, index, axis, context)))
        axes.emplace_back(index, axis);
  return axes;
}

SmallVector<Value> lowerIf(IfOp op, LoweringContext &context) {
  OpBuilder &builder = context.builder;
  Location at = op.getLoc();
  SmallVector<Type> types;
  for (Value result : op.getResults())
    types.push_back(context.convertType(context.getType(result)));
  auto named = getNamedAxes(op, context);
  types.append(named.size(), builder.getIndexType());
  Value condition = getOnly(context.get(op.getCondition()), context, at);
  auto branch = scf::IfOp::create(builder, at, types, condition,
                                  /*addThenBlock=*/true, /*addElseBlock=*/true);
  SmallVector<Value> failed(op.getNumResults());
  for (unsigned number : {0, 1}) {
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToEnd(number ? branch.elseBlock()
                                          : branch.thenBlock());
    checkBranch(op, number, context);
    auto yielded = lowerRegion(op->getRegion(number), context);
    if (!yielded)
      return failed;
    for (auto [result, axis] : named)
      yielded->push_back(context.getIndex(
          getYieldedSize(op, number, result, axis, context)));
    for (auto [value, type] : llvm::zip_equal(*yielded, types))
      value = castTo(value, type, context, at);
    scf::YieldOp::create(builder, at, *yielded);
  }
  for (auto [place, size] :
       llvm::zip_equal(named, branch.getResults().take_back(named.size()))) {
    auto [result, axis] = place;
    DimAttr most = DimAttr::max(
        {getYieldedSize(op, 0, result, axis, context),
         getYieldedSize(op, 1, result, axis, context)});
    context.bindSize(at, op.getNamedSize(result, axis), size, most,
                     "axis " + Twine(axis) + " of result " + Twine(result) +
                         " of " + describeOperation(op));
  }
  return SmallVector<Value>(branch.getResults().drop_back(named.size()));
}

/// One turn of a loop and what goes from turn to turn: the carried values,
/// then the stacks.
class LoopLowering {
public:
  LoopLowering(LoopOp op, LoweringContext &context)
      : op(op), context(context), builder(context.builder), at(op.getLoc()),
        carried(op.getInits().size()) {}

  SmallVector<Value> run() {
    SmallVector<Value> state;
    for (auto [index, init] : llvm::enumerate(op.getInits()))
      state.push_back(
          write(castTo(context.get(init), getType(index), context, at),
                context.createEmpty(at,
                                    context.getType(op.getResult(index)))));
    for (unsigned i = 0; i < op.getStackCount(); ++i)
      state.push_back(context.createFilled(
          at, context.getType(op.getResult(carried + i)), 0.0));
    Value turns = arith::IndexCastOp::create(
        builder, at, builder.getIndexType(),
        getOnly(context.get(op.getTurns()), context, at));
    Value zero = context.createIndex(at, 0);
    turns = arith::MaxSIOp::create(builder, at, turns, zero);
    return op.getCounted() ? runCounted(turns, state) : runWhile(turns, state);
  }

private:
  Type getType(unsigned result) {
    return context.convertType(context.getType(op.getResult(result)));
  }

  SmallVector<Value> runCounted(Value turns, ArrayRef<Value> state) {
    LoopEmitter loops(context, at);
    bool ok = true;
    SmallVector<Value> results =
        loops.loop(turns, state, [&](Value turn, ValueRange current) {
          auto next = runTurn(turn, current);
          ok &= next.has_value();
          if (!next)
            return SmallVector<Value>(current);
          return SmallVector<Value>(ArrayRef<Value>(*next).drop_front());
        });
    results.push_back(loops.vector(turns));
    return ok ? results : SmallVector<Value>(op.getNumResults());
  }

  /// Tensors come before the turn and the condition: canonicalization may drop
  /// these two from one side, and bufferization matches tensors by position.
  SmallVector<Value> runWhile(Value turns, ArrayRef<Value> state) {
    unsigned count = state.size();
    SmallVector<Value> inits(state);
    inits.push_back(context.createIndex(at, 0));
    inits.push_back(getOnly(context.get(op.getStart()), context, at));
    SmallVector<Type> types(ValueRange(inits).getTypes());
    auto loop = scf::WhileOp::create(builder, at, types, inits);
    SmallVector<Location> locations(types.size(), at);
    {
      OpBuilder::InsertionGuard guard(builder);
      Block *before = builder.createBlock(&loop.getBefore(), {}, types,
                                          locations);
      Value isLeft = arith::CmpIOp::create(builder, at,
                                           arith::CmpIPredicate::slt,
                                           before->getArgument(count), turns);
      Value goOn = arith::AndIOp::create(builder, at, isLeft,
                                         before->getArgument(count + 1));
      scf::ConditionOp::create(builder, at, goOn, before->getArguments());
    }
    {
      OpBuilder::InsertionGuard guard(builder);
      Block *after = builder.createBlock(&loop.getAfter(), {}, types,
                                         locations);
      Value turn = after->getArgument(count);
      auto next = runTurn(turn, after->getArguments().take_front(count));
      if (!next)
        return SmallVector<Value>(op.getNumResults());
      SmallVector<Value> yielded(ArrayRef<Value>(*next).drop_front());
      Value one = context.createIndex(at, 1);
      yielded.push_back(arith::AddIOp::create(builder, at, turn, one));
      yielded.push_back(next->front());
      scf::YieldOp::create(builder, at, yielded);
    }
    LoopEmitter loops(context, at);
    SmallVector<Value> results(loop.getResults().take_front(count));
    results.push_back(loops.vector(loop.getResult(count)));
    return results;
  }

  /// The condition, the carried values and the stacks after a turn.
  std::optional<SmallVector<Value>> runTurn(Value turn, ValueRange state) {
    Block &body = op.getBody().front();
    if (op.getStackCount() && !op.getCounted()) {
      auto room = cast<DimAttr>(op.getRoom()[0]);
      context.createCheck(
          at,
          arith::CmpIOp::create(builder, at, arith::CmpIPredicate::slt, turn,
                                context.getIndex(room)),
          diag::dataSizeLimit,
          describeOperation(op) + " takes more than " + room.str() +
              " turns, which is the most that its results have room for");
    }
    Value number =
        arith::IndexCastOp::create(builder, at, builder.getI64Type(), turn);
    context.map(body.getArgument(0),
                tensor::FromElementsOp::create(
                    builder, at,
                    RankedTensorType::get({}, builder.getI64Type()), number));
    for (unsigned i = 0; i < carried; ++i)
      context.map(body.getArgument(1 + i), state[i]);
    auto yielded = lowerRegion(op.getBody(), context);
    if (!yielded)
      return std::nullopt;
    // All reads of the old values come before the first write of a new one.
    Value goOn = getOnly(yielded->front(), context, at);
    SmallVector<Value> stacks, next = {goOn};
    for (unsigned i = 0; i < op.getStackCount(); ++i)
      stacks.push_back(stack((*yielded)[1 + carried + i], state[carried + i],
                             context.getType(op.getResult(carried + i)), turn));
    for (unsigned i = 0; i < carried; ++i)
      next.push_back(
          detach(castTo((*yielded)[1 + i], getType(i), context, at), i, state));
    for (unsigned i = 0; i < carried; ++i)
      if (next[1 + i] != state[i])
        next[1 + i] = write(next[1 + i], state[i]);
    llvm::append_range(next, stacks);
    return next;
  }

  /// A new value may be an old one of another name, or a view of it.
  Value detach(Value value, unsigned index, ValueRange state) {
    if (value == state[index] || carried == 1 ||
        isa_and_present<linalg::LinalgOp>(value.getDefiningOp()))
      return value;
    // No tensor.empty, which could become what the value is carried in.
    SmallVector<Value> sizes;
    for (OpFoldResult size :
         context.getSizes(context.getType(op.getResult(index)).getDims()))
      if (auto dynamic = dyn_cast<Value>(size))
        sizes.push_back(dynamic);
    return write(value, bufferization::AllocTensorOp::create(
                            builder, at,
                            cast<RankedTensorType>(getType(index)), sizes));
  }

  /// A carried value has one buffer for all turns.
  Value write(Value value, Value into) {
    return bufferization::MaterializeInDestinationOp::create(
               builder, at, value, into)
        .getResult();
  }

  Value stack(Value row, Value into, TensorType type, Value turn) {
    int64_t rank = type.getRank();
    SmallVector<OpFoldResult> offsets(rank, builder.getIndexAttr(0)),
        steps(rank, builder.getIndexAttr(1)),
        sizes = context.getSizes(type.getDims());
    offsets[0] = turn;
    sizes[0] = builder.getIndexAttr(1);
    return tensor::InsertSliceOp::create(builder, at, row, into, offsets, sizes,
                                         steps);
  }

  LoopOp op;
  LoweringContext &context;
  OpBuilder &builder;
  Location at;
  unsigned carried;
};

} // namespace

void registerControlFlowLowerings(LoweringRegistry &registry) {
  registry.addMany<IfOp>(lowerIf);
  registry.addMany<LoopOp>([](LoopOp op, LoweringContext &context) {
    return LoopLowering(op, context).run();
  });
}

} // namespace tenon
