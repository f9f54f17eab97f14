//===- FuzzText.cpp - Bytes as a model in text or bytecode ----------------===//

#include "Pipeline.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  llvm::StringRef bytes(reinterpret_cast<const char *>(data), size);
  tenon::SourceKind kind = tenon::detectKind(bytes);
  // Whatever else a file may start with is another reader's.
  if (kind != tenon::SourceKind::Bytecode)
    kind = tenon::SourceKind::Text;
  tenon::fuzz::runPipeline(kind, "fuzz.mlir", bytes);
  return 0;
}
