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
    `floor(size · scale)`. With `policy` `not_larger` or `not_smaller` the sizes
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

      C1: there are either sizes or scales.
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
