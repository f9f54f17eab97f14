//===- Passes.td - Passes over the dialect --------------------------------===//
#ifndef TENON_DIALECT_TRANSFORMS_PASSES
#define TENON_DIALECT_TRANSFORMS_PASSES

include "mlir/Pass/PassBase.td"

def CheckPass : Pass<"tenon-check", "::mlir::ModuleOp"> {
  let summary = "Infer all types and report every mistake";
  let description = [{
    Applies each operation's rule in order, refines the declared types in
    place, records what only the data can decide as constraints on the model,
    and reports every mistake of the module at once. A failed operation's
    results become error values, which blame nobody downstream. Fails if
    anything is wrong.
  }];
  let statistics = [
    Statistic<"checked", "operations-checked", "operations whose rule was applied">,
    Statistic<"constraints", "constraints", "constraints recorded">
  ];
}

def BindSymbolsPass : Pass<"tenon-bind-symbols", "::mlir::ModuleOp"> {
  let summary = "Give symbolic sizes a value";
  let description = [{
    Replaces symbols by constants in all types and constraints of the models.
    Fails if a name is not a symbol or the value is outside its bounds.
  }];
  let options = [
    ListOption<"sizes", "sizes", "std::string", "`name=value`, repeatable">
  ];
}

def SimplifyPass : Pass<"tenon-simplify", "::mlir::ModuleOp"> {
  let summary = "Fold constants, drop no-ops and dead parameters";
  let description = [{
    Evaluates operations on constants (up to a size), replaces sizes that
    inference knows, merges equal operations and removes parameters that
    nothing reads. Needs a checked module.
  }];
  let statistics = [
    Statistic<"folded", "operations-folded", "operations replaced by constants">
  ];
}

def ChooseLayoutPass : Pass<"tenon-choose-layout", "::mlir::ModuleOp"> {
  let summary = "Put channels last around convolutions and pooling";
  let description = [{
    Convolutions, pooling and batch normalisation with `channels_first` become
    `channels_last` between transposes, which then sink through elementwise
    operations, concat, pad, reductions and reshapes until they cancel. Nothing
    else changes. Needs a checked module.
  }];
}

def OutlineConstantsPass : Pass<"tenon-outline-constants", "::mlir::ModuleOp"> {
  let summary = "Make parameters of large constants";
  let description = [{
    What is larger than a few elements is data, and data never becomes code:
    constants of more elements than the option says become parameters. Splats
    stay, they are one number.
  }];
  let options = [
    Option<"largest", "largest", "int64_t", "64", "elements a constant may have">
  ];
  let statistics = [
    Statistic<"outlined", "constants-outlined", "constants made parameters">
  ];
}

def FoldParametersPass : Pass<"tenon-fold-parameters", "::mlir::ModuleOp"> {
  let summary = "Take apart and transpose weights when compiling";
  let description = [{
    What operations that only move elements make of parameters becomes a
    parameter, and so does what others make of few. A matrix product with a
    transposed parameter reads one with its elements in the new order.
  }];
  let statistics = [
    Statistic<"folded", "parameters-folded", "parameters made of others">
  ];
}

#endif // TENON_DIALECT_TRANSFORMS_PASSES
