//===- Import.cpp - ONNX files --------------------------------------------===//

#include "tenon/Import/ONNX/Import.h"
#include "Graph.h"
#include "Wire.h"
#include "tenon/Diagnostics/Emission.h"
#include <google/protobuf/stubs/logging.h>
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon {

OwningOpRef<ModuleOp> importONNX(MLIRContext *context, const Source &source) {
  Location at = FileLineColRange::get(StringAttr::get(context, source.name), 0,
                                      0, 0, 0);
  auto reject = [&](const Twine &problem) -> OwningOpRef<ModuleOp> {
    emitDiagnostic(at, diag::fileMalformed)
        .fact("file", source.name)
        .fact("format", "ONNX")
        .fact("problem", problem)
        .help("export or download the model again");
    return {};
  };
  onnx_import::Skeleton skeleton;
  std::string problem;
  skeleton.file = source.buffer.get();
  if (!onnx_import::splitModel(source.buffer->getBuffer(), skeleton, problem))
    return reject(problem);
  if (skeleton.bytes.size() > INT32_MAX)
    return reject("it has more than 2 GB besides its weights");
  // Protobuf would print what we report ourselves.
  google::protobuf::LogSilencer silence;
  ::onnx::ModelProto proto;
  if (!proto.ParseFromArray(skeleton.bytes.data(), skeleton.bytes.size()))
    return reject("its messages cannot be decoded");
  // What was read only to be copied would count as memory.
  std::string().swap(skeleton.bytes);
  onnx_import::releasePages(*skeleton.file);
  if (!proto.has_graph())
    return reject("it has no graph");
  context->getOrLoadDialect<TenonDialect>();
  OwningOpRef<ModuleOp> module = ModuleOp::create(at);
  onnx_import::Session session(proto, skeleton, source.name, *module);
  onnx_import::GraphBuilder graph(session, proto.graph(), /*opset=*/0,
                                  /*parent=*/nullptr);
  if (!graph.build())
    return {};
  return module;
}

std::vector<std::string> getONNXOperators() {
  onnx_import::OperatorRegistry registry;
#define TENON_FAMILY(FAMILY) onnx_import::register##FAMILY##Operators(registry);
#include "tenon/Dialect/IR/Families.def"
  std::vector<std::string> names;
  for (StringRef name : registry.getNames())
    names.push_back(name.str());
  return names;
}

} // namespace tenon
