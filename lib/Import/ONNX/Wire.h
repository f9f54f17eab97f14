//===- Wire.h - Finding weights in an ONNX file without copying them ------===//
#ifndef TENON_LIB_IMPORT_ONNX_WIRE_H
#define TENON_LIB_IMPORT_ONNX_WIRE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace tenon::onnx_import {

/// Where the raw bytes of a tensor stand in the file.
struct RawData {
  uint64_t offset = 0, size = 0;
  bool present = false;
};

/// An ONNX model with the raw bytes of its initializers left out.
struct Skeleton {
  std::string bytes;
  /// One for each initializer of the main graph, in order.
  std::vector<RawData> initializers;
};

/// Splits a serialised ModelProto. Weights stay where they are, so files of
/// any size can be read, beyond protobuf's limit of 2 GB. On failure says what
/// is wrong and at which byte.
bool splitModel(llvm::StringRef file, Skeleton &skeleton, std::string &problem);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_WIRE_H
