//===- TenonBase.td - The dialect, its type, attributes and op classes ----===//
#ifndef TENON_DIALECT_IR_TENONBASE
#define TENON_DIALECT_IR_TENONBASE

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/BuiltinTypeInterfaces.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpBase.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "tenon/Dialect/IR/TenonInterfaces.td"

def Tenon_Dialect : Dialect {
  let name = "tenon";
  let cppNamespace = "::tenon";
  let summary = "Machine-learning models whose shapes are checked";
  let description = [{
    Operations on tensors whose sizes may be symbolic or unknown. Each has one
    rule (`RuleOpInterface`) that infers its results, states its constraints and
    explains mistakes. There are no implicit conversions and no implicit rank
    changes: importers write them as operations.
  }];
  let useDefaultTypePrinterParser = 1;
  let hasConstantMaterializer = 1;
  let extraClassDeclaration = [{
    ::mlir::Attribute parseAttribute(::mlir::DialectAsmParser &parser,
                                     ::mlir::Type type) const override;
    void printAttribute(::mlir::Attribute attribute,
                        ::mlir::DialectAsmPrinter &printer) const override;

    /// Whether the MLIR verifier applies each op's rule. The check pass turns
    /// it off while it verifies structure, because it applies the rules itself
    /// with more knowledge.
    bool isRuleVerificationEnabled() const { return ruleVerification; }
    void setRuleVerification(bool enabled) { ruleVerification = enabled; }

  private:
    void registerTypes();
    void registerAttributes();
    void registerModelOps();
    void registerAttentionOps();
    void registerContractionOps();
    void registerControlFlowOps();
    void registerConvolutionOps();
    void registerCreationOps();
    void registerElementwiseOps();
    void registerIndexingOps();
    void registerInterpolationOps();
    void registerMovementOps();
    void registerNormalizationOps();
    void registerPoolingOps();
    void registerQuantizationOps();
    void registerRandomOps();
    void registerRecurrentOps();
    void registerReductionOps();
    bool ruleVerification = true;

  public:
  }];
}

//===----------------------------------------------------------------------===//
// Type
//===----------------------------------------------------------------------===//

def Tenon_TensorType
    : TypeDef<Tenon_Dialect, "Tensor",
              [DeclareTypeInterfaceMethods<ShapedTypeInterface,
                                           ["cloneWith", "hasRank"]>]> {
  let mnemonic = "tensor";
  let summary = "A tensor whose sizes may be symbolic or unknown";
  let description = [{
    `!tenon.tensor<[batch, 28, 28, 1], f32>`. A dimension is a constant, an
    expression over the model's symbols, or `?` (not yet known). The shape may
    be unranked (`*`), the element type open (`?`). Signless integers are
    signed; `ui8` and the like are unsigned; `i1` is a truth value.

    `!tenon.tensor<error [batch, ?], f32>` is the type of a failed value:
    what is still certain of it stays, and `?` blames nobody any more.
  }];
  let parameters = (ins
    ArrayRefParameter<"::tenon::DimAttr">:$dims,
    ArrayRefParameter<"int64_t">:$shape,
    "bool":$ranked,
    "::mlir::Type":$elementType,
    "bool":$error);
  let skipDefaultBuilders = 1;
  let builders = [
    TypeBuilderWithInferredContext<(ins "::llvm::ArrayRef<::tenon::DimAttr>":$dims,
                                        "::mlir::Type":$elementType)>,
    TypeBuilderWithInferredContext<(ins "::llvm::ArrayRef<int64_t>":$shape,
                                        "::mlir::Type":$elementType)>
  ];
  let hasCustomAssemblyFormat = 1;
  let extraClassDeclaration = [{
    /// Tensors of more axes than this are a mistake; nothing computes on them.
    static constexpr int64_t maxRank = 64;

    /// The type of which nothing is known.
    static TensorType getUnknown(::mlir::MLIRContext *context);
    static TensorType getUnranked(::mlir::Type elementType);
    TensorType withDims(::llvm::ArrayRef<DimAttr> dims) const;
    TensorType withUnranked() const;
    TensorType withElementType(::mlir::Type elementType) const;
    TensorType withError(bool error = true) const;

    /// The element type is known.
    bool hasElementType() const;
    /// The unknown element type, spelt `?`.
    static ::mlir::Type getOpenElementType(::mlir::MLIRContext *context);
    /// Nothing of the type is `?` or `*`.
    bool isComplete() const;
    DimAttr getDim(int64_t axis) const { return getDims()[axis]; }
    /// The product of the dimensions; unknown when one of them is.
    DimAttr getCount() const;
    /// `[batch, 28, 28, 1]`, as the user reads it.
    std::string getShapeText() const;
    /// `3 axes`.
    std::string getRankText() const;
    /// `[batch, 28] of f32`.
    std::string getText() const;
  }];
}

def Tenon_Tensor
    : Type<CPred<"::llvm::isa<::tenon::TensorType>($_self)">, "tensor">;

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

class Tenon_Attr<string name, string attrMnemonic>
    : AttrDef<Tenon_Dialect, name> {
  let mnemonic = attrMnemonic;
}

def Tenon_SymbolAttr : Tenon_Attr<"Symbol", "symbol"> {
  let summary = "A named size and its inclusive bounds";
  let parameters = (ins "::mlir::StringAttr":$name, "int64_t":$lower,
                        "int64_t":$upper);
  let assemblyFormat = "`<` $name `,` $lower `,` $upper `>`";
}

def Tenon_Relation : I32EnumAttr<"Relation", "how two sizes must relate", [
    I32EnumAttrCase<"Equal", 0, "equal">,
    I32EnumAttrCase<"AtLeast", 1, "at_least">,
    I32EnumAttrCase<"Divides", 2, "divisible_by">]> {
  let cppNamespace = "::tenon";
  let genSpecializedAttr = 0;
}

def Tenon_ConstraintAttr : Tenon_Attr<"Constraint", "constraint"> {
  let summary = "A relation of sizes that only the data can decide";
  let description = [{
    Compiled into the model's entry, and reported at run time with the same
    code and words.
  }];
  let parameters = (ins "::tenon::DimAttr":$lhs,
                        EnumParameter<Tenon_Relation>:$relation,
                        "::tenon::DimAttr":$rhs, "::mlir::StringAttr":$code,
                        "::mlir::StringAttr":$message);
  let hasCustomAssemblyFormat = 1;
}

def Tenon_ExternalAttr : Tenon_Attr<"External", "external"> {
  let summary = "Values that stand in a file";
  let description = [{
    `#tenon.external<"net.onnx", 1024, 4096, "0x1f2e…">`: file, byte offset,
    byte size and the XXH3-64 hash of the bytes (empty: not checked). How large
    weights appear in text. A path that is not absolute is relative to the
    folder that the tool runs in.
  }];
  let parameters = (ins "::mlir::StringAttr":$file, "int64_t":$offset,
                        "int64_t":$size, "::mlir::StringAttr":$hash);
  let assemblyFormat = "`<` $file `,` $offset `,` $size `,` $hash `>`";
}

def Tenon_Layout : I32EnumAttr<"Layout", "where batch and channels stand", [
    I32EnumAttrCase<"ChannelsFirst", 0, "channels_first">,
    I32EnumAttrCase<"ChannelsLast", 1, "channels_last">]> {
  let cppNamespace = "::tenon";
  let genSpecializedAttr = 0;
}
def Tenon_LayoutAttr : EnumAttr<Tenon_Dialect, Tenon_Layout, "layout"> {
  let assemblyFormat = "`<` $value `>`";
}

def Tenon_Padding : I32EnumAttr<"Padding", "how padding is chosen", [
    I32EnumAttrCase<"Explicit", 0, "explicit">,
    I32EnumAttrCase<"SameUpper", 1, "same_upper">,
    I32EnumAttrCase<"SameLower", 2, "same_lower">]> {
  let cppNamespace = "::tenon";
  let genSpecializedAttr = 0;
}
def Tenon_PaddingAttr : EnumAttr<Tenon_Dialect, Tenon_Padding, "padding"> {
  let assemblyFormat = "`<` $value `>`";
}

def Tenon_PadMode : I32EnumAttr<"PadMode", "what a border is made of", [
    I32EnumAttrCase<"Constant", 0, "constant">,
    I32EnumAttrCase<"Edge", 1, "edge">,
    I32EnumAttrCase<"Reflect", 2, "reflect">,
    I32EnumAttrCase<"Wrap", 3, "wrap">]> {
  let cppNamespace = "::tenon";
  let genSpecializedAttr = 0;
}
def Tenon_PadModeAttr : EnumAttr<Tenon_Dialect, Tenon_PadMode, "pad_mode">;

def Tenon_ActivationKind
    : I32EnumAttr<"ActivationKind", "a curve inside of another operation", [
    I32EnumAttrCase<"Affine", 0, "affine">,
    I32EnumAttrCase<"Elu", 1, "elu">,
    I32EnumAttrCase<"HardSigmoid", 2, "hard_sigmoid">,
    I32EnumAttrCase<"LeakyRelu", 3, "leaky_relu">,
    I32EnumAttrCase<"Relu", 4, "relu">,
    I32EnumAttrCase<"ScaledTanh", 5, "scaled_tanh">,
    I32EnumAttrCase<"Sigmoid", 6, "sigmoid">,
    I32EnumAttrCase<"Softplus", 7, "softplus">,
    I32EnumAttrCase<"Softsign", 8, "softsign">,
    I32EnumAttrCase<"Tanh", 9, "tanh">,
    I32EnumAttrCase<"ThresholdedRelu", 10, "thresholded_relu">]> {
  let cppNamespace = "::tenon";
  let genSpecializedAttr = 0;
}

def Tenon_ActivationAttr : Tenon_Attr<"Activation", "activation"> {
  let summary = "A curve and its numbers";
  let description = [{
    `#tenon.activation<tanh>`, `#tenon.activation<leaky_relu, 0.01>` or
    `#tenon.activation<hard_sigmoid, 0.2, 0.5>`. With x the element, and a and b
    the numbers that follow the kind (1 and 0 where left out):

    - `affine`: a * x + b;
    - `elu`: a * (exp(x) - 1) below zero, x elsewhere;
    - `hard_sigmoid`: a * x + b, limited to [0, 1];
    - `leaky_relu`: a * x below zero, x elsewhere;
    - `relu`: max(x, 0);
    - `scaled_tanh`: a * tanh(b * x);
    - `sigmoid`: 1 / (1 + exp(-x));
    - `softplus`: log(1 + exp(x));
    - `softsign`: x / (1 + |x|);
    - `tanh`: tanh(x);
    - `thresholded_relu`: x above a, 0 elsewhere.
  }];
  let parameters = (ins
    EnumParameter<Tenon_ActivationKind>:$kind,
    "::mlir::FloatAttr":$alpha,
    "::mlir::FloatAttr":$beta);
  let builders = [
    AttrBuilder<(ins "ActivationKind":$kind, CArg<"double", "1">:$alpha,
                     CArg<"double", "0">:$beta)>
  ];
  let hasCustomAssemblyFormat = 1;
}

//===----------------------------------------------------------------------===//
// Op classes
//===----------------------------------------------------------------------===//

/// Every computation: no side effects, one rule.
class Tenon_Op<string mnemonic, list<Trait> traits = []>
    : Op<Tenon_Dialect, mnemonic,
         !listconcat([Pure, DeclareOpInterfaceMethods<RuleOpInterface>],
                     traits)>;

/// The trait of ops whose result can be computed when compiling.
def Tenon_Evaluable : TraitList<[DeclareOpInterfaceMethods<EvaluateOpInterface>]>;

#endif // TENON_DIALECT_IR_TENONBASE
