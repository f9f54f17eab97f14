//===- Quantization.td - Numbers stored as small integers -----------------===//

include "tenon/Dialect/IR/TenonBase.td"

def Tenon_QuantizeOp : Tenon_Op<"quantize", [Tenon_Evaluable]> {
  let summary = "Numbers as small integers, by a scale and a zero point";
  let description = [{
    round(input / scale) + zero_point, limited to the range of `to`. Halves are
    rounded to the even integer; NaN gives the lowest. Without a zero point it
    is 0. The quotient is rounded to `precision`, where that is given, before it
    becomes an integer.

    Scale and zero point have the input's axes: size 1 repeats the one entry
    along an axis. On `block_axis` each entry is for `block_size` neighbouring
    elements, the last one for what is left.
      C1: the input is of numbers.
      C2: the scale is of floating-point numbers.
      C3: `to` is an integer type of 8 or 16 bits.
      C4: the zero point has the element type `to`.
      C5: scale and zero point have as many axes as the input.
      C6: each of their sizes is 1 or the input's, on the block axis the number
          of blocks.
      C7: block axis and block size are both given, or neither.
      C8: the block axis is one of the input's.
      C9: the block size is at least 1.
      C10: `precision` is a floating-point type.
    ```mlir
    %0 = tenon.quantize %a, %b, %c to ui8 : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32>, !tenon.tensor<[1, 4], ui8> -> !tenon.tensor<[batch, 4], ui8>
    %1 = tenon.quantize %a, %d to i8 {block_axis = 1 : i64, block_size = 2 : i64} : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 2], f32> -> !tenon.tensor<[batch, 4], i8>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$scale,
                       Optional<Tenon_Tensor>:$zero_point, TypeAttr:$to,
                       OptionalAttr<TypeAttr>:$precision,
                       OptionalAttr<I64Attr>:$block_axis,
                       OptionalAttr<I64Attr>:$block_size);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $scale (`,` $zero_point^)? `to` $to attr-dict `:` type($input)
    `,` type($scale) (`,` type($zero_point)^)? `->` type($result)
  }];
}

def Tenon_DequantizeOp : Tenon_Op<"dequantize", [Tenon_Evaluable]> {
  let summary = "Small integers as the numbers they stand for";
  let description = [{
    (input - zero_point) * scale, computed in 32 bits (64, if the scale has
    them). Without a zero point it is 0. Scale, zero point and blocks are those
    of `quantize`.
      C1: the input is of integers of 8, 16 or 32 bits.
      C2: the scale is of floating-point numbers.
      C3: `to` is a floating-point type.
      C4: the zero point has the input's element type.
      C5: scale and zero point have as many axes as the input.
      C6: each of their sizes is 1 or the input's, on the block axis the number
          of blocks.
      C7: block axis and block size are both given, or neither.
      C8: the block axis is one of the input's.
      C9: the block size is at least 1.
    ```mlir
    %0 = tenon.dequantize %a, %b, %c to f32 : !tenon.tensor<[batch, 4], ui8>, !tenon.tensor<[1, 4], f32>, !tenon.tensor<[1, 4], ui8> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$scale,
                       Optional<Tenon_Tensor>:$zero_point, TypeAttr:$to,
                       OptionalAttr<I64Attr>:$block_axis,
                       OptionalAttr<I64Attr>:$block_size);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $scale (`,` $zero_point^)? `to` $to attr-dict `:` type($input)
    `,` type($scale) (`,` type($zero_point)^)? `->` type($result)
  }];
}
