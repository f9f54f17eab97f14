//===- ElementwiseCurves.td - Trigonometric and hyperbolic functions ------===//
#ifndef TENON_DIALECT_IR_ELEMENTWISECURVES
#define TENON_DIALECT_IR_ELEMENTWISECURVES

include "tenon/Dialect/IR/ElementwiseBase.td"

def Tenon_TanOp : Tenon_UnaryOp<"tan", "Float"> {
  let summary = "Tangent";
  let description = [{
    ```mlir
    %0 = tenon.tan %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_AsinOp : Tenon_UnaryOp<"asin", "Float"> {
  let summary = "Inverse sine";
  let description = [{
    NaN outside [-1, 1].
    ```mlir
    %0 = tenon.asin %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_AcosOp : Tenon_UnaryOp<"acos", "Float"> {
  let summary = "Inverse cosine";
  let description = [{
    NaN outside [-1, 1].
    ```mlir
    %0 = tenon.acos %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_AtanOp : Tenon_UnaryOp<"atan", "Float"> {
  let summary = "Inverse tangent";
  let description = [{
    ```mlir
    %0 = tenon.atan %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_SinhOp : Tenon_UnaryOp<"sinh", "Float"> {
  let summary = "Hyperbolic sine";
  let description = [{
    ```mlir
    %0 = tenon.sinh %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_CoshOp : Tenon_UnaryOp<"cosh", "Float"> {
  let summary = "Hyperbolic cosine";
  let description = [{
    ```mlir
    %0 = tenon.cosh %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_AsinhOp : Tenon_UnaryOp<"asinh", "Float"> {
  let summary = "Inverse hyperbolic sine";
  let description = [{
    ```mlir
    %0 = tenon.asinh %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_AcoshOp : Tenon_UnaryOp<"acosh", "Float"> {
  let summary = "Inverse hyperbolic cosine";
  let description = [{
    NaN below 1.
    ```mlir
    %0 = tenon.acosh %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_AtanhOp : Tenon_UnaryOp<"atanh", "Float"> {
  let summary = "Inverse hyperbolic tangent";
  let description = [{
    Infinite at -1 and 1, NaN beyond.
    ```mlir
    %0 = tenon.atanh %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_CeluOp : Tenon_UnaryOp<"celu", "Float"> {
  let summary = "Continuously differentiable exponential linear unit";
  let description = [{
    x for x ≥ 0, alpha · (exp(x / alpha) - 1) below.
    ```mlir
    %0 = tenon.celu %a {alpha = 1.0 : f64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, F64Attr:$alpha);
}

#endif // TENON_DIALECT_IR_ELEMENTWISECURVES
