//===- ControlFlowIf.cpp - ONNX's If --------------------------------------===//
//
// A condition that is known when compiling leaves one branch. Otherwise both
// are compiled, and their results need one type: sizes that differ become sizes
// that the data decides. Numbers of axes cannot, so a condition on sizes alone
// is demanded to hold then.
//
//===----------------------------------------------------------------------===//

#include "Integers.h"
#include "tenon/Dialect/IR/ControlFlow.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerIfOperators(OperatorRegistry &registry);

namespace {

class IfImport {
public:
  explicit IfImport(Node &node) : node(node), builder(node.builder) {}

  void run() {
    if (!node.requireInputs(1, 1))
      return;
    if (auto truth = getTruth()) {
      if (auto outputs = node.importGraph(names[*truth ? 0 : 1], {}))
        for (auto [index, value] : llvm::enumerate(*outputs))
          node.setOutput(index, value);
      return;
    }
    SmallVector<Type> types(node.getOutputCount(),
                            TensorType::getUnknown(builder.getContext()));
    op = IfOp::create(builder, node.location, types, node.getInput(0),
                      /*sizes=*/ArrayAttr());
    bool isRight = importBranch(0);
    if (!importBranch(1) || !isRight) {
      op.erase();
      return node.fail();
    }
    if (demandOne())
      return;
    joinSizes();
  }

private:
  std::optional<bool> getTruth() {
    if (ElementsAttr constant = builder.getConstant(node.getInput(0)))
      if (auto host = HostTensor::read(constant);
          succeeded(host) && host->getCount() == 1 && !host->isFloat())
        return host->integers[0] != 0;
    return std::nullopt;
  }

  Region &getRegion(unsigned branch) { return op->getRegion(branch); }

  OperandRange getYielded(unsigned branch) {
    return getRegion(branch).front().getTerminator()->getOperands();
  }

  bool importBranch(unsigned branch) {
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToEnd(&getRegion(branch).emplaceBlock());
    // What holds in a branch need not hold outside.
    ShapeEnv env = builder.state.env;
    auto outputs = node.importGraph(names[branch], {});
    builder.state.env = std::move(env);
    size_t wanted = node.getOutputCount();
    bool isRight = outputs && outputs->size() == wanted;
    if (outputs && !isRight)
      node.reportAttribute(names[branch],
                           "it has " + Twine(outputs->size()) +
                               " outputs, but the node has " + Twine(wanted));
    YieldOp::create(builder, node.location,
                    isRight ? ValueRange(*outputs) : ValueRange());
    return isRight;
  }

  //===--- branches of different numbers of axes ---===//

  bool differInAxes() {
    return llvm::any_of(llvm::zip_equal(getYielded(0), getYielded(1)),
                        [](auto pair) {
                          auto [a, b] = pair;
                          TensorType x = ModelBuilder::getType(a),
                                     y = ModelBuilder::getType(b);
                          return x.hasRank() && y.hasRank() &&
                                 x.getRank() != y.getRank();
                        });
  }

  /// The comparison of sizes that the condition is made of; `branch` is where
  /// they are equal.
  EqualOp findComparison(unsigned &branch) {
    Value condition = node.getInput(0);
    branch = 0;
    while (Operation *maker = condition.getDefiningOp()) {
      if (auto equal = dyn_cast<EqualOp>(maker))
        return equal;
      if (isa<NotOp>(maker))
        branch = 1 - branch;
      else if (!isa<CastOp, ReshapeOp, SqueezeOp, UnsqueezeOp, AlignRankOp>(
                   maker))
        return {};
      condition = maker->getOperand(0);
    }
    return {};
  }

  /// Exporters write `x.squeeze(axis)` as "if the axis has size 1, then
  /// without it, else with it". What follows fits one of these alone, and that
  /// is the first wherever it was exported from.
  bool demandOne() {
    unsigned branch = 0;
    if (!differInAxes())
      return false;
    EqualOp equal = findComparison(branch);
    if (!equal)
      return false;
    auto lhs = builder.getDims(equal.getLhs()),
         rhs = builder.getDims(equal.getRhs());
    if (!lhs || !rhs || lhs->size() != 1 || rhs->size() != 1 ||
        lhs->front().isUnknown() || rhs->front().isUnknown())
      return false;
    SmallVector<Value> outputs(getYielded(branch));
    Block &taken = getRegion(branch).front();
    taken.getTerminator()->erase();
    op->getBlock()->getOperations().splice(op->getIterator(),
                                           taken.getOperations());
    {
      // Which sizes must be equal for that.
      OpBuilder::InsertionGuard guard(builder);
      builder.setInsertionPoint(op);
      ArrayAttr wanted = builder.getArrayAttr({rhs->front()});
      Integers integers(node);
      node.make<AsSizesOp>(integers.vector(equal.getLhs()), wanted, wanted);
      builder.state.env.assumeEqual(lhs->front(), rhs->front());
    }
    forget();
    for (auto [index, value] : llvm::enumerate(outputs))
      node.setOutput(index, value);
    return true;
  }

  /// Takes back the node and what is in it.
  void forget() {
    op->walk([&](Operation *inner) {
      for (Value result : inner->getResults()) {
        builder.state.values.erase(result);
        builder.state.tainted.erase(result);
      }
    });
    op.erase();
  }

  //===--- branches of different sizes ---===//

  /// A name for a size, which no other node with branches gives.
  DimAttr makeSize(unsigned result, int64_t axis) {
    llvm::StringSet<> taken;
    op->getParentOfType<ModelOp>().walk([&](IfOp other) {
      if (auto sizes = other.getSizes())
        for (Attribute dims : *sizes)
          for (auto dim : cast<ArrayAttr>(dims).getAsRange<DimAttr>())
            if (StringAttr symbol = dim.getSymbol())
              taken.insert(symbol.getValue());
    });
    std::string name = node.getOutputName().str();
    for (char &c : name)
      c = llvm::isAlnum(c) ? c : '_';
    name += "_" + std::to_string(result) + "_axis" + std::to_string(axis);
    while (taken.contains(name))
      name += "_";
    return DimAttr::getSymbol(builder.getContext(), name);
  }

  /// The sizes of a result: the same in both branches, or new ones.
  ArrayAttr getSizes(unsigned result) {
    TensorType a = ModelBuilder::getType(getYielded(0)[result]),
               b = ModelBuilder::getType(getYielded(1)[result]);
    if (!a.isComplete() || !b.isComplete() || a.getRank() != b.getRank())
      return {};
    SmallVector<Attribute> dims;
    for (int64_t axis = 0; axis < a.getRank(); ++axis)
      dims.push_back(builder.state.env.compare(a.getDim(axis),
                                               b.getDim(axis)) ==
                             DimComparison::Equal
                         ? a.getDim(axis)
                         : makeSize(result, axis));
    return builder.getArrayAttr(dims);
  }

  void joinSizes() {
    SmallVector<Attribute> sizes;
    for (unsigned result = 0; result < op.getNumResults(); ++result)
      if (ArrayAttr dims = getSizes(result))
        sizes.push_back(dims);
    if (sizes.size() == op.getNumResults())
      op.setSizesAttr(builder.getArrayAttr(sizes));
    (void)inferOperation(op, builder.state);
    for (unsigned result = 0; result < node.getOutputCount(); ++result)
      node.setOutput(result, op.getResult(result));
  }

  Node &node;
  ModelBuilder &builder;
  IfOp op;
  static constexpr StringRef names[] = {"then_branch", "else_branch"};
};

} // namespace

void registerIfOperators(OperatorRegistry &registry) {
  registry.add("If", [](Node &node) { IfImport(node).run(); });
}

} // namespace tenon::onnx_import
