//===- ControlFlowScan.cpp - ONNX's Scan ----------------------------------===//
//
// A loop that is counted by an axis: it takes one slice of each scanned input
// a turn and stacks what it yields.
//
//===----------------------------------------------------------------------===//

#include "Integers.h"
#include "tenon/Dialect/IR/ControlFlow.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon::onnx_import {

void registerScanOperators(OperatorRegistry &registry);

namespace {

/// What a scan is given. Axes and directions have an entry for each scanned
/// input and each stacked output.
struct Scan {
  SmallVector<Value> states, inputs;
  SmallVector<int64_t> inputAxes, inputBackward, outputAxes, outputBackward;
};

/// A loop over the body's turns; `body` gives what is yielded after the
/// condition.
LoopOp makeLoop(Node &node, Value turns, DimAttr count, ArrayRef<Value> states,
                unsigned stacks,
                llvm::function_ref<std::optional<SmallVector<Value>>(
                    Value, ValueRange)>
                    body) {
  ModelBuilder &builder = node.builder;
  Value yes = builder.makeScalar(node.location, builder.getI1Type(), 1);
  SmallVector<Type> types(states.size() + stacks + 1,
                          TensorType::getUnknown(builder.getContext()));
  auto loop = LoopOp::create(builder, node.location, types, turns, yes, states,
                             builder.getArrayAttr({count}),
                             builder.getUnitAttr());
  {
    OpBuilder::InsertionGuard guard(builder);
    Block &block = loop.getBody().emplaceBlock();
    block.addArgument(TensorType::get(ArrayRef<int64_t>(), builder.getI64Type()),
                      node.location);
    for (Value state : states)
      block.addArgument(state.getType(), node.location);
    builder.setInsertionPointToEnd(&block);
    auto yielded =
        body(block.getArgument(0), block.getArguments().drop_front());
    if (yielded && yielded->size() + 1 == types.size()) {
      yielded->insert(yielded->begin(), yes);
      YieldOp::create(builder, node.location, *yielded);
    } else {
      loop.erase();
      node.fail();
      return {};
    }
  }
  (void)inferOperation(loop, builder.state);
  return loop;
}

/// The final states and the stacked outputs.
std::optional<SmallVector<Value>> makeScan(Node &node, const Scan &scan,
                                           unsigned stacks) {
  Integers integers(node);
  TensorType first = ModelBuilder::getType(scan.inputs.front());
  if (!first.hasRank() || scan.inputAxes.front() >= first.getRank()) {
    node.reportUnsupported("an input of an unknown number of axes");
    return std::nullopt;
  }
  int64_t axis = scan.inputAxes.front();
  Value turns = integers.shape(scan.inputs.front(), axis, axis + 1);
  Value last = integers.scalar(integers.sub(turns, integers.constant(1)));
  LoopOp loop = makeLoop(
      node, turns, first.getDim(axis), scan.states, stacks,
      [&](Value turn, ValueRange states) {
        SmallVector<Value> arguments(states);
        for (auto [index, input] : llvm::enumerate(scan.inputs)) {
          Value at = scan.inputBackward[index] ? node.make<SubOp>(last, turn)
                                               : turn;
          arguments.push_back(
              node.make<GatherOp>(input, at, scan.inputAxes[index]));
        }
        return node.importGraph("body", arguments);
      });
  if (!loop)
    return std::nullopt;
  SmallVector<Value> results(loop.getResults().drop_back());
  for (unsigned i = 0; i < stacks; ++i) {
    Value &stack = results[scan.states.size() + i];
    if (scan.outputBackward[i])
      stack = node.make<SliceOp>(stack, ArrayRef<int64_t>(-1),
                                 ArrayRef<int64_t>(INT64_MIN + 1),
                                 ArrayRef<int64_t>(0), ArrayRef<int64_t>(-1));
    TensorType type = ModelBuilder::getType(stack);
    int64_t wanted = scan.outputAxes[i];
    if (wanted == 0 || !type.hasRank())
      continue;
    wanted = wanted < 0 ? wanted + type.getRank() : wanted;
    SmallVector<int64_t> order;
    for (int64_t other = 1; other < type.getRank(); ++other)
      order.push_back(other);
    if (wanted < 0 || wanted > int64_t(order.size())) {
      node.reportAttribute("scan_output_axes",
                           "it names an axis that " + type.getShapeText() +
                               " does not have");
      return std::nullopt;
    }
    order.insert(order.begin() + wanted, 0);
    stack = node.make<TransposeOp>(stack, order);
  }
  return results;
}

std::optional<SmallVector<int64_t>> readList(Node &node, StringRef name,
                                             size_t count) {
  auto list = node.getInts(name);
  if (!list)
    return SmallVector<int64_t>(count, 0);
  if (list->size() == count)
    return list;
  node.reportAttribute(name, "it has " + Twine(list->size()) +
                                 " entries, but needs " + Twine(count));
  return std::nullopt;
}

/// Operator set 8 scans each element of a batch.
void importBatchedScan(Node &node, Scan scan, unsigned stacks) {
  Integers integers(node);
  Value batch = scan.inputs.front();
  TensorType type = ModelBuilder::getType(batch);
  if (!type.hasRank() || type.getRank() < 2)
    return node.reportUnsupported("an input without a batch");
  LoopOp loop = makeLoop(
      node, integers.shape(batch, 0, 1), type.getDim(0), {},
      scan.states.size() + stacks, [&](Value turn, ValueRange) {
        Scan element = scan;
        for (SmallVector<Value> *values : {&element.states, &element.inputs})
          for (Value &value : *values)
            value = node.make<GatherOp>(value, turn, int64_t(0));
        return makeScan(node, element, stacks);
      });
  if (!loop)
    return;
  for (auto [index, value] :
       llvm::enumerate(loop.getResults().drop_back()))
    node.setOutput(index, value);
}

void importScan(Node &node) {
  bool isBatched = node.getOpset() < 9;
  unsigned skipped = isBatched ? 1 : 0;
  int64_t count = node.getInt("num_scan_inputs", 0);
  auto size = node.getGraphSize("body");
  if (!size || !node.requireInputs(0, UINT_MAX))
    return;
  int64_t given = int64_t(node.getInputCount()) - skipped;
  if (count < 1 || count > given)
    return node.reportAttribute("num_scan_inputs",
                                "it is " + Twine(count) +
                                    ", but the node has " + Twine(given) +
                                    " inputs");
  if (isBatched && node.getInput(0))
    return node.reportUnsupported("lengths of sequences");
  Scan scan;
  for (unsigned i = skipped; i < node.getInputCount(); ++i) {
    if (!node.getInput(i))
      return node.reportUnsupported("an input that is left out");
    bool isState = i - skipped < given - count;
    (isState ? scan.states : scan.inputs).push_back(node.getInput(i));
  }
  if (size->second != node.getOutputCount() ||
      size->second < scan.states.size())
    return node.reportAttribute("body", "it has " + Twine(size->second) +
                                            " outputs, but the node has " +
                                            Twine(node.getOutputCount()));
  unsigned stacks = size->second - scan.states.size();
  auto inputAxes = readList(node, "scan_input_axes", count);
  auto outputAxes = readList(node, "scan_output_axes", stacks);
  auto inputBackward = readList(
      node, isBatched ? "directions" : "scan_input_directions", count);
  auto outputBackward = readList(node, "scan_output_directions", stacks);
  if (!inputAxes || !outputAxes || !inputBackward || !outputBackward)
    return;
  for (auto [axis, input] : llvm::zip_equal(*inputAxes, scan.inputs)) {
    TensorType type = ModelBuilder::getType(input);
    if (axis < 0 && type.hasRank())
      axis += type.getRank();
    if (axis < 0)
      return node.reportAttribute("scan_input_axes",
                                  "it names an axis that " +
                                      type.getShapeText() + " does not have");
  }
  scan.inputAxes = *inputAxes;
  scan.outputAxes = *outputAxes;
  scan.inputBackward = *inputBackward;
  scan.outputBackward = *outputBackward;
  if (isBatched)
    return importBatchedScan(node, scan, stacks);
  if (auto results = makeScan(node, scan, stacks))
    for (auto [index, value] : llvm::enumerate(*results))
      node.setOutput(index, value);
}

} // namespace

void registerScanOperators(OperatorRegistry &registry) {
  registry.add("Scan", importScan);
}

} // namespace tenon::onnx_import
