//===- ControlFlow.cpp - Branches and loops -------------------------------===//

#include "tenon/Dialect/IR/ControlFlow.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;
using namespace tenon;

#define GET_OP_CLASSES
#include "tenon/Dialect/IR/ControlFlow.cpp.inc"

namespace tenon {

void TenonDialect::registerControlFlowOps() {
  addOperations<
#define GET_OP_LIST
#include "tenon/Dialect/IR/ControlFlow.cpp.inc"
      >();
}

namespace {

/// A tensor of one element and of this type.
void requireSingle(Value value, StringRef name, StringRef wanted,
                   llvm::function_ref<bool(Type)> allowed,
                   RuleContext &context) {
  context.requireElementType(value, name, wanted, allowed);
  TensorType type = context.getType(value);
  if (type.hasRank() && !type.getCount().isUnknown() &&
      !type.getCount().isConstant(1))
    context.requireRank(value, name, 0);
}

void requireCondition(Value value, StringRef name, RuleContext &context) {
  requireSingle(value, name, "truth values",
                [](Type type) { return type.isInteger(1); }, context);
}

void reportCount(RuleContext &context, StringRef what, size_t count,
                 size_t wanted) {
  context.error(diag::invalidOperation)
      .fact("problem", context.getOpText() + " has a wrong number of " + what +
                           ": " + Twine(count) + ", but needs " +
                           Twine(wanted));
}

/// Applies the rules of a region's operations; its terminator, if it is one.
YieldOp inferRegion(Region &region, RuleContext &context) {
  for (Operation &op : region.front())
    if (failed(context.inferNested(&op)))
      context.markFailed();
  auto yield = region.front().empty()
                   ? YieldOp()
                   : dyn_cast<YieldOp>(region.front().back());
  if (!yield)
    context.error(diag::invalidOperation)
        .fact("problem",
              "a region of " + context.getOpText() + " must end with `yield`");
  return yield;
}

/// What two types have in common; `?` where they differ.
TensorType join(TensorType a, TensorType b, RuleContext &context) {
  TensorType result = a;
  if (a.getElementType() != b.getElementType())
    result = result.withElementType(
        a.hasElementType() && b.hasElementType()
            ? TensorType::getOpenElementType(context.getContext())
            : (a.hasElementType() ? a : b).getElementType());
  if (!a.hasRank() || !b.hasRank() || a.getRank() != b.getRank())
    return result.withUnranked();
  SmallVector<DimAttr> dims;
  for (auto [x, y] : llvm::zip_equal(a.getDims(), b.getDims())) {
    bool same = !x.isUnknown() && !y.isUnknown() &&
                context.getEnv().compare(x, y) == DimComparison::Equal;
    dims.push_back(same ? context.merge(x, y) : context.unknownDim());
  }
  return result.withDims(dims);
}

/// Whether a type that is not known can still be the other one.
bool canAgree(TensorType a, TensorType b, RuleContext &context) {
  if (a.getError() || b.getError())
    return true;
  if (a.hasElementType() && b.hasElementType() &&
      a.getElementType() != b.getElementType())
    return false;
  if (!a.hasRank() || !b.hasRank())
    return true;
  if (a.getRank() != b.getRank())
    return false;
  return llvm::all_of(llvm::zip_equal(a.getDims(), b.getDims()),
                      [&](auto pair) {
                        auto [x, y] = pair;
                        return x.isUnknown() || y.isUnknown() ||
                               context.getEnv().compare(x, y) ==
                                   DimComparison::Equal;
                      });
}

} // namespace

static constexpr StringRef branchConstraints[] = {"tenon.then_requires",
                                                  "tenon.else_requires"};

SmallVector<ConstraintAttr> IfOp::getBranchConstraints(unsigned branch) {
  SmallVector<ConstraintAttr> constraints;
  if (auto all = (*this)->getAttrOfType<ArrayAttr>(branchConstraints[branch]))
    for (Attribute one : all)
      if (auto constraint = dyn_cast<ConstraintAttr>(one))
        constraints.push_back(constraint);
  return constraints;
}

void IfOp::setBranchConstraints(
    ArrayRef<SmallVector<Attribute>> constraints) {
  for (auto [name, all] : llvm::zip_equal(branchConstraints, constraints)) {
    (*this)->removeAttr(name);
    if (!all.empty())
      (*this)->setAttr(name, ArrayAttr::get(getContext(), all));
  }
}

DimAttr IfOp::getNamedSize(unsigned result, unsigned axis) {
  if (!getSizes() || result >= getSizes()->size())
    return {};
  auto dims = dyn_cast<ArrayAttr>((*getSizes())[result]);
  if (!dims || axis >= dims.size())
    return {};
  auto size = dyn_cast<DimAttr>(dims[axis]);
  return size && size.getSymbol() ? size : DimAttr();
}

/// A type with the sizes of a result that have a name.
static TensorType nameSizes(IfOp op, unsigned result, TensorType type,
                            TensorType other, RuleContext &context) {
  if (!type.hasRank() || !other.hasRank() ||
      type.getRank() != other.getRank())
    return type;
  SmallVector<DimAttr> dims(type.getDims());
  for (auto [axis, dim] : llvm::enumerate(dims))
    if (DimAttr name = op.getNamedSize(result, axis))
      if (context.getEnv().compare(dim, other.getDim(axis)) !=
          DimComparison::Equal)
        dim = name;
  return type.withDims(dims);
}

static bool requireSizes(IfOp op, RuleContext &context) {
  if (!op.getSizes() || op.getSizes()->size() == op.getNumResults())
    return true;
  reportCount(context, "lists of sizes", op.getSizes()->size(),
              op.getNumResults());
  return false;
}

void IfOp::infer(RuleContext &context) {
  requireCondition(getCondition(), "its condition", context);
  YieldOp yields[] = {inferRegion(getThenRegion(), context),
                      inferRegion(getElseRegion(), context)};
  if (!yields[0] || !yields[1])
    return;
  for (YieldOp yield : yields)
    if (yield.getNumOperands() != getNumResults())
      return reportCount(context, "values in a region",
                         yield.getNumOperands(), getNumResults());
  // What a mistake inside gives is no second mistake.
  bool isSound = !context.hasFailed();
  if (!requireSizes(*this, context))
    return;
  for (unsigned i = 0; i < getNumResults(); ++i) {
    TensorType first = context.getType(yields[0].getOperand(i)),
               second = context.getType(yields[1].getOperand(i)),
               a = nameSizes(*this, i, first, second, context),
               b = nameSizes(*this, i, second, first, context);
    context.setResult(i, join(a, b, context));
    if (!isSound || canAgree(a, b, context))
      continue;
    context.error(diag::branchesDiffer)
        .fact("index", i)
        .fact("lhs", a.getText())
        .fact("rhs", b.getText());
  }
}

void LoopOp::infer(RuleContext &context) {
  requireSingle(getTurns(), "its turns", "64-bit integers",
                [](Type type) { return type.isSignlessInteger(64); }, context);
  requireCondition(getStart(), "its start", context);
  Block &body = getBody().front();
  size_t carried = getInits().size();
  if (getNumResults() < carried + 1)
    return reportCount(context, "results", getNumResults(), carried + 1);
  if (getRoom().size() != 1 || !isa<DimAttr>(getRoom()[0]))
    return reportCount(context, "rooms", getRoom().size(), 1);
  if (body.getNumArguments() != carried + 1)
    return reportCount(context, "arguments in its region",
                       body.getNumArguments(), carried + 1);
  Type integer = IntegerType::get(context.getContext(), 64);
  body.getArgument(0).setType(
      TensorType::getUnranked(integer).withDims(ArrayRef<DimAttr>()));
  for (auto [argument, init] :
       llvm::zip_equal(body.getArguments().drop_front(), getInits()))
    argument.setType(init.getType());
  YieldOp yield = inferRegion(getBody(), context);
  if (!yield)
    return;
  if (yield.getNumOperands() != getNumResults())
    return reportCount(context, "values that its region yields",
                       yield.getNumOperands(), getNumResults());
  requireCondition(yield.getOperand(0), "its condition", context);
  bool isSound = !context.hasFailed();
  for (size_t i = 0; i < carried; ++i) {
    TensorType before = context.getType(getInits()[i]),
               after = context.getType(yield.getOperand(1 + i));
    context.setResult(i, before);
    if (isSound && !canAgree(before, after, context))
      context.error(diag::carriedDiffers)
          .fact("index", i)
          .fact("before", before.getText())
          .fact("after", after.getText());
  }
  for (size_t i = carried; i + 1 < getNumResults(); ++i) {
    TensorType row = context.getType(yield.getOperand(1 + i));
    if (!row.hasRank()) {
      context.setResult(i, row);
      continue;
    }
    SmallVector<DimAttr> dims = {cast<DimAttr>(getRoom()[0])};
    llvm::append_range(dims, row.getDims());
    context.setResult(i, row.withError(false).withDims(dims));
  }
  context.setResult(getNumResults() - 1,
                    TensorType::getUnranked(integer)
                        .withDims({context.constantDim(1)}));
}

} // namespace tenon
