//===- Options.cpp - The command line of model-opt ------------------------===//

#include "Options.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/WithColor.h"
#include "mlir/Pass/PassManager.h"

namespace cl = llvm::cl;

namespace tenon::model_opt {
namespace {

cl::OptionCategory checking("Checking"), compiling("Compiling"),
    passes("Running single passes (like mlir-opt)");

cl::opt<std::string> input(cl::Positional, cl::desc("INPUT"), cl::init("-"),
                           cl::cat(compiling));
cl::opt<std::string>
    output("o", cl::value_desc("OUTPUT"), cl::cat(compiling),
           cl::desc("Where to write. The ending says what: .mlir .mlirbc .ll "
                    ".s .o .h, none is an executable"));
cl::opt<bool> check("check", cl::cat(checking),
                    cl::desc("Only check: report every mistake, write nothing"));
cl::opt<bool> listOperators(
    "list-operators", cl::cat(checking),
    cl::desc("Print the names of the ONNX operators that are supported"));
cl::opt<EmitKind> emit(
    "emit", cl::cat(compiling), cl::init(EmitKind::Automatic),
    cl::desc("What to write, whatever the ending of OUTPUT:"),
    cl::values(
        clEnumValN(EmitKind::Tenon, "tenon", "the checked model as text"),
        clEnumValN(EmitKind::Bytecode, "bytecode", "the same as bytecode"),
        clEnumValN(EmitKind::Linalg, "linalg", "linalg on tensors"),
        clEnumValN(EmitKind::LLVMDialect, "llvm-mlir", "the LLVM dialect"),
        clEnumValN(EmitKind::LLVMIR, "llvm-ir", "LLVM IR"),
        clEnumValN(EmitKind::Assembly, "asm", "assembly"),
        clEnumValN(EmitKind::Object, "obj", "an object file with the weights"),
        clEnumValN(EmitKind::Executable, "exe", "an executable"),
        clEnumValN(EmitKind::Header, "header", "a C header for the object")));
cl::list<std::string>
    dims("dim", cl::value_desc("NAME=SIZE"), cl::cat(compiling),
         cl::desc("Give a free size of the model a value (repeatable)"));
cl::opt<OptimizationLevel> level(
    cl::desc("How much to optimise:"), cl::cat(compiling),
    cl::init(OptimizationLevel::Full),
    cl::values(clEnumValN(OptimizationLevel::None, "O0",
                          "plain loops, the reference for finding "
                          "miscompilations"),
               clEnumValN(OptimizationLevel::Full, "O2",
                          "fused and vectorised (default)")));
cl::opt<bool> verifyDiagnostics(
    "verify-diagnostics", cl::cat(passes),
    cl::desc("Check that the input's expected-error comments are met"));
cl::opt<bool> splitInputFile(
    "split-input-file", cl::cat(passes),
    cl::desc("Process the parts between // ----- separately"));

constexpr const char *overview =
    "Checks machine-learning models and compiles them for the CPU\n\n"
    "  model-opt net.onnx --check           report every mistake\n"
    "  model-opt net.onnx -o net            compile to an executable\n"
    "  model-opt net.onnx --emit=tenon      show the checked model\n"
    "  model-opt --tenon-check net.mlir     run one pass\n\n"
    "INPUT is an ONNX file, Tenon's text (.mlir) or bytecode (.mlirbc), or - "
    "for\nstandard input; told by content. Exit code: 0 success, 1 the model is "
    "wrong,\n2 wrong usage, 3 a limit of Tenon.\n";

} // namespace

Options parseOptions(int argc, char **argv,
                     const mlir::PassPipelineCLParser &pipeline) {
  for (auto &[name, option] : cl::getRegisteredOptions()) {
    bool ours = llvm::any_of(option->Categories, [](cl::OptionCategory *it) {
      return it == &checking || it == &compiling || it == &passes;
    });
    // The passes are one option without a name of its own.
    if (ours)
      continue;
    if (name == "pass-pipeline" || !option->hasArgStr())
      option->Categories = {&passes};
    else if (name != "help" && name != "version")
      option->setHiddenFlag(cl::ReallyHidden);
  }
  cl::SetVersionPrinter([](llvm::raw_ostream &os) {
    os << "tenon " TENON_VERSION " on LLVM " LLVM_VERSION_STRING "\n";
  });
  std::string errors;
  llvm::raw_string_ostream os(errors);
  if (!cl::ParseCommandLineOptions(argc, argv, overview, &os)) {
    // Usage mistakes look like all others; LLVM prefixes the tool's path.
    for (llvm::StringRef line : llvm::split(os.str(), '\n')) {
      line.consume_front(argv[0]);
      line = line.ltrim(": ");
      if (!line.empty())
        llvm::errs() << "error[E0901]: " << line << "\n";
    }
    exit(2);
  }
  Options options;
  options.input = input;
  options.output = output;
  options.check = check;
  options.listOperators = listOperators;
  options.emit = emit;
  options.dims = dims;
  options.level = level;
  options.verifyDiagnostics = verifyDiagnostics;
  options.splitInputFile = splitInputFile;
  if (pipeline.hasAnyOccurrences())
    options.passes = &pipeline;
  return options;
}

} // namespace tenon::model_opt
