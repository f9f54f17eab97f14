//===- Normalization.td - Statistics divided out --------------------------===//

include "tenon/Dialect/IR/TenonBase.td"

def Tenon_BatchNormOp : Tenon_Op<"batch_norm", [Tenon_Evaluable]> {
  let summary = "Normalisation of each channel by given statistics";
  let description = [{
    (input - mean) / sqrt(variance + epsilon) * scale + offset, per channel:
    axis 1 under `channels_first`, the last axis under `channels_last`.
      C1: the element types are floating-point numbers.
      C2: all element types are equal.
      C3: the input has at least 2 axes.
      C4: scale, offset, mean and variance have 1 axis.
      C5: the length of each is the number of channels.
      C6: epsilon is a number that is not negative.
    ```mlir
    %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[batch, 8, 4, 4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[batch, 8, 4, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$scale,
                       Tenon_Tensor:$offset, Tenon_Tensor:$mean,
                       Tenon_Tensor:$variance, F64Attr:$epsilon,
                       Tenon_LayoutAttr:$layout);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input `,` $scale `,` $offset `,` $mean `,` $variance attr-dict `:`
    type($input) `,` type($scale) `,` type($offset) `,` type($mean) `,`
    type($variance) `->` type($result)
  }];
  let extraClassDeclaration = [{
    /// The axis of channels in a tensor of this rank.
    int64_t getChannelAxis(int64_t rank) {
      return getLayout() == Layout::ChannelsFirst ? 1 : rank - 1;
    }
  }];
}

def Tenon_LayerNormOp : Tenon_Op<"layer_norm", [Tenon_Evaluable]> {
  let summary = "Normalisation over the last axes by their own statistics";
  let description = [{
    (input - mean) / sqrt(variance + epsilon), where mean and variance are
    taken over all axes from `axis` on; then times scale and plus offset, if
    these are there. 16-bit floating-point numbers are computed in 32 bits.
      C1: the element types are floating-point numbers.
      C2: all element types are equal.
      C3: the axis is one of the input's.
      C4: there are at most two parameters, scale and then offset.
      C5: scale and offset have one axis for each normalised axis.
      C6: their sizes are those of the normalised axes.
      C7: epsilon is a number that is not negative.
    ```mlir
    %0 = tenon.layer_norm %a, %b, %c {axis = -1 : i64, epsilon = 1.0e-5 : f64} : !tenon.tensor<[batch, seq, 64], f32>, !tenon.tensor<[64], f32>, !tenon.tensor<[64], f32> -> !tenon.tensor<[batch, seq, 64], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input,
                       Variadic<Tenon_Tensor>:$parameters, I64Attr:$axis,
                       F64Attr:$epsilon);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input (`,` $parameters^)? attr-dict `:` type($input)
    (`,` type($parameters)^)? `->` type($result)
  }];
  let extraClassDeclaration = [{
    /// Null where left out.
    ::mlir::Value getScale() {
      return getParameters().empty() ? ::mlir::Value() : getParameters()[0];
    }
    ::mlir::Value getOffset() {
      return getParameters().size() < 2 ? ::mlir::Value() : getParameters()[1];
    }
  }];
}

def Tenon_GroupNormOp : Tenon_Op<"group_norm", [Tenon_Evaluable]> {
  let summary = "Normalisation of groups of channels by their own statistics";
  let description = [{
    (input - mean) / sqrt(variance + epsilon), where mean and variance are those
    of one group of consecutive channels of one sample; then times scale and
    plus offset of the channel, if these are there. Without `groups` each
    channel is a group of its own. Channels are axis 1 under `channels_first`,
    the last axis under `channels_last`. 16-bit floating-point numbers are
    computed in 32 bits.
      C1: the element types are floating-point numbers.
      C2: all element types are equal.
      C3: the input has at least 2 axes.
      C4: there are at most two parameters, scale and then offset.
      C5: scale and offset have 1 axis.
      C6: the length of each is the number of channels.
      C7: there is at least one group.
      C8: the number of groups divides the number of channels.
      C9: epsilon is a number that is not negative.
    ```mlir
    %0 = tenon.group_norm %a, %b, %c {groups = 4 : i64, epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[batch, 8, 6, 6], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[batch, 8, 6, 6], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input,
                       Variadic<Tenon_Tensor>:$parameters,
                       OptionalAttr<I64Attr>:$groups, F64Attr:$epsilon,
                       Tenon_LayoutAttr:$layout);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $input (`,` $parameters^)? attr-dict `:` type($input)
    (`,` type($parameters)^)? `->` type($result)
  }];
  let extraClassDeclaration = [{
    /// The axis of channels in a tensor of this rank.
    int64_t getChannelAxis(int64_t rank) {
      return getLayout() == Layout::ChannelsFirst ? 1 : rank - 1;
    }
  }];
}
