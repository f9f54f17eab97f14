//===- Indexing.td - Elements picked by index -----------------------------===//

include "tenon/Dialect/IR/TenonBase.td"

def Tenon_GatherOp : Tenon_Op<"gather", [Tenon_Evaluable]> {
  let summary = "Slices of an axis, picked by index";
  let description = [{
    The axes of `indices` take the place of `axis`. Negative indices and a
    negative axis count from the end. Indices that are out of range when the
    model runs are limited to the range; nothing beyond is read.
      C1: `axis` exists.
      C2: the indices are integers.
      C3: constant indices are in range; other ones need an axis that is not
          empty.
    ```mlir
    %0 = tenon.gather %a, %indices axis = 0 : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[batch, 3], i64> -> !tenon.tensor<[batch, 3, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$indices,
                       I64Attr:$axis);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $indices `axis` `=` $axis attr-dict `:` type($input) `,` type($indices) `->` type($result)
  }];
}
