//===- MovedParameters.cpp - Weights that operations take apart -----------===//

#include "MovedParameters.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/DialectResourceBlobManager.h"

using namespace mlir;

namespace tenon {
namespace {

/// Larger results are folded only where elements are moved.
constexpr int64_t maxComputedElements = 1 << 16;

class MovedParameters {
public:
  MovedParameters(ModuleOp module, ParameterReader &reader)
      : module(module), builder(module.getContext()), reader(reader) {}

  FailureOr<unsigned> run() {
    for (auto model : module.getOps<ModelOp>()) {
      SmallVector<Operation *> ends;
      for (Operation &op : model.getBlock())
        if (canFold(&op))
          fixed.insert(&op);
      for (Operation *op : fixed)
        if (isEnd(op))
          ends.push_back(op);
      for (Operation *op : ends)
        if (failed(fold(op)))
          return failure();
      // Those before the ends have no users any more.
      for (Operation *op : llvm::reverse(fixed))
        if (op->use_empty())
          op->erase();
      fixed.clear();
      values.clear();
    }
    return count;
  }

private:
  bool canFold(Operation *op) {
    if (!isa<EvaluateOpInterface>(op) || op->getNumOperands() == 0)
      return false;
    bool moves = isa<AlignRankOp, ConcatOp, FlattenOp, ReshapeOp, SliceOp,
                     SplitOp, SqueezeOp, TransposeOp, UnsqueezeOp>(op);
    for (Type result : op->getResultTypes()) {
      auto type = cast<TensorType>(result);
      if (!type.isComplete() || !type.hasStaticShape() || type.getError())
        return false;
      if (!moves && type.getNumElements() > maxComputedElements)
        return false;
    }
    bool reads = false;
    for (Value operand : op->getOperands()) {
      Operation *maker = operand.getDefiningOp();
      if (!maker)
        return false;
      if (auto read = dyn_cast<GetParameterOp>(maker)) {
        if (getParameter(read).getTrainable())
          return false;
        reads = true;
      } else if (fixed.contains(maker)) {
        reads = true;
      } else if (!isa<ConstantOp>(maker)) {
        return false;
      }
    }
    return reads;
  }

  /// The elements of a parameter in their order: that costs nothing when the
  /// model runs, and would only double the parameter.
  bool isView(Operation *op) {
    while (isa<AlignRankOp, FlattenOp, ReshapeOp, SqueezeOp, UnsqueezeOp>(op))
      op = op->getOperand(0).getDefiningOp();
    return isa<GetParameterOp>(op);
  }

  /// Something reads its results that cannot be folded.
  bool isEnd(Operation *op) {
    if (isView(op) || (isa<TransposeOp>(op) &&
                       op->getOperand(0).getDefiningOp<GetParameterOp>()))
      return false;
    return llvm::any_of(op->getUsers(), [&](Operation *user) {
      return !fixed.contains(user);
    });
  }

  LogicalResult fold(Operation *op) {
    for (Value result : op->getResults()) {
      if (result.use_empty())
        continue;
      FailureOr<ElementsAttr> value = evaluate(result);
      if (failed(value))
        return failure();
      // No evaluator covers it: it is computed when the model runs.
      if (!*value)
        return success();
      auto type = cast<TensorType>(result.getType());
      auto source = getSource(op);
      builder.setInsertionPointAfter(source);
      std::string name = makeName(source.getSymName());
      ParameterOp::create(builder, source.getLoc(),
                          builder.getStringAttr(name), TypeAttr::get(type),
                          *value, UnitAttr());
      builder.setInsertionPoint(op);
      Value read = GetParameterOp::create(
          builder, op->getLoc(), type,
          FlatSymbolRefAttr::get(op->getContext(), name));
      result.replaceUsesWithIf(read, [&](OpOperand &use) {
        return !fixed.contains(use.getOwner());
      });
      ++count;
    }
    return success();
  }

  /// The value; null if there is no evaluator for it.
  FailureOr<ElementsAttr> evaluate(Value value) {
    if (auto it = values.find(value); it != values.end())
      return it->second;
    Operation *op = value.getDefiningOp();
    if (auto constant = dyn_cast<ConstantOp>(op))
      return constant.getValue();
    if (auto read = dyn_cast<GetParameterOp>(op))
      return readParameter(read);
    SmallVector<ElementsAttr> operands;
    for (Value operand : op->getOperands()) {
      FailureOr<ElementsAttr> known = evaluate(operand);
      if (failed(known) || !*known)
        return known;
      operands.push_back(*known);
    }
    auto results = evaluateOperation(op, operands);
    for (auto [index, result] : llvm::enumerate(op->getResults()))
      values[result] = succeeded(results) ? (*results)[index] : ElementsAttr();
    return values[value];
  }

  FailureOr<ElementsAttr> readParameter(GetParameterOp read) {
    FailureOr<ArrayRef<char>> bytes = reader.read(getParameter(read));
    if (failed(bytes))
      return failure();
    ElementsAttr &value = values[read.getResult()];
    value = DenseResourceElementsAttr::get(
        cast<TensorType>(read.getType()), read.getParameter(),
        UnmanagedAsmResourceBlob::allocateWithAlign(*bytes, /*align=*/1));
    return value;
  }

  ParameterOp getParameter(GetParameterOp read) {
    return module.lookupSymbol<ParameterOp>(read.getParameter());
  }

  /// A parameter that the operation works on, which its results are named
  /// after.
  ParameterOp getSource(Operation *op) {
    while (true) {
      Operation *next = nullptr;
      for (Value operand : op->getOperands()) {
        Operation *maker = operand.getDefiningOp();
        if (auto read = dyn_cast<GetParameterOp>(maker))
          return getParameter(read);
        if (!next && fixed.contains(maker))
          next = maker;
      }
      op = next;
    }
  }

  std::string makeName(StringRef base) {
    std::string name;
    do
      name = (base + ".part" + Twine(next++)).str();
    while (module.lookupSymbol(name));
    return name;
  }

  ModuleOp module;
  OpBuilder builder;
  ParameterReader &reader;
  /// In order.
  llvm::SetVector<Operation *> fixed;
  DenseMap<Value, ElementsAttr> values;
  unsigned count = 0, next = 0;
};

} // namespace

FailureOr<unsigned> foldMovedParameters(ModuleOp module,
                                        ParameterReader &reader) {
  return MovedParameters(module, reader).run();
}

} // namespace tenon
