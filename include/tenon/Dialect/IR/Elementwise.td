//===- Elementwise.td - One result element per element --------------------===//

include "tenon/Dialect/IR/ElementwiseCurves.td"
include "tenon/Dialect/IR/ElementwiseIntegers.td"
include "tenon/Dialect/IR/ElementwiseLogic.td"

def Tenon_AddOp : Tenon_BinaryOp<"add", "Number", [Commutative]> {
  let summary = "Sum of two tensors";
  let description = [{
    Integers wrap.
    ```mlir
    %0 = tenon.add %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_SubOp : Tenon_BinaryOp<"sub", "Number"> {
  let summary = "Difference of two tensors";
  let description = [{
    Integers wrap.
    ```mlir
    %0 = tenon.sub %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_MulOp : Tenon_BinaryOp<"mul", "Number", [Commutative]> {
  let summary = "Product of two tensors, element by element";
  let description = [{
    Integers wrap.
    ```mlir
    %0 = tenon.mul %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_DivOp : Tenon_BinaryOp<"div", "Number"> {
  let summary = "Quotient of two tensors";
  let description = [{
    Integers are divided towards zero; dividing an integer by zero gives zero.
    ```mlir
    %0 = tenon.div %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_MaximumOp : Tenon_BinaryOp<"maximum", "Number", [Commutative]> {
  let summary = "The larger of two elements";
  let description = [{
    NaN if either is.
    ```mlir
    %0 = tenon.maximum %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_MinimumOp : Tenon_BinaryOp<"minimum", "Number", [Commutative]> {
  let summary = "The smaller of two elements";
  let description = [{
    NaN if either is.
    ```mlir
    %0 = tenon.minimum %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_PowOp : Tenon_BinaryOp<"pow", "Float"> {
  let summary = "Power of two tensors, element by element";
  let description = [{
    ```mlir
    %0 = tenon.pow %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_PreluOp : Tenon_BinaryOp<"prelu", "Number"> {
  let summary = "Rectified linear unit with learned slopes below zero";
  let description = [{
    x for x ≥ 0, slope · x below: x is the left operand, the slope the right.
    ```mlir
    %0 = tenon.prelu %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_NegOp : Tenon_UnaryOp<"neg", "Signed"> {
  let summary = "Negation";
  let description = [{
    ```mlir
    %0 = tenon.neg %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_AbsOp : Tenon_UnaryOp<"abs", "Number"> {
  let summary = "Absolute value";
  let description = [{
    ```mlir
    %0 = tenon.abs %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_ExpOp : Tenon_UnaryOp<"exp", "Float"> {
  let summary = "Exponential";
  let description = [{
    ```mlir
    %0 = tenon.exp %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_LogOp : Tenon_UnaryOp<"log", "Float"> {
  let summary = "Natural logarithm";
  let description = [{
    ```mlir
    %0 = tenon.log %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_SqrtOp : Tenon_UnaryOp<"sqrt", "Float"> {
  let summary = "Square root";
  let description = [{
    ```mlir
    %0 = tenon.sqrt %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_ReciprocalOp : Tenon_UnaryOp<"reciprocal", "Float"> {
  let summary = "One divided by each element";
  let description = [{
    ```mlir
    %0 = tenon.reciprocal %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_ErfOp : Tenon_UnaryOp<"erf", "Float"> {
  let summary = "Gauss error function";
  let description = [{
    ```mlir
    %0 = tenon.erf %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_TanhOp : Tenon_UnaryOp<"tanh", "Float"> {
  let summary = "Hyperbolic tangent";
  let description = [{
    ```mlir
    %0 = tenon.tanh %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_SigmoidOp : Tenon_UnaryOp<"sigmoid", "Float"> {
  let summary = "Logistic function, 1 / (1 + exp(-x))";
  let description = [{
    ```mlir
    %0 = tenon.sigmoid %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_RsqrtOp : Tenon_UnaryOp<"rsqrt", "Float"> {
  let summary = "One divided by the square root";
  let description = [{
    ```mlir
    %0 = tenon.rsqrt %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_FloorOp : Tenon_UnaryOp<"floor", "Float"> {
  let summary = "The largest integer that is not larger";
  let description = [{
    ```mlir
    %0 = tenon.floor %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_CeilOp : Tenon_UnaryOp<"ceil", "Float"> {
  let summary = "The smallest integer that is not smaller";
  let description = [{
    ```mlir
    %0 = tenon.ceil %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_RoundOp : Tenon_UnaryOp<"round", "Float"> {
  let summary = "The nearest integer";
  let description = [{
    Halves go to the even one.
    ```mlir
    %0 = tenon.round %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_SinOp : Tenon_UnaryOp<"sin", "Float"> {
  let summary = "Sine";
  let description = [{
    ```mlir
    %0 = tenon.sin %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_CosOp : Tenon_UnaryOp<"cos", "Float"> {
  let summary = "Cosine";
  let description = [{
    ```mlir
    %0 = tenon.cos %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_SignOp : Tenon_UnaryOp<"sign", "Number"> {
  let summary = "-1, 0 or 1, as the element is negative, zero or positive";
  let description = [{
    NaN stays NaN.
    ```mlir
    %0 = tenon.sign %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_SoftplusOp : Tenon_UnaryOp<"softplus", "Float"> {
  let summary = "log(1 + exp(x))";
  let description = [{
    Without overflow for large x.
    ```mlir
    %0 = tenon.softplus %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_EluOp : Tenon_UnaryOp<"elu", "Float"> {
  let summary = "Exponential linear unit";
  let description = [{
    x for x ≥ 0, alpha · (exp(x) - 1) below.
    ```mlir
    %0 = tenon.elu %a {alpha = 1.0 : f64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, F64Attr:$alpha);
}

def Tenon_HardSigmoidOp : Tenon_UnaryOp<"hard_sigmoid", "Float"> {
  let summary = "A straight line limited to [0, 1]";
  let description = [{
    min(max(alpha · x + beta, 0), 1); NaN stays NaN.
    ```mlir
    %0 = tenon.hard_sigmoid %a {alpha = 2.0e-1 : f64, beta = 5.0e-1 : f64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, F64Attr:$alpha, F64Attr:$beta);
}

def Tenon_HardSwishOp : Tenon_UnaryOp<"hard_swish", "Float"> {
  let summary = "x · min(max(x / 6 + 1/2, 0), 1)";
  let description = [{
    ```mlir
    %0 = tenon.hard_swish %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_GeluOp : Tenon_UnaryOp<"gelu", "Float"> {
  let summary = "Gaussian error linear unit";
  let description = [{
    x · (1 + erf(x / √2)) / 2, or with `approximate`
    x · (1 + tanh(√(2/π) · (x + 0.044715 · x³))) / 2.
    ```mlir
    %0 = tenon.gelu %a {approximate} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, UnitAttr:$approximate);
}

def Tenon_ReluOp : Tenon_UnaryOp<"relu", "Number"> {
  let summary = "Rectified linear unit, max(x, 0)";
  let description = [{
    NaN stays NaN.
    ```mlir
    %0 = tenon.relu %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_LeakyReluOp : Tenon_UnaryOp<"leaky_relu", "Float"> {
  let summary = "Rectified linear unit with a slope below zero";
  let description = [{
    x for x ≥ 0, alpha · x below.
    ```mlir
    %0 = tenon.leaky_relu %a {alpha = 1.0e-2 : f64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, F64Attr:$alpha);
}

def Tenon_ClipOp : Tenon_UnaryOp<"clip", "Number"> {
  let summary = "Elements limited to a range";
  let description = [{
    min(max(x, low), high); NaN stays NaN. If low > high the result is high.
    Without `low` or `high` there is no limit on that side.
    ```mlir
    %0 = tenon.clip %a {low = 0.0 : f64, high = 6.0 : f64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, OptionalAttr<F64Attr>:$low,
                       OptionalAttr<F64Attr>:$high);
}

def Tenon_CastOp : Tenon_Op<"cast", [Elementwise, Tenon_Evaluable]> {
  let summary = "Another element type";
  let description = [{
    Floating-point numbers to integers are cut towards zero and saturate; NaN
    gives 0. Integers to narrower integers wrap. Anything to truth values is
    `x != 0`, truth values to numbers are 0 and 1.
      C1: `to` is an element type.
    ```mlir
    %0 = tenon.cast %a to f64 : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, TypeAttr:$to);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat =
      "$input `to` $to attr-dict `:` type($input) `->` type($result)";
}
