//===- ByteFixtures.cpp - files for the runtime's tests -------------------===//
//
// Builds .npy and .npz bytes, right and wrong ones, and a folder to put them.
//
//===----------------------------------------------------------------------===//
#include "ByteFixtures.h"

#include "RuntimeHeaders.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

namespace tenon::test {

std::string little(uint64_t value, int count) {
  std::string bytes;
  for (; count > 0; --count, value >>= 8)
    bytes += static_cast<char>(value & 255);
  return bytes;
}

std::string npyBytes(const std::string &dictionary, const std::string &data,
                     int version) {
  size_t preamble = version == 1 ? 10 : 12;
  std::string text = dictionary;
  while ((preamble + text.size() + 1) % 64 != 0)
    text += ' ';
  text += '\n';
  return std::string("\x93NUMPY") + little(version, 1) + little(0, 1) +
         little(text.size(), version == 1 ? 2 : 4) + text + data;
}

std::string dictionary(const std::string &descr, const std::string &shape,
                       bool fortran) {
  return "{'descr': '" + descr +
         "', 'fortran_order': " + (fortran ? "True" : "False") +
         ", 'shape': " + shape + ", }";
}

std::string f32Npy(const std::vector<int64_t> &shape) {
  std::string text = "(";
  int64_t count = 1;
  for (int64_t dim : shape) {
    text += std::to_string(dim) + ",";
    count *= dim;
  }
  std::vector<float> values(count);
  std::iota(values.begin(), values.end(), 0.0f);
  return npyBytes(dictionary("<f4", text + ")"), bytesOf(values));
}

std::string
zipBytes(const std::vector<std::pair<std::string, std::string>> &members) {
  std::string file, directory;
  for (const auto &[name, bytes] : members) {
    std::string common = little(20, 2) + little(0, 8) +
                         little(tenon_crc32(0, bytes.data(), bytes.size()), 4) +
                         little(bytes.size(), 4) + little(bytes.size(), 4) +
                         little(name.size(), 2) + little(0, 2);
    directory += "PK\1\2" + little(20, 2) + common + little(0, 10) +
                 little(file.size(), 4) + name;
    file += "PK\3\4" + common + name + bytes;
  }
  return file + directory + "PK\5\6" + little(0, 4) +
         little(members.size(), 2) + little(members.size(), 2) +
         little(directory.size(), 4) + little(file.size(), 4) + little(0, 2);
}

std::string readFile(const std::string &path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern =
      (std::filesystem::temp_directory_path() / "tenon-runtime-XXXXXX")
          .string();
  root = mkdtemp(pattern.data());
}

TemporaryFolder::~TemporaryFolder() { std::filesystem::remove_all(root); }

std::string TemporaryFolder::write(const std::string &name,
                                   const std::string &bytes) const {
  std::ofstream(path(name), std::ios::binary) << bytes;
  return path(name);
}

std::vector<std::string> TemporaryFolder::list() const {
  std::vector<std::string> names;
  for (const auto &entry : std::filesystem::directory_iterator(root))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

} // namespace tenon::test
