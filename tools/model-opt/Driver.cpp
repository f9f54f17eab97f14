//===- Driver.cpp - From a model file to what was asked for ---------------===//

#include "Options.h"
#include "tenon/Diagnostics/Renderer.h"
#include "tenon/Dialect/IR/Model.h"
#include "tenon/Import/Read.h"
#include "tenon/Package/Output.h"
#include "mlir/Pass/PassManager.h"

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
    int code = collector.getExitCode();
    return code ? code : 1;
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
    if (!runPasses([&](OpPassManager &manager) {
          buildCheckPipeline(manager, options.dims);
        }))
      return false;
    if (options.check)
      return summarize();
    std::string text;
    llvm::raw_string_ostream os(text);
    module->print(os);
    os << "\n";
    return writeOutput(options.output.empty() ? "-" : options.output, text);
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

} // namespace

int run(const Options &options, const DialectRegistry &registry) {
  if (options.passes || options.verifyDiagnostics || options.splitInputFile)
    return runPasses(options, registry);
  return Driver(options, registry).run();
}

} // namespace tenon::model_opt
