//===- Output.h - Files that are written whole or not at all --------------===//
#ifndef TENON_PACKAGE_OUTPUT_H
#define TENON_PACKAGE_OUTPUT_H

#include "llvm/ADT/StringRef.h"

namespace tenon {

/// A file beside `path` to be written first and renamed then; removed when
/// this object dies without `commit`, and when the process is interrupted. For
/// a device or a pipe it is that itself.
class TemporaryFile {
public:
  explicit TemporaryFile(llvm::StringRef path);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile &) = delete;
  TemporaryFile &operator=(const TemporaryFile &) = delete;

  /// Empty if it could not be made; the reason was reported to stderr.
  llvm::StringRef getPath() const { return temporary; }
  explicit operator bool() const { return !temporary.empty(); }
  /// Renames it to the path it stands for. Reports to stderr on failure.
  bool commit(bool executable = false);

private:
  std::string path, temporary;
  bool inPlace = false;
};

/// Writes the content to the path, through a temporary; `-` is standard
/// output. False, after an E0904 on stderr, if it cannot be written.
bool writeOutput(llvm::StringRef path, llvm::StringRef content);

} // namespace tenon

#endif // TENON_PACKAGE_OUTPUT_H
