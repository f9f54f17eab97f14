//===- Reduction.td - Axes reduced to one element -------------------------===//

include "tenon/Dialect/IR/TenonBase.td"

/// Combines the elements along axes. An empty list of axes reduces nothing.
///   C1: the element type is a number.
///   C2: each axis is one of the input's.
///   C3: no axis is named twice.
/// The reduced axes are left out, or stay with size 1 under `keep_dims`.
class Tenon_ReduceOp<string mnemonic>
    : Tenon_Op<mnemonic, [Tenon_Evaluable]> {
  let arguments = (ins Tenon_Tensor:$input, DenseI64ArrayAttr:$axes,
                       UnitAttr:$keep_dims);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let extraClassDefinition = [{
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferReduction(getInput(), getAxes(), getKeepDims(), context);
    }
    void $cppClass::evaluate(::tenon::EvaluationContext &context) {
      ::tenon::evaluateReduction(getAxes(), context);
    }
  }];
}

def Tenon_ReduceSumOp : Tenon_ReduceOp<"reduce_sum"> {
  let summary = "Sum along axes";
  let description = [{
    Integers wrap; 16-bit floating-point numbers are summed in 32 bits. The sum
    of no elements is 0.
    ```mlir
    %0 = tenon.reduce_sum %a {axes = array<i64: 1>} : !tenon.tensor<[batch, 4, 8], f32> -> !tenon.tensor<[batch, 8], f32>
    ```
  }];
}

def Tenon_ReduceMeanOp : Tenon_ReduceOp<"reduce_mean"> {
  let summary = "Mean along axes";
  let description = [{
    16-bit floating-point numbers are summed in 32 bits, integers in 64 and
    divided towards zero. The mean of no elements is NaN, of no integers 0.
    ```mlir
    %0 = tenon.reduce_mean %a {axes = array<i64: 2, 3>, keep_dims} : !tenon.tensor<[batch, 4, 8, 8], f32> -> !tenon.tensor<[batch, 4, 1, 1], f32>
    ```
  }];
}

def Tenon_ReduceMaxOp : Tenon_ReduceOp<"reduce_max"> {
  let summary = "Largest element along axes";
  let description = [{
    NaN if one is. Of no elements: minus infinity, or the lowest integer.
    ```mlir
    %0 = tenon.reduce_max %a {axes = array<i64: -1>} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch], f32>
    ```
  }];
}

def Tenon_ReduceMinOp : Tenon_ReduceOp<"reduce_min"> {
  let summary = "Smallest element along axes";
  let description = [{
    NaN if one is. Of no elements: infinity, or the highest integer.
    ```mlir
    %0 = tenon.reduce_min %a {axes = array<i64: -1>} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch], f32>
    ```
  }];
}

def Tenon_ReduceProdOp : Tenon_ReduceOp<"reduce_prod"> {
  let summary = "Product along axes";
  let description = [{
    Integers wrap; 16-bit floating-point numbers are multiplied in 32 bits. The
    product of no elements is 1.
    ```mlir
    %0 = tenon.reduce_prod %a {axes = array<i64: 0>} : !tenon.tensor<[3], i64> -> !tenon.tensor<[], i64>
    ```
  }];
}

/// The position of an extreme along one axis, as int64.
///   C1: the element type is a number.
///   C2: the axis is one of the input's.
///   C3: the axis has at least one element.
/// Of equal elements the first counts, or the last with `select_last_index`.
/// NaN counts as the extreme.
class Tenon_ArgOp<string mnemonic> : Tenon_Op<mnemonic, [Tenon_Evaluable]> {
  let arguments = (ins Tenon_Tensor:$input, I64Attr:$axis, UnitAttr:$keep_dims,
                       UnitAttr:$select_last_index);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let extraClassDefinition = [{
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferArgReduction(getInput(), getAxis(), getKeepDims(), context);
    }
    void $cppClass::evaluate(::tenon::EvaluationContext &context) {
      ::tenon::evaluateArgReduction(getAxis(), getSelectLastIndex(), context);
    }
  }];
}

def Tenon_ArgMaxOp : Tenon_ArgOp<"argmax"> {
  let summary = "Position of the largest element along an axis";
  let description = [{
    ```mlir
    %0 = tenon.argmax %a {axis = 1 : i64} : !tenon.tensor<[batch, 10], f32> -> !tenon.tensor<[batch], i64>
    ```
  }];
}

def Tenon_ArgMinOp : Tenon_ArgOp<"argmin"> {
  let summary = "Position of the smallest element along an axis";
  let description = [{
    ```mlir
    %0 = tenon.argmin %a {axis = 1 : i64, keep_dims} : !tenon.tensor<[batch, 10], f32> -> !tenon.tensor<[batch, 1], i64>
    ```
  }];
}

/// What the elements of an axis up to each of them combine to.
///   C1: the element type is a number.
///   C2: the axis is one of the input's.
/// With `exclusive`, the element itself does not count; with `reverse`, those
/// after it count instead of those before it. Integers wrap; 16-bit
/// floating-point numbers are computed in 32 bits.
class Tenon_CumulativeOp<string mnemonic>
    : Tenon_Op<mnemonic, [Tenon_Evaluable]> {
  let arguments = (ins Tenon_Tensor:$input, I64Attr:$axis, UnitAttr:$exclusive,
                       UnitAttr:$reverse);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let extraClassDefinition = [{
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferCumulative(getInput(), getAxis(), context);
    }
    void $cppClass::evaluate(::tenon::EvaluationContext &context) {
      ::tenon::evaluateCumulative(getAxis(), getExclusive(), getReverse(),
                                  context);
    }
  }];
}

def Tenon_CumSumOp : Tenon_CumulativeOp<"cumsum"> {
  let summary = "Sum of the elements so far";
  let description = [{
    ```mlir
    %0 = tenon.cumsum %a {axis = 1 : i64, exclusive} : !tenon.tensor<[batch, 10], f32> -> !tenon.tensor<[batch, 10], f32>
    ```
  }];
}

def Tenon_CumProdOp : Tenon_CumulativeOp<"cumprod"> {
  let summary = "Product of the elements so far";
  let description = [{
    ```mlir
    %0 = tenon.cumprod %a {axis = -1 : i64, reverse} : !tenon.tensor<[batch, 10], f32> -> !tenon.tensor<[batch, 10], f32>
    ```
  }];
}

def Tenon_TopKOp : Tenon_Op<"top_k", [Tenon_Evaluable]> {
  let summary = "The largest elements along an axis, and where they stand";
  let description = [{
    The `k` first elements of the axis in descending order, or in ascending
    order with `smallest`; of equal elements, the one with the lower index comes
    first. NaN counts as larger than all numbers. `k` must be known as a size
    when compiling. A negative axis counts from the end.
      C1: the element type is a number.
      C2: `k` is an integer, of no axes or of 1 axis with 1 entry.
      C3: the axis is one of the input's.
      C4: `k` is not negative, and not more than the axis has elements.
    ```mlir
    %0:2 = tenon.top_k %a, %indices {axis = 1 : i64} : !tenon.tensor<[batch, 10], f32>, !tenon.tensor<[1], i64> -> !tenon.tensor<[batch, 3], f32>, !tenon.tensor<[batch, 3], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$k, I64Attr:$axis,
                       UnitAttr:$smallest);
  let results = (outs Tenon_Tensor:$values, Tenon_Tensor:$indices);
  let assemblyFormat = [{
    $input `,` $k attr-dict `:` type($input) `,` type($k) `->` type($values) `,` type($indices)
  }];
}
