//===- Graph.h - Building a model from an ONNX graph ----------------------===//
#ifndef TENON_LIB_IMPORT_ONNX_GRAPH_H
#define TENON_LIB_IMPORT_ONNX_GRAPH_H

#include "Wire.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Import/ONNX/Node.h"
#include "llvm/ADT/StringMap.h"
#include <deque>
#include <map>

namespace onnx {
class FunctionProto;
class GraphProto;
class ModelProto;
class NodeProto;
class TensorProto;
} // namespace onnx

namespace tenon::onnx_import {

/// Whether operators of this domain are ONNX's own.
bool isDefaultDomain(llvm::StringRef domain);

/// What all graphs of one file share.
struct Session {
  Session(const ::onnx::ModelProto &proto, const Skeleton &skeleton,
          llvm::StringRef fileName, mlir::ModuleOp module);
  ~Session();

  const ::onnx::ModelProto &proto;
  const Skeleton &skeleton;
  std::string fileName;
  mlir::ModuleOp module;
  ModelBuilder builder;
  ModelOp model;
  OperatorRegistry registry;
  /// Bodies of functions, one for each call.
  std::deque<std::unique_ptr<::onnx::GraphProto>> bodies;
  /// Graphs within graphs and calls within calls that are being imported.
  unsigned depth = 0;
  int64_t nodeCount = 0;
  /// The functions of the file by domain and name.
  std::map<std::pair<std::string, std::string>, const ::onnx::FunctionProto *>
      functions;
  /// How many nodes a call of a function becomes, once that is counted.
  llvm::DenseMap<const ::onnx::FunctionProto *, int64_t> callSizes;

  /// Null if the node is no call of one.
  const ::onnx::FunctionProto *
  findFunction(const ::onnx::NodeProto &call) const;
  void collectFunctions();
  /// Functions are not followed further: there is no end in sight.
  bool isExhausted = false;
};

/// Builds the operations of one graph: the model's, that of an attribute, or
/// the body of a function.
class GraphBuilder : public SubgraphImporter {
public:
  /// `parent` is the graph whose names this one sees, or null.
  GraphBuilder(Session &session, const ::onnx::GraphProto &graph, int64_t opset,
               GraphBuilder *parent);

  /// The main graph becomes `tenon.model` and its parameters. False if it
  /// cannot be built at all; otherwise mistakes were reported and stand in the
  /// model as error values.
  bool build();
  /// Any other graph, at the builder's place, with values for its inputs, null
  /// for those left out; gives the values of its outputs.
  llvm::SmallVector<mlir::Value> buildNested(
      llvm::ArrayRef<mlir::Value> inputs);

  std::optional<llvm::SmallVector<mlir::Value>>
  importSubgraph(const ::onnx::GraphProto &subgraph,
                 llvm::ArrayRef<mlir::Value> inputs,
                 mlir::Location location, llvm::StringRef node) override;

private:
  bool findOpset();
  void nameModel();
  void readDeclaredTypes();
  void importInputs();
  void importInitializers();
  void importInitializer(const ::onnx::TensorProto &tensor, const RawData &raw);
  /// Integers of variable length, which cannot stay where they are.
  mlir::Attribute decodeInitializer(const ::onnx::TensorProto &tensor,
                                    const RawData &raw, TensorType type);
  mlir::Attribute makeExternal(const ::onnx::TensorProto &tensor,
                               const RawData &raw, TensorType type);
  void findProducers();
  llvm::SmallVector<int> orderNodes();
  void reportMissing(int node, llvm::StringRef name);
  void importNode(int index);
  void importCall(const ::onnx::NodeProto &call,
                  const ::onnx::FunctionProto &function, Node &node);
  void importOutputs();
  /// The value of a name, here or in a graph around this one; none if there is
  /// none. It is null for an input that was left out.
  std::optional<mlir::Value> lookup(llvm::StringRef name) const;
  /// Defines a name; reports if it is there already.
  void define(llvm::StringRef name, mlir::Value value, llvm::StringRef maker);
  mlir::Value makeFailed(mlir::Location location, llvm::StringRef name);
  mlir::Location getNodeLocation(int index);
  mlir::Location getFileLocation(const llvm::Twine &what);
  std::string describe(int index) const;

  Session &session;
  const ::onnx::GraphProto &graph;
  GraphBuilder *parent;
  int64_t opset;
  const std::string &fileName;
  mlir::ModuleOp &module;
  ModelBuilder &builder;
  ModelOp &model;
  llvm::StringMap<mlir::Value> values;
  llvm::StringMap<std::string> makers;
  /// The node that makes each name.
  llvm::StringMap<int> producers;
  llvm::StringMap<TensorType> declaredTypes;
  /// Of names, to find the one that was meant.
  size_t comparisons = 0;
};

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_GRAPH_H
