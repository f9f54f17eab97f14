//===- ControlFlow.cpp - ONNX operators of the ControlFlow family ---------===//

#include "tenon/Dialect/IR/ControlFlow.h"
#include "Integers.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerIfOperators(OperatorRegistry &registry);
void registerScanOperators(OperatorRegistry &registry);

namespace {

std::optional<bool> getTruth(Node &node, Value value) {
  if (ElementsAttr constant = node.builder.getConstant(value))
    if (auto host = HostTensor::read(constant);
        succeeded(host) && host->getCount() == 1 && !host->isFloat())
      return host->integers[0] != 0;
  return std::nullopt;
}

Value makeTruth(Node &node, bool value) {
  return node.builder.makeScalar(node.location, node.builder.getI1Type(),
                                 value);
}

/// Imports a Loop node in steps that lean on each other.
class LoopImport {
public:
  explicit LoopImport(Node &node) : node(node), builder(node.builder) {}

  void run() {
    auto size = node.getGraphSize("body");
    if (!size || !node.requireInputs(0, UINT_MAX))
      return;
    for (unsigned i = 2; i < size->first; ++i)
      inits.push_back(node.getInput(i));
    if (size->first < 2 || size->second < inits.size() + 1 ||
        size->second - 1 != node.getOutputCount() ||
        llvm::is_contained(inits, Value()))
      return node.reportAttribute(
          "body", "it has " + Twine(size->first) + " inputs and " +
                      Twine(size->second) + " outputs, which does not fit " +
                      Twine(node.getInputCount()) + " inputs and " +
                      Twine(node.getOutputCount()) + " outputs of the node");
    stacks = size->second - 1 - inits.size();
    turns = node.getInput(0);
    start = node.getInput(1) ? node.getInput(1) : makeTruth(node, true);
    if (turns)
      turns = Integers(node).vector(turns);
    create();
    if (!node.hasFailed())
      finish();
  }

private:
  /// The loop with a room that is decided once the body is known.
  void create() {
    SmallVector<Type> types(inits.size() + stacks + 1,
                            TensorType::getUnknown(builder.getContext()));
    Value most = turns ? turns
                       : builder.makeIntegers(node.location, {INT64_MAX},
                                              /*scalar=*/true);
    DimAttr zero = DimAttr::get(builder.getContext(), 0);
    loop = LoopOp::create(builder, node.location, types, most, start, inits,
                          builder.getArrayAttr({zero}), UnitAttr());
    OpBuilder::InsertionGuard guard(builder);
    Block &body = loop.getBody().emplaceBlock();
    auto scalar = TensorType::get(ArrayRef<int64_t>(), builder.getI64Type());
    body.addArgument(scalar, node.location);
    for (Value init : inits)
      body.addArgument(init.getType(), node.location);
    builder.setInsertionPointToEnd(&body);
    SmallVector<Value> arguments = {body.getArgument(0),
                                    makeTruth(node, true)};
    llvm::append_range(arguments, body.getArguments().drop_front());
    auto outputs = node.importGraph("body", arguments);
    if (!outputs) {
      loop.erase();
      return node.fail();
    }
    for (unsigned i = 0; i < inits.size() && i + 1 < outputs->size(); ++i)
      (*outputs)[1 + i] = node.coerce((*outputs)[1 + i],
                                      ModelBuilder::getType(inits[i]));
    YieldOp::create(builder, node.location, *outputs);
    isCounted = turns && getTruth(node, start) == true &&
                getTruth(node, outputs->front()) == true;
  }

  DimAttr getRoom() {
    auto known = turns ? builder.getDims(turns) : std::nullopt;
    constexpr int64_t reasonable = 1 << 16;
    if (known && known->size() == 1 && !known->front().isUnknown()) {
      DimAttr count = DimAttr::max(
          {known->front(), DimAttr::get(builder.getContext(), 0)});
      if (isCounted || count.getConstant().value_or(0) <= reasonable)
        return count;
    }
    TensorType declared = node.getDeclared(inits.size());
    if (declared.hasRank() && declared.getRank() > 0 &&
        declared.getDim(0).getConstant()) {
      isCounted = false;
      return declared.getDim(0);
    }
    isCounted = false;
    return builder.makeLimit((node.getOutputName() + "_turns").str());
  }

  void finish() {
    DimAttr room = DimAttr::get(builder.getContext(), 0);
    if (stacks)
      room = getRoom();
    loop.setRoomAttr(builder.getArrayAttr({room}));
    loop.setCounted(isCounted);
    (void)inferOperation(loop, builder.state);
    for (unsigned i = 0; i < inits.size(); ++i)
      node.setOutput(i, loop.getResult(i));
    if (!stacks)
      return;
    Value count;
    if (!isCounted) {
      TensorType declared = node.getDeclared(inits.size());
      DimAttr wanted = DimAttr::getUnknown(builder.getContext());
      if (declared.hasRank() && declared.getRank() > 0)
        wanted = declared.getDim(0);
      count = node.makeSizes(loop.getResults().back(), room, wanted, "turns");
      if (!count)
        return;
    }
    for (unsigned i = inits.size(); i < inits.size() + stacks; ++i) {
      Value stack = loop.getResult(i);
      if (count)
        stack = node.make<DynamicSliceOp>(stack, Integers(node).constant(0),
                                          count, ArrayRef<int64_t>(0),
                                          ArrayRef<int64_t>(1));
      node.setOutput(i, stack);
    }
  }

  Node &node;
  ModelBuilder &builder;
  SmallVector<Value> inits;
  unsigned stacks = 0;
  Value turns, start;
  LoopOp loop;
  bool isCounted = false;
};

} // namespace

void registerControlFlowOperators(OperatorRegistry &registry) {
  registry.add("Loop", [](Node &node) { LoopImport(node).run(); });
  registerIfOperators(registry);
  registerScanOperators(registry);
}

} // namespace tenon::onnx_import
