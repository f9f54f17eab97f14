//===- Driver.cpp - From a model file to what was asked for ---------------===//

#include "Options.h"
#include "tenon/Diagnostics/Renderer.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Dialect/IR/ParameterData.h"
#include "tenon/Import/ONNX/Import.h"
#include "tenon/Import/Read.h"
#include "tenon/Package/Output.h"
#include "mlir/Bytecode/BytecodeWriter.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

using namespace mlir;

namespace tenon::model_opt {
namespace {

/// One run over one input.
class Driver {
public:
  Driver(const Options &options, const DialectRegistry &registry)
      : options(options), context(registry), collector(context) {}

  int run() {
    bool ok = compile();
    renderAll(collector, texts, llvm::errs());
    if (ok && !collector.hasErrors())
      return 0;
    // What was not reported here is an output that could not be written, which
    // says so itself.
    int code = collector.getExitCode();
    return code ? code : 2;
  }

private:
  bool compile() {
    FailureOr<Source> source = openSource(&context, options.input);
    if (failed(source))
      return false;
    if (source->kind == SourceKind::Text)
      texts.add(source->name, source->buffer->getBuffer());
    collector.setFallback(diag::syntaxError);
    module = readModel(&context, *source);
    collector.setFallback(diag::invalidOperation);
    if (!module)
      return false;
    // A model that was read with mistakes is checked all the same.
    bool sound = !collector.hasErrors();
    sound &= runPasses([&](OpPassManager &manager) {
      buildCheckPipeline(manager, options.dims);
    });
    if (!sound)
      return false;
    if (options.check)
      return summarize();
    return emit();
  }

  EmitKind getKind() const {
    if (options.emit != EmitKind::Automatic)
      return options.emit;
    StringRef extension = llvm::sys::path::extension(options.output);
    return llvm::StringSwitch<EmitKind>(extension)
        .Case(".mlir", EmitKind::Tenon)
        .Case(".mlirbc", EmitKind::Bytecode)
        .Case(".ll", EmitKind::LLVMIR)
        .Case(".s", EmitKind::Assembly)
        .Case(".o", EmitKind::Object)
        .Case(".h", EmitKind::Header)
        .Default(EmitKind::Executable);
  }

  /// Text goes to standard output unless told otherwise; files are named
  /// after the input.
  std::string getOutput(EmitKind kind) const {
    if (!options.output.empty())
      return options.output;
    if (kind != EmitKind::Executable && kind != EmitKind::Object)
      return "-";
    std::string stem = llvm::sys::path::stem(options.input).str();
    if (options.input == "-")
      stem = "model";
    return kind == EmitKind::Object ? stem + ".o" : stem;
  }

  bool emit() {
    EmitKind kind = getKind();
    if (kind == EmitKind::Tenon || kind == EmitKind::Bytecode)
      return emitModule(kind);
    if (!runPasses([&](OpPassManager &manager) {
          buildLinalgPipeline(manager, options.level);
        }))
      return false;
    if (kind == EmitKind::Linalg)
      return emitModule(kind);
    return emitCompiled(*module, options, kind, getOutput(kind));
  }

  bool emitModule(EmitKind kind) {
    if (failed(hashExternalParameters(*module)))
      return false;
    std::string text;
    llvm::raw_string_ostream os(text);
    if (kind == EmitKind::Bytecode) {
      if (failed(writeBytecodeToFile(*module, os)))
        return false;
    } else {
      module->print(os);
      os << "\n";
    }
    return writeOutput(getOutput(kind), text);
  }

  bool runPasses(llvm::function_ref<void(OpPassManager &)> build) {
    PassManager manager(&context);
    (void)applyPassManagerCLOptions(manager);
    build(manager);
    return succeeded(manager.run(*module));
  }

  /// What `--check` says of a model that is right.
  bool summarize() {
    std::string text;
    llvm::raw_string_ostream os(text);
    for (auto model : module->getOps<ModelOp>()) {
      os << model.getSymName() << ": no mistakes\n";
      for (auto [input, name] :
           llvm::zip(model.getBlock().getArguments(),
                     model.getInputNames().getAsValueRange<StringAttr>()))
        os << "  input  " << name << ": "
           << cast<TensorType>(input.getType()).getText() << "\n";
      OutputOp output = model.getOutput();
      for (auto [value, name] :
           llvm::zip(output.getValues(),
                     output.getNames().getAsValueRange<StringAttr>()))
        os << "  output " << name << ": "
           << cast<TensorType>(value.getType()).getText() << "\n";
      for (auto constraint :
           model.getConstraints().getAsRange<ConstraintAttr>())
        os << "  requires " << constraint.getLhs().str()
           << (constraint.getRelation() == Relation::Equal     ? " == "
               : constraint.getRelation() == Relation::AtLeast ? " >= "
                                                    : " divisible by ")
           << constraint.getRhs().str() << " (checked when the model runs): "
           << constraint.getMessage().getValue() << "\n";
    }
    return writeOutput(options.output.empty() ? "-" : options.output, text);
  }

  const Options &options;
  MLIRContext context;
  DiagnosticCollector collector;
  SourceTexts texts;
  OwningOpRef<ModuleOp> module;
};

bool isTextInput(StringRef path) {
  return path == "-" || path.ends_with(".mlir") || path.ends_with(".mlirbc");
}

} // namespace

int run(const Options &options, const DialectRegistry &registry) {
  if (options.listOperators) {
    for (const std::string &name : getONNXOperators())
      llvm::outs() << name << "\n";
    return 0;
  }
  // Text without an order is shown again, as mlir-opt does.
  bool nothingAsked = !options.check && options.output.empty() &&
                      options.emit == EmitKind::Automatic &&
                      options.dims.empty() && isTextInput(options.input);
  if (nothingAsked || options.passes || options.verifyDiagnostics || options.splitInputFile)
    return runPasses(options, registry);
  return Driver(options, registry).run();
}

} // namespace tenon::model_opt
