//===- Interpolation.td - Resizing and sampling between elements ----------===//

include "tenon/Dialect/IR/TenonBase.td"

/// One of some words.
class Tenon_Choice<list<string> words>
    : ConfinedAttr<StrAttr, [AttrConstraint<
          CPred<"::llvm::is_contained({\"" # !interleave(words, "\", \"") #
                "\"}, ::llvm::cast<::mlir::StringAttr>($_self).getValue())">,
          "one of " # !interleave(words, ", ")>]>;

//===----------------------------------------------------------------------===//
// Another size
//===----------------------------------------------------------------------===//

def Tenon_ResizeOp
    : Tenon_Op<"resize", [Tenon_Evaluable, AttrSizedOperandSegments]> {
  let summary = "Axes resampled to other sizes";
  let description = [{
    Each of `axes` gets the size that `sizes` has for it, or
    `floor(size · scale)`. With both, scales only say where elements lie. With `policy` `not_larger` or `not_smaller` the sizes
    are limits instead: all axes are scaled by the smallest (largest) of the
    scales that the sizes ask for, and sizes are rounded to the nearest integer.

    An element at `o` takes its value from the position `x` of the input. With
    `width = in · scale`, which need not be an integer, `coordinates` is one of

    | coordinates            | x                                              |
    |------------------------|------------------------------------------------|
    | `half_pixel`           | `(o + 0.5) / scale - 0.5`                      |
    | `half_pixel_symmetric` | the same, about the centre of the input         |
    | `half_pixel_or_zero`   | the same as `half_pixel`, 0 if `out` is 1       |
    | `half_pixel_start`     | `(o + 0.5) / scale`                            |
    | `align_corners`        | `o · (in - 1) / (width - 1)`                   |
    | `asymmetric`           | `o / scale`                                    |
    | `crop`                 | from `start · (in - 1)` to `end · (in - 1)`     |

    where `roi` holds all starts, then all ends. With `crop`, what lies outside
    of the input is `extrapolation`. Mode `nearest` takes the element that
    `rounding` says: `floor`, `ceil`, `half_down`, `half_up`, or `floor_ceil`
    (floor where the axis grows, ceil where it shrinks); `linear` joins two
    elements an axis and `cubic` four, with the coefficient `cubic_a`. Elements
    beyond an edge are those at the edge, or with `exclude_outside` count for
    nothing. With `antialias` the kernel is made wider where an axis shrinks.
    Integers are rounded towards zero.

      C1: there are sizes or scales.
      C2: each axis exists, and none is named twice.
      C3: sizes are a vector of integers, with an entry for each axis.
      C4: no size is negative.
      C5: scales are a vector of numbers, with an entry for each axis.
      C6: constant scales are positive and finite.
      C7: there is a `roi` for `crop` and only then: a vector of numbers, with
          two entries for each axis.
      C8: an axis that changes its size is not empty.
      C9: modes other than `nearest` need numbers.
      C10: `policy` is `stretch` if there are scales.
    ```mlir
    %0 = tenon.resize %a to %shape axes = [2, 3] mode = "linear" : !tenon.tensor<[batch, 8, 32, 32], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<[batch, 8, 3, 4], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input,
    Optional<Tenon_Tensor>:$sizes,
    Optional<Tenon_Tensor>:$scales,
    Optional<Tenon_Tensor>:$roi,
    DenseI64ArrayAttr:$axes,
    Tenon_Choice<["nearest", "linear", "cubic"]>:$mode,
    DefaultValuedAttr<Tenon_Choice<["half_pixel", "half_pixel_symmetric",
                                    "half_pixel_or_zero", "half_pixel_start",
                                    "align_corners", "asymmetric", "crop"]>,
                      "\"half_pixel\"">:$coordinates,
    DefaultValuedAttr<Tenon_Choice<["half_down", "half_up", "floor", "ceil",
                                    "floor_ceil"]>,
                      "\"half_down\"">:$rounding,
    DefaultValuedAttr<Tenon_Choice<["stretch", "not_larger", "not_smaller"]>,
                      "\"stretch\"">:$policy,
    DefaultValuedAttr<F64Attr, "-0.75">:$cubic_a,
    DefaultValuedAttr<F64Attr, "0.0">:$extrapolation,
    UnitAttr:$exclude_outside,
    UnitAttr:$antialias);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input (`to` $sizes^)? (`by` $scales^)? (`in` $roi^)? `axes` `=` $axes
    `mode` `=` $mode attr-dict `:` type($input) (`to` type($sizes)^)?
    (`by` type($scales)^)? (`in` type($roi)^)? `->` type($result)
  }];
}

//===----------------------------------------------------------------------===//
// Elements at given positions
//===----------------------------------------------------------------------===//

def Tenon_GridSampleOp : Tenon_Op<"grid_sample", [Tenon_Evaluable]> {
  let summary = "A tensor sampled at the positions of a grid";
  let description = [{
    The grid has the batch axis, the result's spatial axes, and for each place a
    position: a number for each of the input's spatial axes, the last axis
    first. -1 and 1 are the outer edges of the first and last element, or with
    `align_corners` their middles. The mode is `nearest` (half to even), `linear`
    or `cubic` (of coefficient -0.75). Beyond the edges elements are 0 (`zeros`),
    those at the edge (`edge`), or mirrored there (`reflect`).

      C1: the input has at least 3 axes.
      C2: the grid has as many axes as the input.
      C3: the grid is of floating-point numbers.
      C4: input and grid have one batch size.
      C5: a position has a number for each spatial axis.
      C6: modes other than `nearest` need floating-point numbers.
      C7: the spatial axes are not empty.
    ```mlir
    %0 = tenon.grid_sample %a, %b mode = "linear" border = "zeros" : !tenon.tensor<[batch, 3, 16, 16], f32>, !tenon.tensor<[batch, 8, 4, 2], f32> -> !tenon.tensor<[batch, 3, 8, 4], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input,
    Tenon_Tensor:$grid,
    Tenon_Choice<["nearest", "linear", "cubic"]>:$mode,
    Tenon_Choice<["zeros", "edge", "reflect"]>:$border,
    UnitAttr:$align_corners,
    DefaultValuedAttr<Tenon_LayoutAttr, "::tenon::Layout::ChannelsFirst">:$layout);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $grid `mode` `=` $mode `border` `=` $border attr-dict `:`
    type($input) `,` type($grid) `->` type($result)
  }];
}

//===----------------------------------------------------------------------===//
// Regions
//===----------------------------------------------------------------------===//

def Tenon_RoiAlignOp : Tenon_Op<"roi_align"> {
  let summary = "Regions of images as images of one size";
  let description = [{
    Each region (x1, y1, x2, y2), times `scale`, of the image of its batch index
    is cut into `size` cells, and each cell sampled at `samples` by `samples`
    places between elements (0: as many as it spans elements). The result is
    their mean or, with mode `max`, the largest of the four weighted elements of
    all samples. With `half_pixel` positions count from the elements' middles,
    and regions may be smaller than one element. Batch indices out of range mean
    the first or last image.

      C1: the input has 4 axes: [N, C, height, width].
      C2: the regions have 2 axes, the second one of 4.
      C3: the batch indices are integers of 1 axis, one for each region.
      C4: input and regions have one floating-point element type.
      C5: `size` has 2 entries of at least 1.
      C6: `samples` is at least 0.
      C7: the input's axes are not empty, but for the channels.
    ```mlir
    %0 = tenon.roi_align %a, %b, %indices size = [7, 7] mode = "mean" : !tenon.tensor<[2, 8, 32, 32], f32>, !tenon.tensor<[n, 4], f32>, !tenon.tensor<[n], i64> -> !tenon.tensor<[n, 8, 7, 7], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input, Tenon_Tensor:$boxes, Tenon_Tensor:$indices,
    DenseI64ArrayAttr:$size,
    Tenon_Choice<["mean", "max"]>:$mode,
    DefaultValuedAttr<F64Attr, "1.0">:$scale,
    DefaultValuedAttr<I64Attr, "0">:$samples,
    UnitAttr:$half_pixel);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $boxes `,` $indices `size` `=` $size `mode` `=` $mode attr-dict
    `:` type($input) `,` type($boxes) `,` type($indices) `->` type($result)
  }];
}

def Tenon_MaxRoiPoolOp : Tenon_Op<"max_roi_pool"> {
  let summary = "The largest elements of the cells of regions";
  let description = [{
    Each region (batch index, x1, y1, x2, y2), its corners times `scale` and
    rounded, is cut into `size` cells of whole elements; the result is the
    largest element of each, 0 where there is none. Batch indices out of range
    mean the first or last image.

      C1: the input has 4 axes: [N, C, height, width].
      C2: the regions have 2 axes, the second one of 5.
      C3: input and regions have one floating-point element type.
      C4: `size` has 2 entries of at least 1.
      C5: the input's axes are not empty, but for the channels.
    ```mlir
    %0 = tenon.max_roi_pool %a, %b size = [7, 7] : !tenon.tensor<[2, 8, 32, 32], f32>, !tenon.tensor<[n, 5], f32> -> !tenon.tensor<[n, 8, 7, 7], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input, Tenon_Tensor:$boxes,
    DenseI64ArrayAttr:$size,
    DefaultValuedAttr<F64Attr, "1.0">:$scale);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $boxes `size` `=` $size attr-dict `:` type($input) `,`
    type($boxes) `->` type($result)
  }];
}

def Tenon_DeformSampleOp : Tenon_Op<"deform_sample"> {
  let summary = "Windows of an image, each tap moved by an offset";
  let description = [{
    What a deformable convolution reads: for each place of a window that moves
    over the image as that of `conv` does, its taps side by side, so that a
    convolution with strides as long as `kernel` sums them. Tap (i, j) at place
    (y, x) is read at (y · stride + i · dilation - pad, …) plus an offset,
    between elements, with zeros beyond the edges; then multiplied by the mask.

    The offsets are [N, groups · taps · 2, height, width], (y, x) for each tap
    of each group of channels; the mask, if there is one, [N, groups · taps,
    height, width]. The result is [N, C, height · kernel, width · kernel].

      C1: input, offsets and mask have 4 axes.
      C2: they have one floating-point element type.
      C3: `kernel` has 2 entries of at least 1.
      C4: `strides` and `dilations` have 2 entries, `pads` 4.
      C5: strides and dilations are at least 1, pads at least 0.
      C6: `groups` is at least 1 and divides the channels.
      C7: offsets and mask have the right number of channels, and the sizes of
          the window's places.
      C8: the batch sizes are equal.
      C9: the image is not empty.
    ```mlir
    %0 = tenon.deform_sample %a, %b kernel = [3, 3] : !tenon.tensor<[2, 8, 32, 32], f32>, !tenon.tensor<[2, 18, 30, 30], f32> -> !tenon.tensor<[2, 8, 90, 90], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input, Tenon_Tensor:$offsets, Optional<Tenon_Tensor>:$mask,
    DenseI64ArrayAttr:$kernel,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$strides,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$dilations,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$pads,
    DefaultValuedAttr<I64Attr, "1">:$groups);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $offsets (`,` $mask^)? `kernel` `=` $kernel attr-dict `:`
    type($input) `,` type($offsets) (`,` type($mask)^)? `->` type($result)
  }];
}
