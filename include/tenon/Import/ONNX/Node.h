//===- Node.h - One ONNX node, as a family's mapping sees it --------------===//
//
// A family maps its operators in `register<Family>Operators`. A mapping builds
// operations with the node's location and never judges shapes; that is what
// the operations' rules are for.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_IMPORT_ONNX_NODE_H
#define TENON_IMPORT_ONNX_NODE_H

#include "tenon/Dialect/IR/ModelBuilder.h"
#include "llvm/ADT/StringMap.h"

namespace onnx {
class AttributeProto;
class GraphProto;
class NodeProto;
} // namespace onnx

namespace tenon::onnx_import {

/// What imports the graphs that are attributes of nodes.
class SubgraphImporter {
public:
  virtual ~SubgraphImporter() = default;
  /// Imports the graph at the builder's place, with these values for its
  /// inputs; gives those of its outputs. None (reported) if their numbers
  /// differ.
  virtual std::optional<llvm::SmallVector<mlir::Value>>
  importSubgraph(const ::onnx::GraphProto &subgraph,
                 llvm::ArrayRef<mlir::Value> inputs, mlir::Location location,
                 llvm::StringRef node) = 0;
};

class Node {
public:
  Node(const ::onnx::NodeProto &proto, int64_t opset, mlir::Location location,
       ModelBuilder &builder, llvm::ArrayRef<mlir::Value> inputs,
       llvm::StringRef description,
       const llvm::StringMap<TensorType> &declared,
       SubgraphImporter &subgraphs);

  ModelBuilder &builder;
  const mlir::Location location;

  llvm::StringRef getType() const;
  /// The version of the operator's domain that the model imports.
  int64_t getOpset() const { return opset; }
  /// "Conv node 'conv1'".
  llvm::StringRef getDescription() const { return description; }

  //===--- inputs and outputs ---===//

  unsigned getInputCount() const { return inputs.size(); }
  /// Null where an optional input is left out.
  mlir::Value getInput(unsigned index) const {
    return index < inputs.size() ? inputs[index] : mlir::Value();
  }
  /// The node must have `least` to `most` inputs, the first `least` of them
  /// present; reported otherwise.
  bool requireInputs(unsigned least, unsigned most);
  unsigned getOutputCount() const;
  /// Whether something may read this output: it has a name.
  bool hasOutput(unsigned index) const;
  /// The name of the first output that has one, by which the graph knows the
  /// node; no other node has it.
  llvm::StringRef getOutputName() const;
  /// A node may name fewer outputs than its operator has.
  void setOutput(unsigned index, mlir::Value value) {
    if (index < outputs.size())
      outputs[index] = value;
  }
  void setOutput(mlir::Value value) { setOutput(0, value); }
  llvm::ArrayRef<mlir::Value> getOutputs() const { return outputs; }

  //===--- attributes; a value of the wrong kind is reported ---===//

  bool hasAttribute(llvm::StringRef name) const;
  int64_t getInt(llvm::StringRef name, int64_t otherwise);
  double getFloat(llvm::StringRef name, double otherwise);
  std::string getString(llvm::StringRef name, llvm::StringRef otherwise);
  std::optional<llvm::SmallVector<int64_t>> getInts(llvm::StringRef name);
  std::optional<llvm::SmallVector<double>> getFloats(llvm::StringRef name);
  std::optional<llvm::SmallVector<std::string>>
  getStrings(llvm::StringRef name);
  /// A tensor attribute as a constant of the dialect; null (reported if it is
  /// there but wrong) otherwise.
  mlir::ElementsAttr getTensor(llvm::StringRef name);

  //===--- graphs that are attributes ---===//

  /// How many inputs and outputs a graph attribute has; none (reported) if it
  /// is not there.
  std::optional<std::pair<unsigned, unsigned>>
  getGraphSize(llvm::StringRef name);
  /// Imports a graph attribute at the builder's place; reports what is wrong.
  std::optional<llvm::SmallVector<mlir::Value>>
  importGraph(llvm::StringRef name, llvm::ArrayRef<mlir::Value> graphInputs);

  //===--- values that must be known ---===//

  /// The integers of an input that must be constant when compiling; `what`
  /// names it for the report ("the axes").
  std::optional<llvm::SmallVector<int64_t>>
  requireIntegers(unsigned index, llvm::StringRef what);
  /// The number of a scalar input that must be constant when compiling.
  std::optional<double> requireNumber(unsigned index, llvm::StringRef what);
  /// Axes given as an attribute in old opsets and as an input in new ones.
  /// None where neither is there. Reported if the input is not constant.
  std::optional<llvm::SmallVector<int64_t>>
  getAxes(unsigned inputIndex, llvm::StringRef attribute = "axes");

  //===--- values that become sizes ---===//

  /// What the file says of an output's type; unknown if it says nothing.
  TensorType getDeclared(unsigned output) const;
  /// The declared sizes of an output with that rank; none otherwise.
  llvm::SmallVector<DimAttr> getDeclaredDims(unsigned output,
                                             int64_t rank) const;
  /// The integers of a vector as sizes, see ModelBuilder::makeSizes; reported
  /// if they cannot be.
  mlir::Value makeSizes(mlir::Value vector, llvm::ArrayRef<DimAttr> limits,
                        llvm::ArrayRef<DimAttr> wanted, llvm::StringRef what);
  /// A value whose sizes are those of another type, which is checked at run
  /// time where only the data decides; the value itself where they never are or
  /// always.
  mlir::Value coerce(mlir::Value value, TensorType wanted);
  /// Whether the integers of an input are all known when compiling, as sizes.
  bool areSizesKnown(unsigned index) const;

  //===--- building ---===//

  /// Makes an op with one result at the node's location.
  template <typename Op, typename... Args> mlir::Value make(Args &&...args) {
    return builder.make<Op>(location, std::forward<Args>(args)...);
  }
  /// Gives both tensors the same rank by axes of size 1 in front, as ONNX
  /// broadcasts; explicit operations, none where ranks are equal.
  void alignRanks(mlir::Value &lhs, mlir::Value &rhs);

  //===--- limits and mistakes ---===//

  /// Something ONNX allows and Tenon does not support yet ("...uses
  /// {feature}"). The outputs become error values.
  void reportUnsupported(const llvm::Twine &feature);
  void reportAttribute(llvm::StringRef name, const llvm::Twine &problem);
  /// The outputs become error values without a report: an input has failed
  /// before, and nobody is blamed twice.
  void fail() { failed = true; }
  bool hasFailed() const { return failed; }

private:
  const ::onnx::AttributeProto *find(llvm::StringRef name) const;

  const ::onnx::NodeProto &proto;
  int64_t opset;
  llvm::SmallVector<mlir::Value> inputs;
  llvm::SmallVector<mlir::Value> outputs;
  std::string description;
  const llvm::StringMap<TensorType> &declared;
  SubgraphImporter &subgraphs;
  bool failed = false;
};

/// The mapped operators of the default domain.
class OperatorRegistry {
public:
  using Function = std::function<void(Node &)>;
  void add(llvm::StringRef type, Function function) {
    functions[type] = std::move(function);
  }
  const Function *lookup(llvm::StringRef type) const {
    auto it = functions.find(type);
    return it == functions.end() ? nullptr : &it->second;
  }
  /// Sorted.
  llvm::SmallVector<llvm::StringRef> getNames() const;

private:
  llvm::StringMap<Function> functions;
};

#define TENON_FAMILY(FAMILY)                                                   \
  void register##FAMILY##Operators(OperatorRegistry &registry);
#include "tenon/Dialect/IR/Families.def"

} // namespace tenon::onnx_import

#endif // TENON_IMPORT_ONNX_NODE_H
