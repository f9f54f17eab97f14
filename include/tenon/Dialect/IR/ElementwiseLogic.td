//===- ElementwiseLogic.td - Questions, truth values and choices ----------===//
#ifndef TENON_DIALECT_IR_ELEMENTWISELOGIC
#define TENON_DIALECT_IR_ELEMENTWISELOGIC

include "tenon/Dialect/IR/ElementwiseBase.td"

def Tenon_EqualOp : Tenon_ComparisonOp<"equal", "Any", [Commutative]> {
  let summary = "Whether two elements are equal";
  let description = [{
    False if either is NaN.
    ```mlir
    %0 = tenon.equal %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_GreaterOp : Tenon_ComparisonOp<"greater", "Number"> {
  let summary = "Whether the left element is larger";
  let description = [{
    False if either is NaN.
    ```mlir
    %0 = tenon.greater %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_GreaterOrEqualOp : Tenon_ComparisonOp<"greater_or_equal", "Number"> {
  let summary = "Whether the left element is not smaller";
  let description = [{
    False if either is NaN.
    ```mlir
    %0 = tenon.greater_or_equal %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_LessOp : Tenon_ComparisonOp<"less", "Number"> {
  let summary = "Whether the left element is smaller";
  let description = [{
    False if either is NaN.
    ```mlir
    %0 = tenon.less %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_LessOrEqualOp : Tenon_ComparisonOp<"less_or_equal", "Number"> {
  let summary = "Whether the left element is not larger";
  let description = [{
    False if either is NaN.
    ```mlir
    %0 = tenon.less_or_equal %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_IsNanOp : Tenon_PredicateOp<"is_nan", "Float"> {
  let summary = "Whether an element is not a number";
  let description = [{
    ```mlir
    %0 = tenon.is_nan %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_IsInfOp : Tenon_PredicateOp<"is_inf", "Float"> {
  let summary = "Whether an element is infinite";
  let description = [{
    Only the infinities that `negative` and `positive` name count.
    ```mlir
    %0 = tenon.is_inf %a {negative = true, positive = true} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, BoolAttr:$negative, BoolAttr:$positive);
}

def Tenon_AndOp : Tenon_BinaryOp<"and", "Bool", [Commutative]> {
  let summary = "Whether both are true";
  let description = [{
    ```mlir
    %0 = tenon.and %a, %b : !tenon.tensor<[batch, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_OrOp : Tenon_BinaryOp<"or", "Bool", [Commutative]> {
  let summary = "Whether at least one is true";
  let description = [{
    ```mlir
    %0 = tenon.or %a, %b : !tenon.tensor<[batch, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_XorOp : Tenon_BinaryOp<"xor", "Bool", [Commutative]> {
  let summary = "Whether exactly one is true";
  let description = [{
    ```mlir
    %0 = tenon.xor %a, %b : !tenon.tensor<[batch, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_NotOp : Tenon_UnaryOp<"not", "Bool"> {
  let summary = "Whether it is false";
  let description = [{
    ```mlir
    %0 = tenon.not %a : !tenon.tensor<[batch, 4], i1> -> !tenon.tensor<[batch, 4], i1>
    ```
  }];
}

def Tenon_SelectOp : Tenon_Op<"select", [Elementwise, Tenon_Evaluable]> {
  let summary = "One of two elements, as a condition says";
  let description = [{
      C1: the condition is of truth values.
      C2: the element types of both values are equal.
      C3: all ranks are equal (`align_rank` adds axes).
      C4: on each axis the sizes are equal, or 1 and repeated.
    ```mlir
    %0 = tenon.select %a, %b, %c : !tenon.tensor<[batch, 1], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$condition, Tenon_Tensor:$onTrue,
                       Tenon_Tensor:$onFalse);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $condition `,` $onTrue `,` $onFalse attr-dict `:` type($condition) `,`
    type($onTrue) `,` type($onFalse) `->` type($result)
  }];
}

#endif // TENON_DIALECT_IR_ELEMENTWISELOGIC
