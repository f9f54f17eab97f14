//===- GraphNested.cpp - Graphs within graphs and calls of functions ------===//

#include "Graph.h"
#include "tenon/Diagnostics/Emission.h"
#include <google/protobuf/unknown_field_set.h>
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// Functions that call themselves would never end.
constexpr unsigned maxDepth = 64;
/// Functions that call others several times each can multiply without end.
constexpr int64_t maxNodes = 100'000;

/// The default domain has two spellings.
std::pair<std::string, std::string> getKey(StringRef domain, StringRef name) {
  return {isDefaultDomain(domain) ? "" : domain.str(), name.str()};
}

/// FunctionProto.attribute_proto, newer than the schema we are built with:
/// attributes with default values.
constexpr int attributeField = 11;

std::vector<::onnx::AttributeProto>
getDefaults(const ::onnx::FunctionProto &function) {
  std::vector<::onnx::AttributeProto> defaults;
  const auto &unknown = function.GetReflection()->GetUnknownFields(function);
  for (int i = 0; i < unknown.field_count(); ++i) {
    const auto &field = unknown.field(i);
    ::onnx::AttributeProto attribute;
    if (field.number() == attributeField &&
        field.type() == google::protobuf::UnknownField::TYPE_LENGTH_DELIMITED &&
        attribute.ParseFromString(field.length_delimited()))
      defaults.push_back(attribute);
  }
  return defaults;
}

using Attributes = llvm::StringMap<const ::onnx::AttributeProto *>;

/// How many nodes a call becomes, before any of them is built: functions that
/// call others several times each multiply. More than the limit may be less
/// than it really is.
class NodeCounter {
public:
  explicit NodeCounter(Session &session) : session(session) {}

  int64_t count(const ::onnx::FunctionProto &function) {
    // Calls this deep are refused for that.
    if (depth > maxDepth)
      return 0;
    auto [it, isNew] = session.callSizes.try_emplace(&function, 0);
    if (!isNew)
      return it->second;
    ++depth;
    int64_t total = 0;
    for (const ::onnx::NodeProto &node : function.node())
      total = std::min(total + count(node), maxNodes + 1);
    --depth;
    return session.callSizes[&function] = total;
  }

private:
  int64_t count(const ::onnx::NodeProto &node) {
    int64_t total = 1;
    if (const ::onnx::FunctionProto *function = session.findFunction(node))
      total += count(*function);
    for (const ::onnx::AttributeProto &attribute : node.attribute())
      for (const ::onnx::NodeProto &inner : attribute.g().node())
        total = std::min(total + count(inner), maxNodes + 1);
    return total;
  }

  Session &session;
  unsigned depth = 0;
};

/// Replaces references to the function's attributes by what the call gives.
void bindAttributes(::onnx::NodeProto &node, const Attributes &given) {
  auto *attributes = node.mutable_attribute();
  for (int i = attributes->size(); i-- > 0;) {
    ::onnx::AttributeProto &attribute = *attributes->Mutable(i);
    if (!attribute.ref_attr_name().empty()) {
      auto it = given.find(attribute.ref_attr_name());
      if (it == given.end()) {
        attributes->DeleteSubrange(i, 1);
        continue;
      }
      std::string name = attribute.name();
      attribute = *it->second;
      attribute.set_name(name);
    }
    if (attribute.has_g())
      for (::onnx::NodeProto &inner : *attribute.mutable_g()->mutable_node())
        bindAttributes(inner, given);
  }
}

} // namespace

SmallVector<Value> GraphBuilder::buildNested(ArrayRef<Value> inputs) {
  readDeclaredTypes();
  for (auto [input, value] : llvm::zip_equal(graph.input(), inputs)) {
    values[input.name()] = value;
    makers[input.name()] = "the input '" + input.name() + "'";
  }
  importInitializers();
  findProducers();
  for (int index : orderNodes())
    importNode(index);
  SmallVector<Value> results;
  for (const auto &output : graph.output()) {
    std::optional<Value> value = lookup(output.name());
    if (!value || !*value) {
      Location at = getFileLocation(output.name());
      emitDiagnostic(at, diag::outputUndefined).fact("name", output.name());
      value = makeFailed(at, output.name());
    }
    results.push_back(*value);
  }
  return results;
}

std::optional<SmallVector<Value>>
GraphBuilder::importSubgraph(const ::onnx::GraphProto &subgraph,
                             ArrayRef<Value> inputs, Location location,
                             StringRef node) {
  auto reject = [&](const Twine &feature) {
    emitDiagnostic(location, diag::featureUnsupported)
        .fact("node", node)
        .fact("feature", feature);
    return std::nullopt;
  };
  if (static_cast<size_t>(subgraph.input_size()) != inputs.size()) {
    emitDiagnostic(location, diag::attributeInvalid)
        .fact("node", node)
        .fact("name", subgraph.name())
        .fact("problem", "the graph has " + Twine(subgraph.input_size()) +
                             " inputs, but gets " + Twine(inputs.size()));
    return std::nullopt;
  }
  if (session.depth >= maxDepth)
    return reject("graphs or functions in each other more than " +
                  Twine(maxDepth) + " deep, or without end");
  session.nodeCount += subgraph.node_size();
  if (session.nodeCount > maxNodes)
    return reject("functions that become more than " + Twine(maxNodes) +
                  " nodes");
  ++session.depth;
  GraphBuilder nested(session, subgraph, opset, this);
  SmallVector<Value> results = nested.buildNested(inputs);
  --session.depth;
  return results;
}

void Session::collectFunctions() {
  for (const ::onnx::FunctionProto &function : proto.functions())
    functions.try_emplace(getKey(function.domain(), function.name()),
                          &function);
}

const ::onnx::FunctionProto *
Session::findFunction(const ::onnx::NodeProto &call) const {
  if (functions.empty())
    return nullptr;
  auto it = functions.find(getKey(call.domain(), call.op_type()));
  return it == functions.end() ? nullptr : it->second;
}

void GraphBuilder::importCall(const ::onnx::NodeProto &call,
                              const ::onnx::FunctionProto &function,
                              Node &node) {
  // One limit is reported once, not for every way that leads there.
  if (session.isExhausted)
    return node.fail();
  session.nodeCount += function.node_size();
  bool isTooDeep = session.depth >= maxDepth;
  bool isTooLarge = session.nodeCount > maxNodes;
  if (session.depth == 0 && !isTooLarge)
    isTooLarge = NodeCounter(session).count(function) > maxNodes;
  session.isExhausted = isTooDeep || isTooLarge;
  if (isTooDeep)
    return node.reportUnsupported("functions that call each other more than " +
                                  Twine(maxDepth) + " deep, or without end");
  if (isTooLarge)
    return node.reportUnsupported("functions that become more than " +
                                  Twine(maxNodes) + " nodes");
  if (!node.requireInputs(0, function.input_size()))
    return;
  std::vector<::onnx::AttributeProto> defaults = getDefaults(function);
  Attributes attributes;
  for (const ::onnx::AttributeProto &attribute : defaults)
    attributes[attribute.name()] = &attribute;
  for (const ::onnx::AttributeProto &attribute : call.attribute())
    attributes[attribute.name()] = &attribute;

  auto body = std::make_unique<::onnx::GraphProto>();
  body->set_name(function.name());
  for (const std::string &input : function.input())
    body->add_input()->set_name(input);
  for (const std::string &output : function.output())
    body->add_output()->set_name(output);
  for (const ::onnx::NodeProto &inner : function.node()) {
    ::onnx::NodeProto &copy = *body->add_node();
    copy = inner;
    bindAttributes(copy, attributes);
  }
  int64_t version = opset;
  for (const auto &import : function.opset_import())
    if (isDefaultDomain(import.domain()))
      version = import.version();
  SmallVector<Value> inputs;
  for (int i = 0; i < function.input_size(); ++i)
    inputs.push_back(node.getInput(i));
  const ::onnx::GraphProto &graph =
      *session.bodies.emplace_back(std::move(body));
  ++session.depth;
  // A body sees no names but its own.
  GraphBuilder nested(session, graph, version, /*parent=*/nullptr);
  SmallVector<Value> results = nested.buildNested(inputs);
  --session.depth;
  for (auto [index, result] : llvm::enumerate(results))
    node.setOutput(index, result);
}

} // namespace tenon::onnx_import
