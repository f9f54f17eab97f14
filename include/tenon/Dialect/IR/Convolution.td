//===- Convolution.td - Convolutions --------------------------------------===//

include "tenon/Dialect/IR/TenonBase.td"

def Tenon_ConvOp : Tenon_Op<"conv", [Tenon_Evaluable]> {
  let summary = "Convolution over 1 to 3 spatial axes";
  let description = [{
    Each result element is the sum, over the taps of the window and the
    channels of its group, of input times filter, plus the bias of its channel.

    | layout           | input and result    | filter                   |
    |------------------|---------------------|--------------------------|
    | `channels_first` | [N, C, spatial…]    | [F, C / groups, spatial…] |
    | `channels_last`  | [N, spatial…, C]    | [spatial…, C / groups, F] |

    `strides` and `dilations` have an entry a spatial axis, `pads` two: all low
    ones, then all high ones; left out they are 1, 1 and 0. With
    `span = dilation · (kernel - 1) + 1` the result's spatial sizes are
    `floor((in + low + high - span) / stride) + 1`. With padding `same_upper`
    or `same_lower` they are `ceil(in / stride)`, and the zeros that needs are
    split in halves, the odd one after or before the input. With `widen` input
    and filter are integers of 8 or 16 bits, signed or not, whose products are
    summed in 32 bits, which bias and result have.

      C1: the input has 3 to 5 axes.
      C2: the filter has as many axes as the input.
      C3: input, filter and bias have one element type, unless `widen` is set.
      C4: it is a floating-point type; with `widen`, input and filter are
          integers of 8 or 16 bits and the bias is int32.
      C5: `groups` is at least 1.
      C6: `groups` divides the input's channels.
      C7: `groups` divides the filter's output channels F.
      C8: the input has as many channels as the filter: (C / groups) · groups.
      C9: the bias has 1 axis of length F.
      C10: `strides`, `dilations` and `pads` have the right number of entries.
      C11: strides and dilations are at least 1, pads at least 0.
      C12: `pads` are zero unless the padding is explicit.
      C13: the filter's spatial sizes are at least 1.
      C14: with explicit padding, the padded input holds one window.
    ```mlir
    %0 = tenon.conv %a, %b, %c {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>} : !tenon.tensor<[batch, 3, 32, 32], f32>, !tenon.tensor<[8, 3, 3, 3], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[batch, 8, 16, 16], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input,
    Tenon_Tensor:$filter,
    Optional<Tenon_Tensor>:$bias,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$strides,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$dilations,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$pads,
    DefaultValuedAttr<I64Attr, "1">:$groups,
    DefaultValuedAttr<Tenon_PaddingAttr, "::tenon::Padding::Explicit">:$padding,
    DefaultValuedAttr<Tenon_LayoutAttr, "::tenon::Layout::ChannelsFirst">:$layout,
    UnitAttr:$widen);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $filter (`,` $bias^)? attr-dict `:` type($input) `,`
    type($filter) (`,` type($bias)^)? `->` type($result)
  }];
  let extraClassDeclaration = [{
    WindowAttributes getWindow();
    /// The axes of the filter, whose rank must be known.
    int64_t getFilterOutputAxis();
    int64_t getFilterInputAxis();
    int64_t getFilterSpatialAxis(int64_t index);
  }];
}

def Tenon_ConvTransposeOp : Tenon_Op<"conv_transpose", [Tenon_Evaluable]> {
  let summary = "Transposed convolution over 1 to 3 spatial axes";
  let description = [{
    Each input element adds its multiple of the filter to a window of the
    result, which moves by `strides`; then the bias of the channel is added.

    | layout           | input and result    | filter                    |
    |------------------|---------------------|---------------------------|
    | `channels_first` | [N, C, spatial…]    | [C, F / groups, spatial…] |
    | `channels_last`  | [N, spatial…, C]    | [spatial…, C, F / groups] |

    `strides`, `dilations` and `output_padding` have an entry a spatial axis,
    `pads` two: all low ones, then all high ones; left out they are 1, 1, 0 and
    0. With `span = dilation · (kernel - 1) + 1` all windows cover
    `(in - 1) · stride + span` elements; `output_padding` adds some at the end,
    and `pads` are cut off. With padding `same_upper` or `same_lower` the result
    has `in · stride`, with `output_sizes` as many elements as they say; what is
    to be cut off is split in halves, the odd one after the result for
    `same_upper` and before it otherwise.

      C1: the input has 3 to 5 axes.
      C2: the filter has as many axes as the input.
      C3: input, filter and bias have one element type.
      C4: it is a floating-point type.
      C5: `groups` is at least 1.
      C6: `groups` divides the filter's input channels C.
      C7: the input has as many channels as the filter.
      C8: the bias has 1 axis of length F.
      C9: `strides`, `dilations`, `pads`, `output_padding` and `output_sizes`
          have the right number of entries.
      C10: strides and dilations are at least 1, the others at least 0.
      C11: `pads` are zero unless the padding is explicit.
      C12: the filter's spatial sizes are at least 1.
      C13: no more is cut off than there is.
    ```mlir
    %0 = tenon.conv_transpose %a, %b, %c {strides = array<i64: 2, 2>} : !tenon.tensor<[batch, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 2, 2], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<[batch, 4, 32, 32], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input,
    Tenon_Tensor:$filter,
    Optional<Tenon_Tensor>:$bias,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$strides,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$dilations,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$pads,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$output_padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$output_sizes,
    DefaultValuedAttr<I64Attr, "1">:$groups,
    DefaultValuedAttr<Tenon_PaddingAttr, "::tenon::Padding::Explicit">:$padding,
    DefaultValuedAttr<Tenon_LayoutAttr, "::tenon::Layout::ChannelsFirst">:$layout);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $filter (`,` $bias^)? attr-dict `:` type($input) `,`
    type($filter) (`,` type($bias)^)? `->` type($result)
  }];
  let extraClassDeclaration = [{
    WindowAttributes getWindow();
    /// The axes of the filter, whose rank must be known.
    int64_t getFilterInputAxis();
    int64_t getFilterOutputAxis();
    int64_t getFilterSpatialAxis(int64_t index);
    /// The geometry on a spatial axis; the attributes must be valid.
    TransposedAxis getAxis(int64_t index, DimAttr input, DimAttr kernel);
  }];
}

def Tenon_Col2ImOp : Tenon_Op<"col2im"> {
  let summary = "Windows added up to an image";
  let description = [{
    The input [N, C · taps, places] holds, for each place of a window of sizes
    `kernel` that moves over an image of sizes `image`, as that of `conv` does,
    all its taps. They are added where they belong; what falls on the padding is
    left out. The result is [N, C, image…].

      C1: the input has 3 axes.
      C2: it is of numbers.
      C3: `image` and `kernel` are vectors of integers, with an entry for each
          axis of the image.
      C4: no entry is negative; a kernel's is at least 1.
      C5: `strides` and `dilations` have an entry an axis, `pads` two.
      C6: strides and dilations are at least 1, pads at least 0.
      C7: the taps divide the input's channels.
      C8: the input has all places of the window.
    ```mlir
    %0 = tenon.col2im %a, %image, %kernel : !tenon.tensor<[1, 10, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<[1, 2, 4, 8], f32>
    ```
  }];
  let arguments = (ins
    Tenon_Tensor:$input,
    Tenon_Tensor:$image,
    Tenon_Tensor:$kernel,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$strides,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$dilations,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$pads);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $image `,` $kernel attr-dict `:` type($input) `,` type($image)
    `,` type($kernel) `->` type($result)
  }];
  let extraClassDeclaration = [{
    WindowAttributes getWindow();
  }];
}
