//===- Node.cpp - One ONNX node, as a family's mapping sees it ------------===//

#include "tenon/Import/ONNX/Node.h"
#include "Tensor.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Movement.h"
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon::onnx_import {

using Attribute = ::onnx::AttributeProto;

Node::Node(const ::onnx::NodeProto &proto, int64_t opset, Location location,
           ModelBuilder &builder, ArrayRef<Value> inputs, StringRef description,
           const llvm::StringMap<TensorType> &declared,
           SubgraphImporter &subgraphs)
    : builder(builder), location(location), proto(proto), opset(opset),
      inputs(inputs), outputs(proto.output_size()), description(description),
      declared(declared), subgraphs(subgraphs) {
  // Trailing inputs may be given as empty names.
  while (!this->inputs.empty() && !this->inputs.back())
    this->inputs.pop_back();
}

StringRef Node::getType() const { return proto.op_type(); }

bool Node::requireInputs(unsigned least, unsigned most) {
  bool enough = inputs.size() >= least && inputs.size() <= most;
  for (unsigned i = 0; enough && i < least; ++i)
    enough = static_cast<bool>(inputs[i]);
  if (enough)
    return true;
  failed = true;
  std::string wanted = std::to_string(least);
  if (most == UINT_MAX)
    wanted += " or more";
  else if (most != least)
    wanted += " to " + std::to_string(most);
  emitDiagnostic(location, diag::operandCount)
      .fact("node", description)
      .fact("count", inputs.size())
      .fact("wanted", wanted);
  return false;
}

unsigned Node::getOutputCount() const { return proto.output_size(); }

bool Node::hasOutput(unsigned index) const {
  return index < getOutputCount() && !proto.output(index).empty();
}

StringRef Node::getOutputName() const {
  for (const std::string &name : proto.output())
    if (!name.empty())
      return name;
  return "";
}

const Attribute *Node::find(StringRef name) const {
  for (const Attribute &attribute : proto.attribute())
    if (attribute.name() == name)
      return &attribute;
  return nullptr;
}

bool Node::hasAttribute(StringRef name) const { return find(name) != nullptr; }

void Node::reportAttribute(StringRef name, const Twine &problem) {
  failed = true;
  emitDiagnostic(location, diag::attributeInvalid)
      .fact("node", description)
      .fact("name", name)
      .fact("problem", problem);
}

void Node::reportUnsupported(const Twine &feature) {
  failed = true;
  emitDiagnostic(location, diag::featureUnsupported)
      .fact("node", description)
      .fact("feature", feature);
}

int64_t Node::getInt(StringRef name, int64_t otherwise) {
  const Attribute *attribute = find(name);
  if (!attribute)
    return otherwise;
  if (attribute->type() == Attribute::INT ||
      (attribute->type() == Attribute::UNDEFINED && attribute->has_i()))
    return attribute->i();
  reportAttribute(name, "it must be an integer");
  return otherwise;
}

double Node::getFloat(StringRef name, double otherwise) {
  const Attribute *attribute = find(name);
  if (!attribute)
    return otherwise;
  if (attribute->type() == Attribute::FLOAT ||
      (attribute->type() == Attribute::UNDEFINED && attribute->has_f()))
    return attribute->f();
  reportAttribute(name, "it must be a number");
  return otherwise;
}

std::string Node::getString(StringRef name, StringRef otherwise) {
  const Attribute *attribute = find(name);
  if (!attribute)
    return otherwise.str();
  if (attribute->type() == Attribute::STRING ||
      (attribute->type() == Attribute::UNDEFINED && attribute->has_s()))
    return attribute->s();
  reportAttribute(name, "it must be a string");
  return otherwise.str();
}

std::optional<SmallVector<int64_t>> Node::getInts(StringRef name) {
  const Attribute *attribute = find(name);
  if (!attribute)
    return std::nullopt;
  if (attribute->type() == Attribute::INTS ||
      (attribute->type() == Attribute::UNDEFINED && attribute->ints_size()))
    return SmallVector<int64_t>(attribute->ints().begin(),
                                attribute->ints().end());
  reportAttribute(name, "it must be a list of integers");
  return std::nullopt;
}

std::optional<SmallVector<double>> Node::getFloats(StringRef name) {
  const Attribute *attribute = find(name);
  if (!attribute)
    return std::nullopt;
  if (attribute->type() == Attribute::FLOATS ||
      (attribute->type() == Attribute::UNDEFINED && attribute->floats_size()))
    return SmallVector<double>(attribute->floats().begin(),
                               attribute->floats().end());
  reportAttribute(name, "it must be a list of numbers");
  return std::nullopt;
}

std::optional<SmallVector<std::string>> Node::getStrings(StringRef name) {
  const Attribute *attribute = find(name);
  if (!attribute)
    return std::nullopt;
  if (attribute->type() == Attribute::STRINGS ||
      (attribute->type() == Attribute::UNDEFINED && attribute->strings_size()))
    return SmallVector<std::string>(attribute->strings().begin(),
                                    attribute->strings().end());
  reportAttribute(name, "it must be a list of strings");
  return std::nullopt;
}

std::optional<std::pair<unsigned, unsigned>>
Node::getGraphSize(StringRef name) {
  const Attribute *attribute = find(name);
  if (attribute && attribute->has_g())
    return std::pair<unsigned, unsigned>(attribute->g().input_size(),
                                         attribute->g().output_size());
  reportAttribute(name, attribute ? "it must be a graph" : "it is missing");
  return std::nullopt;
}

std::optional<SmallVector<Value>>
Node::importGraph(StringRef name, ArrayRef<Value> graphInputs) {
  if (!getGraphSize(name))
    return std::nullopt;
  auto outputs = subgraphs.importSubgraph(find(name)->g(), graphInputs,
                                          location, description);
  failed |= !outputs;
  return outputs;
}

ElementsAttr Node::getTensor(StringRef name) {
  const Attribute *attribute = find(name);
  if (!attribute)
    return {};
  if (!attribute->has_t()) {
    reportAttribute(name, "it must be a tensor");
    return {};
  }
  FailureOr<ElementsAttr> tensor = readTensor(
      attribute->t(), (getType() + "." + name).str(), location);
  if (succeeded(tensor))
    return *tensor;
  failed = true;
  return {};
}

std::optional<SmallVector<int64_t>> Node::requireIntegers(unsigned index,
                                                          StringRef what) {
  Value input = getInput(index);
  if (!input)
    return std::nullopt;
  if (auto integers = builder.getIntegers(input))
    return integers;
  failed = true;
  // A failed value has been blamed already.
  if (!ModelBuilder::getType(input).getError())
    emitDiagnostic(location, diag::operandMustBeConstant)
        .fact("op", description)
        .fact("operand", what);
  return std::nullopt;
}

std::optional<double> Node::requireNumber(unsigned index, StringRef what) {
  Value input = getInput(index);
  if (!input)
    return std::nullopt;
  if (ElementsAttr constant = builder.getConstant(input))
    if (FailureOr<HostTensor> host = HostTensor::read(constant);
        succeeded(host) && host->getCount() == 1)
      return host->isFloat() ? host->floats[0] : double(host->integers[0]);
  failed = true;
  if (!ModelBuilder::getType(input).getError())
    emitDiagnostic(location, diag::operandMustBeConstant)
        .fact("op", description)
        .fact("operand", what);
  return std::nullopt;
}

std::optional<SmallVector<int64_t>> Node::getAxes(unsigned inputIndex,
                                                  StringRef attribute) {
  if (hasAttribute(attribute))
    return getInts(attribute);
  return requireIntegers(inputIndex, "its axes");
}

void Node::alignRanks(Value &lhs, Value &rhs) {
  TensorType left = ModelBuilder::getType(lhs),
             right = ModelBuilder::getType(rhs);
  if (left.hasRank() && right.hasRank() && left.getRank() == right.getRank())
    return;
  bool unknown = !left.hasRank() || !right.hasRank();
  Value originalLhs = lhs;
  if (unknown || left.getRank() < right.getRank())
    lhs = make<AlignRankOp>(lhs, rhs);
  if (unknown || right.getRank() < left.getRank())
    rhs = make<AlignRankOp>(rhs, originalLhs);
}

SmallVector<StringRef> OperatorRegistry::getNames() const {
  SmallVector<StringRef> names(functions.keys());
  llvm::sort(names);
  return names;
}

} // namespace tenon::onnx_import
