//===- Graph.cpp - Building a model from an ONNX graph --------------------===//

#include "Graph.h"
#include "Tensor.h"
#include "tenon/Diagnostics/Location.h"
#include "tenon/Dialect/IR/Creation.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

constexpr int64_t oldestOpset = 1, newestOpset = 25;

} // namespace

bool isDefaultDomain(StringRef domain) {
  return domain.empty() || domain == "ai.onnx";
}

Session::Session(const ::onnx::ModelProto &proto, const Skeleton &skeleton,
                 StringRef fileName, ModuleOp module)
    : proto(proto), skeleton(skeleton), fileName(fileName), module(module),
      builder(module.getContext()) {
#define TENON_FAMILY(FAMILY) register##FAMILY##Operators(registry);
#include "tenon/Dialect/IR/Families.def"
  collectFunctions();
}

Session::~Session() = default;

GraphBuilder::GraphBuilder(Session &session, const ::onnx::GraphProto &graph,
                           int64_t opset, GraphBuilder *parent)
    : session(session), graph(graph), parent(parent), opset(opset),
      fileName(session.fileName), module(session.module),
      builder(session.builder), model(session.model) {}

bool GraphBuilder::build() {
  if (!findOpset())
    return false;
  nameModel();
  readDeclaredTypes();
  importInitializers();
  importInputs();
  findProducers();
  for (int index : orderNodes())
    importNode(index);
  importOutputs();
  return true;
}

void GraphBuilder::readDeclaredTypes() {
  for (const auto &value : graph.value_info())
    if (FailureOr<TensorType> type =
            readType(value, getFileLocation(value.name()));
        succeeded(type))
      declaredTypes[value.name()] = *type;
  for (const auto &value : graph.output())
    if (FailureOr<TensorType> type =
            readType(value, getFileLocation(value.name()));
        succeeded(type))
      declaredTypes[value.name()] = *type;
}

Location GraphBuilder::getFileLocation(const Twine &what) {
  MLIRContext *context = module.getContext();
  Location file =
      FileLineColRange::get(StringAttr::get(context, fileName), 0, 0, 0, 0);
  return NameLoc::get(StringAttr::get(context, what), file);
}

bool GraphBuilder::findOpset() {
  Location at = getFileLocation(graph.name());
  const ::onnx::ModelProto &proto = session.proto;
  for (const auto &import : proto.opset_import())
    if (isDefaultDomain(import.domain()))
      opset = import.version();
  // Files of the first two versions of the format cannot say.
  if (proto.opset_import_size() == 0 && proto.ir_version() < 3)
    opset = 1;
  // Without operators of the default domain it does not matter.
  if (opset == 0 && proto.opset_import_size() > 0)
    opset = newestOpset;
  if (opset >= oldestOpset && opset <= newestOpset)
    return true;
  if (opset == 0 && proto.opset_import_size() == 0) {
    emitDiagnostic(at, diag::fileMalformed)
        .fact("file", fileName)
        .fact("format", "ONNX")
        .fact("problem", "it imports no operator set");
    return false;
  }
  emitDiagnostic(at, diag::featureUnsupported)
      .fact("node", "'" + fileName + "'")
      .fact("feature", "operator set " + Twine(opset))
      .help("convert the model to an operator set from " + Twine(oldestOpset) +
            " to " + Twine(newestOpset));
  return false;
}

void GraphBuilder::nameModel() {
  // The file's stem names the compiled functions, so it must be a C name.
  std::string name;
  for (char c : llvm::sys::path::stem(fileName))
    name += llvm::isAlnum(c) ? c : '_';
  if (name.empty() || llvm::isDigit(name[0]))
    name = "model_" + name;
  // Weights keep their names; the model must not share one.
  llvm::StringSet<> weights;
  for (const ::onnx::TensorProto &tensor : graph.initializer())
    weights.insert(tensor.name());
  while (weights.contains(name))
    name += "_";
  builder.setInsertionPointToEnd(module.getBody());
  ArrayAttr none = builder.getArrayAttr({});
  model = ModelOp::create(builder, getFileLocation(graph.name()),
                          builder.getStringAttr(name), none, none, none);
  model.getBody().emplaceBlock();
  builder.setInsertionPointToEnd(&model.getBlock());
}

void GraphBuilder::define(StringRef name, Value value, StringRef maker) {
  auto [it, inserted] = values.try_emplace(name, value);
  if (inserted) {
    makers[name] = maker.str();
    return;
  }
  emitDiagnostic(value.getLoc(), diag::duplicateName)
      .fact("name", name)
      .fact("first", makers[name])
      .fact("second", maker);
}

void GraphBuilder::importInputs() {
  SmallVector<Attribute> names;
  for (const auto &input : graph.input()) {
    // Old files list initializers as inputs with a default.
    if (values.contains(input.name()) &&
        StringRef(makers[input.name()]).starts_with("the initializer"))
      continue;
    Location at = getFileLocation(input.name());
    FailureOr<TensorType> type = readType(input, at);
    TensorType known =
        succeeded(type) ? *type
                        : TensorType::getUnknown(at.getContext()).withError();
    // Open sizes get a symbol by the input's name and axis, as in the check.
    if (known.hasRank() && !known.getError()) {
      SmallVector<DimAttr> dims(known.getDims());
      for (auto [axis, dim] : llvm::enumerate(dims))
        if (dim.isUnknown())
          dim = DimAttr::getSymbol(
              at.getContext(),
              input.name() + "_axis" + std::to_string(axis));
      known = known.withDims(dims);
    }
    Value argument = model.getBlock().addArgument(known, at);
    names.push_back(builder.getStringAttr(input.name()));
    define(input.name(), argument, "the input '" + input.name() + "'");
  }
  model.setInputNamesAttr(builder.getArrayAttr(names));
  for (BlockArgument argument : model.getBlock().getArguments())
    for (DimAttr dim : cast<TensorType>(argument.getType()).getDims())
      if (StringAttr symbol = dim.getSymbol())
        model.declareSymbol(symbol);
}

void GraphBuilder::findProducers() {
  for (auto [index, node] : llvm::enumerate(graph.node()))
    for (const std::string &output : node.output())
      if (!output.empty())
        producers.try_emplace(output, index);
}

std::optional<Value> GraphBuilder::lookup(StringRef name) const {
  for (const GraphBuilder *scope = this; scope; scope = scope->parent)
    if (auto it = scope->values.find(name); it != scope->values.end())
      return it->second;
  return std::nullopt;
}

namespace {

/// What a node reads: its inputs, and the names that its graphs read, which may
/// be names of their own.
void collectReads(const ::onnx::NodeProto &node,
                  SmallVectorImpl<const std::string *> &reads) {
  for (const std::string &name : node.input())
    reads.push_back(&name);
  for (const auto &attribute : node.attribute()) {
    for (const auto &inner : attribute.g().node())
      collectReads(inner, reads);
    for (const auto &output : attribute.g().output())
      reads.push_back(&output.name());
  }
}

} // namespace

/// Depth-first, so that nodes that stand before what they read still work; a
/// node that waits for itself is reported and keeps its place.
SmallVector<int> GraphBuilder::orderNodes() {
  enum State : char { New, Open, Done };
  SmallVector<State> states(graph.node_size(), New);
  SmallVector<int> order;
  struct Visit {
    int index;
    size_t next = 0;
    SmallVector<const std::string *> reads;
  };
  std::vector<Visit> stack;
  auto open = [&](int index) {
    states[index] = Open;
    stack.push_back({index, 0, {}});
    collectReads(graph.node(index), stack.back().reads);
  };
  for (int root = 0; root < graph.node_size(); ++root) {
    if (states[root] != New)
      continue;
    open(root);
    while (!stack.empty()) {
      int index = stack.back().index;
      size_t &next = stack.back().next;
      if (next == stack.back().reads.size()) {
        states[index] = Done;
        order.push_back(index);
        stack.pop_back();
        continue;
      }
      const std::string &name = *stack.back().reads[next++];
      auto it = producers.find(name);
      if (it == producers.end() || values.contains(name))
        continue;
      int producer = it->second;
      if (producer == index)
        // A name of one of its graphs, or a node that reads itself.
        if (!llvm::is_contained(graph.node(index).input(), name))
          continue;
      if (states[producer] == Open) {
        emitDiagnostic(getNodeLocation(index), diag::cyclicGraph)
            .fact("node", describe(index))
            .fact("name", name)
            .fact("maker", describe(producer));
        values[name] = makeFailed(getNodeLocation(index), name);
        makers[name] = "a loop";
      } else if (states[producer] == New) {
        open(producer);
      }
    }
  }
  return order;
}

Value GraphBuilder::makeFailed(Location location, StringRef name) {
  TensorType type = TensorType::getUnknown(builder.getContext());
  if (auto it = declaredTypes.find(name); it != declaredTypes.end())
    type = it->second;
  type = type.withError(!type.isComplete());
  auto op = UnresolvedOp::create(builder, location, TypeRange{type},
                                 builder.getStringAttr(name));
  return op.getResult(0);
}

void GraphBuilder::reportMissing(int node, StringRef name) {
  DiagnosticBuilder report =
      emitDiagnostic(getNodeLocation(node), diag::undefinedValue);
  report.fact("node", describe(node)).fact("name", name);
  // Comparing costs the product of the lengths.
  constexpr size_t maxLength = 64, maxComparisons = 100'000;
  StringRef nearest;
  unsigned best = std::max<size_t>(2, name.size() / 4) + 1;
  auto consider = [&](StringRef candidate) {
    size_t longer = std::max(candidate.size(), name.size());
    size_t shorter = std::min(candidate.size(), name.size());
    if (longer > maxLength || longer - shorter >= best ||
        comparisons == maxComparisons)
      return;
    ++comparisons;
    unsigned distance = name.edit_distance(candidate, true, best);
    if (distance < best || (distance == best && candidate < nearest)) {
      best = distance;
      nearest = candidate;
    }
  };
  for (const GraphBuilder *scope = this; scope; scope = scope->parent)
    for (StringRef candidate : scope->values.keys())
      consider(candidate);
  for (StringRef candidate : producers.keys())
    consider(candidate);
  if (!nearest.empty())
    report.help("did you mean '" + nearest + "'?");
}

void GraphBuilder::importNode(int index) {
  const ::onnx::NodeProto &proto = graph.node(index);
  Location location = getNodeLocation(index);
  std::string description = describe(index);
  SmallVector<Value> inputs;
  for (const std::string &name : proto.input()) {
    if (name.empty()) {
      inputs.push_back({});
      continue;
    }
    std::optional<Value> value = lookup(name);
    if (!value) {
      reportMissing(index, name);
      value = makeFailed(location, name);
      values[name] = *value;
      makers[name] = "nothing";
    }
    inputs.push_back(*value);
  }
  Node node(proto, opset, location, builder, inputs, description,
            declaredTypes, *this);
  const OperatorRegistry::Function *function =
      isDefaultDomain(proto.domain())
          ? session.registry.lookup(proto.op_type())
          : nullptr;
  const ::onnx::FunctionProto *body = session.findFunction(proto);
  if (body) {
    importCall(proto, *body, node);
  } else if (function) {
    (*function)(node);
  } else {
    DiagnosticBuilder report =
        emitDiagnostic(location, diag::operatorUnsupported);
    report.fact("node", description);
    if (!isDefaultDomain(proto.domain()))
      report.note("it belongs to the domain '" + proto.domain() + "'");
  }
  for (unsigned i = 0; i < node.getOutputCount(); ++i) {
    if (!node.hasOutput(i))
      continue;
    const std::string &name = proto.output(i);
    Value value = node.getOutputs()[i];
    if (!value) {
      if ((function || body) && !node.hasFailed())
        node.reportUnsupported("its output '" + name + "'");
      value = makeFailed(location, name);
    }
    if (makers.contains(name) && makers[name] == "a loop") {
      values[name] = value;
      continue;
    }
    define(name, value, description);
  }
}

void GraphBuilder::importOutputs() {
  SmallVector<Value> results;
  SmallVector<Attribute> names;
  for (const auto &output : graph.output()) {
    auto it = values.find(output.name());
    names.push_back(builder.getStringAttr(output.name()));
    if (it != values.end()) {
      results.push_back(it->second);
      continue;
    }
    Location at = getFileLocation(output.name());
    emitDiagnostic(at, diag::outputUndefined).fact("name", output.name());
    results.push_back(makeFailed(at, output.name()));
  }
  OutputOp::create(builder, getFileLocation("outputs"), results,
                   builder.getArrayAttr(names));
}

} // namespace tenon::onnx_import
