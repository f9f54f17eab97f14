//===- Movement.td - Elements in another order or shape -------------------===//

include "tenon/Dialect/IR/TenonBase.td"

//===----------------------------------------------------------------------===//
// The same elements in another shape
//===----------------------------------------------------------------------===//

def Tenon_ReshapeOp : Tenon_Op<"reshape", [Tenon_Evaluable]> {
  let summary = "The same elements in another shape";
  let description = [{
    The elements keep their row-major order. The sizes are the entries of a
    vector of integers. One of them may be -1: it is what the number of elements
    leaves. An entry of 0 stands for the input's size on the same axis, unless
    `allow_zero` is set. A symbolic entry is a size, whatever its value.
      C1: the shape operand has 1 axis of integers.
      C2: at most one entry is -1.
      C3: no other entry is negative.
      C4: an entry of 0 has an axis of the input to copy.
      C5: the sizes beside an entry of -1 do not multiply to 0.
      C6: the number of elements stays the same.
    ```mlir
    %0 = tenon.reshape %a, %shape : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1], i64> -> !tenon.tensor<[4*batch], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$shape,
                       UnitAttr:$allow_zero);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $shape attr-dict `:` type($input) `,` type($shape) `->` type($result)
  }];
  let hasFolder = 1;
}

def Tenon_FlattenOp : Tenon_Op<"flatten", [Tenon_Evaluable]> {
  let summary = "A matrix of the same elements";
  let description = [{
    The axes before `axis` become the rows, the others the columns.
      C1: `axis` is between -rank and rank.
    ```mlir
    %0 = tenon.flatten %a axis = 1 : !tenon.tensor<[batch, 4, 2], f32> -> !tenon.tensor<[batch, 8], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, I64Attr:$axis);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `axis` `=` $axis attr-dict `:` type($input) `->` type($result)
  }];
  let hasFolder = 1;
}

def Tenon_SqueezeOp : Tenon_Op<"squeeze", [Tenon_Evaluable]> {
  let summary = "Axes of size 1 removed";
  let description = [{
    Negative axes count from the end. Without `axes`, every axis of size 1 is
    removed; axes of a size that only the data decides are kept, and such a size
    must then be 2 or more.
      C1: each axis exists.
      C2: no axis is named twice.
      C3: each named axis has size 1.
    ```mlir
    %0 = tenon.squeeze %a axes = [1] : !tenon.tensor<[batch, 1], f32> -> !tenon.tensor<[batch], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input,
                       OptionalAttr<DenseI64ArrayAttr>:$axes);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input (`axes` `=` $axes^)? attr-dict `:` type($input) `->` type($result)
  }];
  let hasFolder = 1;
}

def Tenon_UnsqueezeOp : Tenon_Op<"unsqueeze", [Tenon_Evaluable]> {
  let summary = "Axes of size 1 inserted";
  let description = [{
    The axes are those of the result; negative ones count from its end.
      C1: each axis exists in the result.
      C2: no axis is named twice.
    ```mlir
    %0 = tenon.unsqueeze %a axes = [1] : !tenon.tensor<[batch], f32> -> !tenon.tensor<[batch, 1], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, DenseI64ArrayAttr:$axes);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `axes` `=` $axes attr-dict `:` type($input) `->` type($result)
  }];
  let hasFolder = 1;
}

def Tenon_AlignRankOp : Tenon_Op<"align_rank", [Tenon_Evaluable]> {
  let summary = "Axes of size 1 put in front";
  let description = [{
    Gives the input at least as many axes as `like` has, as formats with
    implicit broadcasting do. An input of that rank or a higher one stays as it
    is.
    ```mlir
    %0 = tenon.align_rank %a to %b : !tenon.tensor<[4], f32>, !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[1, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$like);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `to` $like attr-dict `:` type($input) `,` type($like) `->` type($result)
  }];
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

//===----------------------------------------------------------------------===//
// The same elements in another order
//===----------------------------------------------------------------------===//

def Tenon_TransposeOp : Tenon_Op<"transpose", [Tenon_Evaluable]> {
  let summary = "Axes in another order";
  let description = [{
    Axis i of the result is axis `permutation[i]` of the input.
      C1: `permutation` names each axis of the input once.
    ```mlir
    %0 = tenon.transpose %a permutation = [1, 0] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[4, batch], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, DenseI64ArrayAttr:$permutation);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `permutation` `=` $permutation attr-dict `:` type($input) `->` type($result)
  }];
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def Tenon_ReverseSequenceOp : Tenon_Op<"reverse_sequence", [Tenon_Evaluable]> {
  let summary = "The first steps of each sequence in reverse order";
  let description = [{
    Of the sequence at position b of `batch_axis`, the first `lengths[b]`
    positions of `time_axis` are put in reverse order, the others stay. Negative
    axes count from the end. Lengths that are out of range when the model runs
    are limited to the range.
      C1: both axes exist.
      C2: they are two.
      C3: the lengths have 1 axis of integers.
      C4: there is one length for each sequence of the batch.
    ```mlir
    %0 = tenon.reverse_sequence %a, %b {batch_axis = 1 : i64, time_axis = 0 : i64} : !tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch], i64> -> !tenon.tensor<[seq, batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$lengths,
                       I64Attr:$batch_axis, I64Attr:$time_axis);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $lengths attr-dict `:` type($input) `,` type($lengths) `->` type($result)
  }];
}

//===----------------------------------------------------------------------===//
// Tensors joined and cut
//===----------------------------------------------------------------------===//

def Tenon_ConcatOp : Tenon_Op<"concat", [Tenon_Evaluable]> {
  let summary = "Tensors joined along an axis";
  let description = [{
    A negative axis counts from the end.
      C1: there is at least one tensor.
      C2: all have one element type.
      C3: all have the same number of axes.
      C4: `axis` exists.
      C5: all other axes have equal sizes.
    ```mlir
    %0 = tenon.concat %a, %b axis = 1 : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 2], f32> -> !tenon.tensor<[batch, 6], f32>
    ```
  }];
  let arguments = (ins Variadic<Tenon_Tensor>:$inputs, I64Attr:$axis);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $inputs `axis` `=` $axis attr-dict `:` type($inputs) `->` type($result)
  }];
  let hasFolder = 1;
}

def Tenon_SplitOp : Tenon_Op<"split", [Tenon_Evaluable]> {
  let summary = "A tensor cut along an axis";
  let description = [{
    A negative axis counts from the end. Without `sizes` all parts are equal;
    with `uneven`, the size is divided by the number of parts, rounded up, and
    the last part is what is left.
      C1: `axis` exists.
      C2: there are as many `sizes` as results.
      C3: no size is negative.
      C4: the sizes add up to the axis.
      C5: equal parts leave no remainder; with `uneven`, the other parts leave
          something or nothing for the last, not less.
    ```mlir
    %0:2 = tenon.split %a axis = 1 sizes = [1, 3] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 1], f32>, !tenon.tensor<[batch, 3], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, I64Attr:$axis,
                       OptionalAttr<DenseI64ArrayAttr>:$sizes,
                       UnitAttr:$uneven);
  let results = (outs Variadic<Tenon_Tensor>:$results);
  let assemblyFormat = [{
    $input `axis` `=` $axis (`sizes` `=` $sizes^)? attr-dict `:` type($input) `->` type($results)
  }];
}

def Tenon_SliceOp : Tenon_Op<"slice", [Tenon_Evaluable]> {
  let summary = "Every so many elements of a range, on some axes";
  let description = [{
    Takes positions start, start + step, … before `end` (after it, for a
    negative step). Negative positions and axes count from the end; positions
    are then limited to the axis: start to [0, size] and end to [0, size], or to
    [0, size - 1] and [-1, size - 1] for a negative step. What lies outside is
    left out; positions of 2^31 - 1 or more mean the end, whatever the size.
      C1: `starts`, `ends`, `axes` and `steps` have one length.
      C2: each axis exists.
      C3: no axis is named twice.
      C4: no step is 0.
    ```mlir
    %0 = tenon.slice %a starts = [1] ends = [4] axes = [1] steps = [2] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 2], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, DenseI64ArrayAttr:$starts,
                       DenseI64ArrayAttr:$ends, DenseI64ArrayAttr:$axes,
                       DenseI64ArrayAttr:$steps);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `starts` `=` $starts `ends` `=` $ends `axes` `=` $axes `steps` `=`
    $steps attr-dict `:` type($input) `->` type($result)
  }];
  let hasFolder = 1;
}

def Tenon_DynamicSliceOp : Tenon_Op<"dynamic_slice", [Tenon_Evaluable]> {
  let summary = "Every so many elements of a range of sizes, on some axes";
  let description = [{
    As `slice`, but the positions are the entries of two vectors of integers,
    which must be known as sizes when compiling. A constant entry that is
    negative counts from the end; a symbolic one is a size.
      C1: the starts and the ends have 1 axis of integers.
      C2: starts, ends, `axes` and `steps` have one length.
      C3: each axis exists.
      C4: no axis is named twice.
      C5: no step is 0.
      C6: no symbolic entry is negative.
    ```mlir
    %0 = tenon.dynamic_slice %a, %starts, %ends axes = [1] steps = [1] : !tenon.tensor<[batch, 512], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$starts,
                       Tenon_Tensor:$ends, DenseI64ArrayAttr:$axes,
                       DenseI64ArrayAttr:$steps);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $starts `,` $ends `axes` `=` $axes `steps` `=` $steps attr-dict `:` type($input) `,` type($starts) `,` type($ends) `->` type($result)
  }];
}

def Tenon_TriluOp : Tenon_Op<"trilu", [Tenon_Evaluable]> {
  let summary = "Matrices with the elements on one side of a diagonal kept";
  let description = [{
    The last two axes are rows and columns. Kept is the diagonal that begins
    `diagonal` columns right of the main one (left of it, if negative), and what
    is below it, or with `upper` above it. Other elements become 0. `offset`, a
    number that may only be known when the model runs, is added to `diagonal`.
      C1: there are at least 2 axes.
      C2: the offset is a scalar.
      C3: it is an integer.
    ```mlir
    %0 = tenon.trilu %a diagonal = 0 {upper} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    %1 = tenon.trilu %a, %k diagonal = 0 : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[], i64> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Optional<Tenon_Tensor>:$offset,
                       I64Attr:$diagonal, UnitAttr:$upper);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input (`,` $offset^)? `diagonal` `=` $diagonal attr-dict `:` type($input)
    (`,` type($offset)^)? `->` type($result)
  }];
}

def Tenon_CenterCropPadOp : Tenon_Op<"center_crop_pad", [Tenon_Evaluable]> {
  let summary = "The middle of a tensor, or a tensor with zeros around it";
  let description = [{
    Each of `axes` gets the size that `sizes` has for it: longer ones lose
    elements at both ends, shorter ones get zeros there. Of an odd number of
    elements the larger half is at the end. Negative axes count from the end.
      C1: the sizes have 1 axis of integers.
      C2: there is a size for each axis.
      C3: each axis exists, and none is named twice.
      C4: no size is negative.
    ```mlir
    %0 = tenon.center_crop_pad %a, %sizes axes = [0, 1] : !tenon.tensor<[20, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<[10, 8], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$sizes,
                       DenseI64ArrayAttr:$axes);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $sizes `axes` `=` $axes attr-dict `:` type($input) `,`
    type($sizes) `->` type($result)
  }];
}

def Tenon_PadOp : Tenon_Op<"pad", [Tenon_Evaluable]> {
  let summary = "A tensor with a border";
  let description = [{
    `low` and `high` are the elements added before and after each axis; negative
    ones remove elements. New elements are `value` (`constant`), the nearest
    element (`edge`), the mirror image without the edge (`reflect`), or the
    tensor repeated (`wrap`).
      C1: `low` and `high` have an entry for each axis.
      C2: no axis loses more elements than it has.
      C3: for `edge`, `reflect` and `wrap`, what is left of a padded axis has at
          least 1 element, one more than the border, as many as the border.
      C4: the element type can hold `value`.
    ```mlir
    %0 = tenon.pad %a low = [0, 1] high = [0, 2] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 7], f32>
    %1 = tenon.pad %a low = [0, 1] high = [0, 2] mode = reflect : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 7], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input, DenseI64ArrayAttr:$low, DenseI64ArrayAttr:$high,
    DefaultValuedAttr<Tenon_PadModeAttr, "::tenon::PadMode::Constant">:$mode,
    DefaultValuedAttr<F64Attr, "0.0">:$value);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `low` `=` $low `high` `=` $high (`mode` `=` $mode^)? attr-dict `:`
    type($input) `->` type($result)
  }];
  let hasFolder = 1;
}

//===----------------------------------------------------------------------===//
// Elements repeated
//===----------------------------------------------------------------------===//

def Tenon_ExpandOp : Tenon_Op<"expand", [Tenon_Evaluable]> {
  let summary = "Axes of size 1 repeated";
  let description = [{
    Broadcasts the input and a tensor of the given shape against each other:
    axes are matched from the last one, missing ones count as 1, and where one
    of both sizes is 1 the other one is the result's. Two sizes that only the
    data decides are assumed equal, as a constraint.
      C1: the shape operand has 1 axis of integers.
      C2: no size is negative.
      C3: on each axis the sizes are equal, or one is 1.
    ```mlir
    %0 = tenon.expand %a, %shape : !tenon.tensor<[1, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<[3, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$shape);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $shape attr-dict `:` type($input) `,` type($shape) `->` type($result)
  }];
  let hasFolder = 1;
}

def Tenon_TileOp : Tenon_Op<"tile", [Tenon_Evaluable]> {
  let summary = "The whole tensor repeated";
  let description = [{
    Axis i is repeated `repeats[i]` times, all of it one after the other.
      C1: the repeats operand has 1 axis of integers.
      C2: it has an entry for each axis of the input.
      C3: no entry is negative.
    ```mlir
    %0 = tenon.tile %a, %repeats : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<[batch, 8], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$repeats);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $repeats attr-dict `:` type($input) `,` type($repeats) `->` type($result)
  }];
  let hasFolder = 1;
}
