//===- FuzzONNX.cpp - Bytes as an ONNX file -------------------------------===//

#include "Pipeline.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  llvm::StringRef bytes(reinterpret_cast<const char *>(data), size);
  tenon::fuzz::runPipeline(tenon::SourceKind::ONNX, "fuzz.onnx", bytes);
  return 0;
}
