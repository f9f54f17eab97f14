//===- Wire.cpp - Finding weights in an ONNX file without copying them ----===//
//
// Walks protobuf's wire format just deep enough: ModelProto.graph (7),
// GraphProto.initializer (5), and the data of TensorProto. Everything else is
// copied for the real parser.
//
//===----------------------------------------------------------------------===//

#include "Wire.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Process.h"
#include <sys/mman.h>

namespace tenon::onnx_import {
namespace {

constexpr unsigned graphField = 7, initializerField = 5;

/// Smaller tensors are left to the parser, and so are integers that may be
/// few enough to become constants.
constexpr uint64_t minSplitBytes = 256, minSplitIntegerBytes = 1 << 16;

/// From how many bytes on a tensor's field stays in the file. Packed numbers
/// of fixed size are laid out as raw bytes are.
uint64_t getMinSplitBytes(unsigned field) {
  switch (DataField(field)) {
  case DataField::Raw:
  case DataField::Floats:
  case DataField::Doubles:
    return minSplitBytes;
  case DataField::Int32s:
  case DataField::Int64s:
  case DataField::UInt64s:
    return minSplitIntegerBytes;
  default:
    return UINT64_MAX;
  }
}

/// How much of a file is read before its pages are given back.
constexpr int64_t pagedBytes = 1 << 24;

struct Field {
  unsigned number = 0, wire = 0;
  /// The whole field with its tag.
  llvm::StringRef whole;
  /// The content of a length-delimited field.
  llvm::StringRef content;
};

class Reader {
public:
  Reader(llvm::StringRef bytes, const char *fileStart, std::string &problem)
      : at(bytes.begin()), end(bytes.end()), fileStart(fileStart),
        problem(problem) {}

  bool atEnd() const { return at == end; }

  bool read(Field &field) {
    const char *start = at;
    uint64_t tag;
    if (!readVarint(tag))
      return false;
    field.number = tag >> 3;
    field.wire = tag & 7;
    uint64_t size = 0;
    switch (field.wire) {
    case 0:
      if (!readVarint(size))
        return false;
      field.whole = llvm::StringRef(start, at - start);
      return true;
    case 1:
      size = 8;
      break;
    case 2:
      if (!readVarint(size))
        return false;
      break;
    case 5:
      size = 4;
      break;
    default:
      return fail("an unknown kind of field");
    }
    if (size > static_cast<uint64_t>(end - at))
      return fail("a field that reaches beyond the end: the file is truncated");
    field.content = llvm::StringRef(at, size);
    at += size;
    field.whole = llvm::StringRef(start, at - start);
    return true;
  }

private:
  bool readVarint(uint64_t &value) {
    value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at == end)
        return fail("a number that breaks off: the file is truncated");
      uint8_t byte = *at++;
      value |= uint64_t(byte & 127) << shift;
      if (byte < 128)
        return true;
    }
    return fail("a number longer than 64 bits");
  }

  bool fail(const char *what) {
    problem = std::string("there is ") + what + ", at byte " +
              std::to_string(at - fileStart);
    return false;
  }

  const char *at, *end, *fileStart;
  std::string &problem;
};

void appendVarint(std::string &out, uint64_t value) {
  for (; value >= 128; value >>= 7)
    out += char((value & 127) | 128);
  out += char(value);
}

void appendMessage(std::string &out, unsigned number, const std::string &body) {
  appendVarint(out, number << 3 | 2);
  appendVarint(out, body.size());
  out += body;
}

class Splitter {
public:
  Splitter(llvm::StringRef file, Skeleton &skeleton, std::string &problem)
      : file(file), skeleton(skeleton), problem(problem) {}

  bool splitModel() {
    return copyFields(file, skeleton.bytes, graphField,
                      [&](llvm::StringRef graph, std::string &out) {
                        return splitGraph(graph, out);
                      });
  }

private:
  /// Copies the fields of a message; messages of field `number` are rebuilt.
  template <typename Rebuild>
  bool copyFields(llvm::StringRef message, std::string &out, unsigned number,
                  Rebuild rebuild) {
    Reader reader(message, file.data(), problem);
    while (!reader.atEnd()) {
      Field field;
      if (!reader.read(field))
        return false;
      if (field.number != number || field.wire != 2) {
        out.append(field.whole.data(), field.whole.size());
        continue;
      }
      std::string body;
      if (!rebuild(field.content, body))
        return false;
      appendMessage(out, number, body);
    }
    return true;
  }

  bool splitGraph(llvm::StringRef graph, std::string &out) {
    return copyFields(graph, out, initializerField,
                      [&](llvm::StringRef tensor, std::string &body) {
                        return splitTensor(tensor, body);
                      });
  }

  bool splitTensor(llvm::StringRef tensor, std::string &out) {
    RawData raw;
    Reader reader(tensor, file.data(), problem);
    while (!reader.atEnd()) {
      Field field;
      if (!reader.read(field))
        return false;
      if (field.wire == 2 && raw.field == DataField::None &&
          field.content.size() >= getMinSplitBytes(field.number)) {
        raw.offset = field.content.data() - file.data();
        raw.size = field.content.size();
        raw.field = DataField(field.number);
        continue;
      }
      out.append(field.whole.data(), field.whole.size());
    }
    skeleton.initializers.push_back(raw);
    return true;
  }

  llvm::StringRef file;
  Skeleton &skeleton;
  std::string &problem;
};

} // namespace

uint64_t countIntegers(const llvm::MemoryBuffer &file, const RawData &place) {
  uint64_t count = 0;
  llvm::StringRef rest = file.getBuffer().substr(place.offset, place.size);
  while (!rest.empty()) {
    // Each ends with the one byte that has no highest bit.
    count += llvm::count_if(rest.take_front(pagedBytes),
                            [](char c) { return !(c & 128); });
    rest = rest.drop_front(std::min<size_t>(rest.size(), pagedBytes));
    releasePages(file);
  }
  return count;
}

bool decodeIntegers(const llvm::MemoryBuffer &file, const RawData &place,
                    unsigned width, char *elements) {
  llvm::StringRef varints = file.getBuffer().substr(place.offset, place.size);
  const char *released = varints.begin();
  for (const char *next = released; next != varints.end();) {
    uint64_t value = 0;
    uint8_t byte = 128;
    for (unsigned shift = 0; byte >= 128; shift += 7) {
      if (next == varints.end() || shift > 63)
        return false;
      byte = *next++;
      value |= uint64_t(byte & 127) << shift;
    }
    memcpy(elements, &value, width);
    elements += width;
    if (next - released >= pagedBytes) {
      releasePages(file);
      released = next;
    }
  }
  return true;
}

void releasePages(const llvm::MemoryBuffer &file) {
  if (file.getBufferKind() != llvm::MemoryBuffer::MemoryBuffer_MMap)
    return;
  uintptr_t start = reinterpret_cast<uintptr_t>(file.getBufferStart());
  uintptr_t page = llvm::sys::Process::getPageSizeEstimate();
  uintptr_t first = start / page * page;
  madvise(reinterpret_cast<void *>(first),
          start - first + file.getBufferSize(), MADV_DONTNEED);
}

bool splitModel(llvm::StringRef file, Skeleton &skeleton,
                std::string &problem) {
  return Splitter(file, skeleton, problem).splitModel();
}

} // namespace tenon::onnx_import
