//===- Read.cpp - Reading a model in whatever form it comes ---------------===//

#include "tenon/Import/Read.h"
#include "tenon/Diagnostics/Emission.h"
#include "tenon/Import/ONNX/Import.h"
#include "tenon/Import/Text/Text.h"
#include "llvm/Support/FileSystem.h"

using namespace mlir;

namespace tenon {
namespace {

Location getFileLocation(MLIRContext *context, StringRef name) {
  return FileLineColRange::get(StringAttr::get(context, name), 0, 0, 0, 0);
}

bool looksLikeText(StringRef content) {
  return llvm::none_of(content.take_front(4096), [](char c) {
    return (c >= 0 && c < 32 && !isspace(c)) || c == 127;
  });
}

} // namespace

SourceKind detectKind(StringRef content) {
  if (content.empty())
    return SourceKind::Empty;
  if (content.starts_with("ML\xefR"))
    return SourceKind::Bytecode;
  if (content.starts_with("PK\x03\x04") || content.starts_with("PK\x05\x06"))
    return SourceKind::Zip;
  if (content.starts_with("\x89HDF\r\n\x1a\n"))
    return SourceKind::HDF5;
  // A protobuf message starts with a field of the model: tags 1 to 25 in the
  // wire types that the schema has for them.
  uint8_t first = content.front();
  unsigned field = first >> 3, wire = first & 7;
  if (!looksLikeText(content) && field >= 1 && (wire == 0 || wire == 2))
    return SourceKind::ONNX;
  return looksLikeText(content) ? SourceKind::Text : SourceKind::Unknown;
}

FailureOr<Source> openSource(MLIRContext *context, StringRef path) {
  Source source;
  source.name = path == "-" ? "<stdin>" : path.str();
  auto fail = [&](StringRef problem) -> LogicalResult {
    emitDiagnostic(getFileLocation(context, source.name), diag::fileUnreadable)
        .fact("file", source.name)
        .fact("problem", problem);
    return failure();
  };
  if (path != "-" && llvm::sys::fs::is_directory(path))
    return fail("it is a folder");
  auto buffer = path == "-"
                    ? llvm::MemoryBuffer::getSTDIN()
                    : llvm::MemoryBuffer::getFile(
                          path, /*IsText=*/false,
                          /*RequiresNullTerminator=*/false);
  if (!buffer) {
    std::string reason = buffer.getError().message();
    reason[0] = llvm::toLower(reason[0]);
    return fail(reason);
  }
  source.buffer = std::move(*buffer);
  source.kind = detectKind(source.buffer->getBuffer());
  return source;
}

OwningOpRef<ModuleOp> readModel(MLIRContext *context, const Source &source) {
  Location at = getFileLocation(context, source.name);
  switch (source.kind) {
  case SourceKind::Text:
  case SourceKind::Bytecode: {
    auto sources = std::make_shared<llvm::SourceMgr>();
    // The parser wants a terminating zero, which a mapped file may lack.
    sources->AddNewSourceBuffer(
        llvm::MemoryBuffer::getMemBufferCopy(source.buffer->getBuffer(),
                                             source.name),
        llvm::SMLoc());
    return parseText(context, sources);
  }
  case SourceKind::ONNX:
    return importONNX(context, source);
  case SourceKind::Zip:
  case SourceKind::HDF5:
    emitDiagnostic(at, diag::featureUnsupported)
        .fact("node", "'" + source.name + "'")
        .fact("feature", source.kind == SourceKind::Zip
                             ? "the .keras format"
                             : "the HDF5 format")
        .help("export the model to ONNX and give that");
    return {};
  case SourceKind::Empty:
    emitDiagnostic(at, diag::fileUnreadable)
        .fact("file", source.name)
        .fact("problem", "it is empty");
    return {};
  case SourceKind::Unknown:
    break;
  }
  emitDiagnostic(at, diag::fileUnreadable)
      .fact("file", source.name)
      .fact("problem", "its content is no format that Tenon knows")
      .help("Tenon reads ONNX files, its own text (.mlir) and bytecode (.mlirbc)");
  return {};
}

} // namespace tenon
