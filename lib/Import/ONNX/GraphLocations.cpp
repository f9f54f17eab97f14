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

/// The innermost frame of a Python stack trace:
///   File "/home/me/net.py", line 12, in forward
std::optional<Location> parseTrace(MLIRContext *context, StringRef trace) {
  size_t at = trace.rfind("File \"");
  if (at == StringRef::npos)
    return std::nullopt;
  StringRef rest = trace.drop_front(at + 6);
  auto [file, after] = rest.split('"');
  unsigned line = 0;
  if (!after.consume_front(", line ") || after.consumeInteger(10, line))
    return std::nullopt;
  return FileLineColRange::get(StringAttr::get(context, file), line, 1, line,
                               1);
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
