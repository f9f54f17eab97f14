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
