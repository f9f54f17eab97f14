//===- Attention.td - Softmax and attention -------------------------------===//

include "tenon/Dialect/IR/TenonBase.td"

/// Weights along one axis, computed without overflow: the largest element is
/// subtracted first.
///   C1: the element type is a floating-point number.
///   C2: the axis is one of the input's.
/// The result has the input's shape and element type.
class Tenon_SoftmaxLikeOp<string mnemonic>
    : Tenon_Op<mnemonic, [Tenon_Evaluable]> {
  let arguments = (ins Tenon_Tensor:$input, I64Attr:$axis);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let extraClassDefinition = [{
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferSoftmax(getInput(), getAxis(), context);
    }
  }];
}

def Tenon_SoftmaxOp : Tenon_SoftmaxLikeOp<"softmax"> {
  let summary = "Exponentials along an axis, divided by their sum";
  let description = [{
    exp(x) / sum(exp(x)). 16-bit floating-point numbers are computed in 32
    bits.
    ```mlir
    %0 = tenon.softmax %a {axis = -1 : i64} : !tenon.tensor<[batch, 10], f32> -> !tenon.tensor<[batch, 10], f32>
    ```
  }];
}

def Tenon_LogSoftmaxOp : Tenon_SoftmaxLikeOp<"log_softmax"> {
  let summary = "Logarithm of softmax";
  let description = [{
    x - log(sum(exp(x))). 16-bit floating-point numbers are computed in 32
    bits.
    ```mlir
    %0 = tenon.log_softmax %a {axis = -1 : i64} : !tenon.tensor<[batch, 10], f32> -> !tenon.tensor<[batch, 10], f32>
    ```
  }];
}

/// What attention shows of its scores.
def Tenon_AttentionStage
    : ConfinedAttr<StrAttr, [AttrConstraint<
          CPred<"::tenon::symbolizeAttentionStage("
                "::llvm::cast<::mlir::StringAttr>($_self).getValue())">,
          "scaled, capped, masked or weights">]>;

def Tenon_AttentionOp
    : Tenon_Op<"attention", [Tenon_Evaluable, AttrSizedOperandSegments]> {
  let summary = "Values weighted by how well keys answer queries";
  let description = [{
    Query is `[batch, heads, queries, size]`, key `[batch, groups, keys, size]`
    and value `[batch, groups, keys, value size]`; consecutive heads of the
    query share a key and a value. The result is `[batch, heads, queries, value
    size]`:
        scores = query · key · scale    (1 / sqrt(size), if it is left out)
        scores = softcap · tanh(scores / softcap)            (with `softcap`)
        scores = scores + mask, or minus infinity where the mask is false
        result = softmax(scores) · value
    The mask has four axes, which are repeated where they are 1. With `causal`
    query i sees the keys up to i, or up to `past + i`: `past` is a vector with
    one number, or one a batch. `lengths` has the number of keys that count, of
    each batch. `scores` names a stage that becomes the second result:
    `scaled`, `capped`, `masked`, or the `weights` after the softmax. 16-bit
    floating-point numbers are computed in 32 bits.
      C1: query, key and value have floating-point numbers of one type.
      C2: query, key and value have 4 axes.
      C3: their batches are equal.
      C4: key and value have equal numbers of heads and of keys.
      C5: the heads of the key divide those of the query.
      C6: query and key have heads of equal size.
      C7: the mask has 4 axes of truth values or of the query's type.
      C8: each of its sizes is 1, or that of the scores.
      C9: `past` and `lengths` have 1 axis of 64-bit integers.
      C10: it has size 1, or that of the batch.
      C11: `softcap` is larger than 0.
      C12: there is a second result if, and only if, `scores` is given.
    ```mlir
    %0 = tenon.attention %a, %b, %c {causal} : !tenon.tensor<[batch, 8, seq, 16], f32>, !tenon.tensor<[batch, 2, seq, 16], f32>, !tenon.tensor<[batch, 2, seq, 16], f32> -> !tenon.tensor<[batch, 8, seq, 16], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$query, Tenon_Tensor:$key, Tenon_Tensor:$value,
    Optional<Tenon_Tensor>:$mask, Optional<Tenon_Tensor>:$past,
    Optional<Tenon_Tensor>:$lengths, OptionalAttr<F64Attr>:$scale,
    OptionalAttr<F64Attr>:$softcap, UnitAttr:$causal,
    OptionalAttr<Tenon_AttentionStage>:$scores);
  let results = (outs Variadic<Tenon_Tensor>:$results);
  let assemblyFormat = [{
    $query `,` $key `,` $value (`mask` `(` $mask^ `:` type($mask) `)`)?
    (`past` `(` $past^ `:` type($past) `)`)?
    (`lengths` `(` $lengths^ `:` type($lengths) `)`)? attr-dict `:`
    type($query) `,` type($key) `,` type($value) `->` type($results)
  }];
  let extraClassDeclaration = [{
    ::std::optional<::tenon::AttentionStage> getStage() {
      auto name = getScores();
      return name ? ::tenon::symbolizeAttentionStage(*name) : ::std::nullopt;
    }
  }];
}
