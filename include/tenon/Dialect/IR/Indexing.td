//===- Indexing.td - Elements picked and placed by index ------------------===//

include "tenon/Dialect/IR/TenonBase.td"

def Tenon_GatherOp : Tenon_Op<"gather", [Tenon_Evaluable]> {
  let summary = "Slices of an axis, picked by index";
  let description = [{
    The axes of `indices` take the place of `axis`. Negative indices and a
    negative axis count from the end. An index that is out of range when the
    model runs stops it.
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

def Tenon_GatherElementsOp : Tenon_Op<"gather_elements", [Tenon_Evaluable]> {
  let summary = "Elements of an axis, each picked by its own index";
  let description = [{
    Element i of the result is the input's at the same position but on `axis`,
    where the index at that position says which. Negative indices and a negative
    axis count from the end. An index that is out of range when the model runs
    stops it.
      C1: `axis` exists.
      C2: the indices are integers.
      C3: the indices have as many axes as the input.
      C4: on the other axes, the indices are not longer than the input.
      C5: constant indices are in range; other ones need an axis that is not
          empty.
    ```mlir
    %0 = tenon.gather_elements %a, %indices axis = 1 : !tenon.tensor<[batch, 50], f32>, !tenon.tensor<[batch, 3], i64> -> !tenon.tensor<[batch, 3], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$indices,
                       I64Attr:$axis);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $indices `axis` `=` $axis attr-dict `:` type($input) `,` type($indices) `->` type($result)
  }];
}

def Tenon_GatherNdOp : Tenon_Op<"gather_nd", [Tenon_Evaluable]> {
  let summary = "Slices of several axes, picked by tuples of indices";
  let description = [{
    The last axis of `indices` holds tuples, one index for each of the axes
    after the first `batch_dims` ones, which the input and the indices have in
    common; axes without an index are taken whole. Negative indices count from
    the end. An index that is out of range when the model runs stops it.
      C1: the indices are integers.
      C2: `batch_dims` is at least 0 and less than the axes of the input and of
          the indices, of which both have at least 1.
      C3: the first `batch_dims` axes of both are equal.
      C4: a tuple has at least 1 index, and at most one for each axis left.
      C5: constant indices are in range; other ones need axes that are not
          empty.
    ```mlir
    %0 = tenon.gather_nd %a, %indices batch_dims = 1 : !tenon.tensor<[batch, 50, 4], f32>, !tenon.tensor<[batch, 3, 1], i64> -> !tenon.tensor<[batch, 3, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$indices,
                       I64Attr:$batch_dims);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $indices `batch_dims` `=` $batch_dims attr-dict `:` type($input) `,` type($indices) `->` type($result)
  }];
}

//===----------------------------------------------------------------------===//
// Elements placed by index
//===----------------------------------------------------------------------===//

/// How an update and what is there become one.
def Tenon_ScatterReduction
    : ConfinedAttr<StrAttr, [AttrConstraint<
          CPred<"::llvm::is_contained({\"none\", \"add\", \"mul\", "
                "\"max\", \"min\"}, "
                "::llvm::cast<::mlir::StringAttr>($_self).getValue())">,
          "none, add, mul, max or min">]>;

class Tenon_ScatterClass<string mnemonic, dag parameters, string format>
    : Tenon_Op<mnemonic, [Tenon_Evaluable]> {
  let arguments = !con((ins Tenon_Tensor:$input, Tenon_Tensor:$indices,
                            Tenon_Tensor:$updates,
                            Tenon_ScatterReduction:$reduction),
                       parameters);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input `,` $indices `,` $updates " # format # [{
    `reduction` `=` $reduction attr-dict `:` type($input) `,` type($indices) `,`
    type($updates) `->` type($result)
  }];
}

def Tenon_ScatterElementsOp
    : Tenon_ScatterClass<"scatter_elements", (ins I64Attr:$axis),
                         "`axis` `=` $axis"> {
  let summary = "A tensor with elements of an axis replaced, each by its index";
  let description = [{
    The input, but for each position of the updates, the element at that
    position with the index in place of `axis` is replaced, or joined with the
    update by `reduction`: none, add, mul, max or min. Updates are taken in
    row-major order. Negative indices and a negative axis count from the end.
    An index that is out of range when the model runs stops it.
      C1: `axis` exists.
      C2: the indices are integers.
      C3: input and updates have one element type; other reductions than none
          need numbers.
      C4: the indices have as many axes as the input.
      C5: the updates have as many axes as the indices, with the same sizes.
      C6: on the other axes, the indices are not longer than the input.
      C7: constant indices are in range; other ones need an axis that is not
          empty.
    ```mlir
    %0 = tenon.scatter_elements %a, %indices, %b axis = 1 reduction = "add" : !tenon.tensor<[batch, 50], f32>, !tenon.tensor<[batch, 3], i64>, !tenon.tensor<[batch, 3], f32> -> !tenon.tensor<[batch, 50], f32>
    ```
  }];
}

def Tenon_ScatterNdOp : Tenon_ScatterClass<"scatter_nd", (ins), ""> {
  let summary = "A tensor with slices replaced, each by its tuple of indices";
  let description = [{
    The input, but for each tuple of indices (the last axis of `indices`), the
    slice that it picks from the first axes is replaced by the updates' slice,
    or joined with it by `reduction`: none, add, mul, max or min. Updates are
    taken in row-major order. Negative indices count from the end. An index that
    is out of range when the model runs stops it.
      C1: the indices are integers, of at least 1 axis.
      C2: input and updates have one element type; other reductions than none
          need numbers.
      C3: a tuple has at least 1 index, and at most one for each axis.
      C4: the updates have the axes of the indices but the last, then those of
          the input that have no index.
      C5: constant indices are in range; other ones need axes that are not
          empty.
    ```mlir
    %0 = tenon.scatter_nd %a, %indices, %b reduction = "none" : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[batch, 1], i64>, !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[50, 4], f32>
    ```
  }];
}

//===----------------------------------------------------------------------===//
// Indices as vectors
//===----------------------------------------------------------------------===//

def Tenon_OneHotOp : Tenon_Op<"one_hot", [Tenon_Evaluable]> {
  let summary = "Indices as vectors with one entry that differs";
  let description = [{
    Inserts an axis of size `depth`, at `axis` of the result. Its entries are
    `values[0]`, the one at the index `values[1]`. Negative indices and a
    negative axis count from the end. An index that is out of range has no such
    entry. The depth must be known as a size when compiling.
      C1: the indices are integers.
      C2: the depth is an integer, of no axes or of 1 axis with 1 entry.
      C3: the depth is not negative.
      C4: the values have 1 axis with 2 entries.
      C5: `axis` exists in the result.
    ```mlir
    %0 = tenon.one_hot %indices, %depth, %b axis = -1 : !tenon.tensor<[batch], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<[batch, 10], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$indices, Tenon_Tensor:$depth,
                       Tenon_Tensor:$values, I64Attr:$axis);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $indices `,` $depth `,` $values `axis` `=` $axis attr-dict `:` type($indices) `,` type($depth) `,` type($values) `->` type($result)
  }];
}

//===----------------------------------------------------------------------===//
// As many results as the data decides: room for all, and a count
//===----------------------------------------------------------------------===//

def Tenon_FindOp : Tenon_Op<"find", [Tenon_Evaluable]> {
  let summary = "Positions of the elements that are not zero";
  let description = [{
    In row-major order, one column a position; columns from `count` on are 0.
    The count is a vector of one int64, so that it can become a size.
      C1: the input has at least 1 axis.
    ```mlir
    %0, %1 = tenon.find %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[2, 4*batch], i64>, !tenon.tensor<[1], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input);
  let results = (outs Tenon_Tensor:$positions, Tenon_Tensor:$count);
  let assemblyFormat = [{
    $input attr-dict `:` type($input) `->` type($positions) `,` type($count)
  }];
}

def Tenon_UniqueOp : Tenon_Op<"unique"> {
  let summary = "The rows of a matrix that differ";
  let description = [{
    `first` are the positions of the first of each kind of row, in the order of
    their appearance or, with `sorted`, of their values, compared from the first
    column on; `counts` how many there are of each kind; both are 0 from `count`
    on. `inverse` is the kind of each row. NaN differs from everything.
      C1: the input has 2 axes.
      C2: its elements are numbers or truth values.
    ```mlir
    %0, %1, %2, %3 = tenon.unique %a {sorted} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch], i64>, !tenon.tensor<[batch], i64>, !tenon.tensor<[batch], i64>, !tenon.tensor<[1], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, UnitAttr:$sorted);
  let results = (outs Tenon_Tensor:$first, Tenon_Tensor:$inverse,
                      Tenon_Tensor:$counts, Tenon_Tensor:$count);
  let assemblyFormat = [{
    $input attr-dict `:` type($input) `->` type($first) `,` type($inverse) `,` type($counts) `,` type($count)
  }];
}

def Tenon_NonMaxSuppressionOp : Tenon_Op<"non_max_suppression"> {
  let summary = "The best boxes that do not overlap too much";
  let description = [{
    For each image and class, takes boxes by falling score, without those that
    overlap one that is taken by more than `overlap` (the area they share by the
    area they cover together) and those whose score is not above `least`. At
    most `most` are taken for each class. Boxes are two opposite corners
    (y, x, y, x), or with `centered` the center and the extent (x, y, w, h). A
    row of `selected` is image, class and box; rows from `count` on are 0.
      C1: boxes are [images, boxes, 4] floating-point numbers.
      C2: scores are [images, classes, boxes], of the same element type.
      C3: `most` is an int64, `overlap` and `least` are float32, all of one
          element.
    ```mlir
    %0, %1 = tenon.non_max_suppression %boxes, %scores, %most, %overlap, %least : !tenon.tensor<[1, 10, 4], f32>, !tenon.tensor<[1, 2, 10], f32>, !tenon.tensor<[], i64>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<[20, 3], i64>, !tenon.tensor<[1], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$boxes, Tenon_Tensor:$scores,
                       Tenon_Tensor:$most, Tenon_Tensor:$overlap,
                       Tenon_Tensor:$least, UnitAttr:$centered);
  let results = (outs Tenon_Tensor:$selected, Tenon_Tensor:$count);
  let assemblyFormat = [{
    $boxes `,` $scores `,` $most `,` $overlap `,` $least attr-dict `:` type($boxes) `,` type($scores) `,` type($most) `,` type($overlap) `,` type($least) `->` type($selected) `,` type($count)
  }];
}
