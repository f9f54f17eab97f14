//===- Wire.h - Finding weights in an ONNX file without copying them ------===//
#ifndef TENON_LIB_IMPORT_ONNX_WIRE_H
#define TENON_LIB_IMPORT_ONNX_WIRE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstdint>
#include <string>
#include <vector>

namespace tenon::onnx_import {

/// The fields of a tensor that hold its data, by their numbers in the schema.
enum class DataField {
  None = 0,
  Floats = 4,
  Int32s = 5,
  Int64s = 7,
  Raw = 9,
  Doubles = 10,
  UInt64s = 11
};

/// Where the data of a tensor stands in the file.
struct RawData {
  uint64_t offset = 0, size = 0;
  DataField field = DataField::None;
};

/// An ONNX model with the data of its large initializers left out.
struct Skeleton {
  std::string bytes;
  /// The whole file, where the data stands.
  const llvm::MemoryBuffer *file = nullptr;
  /// One for each initializer of the main graph, in order.
  std::vector<RawData> initializers;
};

/// Splits a serialised ModelProto. Weights stay where they are, so files of
/// any size can be read, beyond protobuf's limit of 2 GB. On failure says what
/// is wrong and at which byte.
bool splitModel(llvm::StringRef file, Skeleton &skeleton, std::string &problem);

/// How many integers of variable length stand at a place of the file.
uint64_t countIntegers(const llvm::MemoryBuffer &file, const RawData &place);
/// Decodes them, each into the lowest `width` bytes of the next element. False
/// if one is damaged; there must be room for all.
bool decodeIntegers(const llvm::MemoryBuffer &file, const RawData &place,
                    unsigned width, char *elements);

/// Gives the pages of a mapped file back, which count as memory once they were
/// read.
void releasePages(const llvm::MemoryBuffer &file);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_WIRE_H
