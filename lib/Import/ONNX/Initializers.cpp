//===- Initializers.cpp - Weights of an ONNX graph ------------------------===//
//
// Weights stay in the file: a parameter names their place. Small integers
// become constants, because shapes are made of them.
//
//===----------------------------------------------------------------------===//

#include "Graph.h"
#include "Tensor.h"
#include "tenon/Dialect/IR/Creation.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <onnx/onnx_pb.h>

using namespace mlir;

namespace tenon::onnx_import {
namespace {

bool holdsIntegers(DataField field) {
  return field == DataField::Int32s || field == DataField::Int64s ||
         field == DataField::UInt64s;
}

/// Whether elements of a type may stand in a field.
bool fits(DataField field, int32_t type) {
  using Proto = ::onnx::TensorProto;
  switch (type) {
  case Proto::FLOAT:
    return field == DataField::Raw || field == DataField::Floats;
  case Proto::DOUBLE:
    return field == DataField::Raw || field == DataField::Doubles;
  case Proto::INT64:
    return field == DataField::Raw || field == DataField::Int64s;
  case Proto::UINT32:
  case Proto::UINT64:
    return field == DataField::Raw || field == DataField::UInt64s;
  default:
    return field == DataField::Raw || field == DataField::Int32s;
  }
}

/// An external file must lie in the model's folder.
bool isInside(StringRef path) {
  if (path.empty() || llvm::sys::path::is_absolute(path))
    return false;
  int depth = 0;
  for (auto it = llvm::sys::path::begin(path), end = llvm::sys::path::end(path);
       it != end; ++it) {
    if (*it == "..")
      --depth;
    else if (*it != ".")
      ++depth;
    if (depth < 0)
      return false;
  }
  return true;
}

/// The same for where links lead. A model that is itself a link may have its
/// weights beside the file that it leads to.
bool leadsInside(StringRef path, StringRef model) {
  namespace fs = llvm::sys::fs;
  SmallString<256> target, folder, real;
  if (fs::real_path(path, target))
    return false;
  StringRef parent = llvm::sys::path::parent_path(model);
  auto contains = [&](StringRef folder) {
    StringRef rest = target;
    return rest.consume_front(folder) &&
           (folder.ends_with("/") || rest.starts_with("/"));
  };
  if (!fs::real_path(parent.empty() ? "." : parent, folder) && contains(folder))
    return true;
  return !fs::real_path(model, real) && contains(llvm::sys::path::parent_path(real));
}

} // namespace

void GraphBuilder::importInitializers() {
  for (auto [index, tensor] : llvm::enumerate(graph.initializer())) {
    // Only those of the main graph were left in the file.
    const auto &places = session.skeleton.initializers;
    RawData raw = !parent && &graph == &session.proto.graph() &&
                          size_t(index) < places.size()
                      ? places[index]
                      : RawData();
    importInitializer(tensor, raw);
  }
  for (const auto &sparse : graph.sparse_initializer()) {
    Location at = getFileLocation(sparse.values().name());
    emitDiagnostic(at, diag::featureUnsupported)
        .fact("node", "'" + sparse.values().name() + "'")
        .fact("feature", "a sparse tensor");
    define(sparse.values().name(), makeFailed(at, sparse.values().name()),
           "the initializer '" + sparse.values().name() + "'");
  }
}

void GraphBuilder::importInitializer(const ::onnx::TensorProto &tensor,
                                     const RawData &raw) {
  Location at = getFileLocation(tensor.name());
  std::string maker = "the initializer '" + tensor.name() + "'";
  FailureOr<TensorType> type = getTensorType(tensor, tensor.name(), at);
  auto fail = [&] {
    define(tensor.name(), makeFailed(at, tensor.name()), maker);
  };
  if (failed(type))
    return fail();
  bool external = tensor.data_location() == ::onnx::TensorProto::EXTERNAL;
  Attribute value;
  if (!external && holdsIntegers(raw.field)) {
    value = decodeInitializer(tensor, raw, *type);
  } else if (external || raw.field != DataField::None) {
    value = makeExternal(tensor, raw, *type);
  } else if (FailureOr<ElementsAttr> elements =
                 readTensor(tensor, tensor.name(), at);
             succeeded(elements)) {
    value = *elements;
  }
  if (!value)
    return fail();
  auto elements = dyn_cast<ElementsAttr>(value);
  bool small = elements && elements.getNumElements() <= maxKnownElements &&
               (isa<IntegerType>(type->getElementType()) ||
                elements.getNumElements() == 1);
  if (small) {
    define(tensor.name(), builder.make<ConstantOp>(at, elements), maker);
    return;
  }
  OpBuilder::InsertPoint here = builder.saveInsertionPoint();
  builder.setInsertionPoint(model);
  // A name used twice in one graph is reported when it is defined; another
  // graph may have a weight of the same name.
  std::string symbol = tensor.name();
  bool isMain = &graph == &session.proto.graph();
  while (!isMain && module.lookupSymbol(symbol))
    symbol += "_";
  if (!module.lookupSymbol(symbol))
    ParameterOp::create(builder, at, builder.getStringAttr(symbol),
                        TypeAttr::get(*type), value, UnitAttr());
  builder.restoreInsertionPoint(here);
  define(tensor.name(),
         builder.make<GetParameterOp>(
             at, FlatSymbolRefAttr::get(builder.getContext(), symbol)),
         maker);
}

Attribute GraphBuilder::decodeInitializer(const ::onnx::TensorProto &tensor,
                                          const RawData &raw,
                                          TensorType type) {
  Location at = getFileLocation(tensor.name());
  const llvm::MemoryBuffer &file = *session.skeleton.file;
  uint64_t count = *type.getCount().getConstant();
  unsigned width = getElementBytes(type.getElementType());
  uint64_t found = fits(raw.field, tensor.data_type())
                       ? countIntegers(file, raw)
                       : 0;
  if (found == count) {
    AsmResourceBlob blob =
        HeapAsmResourceBlob::allocate(count * width, /*align=*/64);
    bool ok = decodeIntegers(file, raw, width, blob.getMutableData().data());
    releasePages(file);
    if (ok)
      return DenseResourceElementsAttr::get(type, "weight", std::move(blob));
  }
  emitDiagnostic(at, diag::weightSize)
      .fact("name", tensor.name())
      .fact("shape", type.getText())
      .fact("wanted", count * width)
      .fact("bytes", found * width);
  return {};
}

Attribute GraphBuilder::makeExternal(const ::onnx::TensorProto &tensor,
                                     const RawData &raw, TensorType type) {
  Location at = getFileLocation(tensor.name());
  int64_t wanted =
      *type.getCount().getConstant() * getElementBytes(type.getElementType());
  std::string file = fileName;
  bool external = tensor.data_location() == ::onnx::TensorProto::EXTERNAL;
  uint64_t offset = raw.offset, size = raw.size;
  // Data in a field for another type is none.
  if (!external && !fits(raw.field, tensor.data_type()))
    size = 0;
  if (external) {
    std::string place;
    offset = 0;
    size = wanted;
    for (const auto &entry : tensor.external_data()) {
      if (entry.key() == "location")
        place = entry.value();
      else if (entry.key() == "offset")
        (void)StringRef(entry.value()).getAsInteger(10, offset);
      else if (entry.key() == "length")
        (void)StringRef(entry.value()).getAsInteger(10, size);
    }
    auto reject = [&](const Twine &problem) -> Attribute {
      emitDiagnostic(at, diag::weightsUnreadable)
          .fact("name", tensor.name())
          .fact("file", place)
          .fact("problem", problem);
      return {};
    };
    if (!isInside(place))
      return reject("it does not lie in the model's folder");
    SmallString<128> path(llvm::sys::path::parent_path(fileName));
    llvm::sys::path::append(path, place);
    uint64_t fileSize = 0;
    if (llvm::sys::fs::file_size(path, fileSize))
      return reject("it is not there");
    if (!leadsInside(path, fileName))
      return reject("it is a link that leads out of the model's folder");
    if (!llvm::sys::fs::is_regular_file(path))
      return reject("it is no plain file");
    if (offset > fileSize || size > fileSize - offset)
      return reject("it ends before the tensor's data does, at byte " +
                    Twine(fileSize));
    file = path.str().str();
  }
  if (int64_t(size) != wanted) {
    emitDiagnostic(at, diag::weightSize)
        .fact("name", tensor.name())
        .fact("shape", type.getText())
        .fact("wanted", wanted)
        .fact("bytes", size);
    return {};
  }
  return ExternalAttr::get(builder.getContext(), builder.getStringAttr(file),
                           offset, size, builder.getStringAttr(""));
}

} // namespace tenon::onnx_import
