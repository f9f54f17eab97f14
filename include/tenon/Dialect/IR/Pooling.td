//===- Pooling.td - Windows reduced to one element ------------------------===//

include "tenon/Dialect/IR/TenonBase.td"

/// A window slides over the 1 to 3 spatial axes and leaves one element a
/// channel at each place.
///
/// `kernel`, `strides` and `dilations` have an entry a spatial axis, `pads`
/// two: all low ones, then all high ones; left out, strides and dilations are
/// 1 and pads 0. With `span = dilation · (kernel - 1) + 1` the result's
/// spatial sizes are `floor((in + low + high - span) / stride) + 1`. With
/// `ceil_mode` the division rounds up: the last window may overhang the
/// padding, but must start in the input or its low padding. With padding
/// `same_upper` or `same_lower` they are `ceil(in / stride)`, and the padding
/// that needs is split in halves, the odd one after or before the input.
///
///   C1: the input has 3 to 5 axes.
///   C2: the element type is of the op's kind.
///   C3: `kernel` has an entry a spatial axis.
///   C4: kernel sizes are at least 1.
///   C5: `strides`, `dilations` and `pads` have the right number of entries.
///   C6: strides and dilations are at least 1, pads at least 0.
///   C7: pads are smaller than the window's span.
///   C8: `pads` are zero unless the padding is explicit.
///   C9: with explicit padding, the padded input holds one window.
class Tenon_PoolOp<string mnemonic, string kind>
    : Tenon_Op<mnemonic, [Tenon_Evaluable]> {
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  dag windowArguments = (ins
    Tenon_Tensor:$input,
    DenseI64ArrayAttr:$kernel,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$strides,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$dilations,
    DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$pads,
    DefaultValuedAttr<BoolAttr, "false">:$ceil_mode,
    DefaultValuedAttr<Tenon_PaddingAttr, "::tenon::Padding::Explicit">:$padding,
    DefaultValuedAttr<Tenon_LayoutAttr, "::tenon::Layout::ChannelsFirst">:$layout);
  let arguments = windowArguments;
  let extraClassDeclaration = [{
    WindowAttributes getWindow();
  }];
  let extraClassDefinition = [{
    ::tenon::WindowAttributes $cppClass::getWindow() {
      return {getStrides(), getDilations(), getPads(), getPadding(),
              getCeilMode()};
    }
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferPooling(getInput(), getKernel(), getWindow(), getLayout(),
                            ::tenon::PoolKind::}] # kind # [{, context);
    }
  }];
}

def Tenon_MaxPoolOp : Tenon_PoolOp<"max_pool", "Number"> {
  let summary = "The largest element of each window";
  let description = [{
    Padding never wins; NaN if one of the elements is. A window that holds
    nothing but padding gives the lowest number of the element type.
    ```mlir
    %0 = tenon.max_pool %a {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>} : !tenon.tensor<[batch, 8, 32, 32], f32> -> !tenon.tensor<[batch, 8, 16, 16], f32>
    ```
  }];
}

def Tenon_AvgPoolOp : Tenon_PoolOp<"avg_pool", "Float"> {
  let summary = "The mean of each window";
  let description = [{
    The sum is divided by the number of elements that the window reads: of the
    input alone, or with `count_include_pad` of the input and its padding (what
    overhangs the padding in ceil mode never counts).
    ```mlir
    %0 = tenon.avg_pool %a {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>} : !tenon.tensor<[batch, 8, 32, 32], f32> -> !tenon.tensor<[batch, 8, 16, 16], f32>
    ```
  }];
  let arguments = !con(windowArguments,
                       (ins DefaultValuedAttr<BoolAttr, "false">:$count_include_pad));
}

def Tenon_MaxPoolIndicesOp : Tenon_PoolOp<"max_pool_indices", "Number"> {
  let summary = "Where the largest element of each window stands";
  let description = [{
    The place of the element that `max_pool` takes, the first one of several, as
    a 64-bit integer: all elements of the input are counted in row-major order,
    or with `column_major` the spatial axes the other way round. -1 for a window
    that holds nothing but padding.
    ```mlir
    %0 = tenon.max_pool_indices %a {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>} : !tenon.tensor<[batch, 8, 32, 32], f32> -> !tenon.tensor<[batch, 8, 16, 16], i64>
    ```
  }];
  let arguments = !con(windowArguments, (ins UnitAttr:$column_major));
  let extraClassDefinition = [{
    ::tenon::WindowAttributes $cppClass::getWindow() {
      return {getStrides(), getDilations(), getPads(), getPadding(),
              getCeilMode()};
    }
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferPooling(getInput(), getKernel(), getWindow(), getLayout(),
                            ::tenon::PoolKind::Index, context);
    }
  }];
}

def Tenon_LpPoolOp : Tenon_PoolOp<"lp_pool", "Float"> {
  let summary = "The p-norm of each window";
  let description = [{
    The p-th root of the sum of all |x|^p. Padding counts for nothing.

      C10: `p` is at least 1.
    ```mlir
    %0 = tenon.lp_pool %a {kernel = array<i64: 2, 2>, p = 2 : i64} : !tenon.tensor<[batch, 8, 32, 32], f32> -> !tenon.tensor<[batch, 8, 31, 31], f32>
    ```
  }];
  let arguments = !con(windowArguments, (ins I64Attr:$p));
  let extraClassDefinition = [{
    ::tenon::WindowAttributes $cppClass::getWindow() {
      return {getStrides(), getDilations(), getPads(), getPadding(),
              getCeilMode()};
    }
  }];
}
