//===- Link.cpp - Programs from objects -----------------------------------===//

#include "tenon/Diagnostics/Emission.h"
#include "tenon/Package/Compile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace mlir;

namespace tenon {
namespace {

/// The runtime's archive stands beside the tool: in ../lib.
std::string findRuntime() {
  static int anchor;
  std::string self =
      llvm::sys::fs::getMainExecutable("model-opt", &anchor);
  SmallString<128> path(llvm::sys::path::parent_path(self));
  llvm::sys::path::append(path, "..", "lib", "libtenon_rt.a");
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return path.str().str();
}

/// The C compiler drives the link: it knows where the start-up code is.
std::string findCompiler() {
  for (StringRef name : {TENON_C_COMPILER, "cc", "gcc", "clang-22", "clang"})
    if (auto path = llvm::sys::findProgramByName(name))
      return *path;
  return "";
}

} // namespace

LogicalResult linkExecutable(Location location, StringRef object,
                             StringRef output) {
  auto fail = [&](const Twine &problem, const Twine &help = "") {
    emitDiagnostic(location, diag::linkFailed)
        .fact("problem", problem)
        .help(help);
    return failure();
  };
  std::string compiler = findCompiler(), runtime = findRuntime();
  if (compiler.empty())
    return fail("there is no C compiler on the path to link with",
                "install one (apt-get install gcc), or write an object file "
                "and link it elsewhere");
  if (!llvm::sys::fs::exists(runtime))
    return fail("the runtime '" + runtime + "' is missing",
                "install or build Tenon again");
  SmallString<128> messages;
  if (llvm::sys::fs::createTemporaryFile("tenon-link", "txt", messages))
    return fail("there is no room for temporary files");
  llvm::FileRemover remover(messages);
  SmallVector<StringRef> arguments = {compiler, "-o", output, object, runtime,
                                      "-lm"};
  // A sanitized runtime needs its sanitizers.
  if (StringRef flag = TENON_LINK_FLAG; !flag.empty())
    arguments.push_back(flag);
  std::optional<StringRef> redirects[] = {StringRef(""), StringRef(messages),
                                          StringRef(messages)};
  std::string error;
  int code = llvm::sys::ExecuteAndWait(compiler, arguments, std::nullopt,
                                       redirects, 0, 0, &error);
  if (code == 0)
    return success();
  if (error.empty())
    if (auto text = llvm::MemoryBuffer::getFile(messages))
      error = (*text)->getBuffer().trim().str();
  return fail(error);
}

} // namespace tenon
