//===- Contraction.td - Products that sum over an axis --------------------===//

include "tenon/Dialect/IR/TenonBase.td"

def Tenon_MatmulOp : Tenon_Op<"matmul", [Tenon_Evaluable]> {
  let summary = "Matrix product, batched over leading axes";
  let description = [{
    The last two axes of each operand are matrices: `[..., m, k]` by
    `[..., k, n]` gives `[..., m, n]`. With `transpose_lhs` the left operand is
    `[..., k, m]`, with `transpose_rhs` the right one `[..., n, k]`. Leading
    axes are batches and broadcast. 16-bit floating-point numbers are summed
    in 32 bits; integers wrap. With `widen` integers of 8 and 16 bits, signed
    or not, are multiplied and summed in 32 bits, which the result then has.
      C1: the element types are numbers, with `widen` integers of 8 or 16 bits.
      C2: both element types are equal, unless `widen` is set.
      C3: each operand has at least 2 axes.
      C4: both ranks are equal (`align_rank` adds axes).
      C5: the inner sizes are equal.
      C6: on each leading axis the sizes are equal, or one is 1 and repeated.
    ```mlir
    %0 = tenon.matmul %a, %b {transpose_rhs} : !tenon.tensor<[batch, 4, 8], f32>, !tenon.tensor<[1, 16, 8], f32> -> !tenon.tensor<[batch, 4, 16], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$lhs, Tenon_Tensor:$rhs,
                       UnitAttr:$transpose_lhs, UnitAttr:$transpose_rhs,
                       UnitAttr:$widen);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs) `->` type($result)
  }];
}

def Tenon_EinsumOp : Tenon_Op<"einsum", [Tenon_Evaluable]> {
  let summary = "Sum of products over named axes";
  let description = [{
    The equation gives each axis of each operand a letter, and says which
    letters the result keeps, in which order; the products are summed over the
    others. `...` stands for all axes that have no letter; they are matched from
    the last one. A letter twice in one operand is its diagonal. Without `->`
    the result has the axes of `...` and then the letters that occur once, in
    alphabetical order. A size of 1 is repeated. 16-bit floating-point numbers
    are summed in 32 bits; integers wrap.
      C1: the element types are numbers.
      C2: all element types are equal.
      C3: the equation is well formed: letters and at most one `...` an operand,
          each letter of the result is one of the operands' and occurs once.
      C4: it has as many operands as there are.
      C5: each operand has an axis for each of its letters.
      C6: axes with the same letter have the same size, or one of 1.
    ```mlir
    %0 = tenon.einsum %a, %b {equation = "...ij,...jk"} : !tenon.tensor<[batch, 4, 8], f32>, !tenon.tensor<[8, 16], f32> -> !tenon.tensor<[batch, 4, 16], f32>
    ```
  }];
  let arguments = (ins Variadic<Tenon_Tensor>:$inputs, StrAttr:$equation);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $inputs attr-dict `:` type($inputs) `->` type($result)
  }];
}

def Tenon_DeterminantOp : Tenon_Op<"determinant", [Tenon_Evaluable]> {
  let summary = "Determinants of square matrices";
  let description = [{
    The last two axes are matrices; the others stay. 16-bit floating-point
    numbers are computed in 32 bits.
      C1: the element type is a floating-point number.
      C2: the input has at least 2 axes.
      C3: the last two sizes are equal.
    ```mlir
    %0 = tenon.determinant %a : !tenon.tensor<[batch, 4, 4], f32> -> !tenon.tensor<[batch], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
}
