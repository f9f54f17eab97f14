//===- Emit.cpp - From linalg to the file that was asked for --------------===//

#include "Options.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Diagnostics/Emission.h"
#include "tenon/Package/Compile.h"
#include "tenon/Package/Output.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Signals.h"

using namespace mlir;

namespace tenon::model_opt {
namespace {

/// A file in the system's folder for such, removed at the end.
class ScratchFile {
public:
  explicit ScratchFile(StringRef suffix) {
    if (!llvm::sys::fs::createTemporaryFile("tenon", suffix, path))
      llvm::sys::RemoveFileOnSignal(path);
    else
      path.clear();
  }
  ~ScratchFile() {
    if (!path.empty())
      llvm::sys::fs::remove(path);
  }
  StringRef getPath() const { return path; }

private:
  SmallString<128> path;
};

class Emitter {
public:
  Emitter(ModuleOp module, const Options &options, EmitKind kind,
          StringRef output)
      : module(module), options(options), kind(kind), output(output),
        optimize(options.level == OptimizationLevel::Full) {}

  bool run() {
    auto models = module.getOps<func::FuncOp>();
    if (!llvm::hasSingleElement(models)) {
      emitDiagnostic(module.getLoc(), diag::internalLimit)
          .fact("problem", "a module must have exactly one model to be "
                           "compiled, but this has " +
                               Twine(std::distance(models.begin(),
                                                   models.end())));
      return false;
    }
    func::FuncOp function = *models.begin();
    signature = ModelSignature::read(function);
    if (kind == EmitKind::Header)
      return writeOutput(output, makeHeader(signature));
    target = createHostTarget(optimize);
    if (!target) {
      emitDiagnostic(module.getLoc(), diag::internalLimit)
          .fact("problem", "LLVM has no target for this machine");
      return false;
    }
    ScratchFile weights("weights");
    bool needsWeights = kind == EmitKind::Object || kind == EmitKind::Executable;
    if (needsWeights && signature.weightBytes &&
        failed(writeWeights(function, weights.getPath())))
      return false;
    if (!lowerToLLVM())
      return false;
    if (kind == EmitKind::LLVMDialect)
      return printModule();
    llvm::LLVMContext context;
    std::unique_ptr<llvm::Module> code = translateModel(
        module, signature, needsWeights ? weights.getPath() : "",
        kind == EmitKind::Executable, *target, context);
    if (!code)
      return false;
    optimizeModule(*code, *target, optimize);
    return write(*code);
  }

private:
  bool lowerToLLVM() {
    KernelSizes sizes;
    unsigned bits = getVectorBits(*target);
    sizes.lanes = bits / 32;
    // Half the registers hold accumulators; AVX-512 has twice as many.
    sizes.rows = bits == 512 ? 8 : 4;
    PassManager manager(module.getContext());
    (void)applyPassManagerCLOptions(manager);
    buildLLVMPipeline(manager, options.level, sizes);
    if (failed(manager.run(module)))
      return false;
    for (auto parameter :
         llvm::make_early_inc_range(module.getOps<ParameterOp>()))
      parameter.erase();
    return true;
  }

  bool printModule() {
    std::string text;
    llvm::raw_string_ostream os(text);
    module.print(os);
    os << "\n";
    return writeOutput(output, text);
  }

  bool write(llvm::Module &code) {
    if (kind == EmitKind::LLVMIR) {
      std::string text;
      llvm::raw_string_ostream os(text);
      code.print(os, nullptr);
      return writeOutput(output, text);
    }
    if (kind == EmitKind::Executable) {
      ScratchFile object("o");
      if (!writeMachineCode(code, *target, object.getPath(), false))
        return false;
      TemporaryFile program(output);
      return program &&
             succeeded(linkExecutable(module.getLoc(), object.getPath(),
                                      program.getPath())) &&
             program.commit(/*executable=*/true);
    }
    bool assembly = kind == EmitKind::Assembly;
    if (output == "-") {
      ScratchFile file("out");
      if (!writeMachineCode(code, *target, file.getPath(), assembly))
        return false;
      auto content = llvm::MemoryBuffer::getFile(file.getPath());
      return content && writeOutput("-", (*content)->getBuffer());
    }
    TemporaryFile file(output);
    return file && writeMachineCode(code, *target, file.getPath(), assembly) &&
           file.commit();
  }

  ModuleOp module;
  const Options &options;
  EmitKind kind;
  StringRef output;
  bool optimize;
  ModelSignature signature;
  std::unique_ptr<llvm::TargetMachine> target;
};

} // namespace

bool emitCompiled(ModuleOp module, const Options &options, EmitKind kind,
                  StringRef output) {
  return Emitter(module, options, kind, output).run();
}

} // namespace tenon::model_opt
