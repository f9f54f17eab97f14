//===- Location.cpp - Spans carried by upstream location attributes -------===//

#include "tenon/Diagnostics/Location.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Operation.h"

using namespace mlir;

namespace tenon {
namespace {

constexpr StringLiteral operandsKey = "operands", attributesKey = "attributes",
                        nodeKey = "node", indexKey = "index",
                        fileKey = "file", traceKey = "trace";

/// The dictionary that one of our conventions attached, or null.
DictionaryAttr getParts(LocationAttr location) {
  if (auto fused = dyn_cast<FusedLoc>(location))
    return dyn_cast_or_null<DictionaryAttr>(fused.getMetadata());
  return {};
}

} // namespace

Location makeSpannedLocation(Location whole, ArrayRef<LocationAttr> operands,
                             ArrayRef<NamedAttribute> attributes) {
  Builder builder(whole.getContext());
  SmallVector<Attribute> spans;
  for (LocationAttr span : operands)
    spans.push_back(span ? Attribute(span) : builder.getUnitAttr());
  NamedAttrList parts;
  parts.set(operandsKey, builder.getArrayAttr(spans));
  parts.set(attributesKey, builder.getDictionaryAttr(attributes));
  return FusedLoc::get(whole.getContext(), {whole},
                       parts.getDictionary(whole.getContext()));
}

Location getOperandSpan(Operation *op, unsigned index) {
  if (DictionaryAttr parts = getParts(op->getLoc()))
    if (auto spans = parts.getAs<ArrayAttr>(operandsKey))
      if (index < spans.size())
        if (auto span = dyn_cast<LocationAttr>(spans[index]))
          return span;
  return op->getLoc();
}

Location getAttributeSpan(Operation *op, StringRef name) {
  if (DictionaryAttr parts = getParts(op->getLoc()))
    if (auto spans = parts.getAs<DictionaryAttr>(attributesKey))
      if (auto span = spans.getAs<LocationAttr>(name))
        return span;
  return op->getLoc();
}

Location makeNodeLocation(MLIRContext *context, StringRef file, unsigned index,
                          StringRef name, StringRef description,
                          std::optional<Location> trace) {
  Builder builder(context);
  NamedAttrList parts;
  parts.set(nodeKey, builder.getStringAttr(description));
  parts.set(indexKey, builder.getI64IntegerAttr(index));
  parts.set(fileKey, builder.getStringAttr(file));
  if (trace)
    parts.set(traceKey, LocationAttr(*trace));
  Location named = NameLoc::get(builder.getStringAttr(name));
  return FusedLoc::get(context, {named}, parts.getDictionary(context));
}

ResolvedLocation resolveLocation(Location location) {
  ResolvedLocation result;
  if (DictionaryAttr parts = getParts(location)) {
    if (auto node = parts.getAs<StringAttr>(nodeKey)) {
      result.node = node.str();
      if (auto file = parts.getAs<StringAttr>(fileKey))
        result.file = file.str();
      if (auto index = parts.getAs<IntegerAttr>(indexKey))
        result.nodeIndex = index.getInt();
      if (auto trace = parts.getAs<LocationAttr>(traceKey))
        result.trace = trace;
      return result;
    }
  }
  if (auto range = dyn_cast<FileLineColRange>(location)) {
    result.file = range.getFilename().str();
    result.line = range.getStartLine();
    result.column = range.getStartColumn();
    result.endLine = range.getEndLine();
    result.endColumn = range.getEndColumn();
    return result;
  }
  if (auto named = dyn_cast<NameLoc>(location))
    return resolveLocation(named.getChildLoc());
  if (auto call = dyn_cast<CallSiteLoc>(location))
    return resolveLocation(call.getCallee());
  if (auto fused = dyn_cast<FusedLoc>(location))
    for (Location part : fused.getLocations())
      if (ResolvedLocation inner = resolveLocation(part); inner.isKnown())
        return inner;
  return result;
}

} // namespace tenon
