//===- Compile.cpp - From the LLVM dialect to machine code ----------------===//

#include "tenon/Package/Compile.h"
#include "Descriptor.h"
#include "tenon/CodeGen/Weights.h"
#include "tenon/Dialect/IR/ParameterData.h"
#include "tenon/Diagnostics/Emission.h"
#include "mlir/ExecutionEngine/OptUtils.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"

using namespace mlir;

namespace tenon {

std::unique_ptr<llvm::TargetMachine> createHostTarget(bool optimize) {
  llvm::InitializeNativeTarget();
  llvm::InitializeNativeTargetAsmPrinter();
  llvm::InitializeNativeTargetAsmParser();
  llvm::Triple triple(llvm::sys::getDefaultTargetTriple());
  std::string error;
  const llvm::Target *target = llvm::TargetRegistry::lookupTarget(triple, error);
  if (!target)
    return nullptr;
  std::string features;
  for (const auto &[feature, enabled] : llvm::sys::getHostCPUFeatures())
    features += std::string(features.empty() ? "" : ",") +
                (enabled ? "+" : "-") + feature.str();
  llvm::TargetOptions options;
  return std::unique_ptr<llvm::TargetMachine>(target->createTargetMachine(
      triple, llvm::sys::getHostCPUName(), features, options,
      llvm::Reloc::PIC_, std::nullopt,
      optimize ? llvm::CodeGenOptLevel::Aggressive
               : llvm::CodeGenOptLevel::Less));
}

unsigned getVectorBits(const llvm::TargetMachine &target) {
  llvm::StringRef features = target.getTargetFeatureString();
  if (features.contains("+avx512f"))
    return 512;
  return features.contains("+avx2") ? 256 : 128;
}

LogicalResult writeWeights(func::FuncOp function, StringRef path) {
  WeightLayout layout(function->getParentOfType<ModuleOp>(),
                      function->getAttrOfType<ArrayAttr>("tenon.parameters"));
  ParameterReader reader;
  std::error_code error;
  llvm::raw_fd_ostream os(path, error);
  bool ok = !error;
  for (const WeightLayout::Entry &entry : layout.entries) {
    FailureOr<ArrayRef<char>> bytes = reader.read(entry.parameter);
    if (failed(bytes)) {
      ok = false;
      continue;
    }
    if (!ok)
      continue;
    os.write_zeros(entry.offset - os.tell());
    os.write(bytes->data(), bytes->size());
  }
  if (!error) {
    os.write_zeros(ok ? layout.size - os.tell() : 0);
    os.close();
    error = os.error();
    os.clear_error();
  }
  if (error)
    emitDiagnostic(function.getLoc(), diag::outputFailed)
        .fact("file", path)
        .fact("problem", error.message());
  return success(ok && !error);
}

std::unique_ptr<llvm::Module>
translateModel(ModuleOp module, const ModelSignature &signature,
               StringRef weightsPath, bool addMain, llvm::TargetMachine &target,
               llvm::LLVMContext &context) {
  std::unique_ptr<llvm::Module> result =
      translateModuleToLLVMIR(module, context, signature.name);
  if (!result)
    return nullptr;
  result->setTargetTriple(target.getTargetTriple());
  result->setDataLayout(target.createDataLayout());
  llvm::GlobalVariable *weights = nullptr;
  if (!weightsPath.empty() && signature.weightBytes) {
    // The assembler reads the bytes; they never become IR.
    std::string symbol = signature.name + "_weights";
    result->appendModuleInlineAsm(
        "\t.section .rodata." + symbol + ",\"a\",@progbits\n\t.p2align 6\n" +
        "\t.globl " + symbol + "\n\t.hidden " + symbol + "\n" + symbol +
        ":\n\t.incbin \"" + weightsPath.str() + "\"\n\t.text");
    weights = new llvm::GlobalVariable(
        *result, llvm::Type::getInt8Ty(context), true,
        llvm::GlobalValue::ExternalLinkage, nullptr, symbol);
    weights->setVisibility(llvm::GlobalValue::HiddenVisibility);
  }
  ModelSignature complete = signature;
  complete.readFaults(module);
  DescriptorBuilder descriptor(*result, complete);
  llvm::GlobalVariable *model = descriptor.build(weights);
  if (addMain)
    descriptor.addMain(model);
  for (llvm::Function &function : *result)
    if (!function.isDeclaration()) {
      // A kernel with several callers stays one.
      if (function.getName().contains(".kernel") ||
          function.getName().contains(".loop")) {
        function.setLinkage(llvm::GlobalValue::InternalLinkage);
        function.addFnAttr(llvm::Attribute::NoInline);
      }
      function.addFnAttr("target-cpu", target.getTargetCPU());
      function.addFnAttr("target-features", target.getTargetFeatureString());
      // Kernels are written in full vectors; the rest should follow.
      function.addFnAttr("prefer-vector-width",
                         std::to_string(getVectorBits(target)));
    }
  return result;
}

void optimizeModule(llvm::Module &module, llvm::TargetMachine &target,
                    bool optimize) {
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager calls;
  llvm::ModuleAnalysisManager modules;
  llvm::PipelineTuningOptions tuning;
  tuning.LoopVectorization = optimize;
  tuning.SLPVectorization = optimize;
  llvm::PassBuilder builder(&target, tuning);
  builder.registerModuleAnalyses(modules);
  builder.registerCGSCCAnalyses(calls);
  builder.registerFunctionAnalyses(functions);
  builder.registerLoopAnalyses(loops);
  builder.crossRegisterProxies(loops, functions, calls, modules);
  // Even the reference is cleaned up a little: register promotion alone makes
  // it several times faster to run, and changes no arithmetic.
  builder
      .buildPerModuleDefaultPipeline(optimize ? llvm::OptimizationLevel::O3
                                              : llvm::OptimizationLevel::O1)
      .run(module, modules);
}

bool writeMachineCode(llvm::Module &module, llvm::TargetMachine &target,
                      StringRef path, bool assembly) {
  std::error_code error;
  llvm::raw_fd_ostream os(path, error);
  if (!error) {
    {
      // The passes write to the stream until they are destroyed.
      llvm::legacy::PassManager manager;
      if (target.addPassesToEmitFile(manager, os, nullptr,
                                     assembly
                                         ? llvm::CodeGenFileType::AssemblyFile
                                         : llvm::CodeGenFileType::ObjectFile))
        error = std::make_error_code(std::errc::not_supported);
      else
        manager.run(module);
    }
    os.close();
    if (!error)
      error = os.error();
    os.clear_error();
  }
  if (!error)
    return true;
  llvm::errs() << "error[E0904]: cannot write '" << path
               << "': " << error.message() << "\n";
  return false;
}

} // namespace tenon
