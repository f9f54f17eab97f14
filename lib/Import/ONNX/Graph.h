//===- Graph.h - Building a model from an ONNX graph ----------------------===//
#ifndef TENON_LIB_IMPORT_ONNX_GRAPH_H
#define TENON_LIB_IMPORT_ONNX_GRAPH_H

#include "Wire.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Import/ONNX/Node.h"
#include "llvm/ADT/StringMap.h"

namespace onnx {
class GraphProto;
class ModelProto;
class TensorProto;
} // namespace onnx

namespace tenon::onnx_import {

/// Builds `tenon.model` and its parameters from the main graph.
class GraphBuilder {
public:
  GraphBuilder(const ::onnx::ModelProto &proto, const Skeleton &skeleton,
               llvm::StringRef fileName, mlir::ModuleOp module);
  /// False if the graph cannot be built at all; otherwise mistakes were
  /// reported and stand in the model as error values.
  bool build();

private:
  bool findOpset();
  void nameModel();
  void importInputs();
  void importInitializers();
  void importInitializer(const ::onnx::TensorProto &tensor, const RawData &raw);
  mlir::Attribute makeExternal(const ::onnx::TensorProto &tensor,
                               const RawData &raw, TensorType type);
  bool findProducers();
  llvm::SmallVector<int> orderNodes();
  void reportMissing(int node, llvm::StringRef name);
  void importNode(int index);
  void importOutputs();
  /// Defines a name; reports if it is there already.
  void define(llvm::StringRef name, mlir::Value value, llvm::StringRef maker);
  mlir::Value makeFailed(mlir::Location location, llvm::StringRef name);
  mlir::Location getNodeLocation(int index);
  mlir::Location getFileLocation(const llvm::Twine &what);
  std::string describe(int index) const;

  const ::onnx::ModelProto &proto;
  const ::onnx::GraphProto &graph;
  const Skeleton &skeleton;
  std::string fileName;
  mlir::ModuleOp module;
  ModelBuilder builder;
  ModelOp model;
  OperatorRegistry registry;
  int64_t opset = 0;
  llvm::StringMap<mlir::Value> values;
  llvm::StringMap<std::string> makers;
  /// The node that makes each name.
  llvm::StringMap<int> producers;
  llvm::StringMap<TensorType> declaredTypes;
};

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_GRAPH_H
