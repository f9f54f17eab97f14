//===- Pipeline.cpp - What every fuzzer does with a model -----------------===//

#include "Pipeline.h"
#include "tenon/Diagnostics/Renderer.h"
#include "tenon/Dialect/IR/TenonDialect.h"
#include "tenon/Dialect/Transforms/Passes.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Pass/PassManager.h"
#include <ctime>

using namespace mlir;

/// LLVM's dylib keeps memory to the end on purpose, and its allocators are not
/// instrumented. The quarantine would count as the model's memory.
extern "C" const char *__asan_default_options() {
  return "detect_leaks=0:allow_user_poisoning=0:quarantine_size_mb=16";
}

namespace tenon::fuzz {
namespace {

/// Of the processor's time, so that a busy machine makes no find. Sanitizers
/// slow down about threefold.
constexpr double maxSeconds = 3;

double getProcessorSeconds() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

[[noreturn]] void stop(const Twine &problem) {
  llvm::errs() << "fuzzing: " << problem << "\n";
  abort();
}

bool runPass(ModuleOp module, std::unique_ptr<Pass> pass) {
  PassManager manager(module.getContext());
  manager.addPass(std::move(pass));
  return succeeded(manager.run(module));
}

bool isLocated(Location location) {
  return !isa<UnknownLoc>(location);
}

} // namespace

int runPipeline(SourceKind kind, StringRef name, StringRef bytes,
                raw_ostream &reports) {
  double start = getProcessorSeconds();
  DialectRegistry registry;
  registry.insert<TenonDialect>();
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  DiagnosticCollector collector(context);
  Source source{name.str(), llvm::MemoryBuffer::getMemBufferCopy(bytes, name),
                kind};
  collector.setFallback(diag::syntaxError);
  OwningOpRef<ModuleOp> module = readModel(&context, source);
  collector.setFallback(diag::invalidOperation);
  bool sound = module && !collector.hasErrors();
  if (module)
    sound &= runPass(*module, createCheckPass());
  if (!sound && !collector.hasErrors())
    stop("rejected without a report");
  if (sound && !collector.hasErrors() &&
      !runPass(*module, createSimplifyPass()))
    stop("a checked model cannot be simplified");
  SourceTexts texts;
  if (kind == SourceKind::Text)
    texts.add(source.name, bytes);
  renderAll(collector, texts, reports);
  if (kind == SourceKind::ONNX)
    for (const CollectedDiagnostic &report : collector.getSorted())
      if (!isLocated(report.primary.location))
        stop("a report without a place: " + report.message);
  int code = collector.getExitCode();
  module = {};
  if (double seconds = getProcessorSeconds() - start; seconds > maxSeconds)
    stop("it took " + Twine(int64_t(seconds * 1000)) + " ms");
  return code;
}

} // namespace tenon::fuzz
