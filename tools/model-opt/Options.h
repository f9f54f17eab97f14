//===- Options.h - The command line of model-opt --------------------------===//
#ifndef TENON_TOOLS_MODEL_OPT_OPTIONS_H
#define TENON_TOOLS_MODEL_OPT_OPTIONS_H

#include "tenon/Pipelines/Pipelines.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/PassRegistry.h"
#include <string>
#include <vector>

namespace tenon::model_opt {

/// What to write.
enum class EmitKind {
  Automatic, ///< by the ending of the output
  Tenon,
  Bytecode,
  Linalg,
  LLVMDialect,
  LLVMIR,
  Assembly,
  Object,
  Executable,
  Header,
};

struct Options {
  std::string input, output;
  bool check = false;
  EmitKind emit = EmitKind::Automatic;
  std::vector<std::string> dims;
  OptimizationLevel level = OptimizationLevel::Full;
  bool listOperators = false;
  bool verifyDiagnostics = false, splitInputFile = false;
  /// Set when passes are named: then the tool works like mlir-opt.
  const mlir::PassPipelineCLParser *passes = nullptr;
};

/// Parses the command line; exits with code 2 if it is wrong.
Options parseOptions(int argc, char **argv,
                     const mlir::PassPipelineCLParser &passes);

/// The whole run; returns the exit code.
int run(const Options &options, const mlir::DialectRegistry &registry);
/// Compiles a module of linalg on tensors into what is asked for. False after
/// a report.
bool emitCompiled(mlir::ModuleOp module, const Options &options, EmitKind kind,
                  llvm::StringRef output);
/// Like mlir-opt: parse, run the named passes, print.
int runPasses(const Options &options, const mlir::DialectRegistry &registry);

} // namespace tenon::model_opt

#endif // TENON_TOOLS_MODEL_OPT_OPTIONS_H
