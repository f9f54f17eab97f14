//===- CheckHostile.cpp - Many ONNX models, each in a process of its own --===//
//
//   check-hostile --operators    the operators that the importer maps
//   check-hostile                reads models from standard input, each with
//                                four bytes of size (little-endian) in front
//
// For each model one line: how it ended (`exit 1`, `signal 11`), the
// processor's milliseconds, the peak of memory in kB, and how many lines of
// reports follow.
//
//===----------------------------------------------------------------------===//

#include "Pipeline.h"
#include "tenon/Import/ONNX/Node.h"
#include <cstdio>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// Seconds until the system ends a process that does not end itself.
constexpr rlim_t maxSeconds = 10;

void printOperators() {
  tenon::onnx_import::OperatorRegistry registry;
#define TENON_FAMILY(FAMILY)                                                   \
  tenon::onnx_import::register##FAMILY##Operators(registry);
#include "tenon/Dialect/IR/Families.def"
  for (llvm::StringRef name : registry.getNames())
    llvm::outs() << name << "\n";
}

void checkModel(const std::string &bytes) {
  int pipes[2];
  if (pipe(pipes) != 0)
    exit(2);
  pid_t child = fork();
  if (child == 0) {
    dup2(pipes[1], 2);
    rlimit seconds{maxSeconds, maxSeconds};
    setrlimit(RLIMIT_CPU, &seconds);
    int code = tenon::fuzz::runPipeline(tenon::SourceKind::ONNX, "hostile.onnx",
                                        bytes, llvm::errs());
    _exit(code);
  }
  close(pipes[1]);
  std::string reports;
  char buffer[4096];
  for (ssize_t got; (got = read(pipes[0], buffer, sizeof buffer)) > 0;)
    reports.append(buffer, got);
  close(pipes[0]);
  int status = 0;
  rusage usage;
  wait4(child, &status, 0, &usage);
  if (!reports.empty() && reports.back() != '\n')
    reports += '\n';
  long milliseconds =
      (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
      (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
  llvm::outs() << (WIFSIGNALED(status) ? "signal " : "exit ")
               << (WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status))
               << " " << milliseconds << " " << usage.ru_maxrss << " "
               << llvm::count(reports, '\n') << "\n"
               << reports;
  llvm::outs().flush();
}

} // namespace

int main(int argc, char **argv) {
  if (argc > 1 && llvm::StringRef(argv[1]) == "--operators") {
    printOperators();
    return 0;
  }
  unsigned char head[4];
  while (fread(head, 1, 4, stdin) == 4) {
    std::string bytes(head[0] | head[1] << 8 | head[2] << 16 |
                          size_t(head[3]) << 24,
                      '\0');
    if (fread(bytes.data(), 1, bytes.size(), stdin) != bytes.size())
      return 2;
    checkModel(bytes);
  }
  return 0;
}
