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
