//===- RunPasses.cpp - model-opt as mlir-opt ------------------------------===//

#include "Options.h"
#include "tenon/Diagnostics/Renderer.h"
#include "tenon/Import/Read.h"
#include "tenon/Import/Text/Text.h"
#include "tenon/Package/Output.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Support/ToolUtilities.h"

using namespace mlir;

namespace tenon::model_opt {
namespace {

/// Runs the named passes on a parsed module. Verification comes first unless
/// the passes begin with the check, which reports more.
LogicalResult runNamedPasses(ModuleOp module, const Options &options) {
  PassManager manager(module.getContext());
  (void)applyPassManagerCLOptions(manager);
  auto reportPipeline = [&](const Twine &problem) {
    emitDiagnostic(module.getLoc(), diag::usage).fact("problem", problem);
    return failure();
  };
  if (options.passes &&
      failed(options.passes->addToPipeline(manager, reportPipeline)))
    return failure();
  bool checksFirst =
      !manager.empty() && manager.begin()->getArgument() == "tenon-check";
  if (!checksFirst && failed(verify(module)))
    return failure();
  return manager.run(module);
}

LogicalResult processChunk(std::unique_ptr<llvm::MemoryBuffer> chunk,
                           const Options &options,
                           const DialectRegistry &registry, raw_ostream &os,
                           int &exitCode) {
  MLIRContext context(registry);
  std::string name = chunk->getBufferIdentifier().str();
  auto sources = std::make_shared<llvm::SourceMgr>();
  if (options.verifyDiagnostics) {
    sources->AddNewSourceBuffer(
        llvm::MemoryBuffer::getMemBufferCopy(chunk->getBuffer(), name),
        llvm::SMLoc());
    SourceMgrDiagnosticVerifierHandler handler(*sources, &context);
    if (OwningOpRef<ModuleOp> module = parseText(&context, sources))
      (void)runNamedPasses(*module, options);
    return handler.verify();
  }
  DiagnosticCollector collector(context);
  SourceTexts texts;
  Source source{name, std::move(chunk), SourceKind::Unknown};
  source.kind = detectKind(source.buffer->getBuffer());
  if (source.kind == SourceKind::Text)
    texts.add(name, source.buffer->getBuffer());
  collector.setFallback(diag::syntaxError);
  OwningOpRef<ModuleOp> module = readModel(&context, source);
  collector.setFallback(diag::invalidOperation);
  bool ok = module && succeeded(runNamedPasses(*module, options));
  if (ok) {
    OpPrintingFlags flags;
    module->print(os, flags);
    os << "\n";
  }
  renderAll(collector, texts, llvm::errs());
  if (!ok)
    exitCode = std::max(exitCode, std::max(collector.getExitCode(), 1));
  return success(ok);
}

} // namespace

int runPasses(const Options &options, const DialectRegistry &registry) {
  std::unique_ptr<llvm::MemoryBuffer> buffer;
  {
    MLIRContext context;
    DiagnosticCollector collector(context);
    FailureOr<Source> source = openSource(&context, options.input);
    if (failed(source)) {
      SourceTexts texts;
      renderAll(collector, texts, llvm::errs());
      return collector.getExitCode();
    }
    buffer = llvm::MemoryBuffer::getMemBufferCopy(source->buffer->getBuffer(),
                                                  source->name);
  }
  std::string text;
  llvm::raw_string_ostream os(text);
  int exitCode = 0;
  LogicalResult result = splitAndProcessBuffer(
      std::move(buffer),
      [&](std::unique_ptr<llvm::MemoryBuffer> chunk, raw_ostream &os) {
        return processChunk(std::move(chunk), options, registry, os, exitCode);
      },
      os, options.splitInputFile ? kDefaultSplitMarker : "",
      options.splitInputFile ? kDefaultSplitMarker : "");
  if (failed(result) && exitCode == 0)
    exitCode = 1;
  if (options.verifyDiagnostics)
    return exitCode;
  // With several parts the good ones are shown, as mlir-opt does.
  if (exitCode != 0 && !options.splitInputFile)
    return exitCode;
  if (!writeOutput(options.output.empty() ? "-" : options.output, text))
    return 2;
  return exitCode;
}

} // namespace tenon::model_opt
