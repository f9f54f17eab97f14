//===- Model.td - The model, its parameters and outputs -------------------===//

include "tenon/Dialect/IR/TenonBase.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/SymbolInterfaces.td"

def Tenon_ModelOp
    : Op<Tenon_Dialect, "model",
         [Symbol, IsolatedFromAbove, SingleBlock, NoTerminator,
          HasParent<"::mlir::ModuleOp">]> {
  let summary = "A model: inputs, computations, outputs";
  let description = [{
    Declares the symbols that sizes are written in, with inclusive bounds, and
    records the constraints on them that only the data can decide.

    ```mlir
    tenon.model @net(%x: !tenon.tensor<[batch, 784], f32> {tenon.name = "x"})
        symbols [batch in [1, 64], seq] {
      %y = tenon.relu %x : !tenon.tensor<[batch, 784], f32> -> !tenon.tensor<[batch, 784], f32>
      tenon.output %y ["y"] : !tenon.tensor<[batch, 784], f32>
    }
    ```
  }];
  let arguments = (ins
    SymbolNameAttr:$sym_name,
    ArrayAttr:$symbols,
    ArrayAttr:$constraints,
    StrArrayAttr:$input_names);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    ::mlir::Block &getBlock() { return getBody().front(); }
    OutputOp getOutput();
    /// The declared bounds, equalities included.
    void initialize(ShapeEnv &env);
    /// Declares a symbol unless it is there; returns its attribute.
    SymbolAttr declareSymbol(::llvm::StringRef name, int64_t lower = 0,
                             int64_t upper = INT64_MAX);
  }];
}

def Tenon_OutputOp
    : Op<Tenon_Dialect, "output",
         [Terminator, HasParent<"ModelOp">]> {
  let summary = "What the model gives";
  let arguments = (ins Variadic<Tenon_Tensor>:$values, StrArrayAttr:$names);
  let assemblyFormat =
      "($values^)? $names attr-dict (`:` type($values)^)?";
  let hasVerifier = 1;
}

def Tenon_ParameterOp
    : Op<Tenon_Dialect, "parameter",
         [Symbol, HasParent<"::mlir::ModuleOp">]> {
  let summary = "A named tensor that belongs to the model: a weight";
  let description = [{
    Its value is a constant, a resource blob, or a place in a file; it reaches
    the code as data, never as an instruction.

    ```mlir
    tenon.parameter @w = dense<0.5> : !tenon.tensor<[4, 2], f32>
    tenon.parameter @v trainable = #tenon.external<"net.onnx", 64, 32, "0x0"> as !tenon.tensor<[4, 2], f32>
    ```
  }];
  let arguments = (ins
    SymbolNameAttr:$sym_name,
    TypeAttrOf<Tenon_Tensor>:$type,
    AnyAttr:$value,
    UnitAttr:$trainable);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
}

def Tenon_GetParameterOp
    : Tenon_Op<"get_parameter",
               [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "Reads a parameter";
  let description = [{
    ```mlir
    %0 = tenon.get_parameter @w : !tenon.tensor<[4, 2], f32>
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$parameter);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$parameter attr-dict `:` type($result)";
}

def Tenon_UnresolvedOp : Tenon_Op<"unresolved"> {
  let summary = "A computation that an importer could not build";
  let description = [{
    Stands where a mistake or a limit was reported, so that the rest of the
    model can be checked. Its results are error values of the declared types.

    ```mlir
    %0 = tenon.unresolved "Conv node 'conv1'" : !tenon.tensor<error [2, ?], f32>
    ```
  }];
  let arguments = (ins StrAttr:$node);
  let results = (outs Variadic<Tenon_Tensor>:$results);
  let assemblyFormat = "$node attr-dict (`:` type($results)^)?";
}
