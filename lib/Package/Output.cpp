//===- Output.cpp - Files that are written whole or not at all ------------===//

#include "tenon/Package/Output.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

namespace tenon {
namespace {

void report(llvm::StringRef path, std::error_code error) {
  std::string reason = error.message();
  if (!reason.empty())
    reason[0] = llvm::toLower(reason[0]);
  llvm::errs() << "error[E0904]: cannot write '" << path << "': " << reason
               << "\n";
}

} // namespace

TemporaryFile::TemporaryFile(llvm::StringRef wanted) : path(wanted) {
  // What a link points to is replaced, not the link.
  llvm::SmallString<128> target;
  if (!llvm::sys::fs::real_path(path, target))
    path = target.str().str();
  // A device or pipe takes the output itself; renaming would replace it.
  llvm::sys::fs::file_status status;
  inPlace = !llvm::sys::fs::status(path, status) &&
            llvm::sys::fs::exists(status) &&
            !llvm::sys::fs::is_regular_file(status);
  if (inPlace) {
    temporary = path;
    return;
  }
  llvm::SmallString<128> unique;
  int descriptor;
  if (std::error_code error = llvm::sys::fs::createUniqueFile(
          path + ".tmp%%%%%%", descriptor, unique)) {
    report(path, error);
    return;
  }
  llvm::sys::Process::SafelyCloseFileDescriptor(descriptor);
  temporary = unique.str().str();
  llvm::sys::RemoveFileOnSignal(temporary);
}

TemporaryFile::~TemporaryFile() {
  if (temporary.empty() || inPlace)
    return;
  llvm::sys::fs::remove(temporary);
  llvm::sys::DontRemoveFileOnSignal(temporary);
}

bool TemporaryFile::commit(bool executable) {
  using namespace llvm::sys::fs;
  if (inPlace)
    return true;
  unsigned mask = getUmask();
  unsigned mode = (executable ? 0777 : 0666) & ~mask;
  std::error_code error = setPermissions(temporary, perms(mode));
  if (!error)
    error = rename(temporary, path);
  if (error) {
    report(path, error);
    return false;
  }
  llvm::sys::DontRemoveFileOnSignal(temporary);
  temporary.clear();
  return true;
}

bool writeOutput(llvm::StringRef path, llvm::StringRef content) {
  if (path == "-") {
    llvm::outs() << content;
    llvm::outs().flush();
    if (std::error_code error = llvm::outs().error()) {
      report("<stdout>", error);
      llvm::outs().clear_error();
      return false;
    }
    return true;
  }
  TemporaryFile file(path);
  if (!file)
    return false;
  std::error_code error;
  {
    llvm::raw_fd_ostream os(file.getPath(), error);
    if (!error) {
      os << content;
      os.close();
      error = os.error();
      os.clear_error();
    }
  }
  if (error) {
    report(path, error);
    return false;
  }
  return file.commit();
}

} // namespace tenon
