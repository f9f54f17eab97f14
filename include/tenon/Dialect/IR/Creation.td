//===- Creation.td - Tensors made from nothing but sizes ------------------===//

include "tenon/Dialect/IR/TenonBase.td"

def Tenon_ConstantOp : Tenon_Op<"constant", [ConstantLike]> {
  let summary = "A constant";
  let description = [{
    ```mlir
    %0 = tenon.constant dense<[1.0, 2.0]> : !tenon.tensor<[2], f32>
    ```
  }];
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Tenon_Tensor:$result);
  let hasCustomAssemblyFormat = 1;
  let hasFolder = 1;
}

def Tenon_ShapeOfOp : Tenon_Op<"shape_of"> {
  let summary = "The sizes of a tensor's axes";
  let description = [{
    A vector of int64, one entry an axis in the half-open range of axes
    [start, end). Negative axes count from the end, then both are limited to
    the rank; an empty range gives an empty vector. Known when compiling as
    sizes, even if they are symbols.
    ```mlir
    %0 = tenon.shape_of %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[2], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input,
                       DefaultValuedAttr<I64Attr, "0">:$start,
                       OptionalAttr<I64Attr>:$end);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let extraClassDeclaration = [{
    /// The sizes that are its entries.
    ::llvm::ArrayRef<::tenon::DimAttr> selectDims(::tenon::TensorType input);
  }];
}

def Tenon_FillOp : Tenon_Op<"fill", [Tenon_Evaluable]> {
  let summary = "A tensor of one value repeated";
  let description = [{
    The sizes are the entries of a vector of integers, which must be known as
    sizes when compiling; the value is a scalar.
      C1: the shape operand has 1 axis of integers.
      C2: the value has no axes.
      C3: no size is negative.
    ```mlir
    %0 = tenon.fill %shape, %zero : !tenon.tensor<[2], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<[3, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$sizes, Tenon_Tensor:$value);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $sizes `,` $value attr-dict `:` type($sizes) `,` type($value) `->` type($result)
  }];
}

def Tenon_RangeOp : Tenon_Op<"range", [Tenon_Evaluable]> {
  let summary = "Numbers at equal distances";
  let description = [{
    A vector of start, start + delta, start + 2 delta, … before `limit` (above
    it, for a negative delta). How many there are must be known as a size when
    compiling: integers may be sizes, `delta` and other numbers are constants.
      C1: start, limit and delta have no axes.
      C2: they have one element type, of numbers.
      C3: `delta` is not 0.
      C4: there are less than 2^63 numbers.
    ```mlir
    %0 = tenon.range %start, %limit, %delta : !tenon.tensor<[], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<[5], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$start, Tenon_Tensor:$limit,
                       Tenon_Tensor:$delta);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $start `,` $limit `,` $delta attr-dict `:` type($start) `,` type($limit) `,` type($delta) `->` type($result)
  }];
}

def Tenon_AsSizesOp
    : Op<Tenon_Dialect, "as_sizes",
         [DeclareOpInterfaceMethods<RuleOpInterface>]> {
  let summary = "Integers that are sizes from here on";
  let description = [{
    Passes on a vector of integers (or one) whose entries only the data decides,
    under the names that they have as sizes. A name that is new is defined by
    this; anything else must be what the data gives, which is checked at run
    time, as is that no entry is negative. `limits` are the most that the
    entries can be; memory is planned for that.
      C1: the input has at most 1 axis, of integers.
      C2: there are as many sizes and limits as entries.
      C3: a size is new or made of known ones, and limits are made of known
          ones.
    ```mlir
    %0 = tenon.as_sizes %shape sizes = [n, 4] limits = [100, 4] : !tenon.tensor<[2], i64> -> !tenon.tensor<[2], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, ArrayAttr:$sizes,
                       ArrayAttr:$limits);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `sizes` `=` custom<DimList>($sizes) `limits` `=` custom<DimList>($limits) attr-dict `:` type($input) `->` type($result)
  }];
}
