//===- GraphLocations.cpp - Where an ONNX node comes from -----------------===//

#include "Graph.h"
#include "tenon/Diagnostics/Location.h"
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/unknown_field_set.h>
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

/// NodeProto.metadata_props, newer than the schema we are built with; entries
/// have a key (1) and a value (2).
constexpr int metadataField = 9;
constexpr StringLiteral traceKey = "pkg.torch.onnx.stack_trace";

std::string findMetadata(const ::onnx::NodeProto &node, StringRef wanted) {
  const auto &unknown = node.GetReflection()->GetUnknownFields(node);
  for (int i = 0; i < unknown.field_count(); ++i) {
    const auto &field = unknown.field(i);
    if (field.number() != metadataField ||
        field.type() != google::protobuf::UnknownField::TYPE_LENGTH_DELIMITED)
      continue;
    ::onnx::StringStringEntryProto entry;
    if (entry.ParseFromString(field.length_delimited()) &&
        entry.key() == wanted)
      return entry.value();
  }
  return "";
}

/// A frame of PyTorch itself says nothing about the user's program.
bool isLibraryFrame(StringRef file) {
  return file.starts_with("torch/") || file.contains("/torch/");
}

/// The innermost frame of a Python stack trace that is not PyTorch's, or the
/// innermost at all:
///   File "/home/me/net.py", line 12, in forward
std::optional<Location> parseTrace(MLIRContext *context, StringRef trace) {
  std::optional<Location> innermost;
  size_t end = trace.size();
  while ((end = trace.take_front(end).rfind("File \"")) != StringRef::npos) {
    auto [file, after] = trace.drop_front(end + 6).split('"');
    unsigned line = 0;
    if (!after.consume_front(", line ") || after.consumeInteger(10, line))
      continue;
    Location frame = FileLineColRange::get(StringAttr::get(context, file), line,
                                           1, line, 1);
    if (!isLibraryFrame(file))
      return frame;
    if (!innermost)
      innermost = frame;
  }
  return innermost;
}

} // namespace

std::string GraphBuilder::describe(int index) const {
  const ::onnx::NodeProto &node = graph.node(index);
  std::string text = node.op_type() + " node";
  if (!node.name().empty())
    return text + " '" + node.name() + "'";
  if (node.output_size() && !node.output(0).empty())
    return text + " that makes '" + node.output(0) + "'";
  return text + " " + std::to_string(index);
}

Location GraphBuilder::getNodeLocation(int index) {
  MLIRContext *context = module.getContext();
  const ::onnx::NodeProto &node = graph.node(index);
  return makeNodeLocation(context, fileName, index, node.name(),
                          describe(index),
                          parseTrace(context, findMetadata(node, traceKey)));
}

} // namespace tenon::onnx_import
