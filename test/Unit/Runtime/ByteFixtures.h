//===- ByteFixtures.h - files for the runtime's tests ---------------------===//
//
// Builds .npy and .npz bytes, right and wrong ones, and a folder to put them.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_UNIT_RUNTIME_BYTEFIXTURES_H
#define TENON_UNIT_RUNTIME_BYTEFIXTURES_H

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace tenon::test {

/// Little-endian bytes of `value`.
std::string little(uint64_t value, int count);

/// An .npy file with this header text and these data bytes.
std::string npyBytes(const std::string &dictionary, const std::string &data,
                     int version = 1);

/// The dictionary that numpy writes.
std::string dictionary(const std::string &descr, const std::string &shape,
                       bool fortran = false);

template <typename T> std::string bytesOf(const std::vector<T> &values) {
  return std::string(reinterpret_cast<const char *>(values.data()),
                     values.size() * sizeof(T));
}

/// An .npy file of f32 values 0, 1, 2, ....
std::string f32Npy(const std::vector<int64_t> &shape);

/// A stored zip archive.
std::string
zipBytes(const std::vector<std::pair<std::string, std::string>> &members);

/// The whole of a file; empty when there is none.
std::string readFile(const std::string &path);

/// A folder of its own, removed in the end.
class TemporaryFolder {
public:
  TemporaryFolder();
  ~TemporaryFolder();

  std::string path(const std::string &name) const { return root + "/" + name; }

  /// Writes a file and returns its path.
  std::string write(const std::string &name, const std::string &bytes) const;

  /// The names of what is in it, sorted.
  std::vector<std::string> list() const;

private:
  std::string root;
};

} // namespace tenon::test

#endif
