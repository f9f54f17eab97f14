//===- Recurrent.td - Layers that walk along a sequence -------------------===//

include "tenon/Dialect/IR/TenonBase.td"

/// A layer that walks along a sequence and carries a state of `units` numbers
/// for each sequence of the batch.
///   - input: [steps, batch, features];
///   - weights: [features, gates * units], and recurrent weights: [units,
///     gates * units], the columns of each gate next to each other;
///   - bias: [gates * units];
///   - mask: [steps, batch], truth values. Where it is false, the state stays
///     as it was and the step's outputs are 0;
///   - initial states: [batch, units], 0 where left out.
/// The results are the hidden states of all steps, [steps, batch, units], and
/// the states after the last step, [batch, units]. With `reverse`, the steps
/// are walked from the last to the first; they stay at their places. `clip`
/// limits the sum of each gate to [-clip, clip] before its activation. 16-bit
/// numbers are computed in 32 bits.
///   C1: the element types are floating-point numbers, that of the mask is
///       truth values.
///   C2: all element types but the mask's are equal.
///   C3: the input has 3 axes; weights, states and the mask have 2, vectors
///       have 1.
///   C4: the weights have a row for each feature of the input.
///   C5: the weights have a column for each unit of each gate, the recurrent
///       weights a row for each unit.
///   C6: vectors have a number for each unit of each gate.
///   C7: the mask has the steps and the batch of the input.
///   C8: the states have the batch of the input, and the units.
///   C9: `clip` is not negative.
class Tenon_RecurrentOp<string mnemonic>
    : Tenon_Op<mnemonic, [AttrSizedOperandSegments]>;

def Tenon_LstmOp : Tenon_RecurrentOp<"lstm"> {
  let summary = "Long short-term memory along a sequence";
  let description = [{
    The gates are input, forget, cell and output, in this order; f, g, h are
    `gate_activation`, `cell_activation` and `hidden_activation`:

    - i = f(x Wi + H Ri + Bi + Pi * C), the same for the forget gate;
    - c = g(x Wc + H Rc + Bc);
    - C' = forget * C + i * c, where with `coupled` forget is 1 - i;
    - o = f(x Wo + H Ro + Bo + Po * C');
    - H' = o * h(C').

    `peepholes` are Pi, Pf, Po, [3 * units].
    ```mlir
    %0:3 = tenon.lstm %a, %b, %c bias %d {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[16], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$weights,
                       Tenon_Tensor:$recurrent_weights,
                       Optional<Tenon_Tensor>:$bias,
                       Optional<Tenon_Tensor>:$mask,
                       Optional<Tenon_Tensor>:$initial_hidden,
                       Optional<Tenon_Tensor>:$initial_cell,
                       Optional<Tenon_Tensor>:$peepholes,
                       Tenon_ActivationAttr:$gate_activation,
                       Tenon_ActivationAttr:$cell_activation,
                       Tenon_ActivationAttr:$hidden_activation,
                       OptionalAttr<F64Attr>:$clip, UnitAttr:$coupled,
                       UnitAttr:$reverse);
  let results = (outs Tenon_Tensor:$outputs, Tenon_Tensor:$hidden,
                      Tenon_Tensor:$cell);
  let assemblyFormat = [{
    $input `,` $weights `,` $recurrent_weights (`bias` $bias^)? (`mask` $mask^)?
    (`hidden` $initial_hidden^)? (`cell` $initial_cell^)?
    (`peepholes` $peepholes^)? attr-dict `:` functional-type(operands, results)
  }];
}

def Tenon_GruOp : Tenon_RecurrentOp<"gru"> {
  let summary = "Gated recurrent units along a sequence";
  let description = [{
    The gates are update, reset and candidate, in this order; f and g are
    `gate_activation` and `hidden_activation`:

    - z = f(x Wz + H Rz + Bz + Sz), the same for the reset gate r;
    - c = g(x Wc + Bc + (r * H) Rc + Sc), or with `reset_after`
      c = g(x Wc + Bc + r * (H Rc + Sc));
    - H' = (1 - z) * c + z * H.

    `recurrent_bias` is S, in the order of the gates.
    ```mlir
    %0:2 = tenon.gru %a, %b, %c bias %d recurrent_bias %e {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>, reset_after} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[12], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$weights,
                       Tenon_Tensor:$recurrent_weights,
                       Optional<Tenon_Tensor>:$bias,
                       Optional<Tenon_Tensor>:$recurrent_bias,
                       Optional<Tenon_Tensor>:$mask,
                       Optional<Tenon_Tensor>:$initial_hidden,
                       Tenon_ActivationAttr:$gate_activation,
                       Tenon_ActivationAttr:$hidden_activation,
                       OptionalAttr<F64Attr>:$clip, UnitAttr:$reset_after,
                       UnitAttr:$reverse);
  let results = (outs Tenon_Tensor:$outputs, Tenon_Tensor:$hidden);
  let assemblyFormat = [{
    $input `,` $weights `,` $recurrent_weights (`bias` $bias^)?
    (`recurrent_bias` $recurrent_bias^)? (`mask` $mask^)?
    (`hidden` $initial_hidden^)? attr-dict `:`
    functional-type(operands, results)
  }];
}

def Tenon_RnnOp : Tenon_RecurrentOp<"rnn"> {
  let summary = "Simple recurrent units along a sequence";
  let description = [{
    H' = f(x W + H R + B), where f is `activation`.
    ```mlir
    %0:2 = tenon.rnn %a, %b, %c hidden %d {activation = #tenon.activation<tanh>, reverse} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>, !tenon.tensor<[batch, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, Tenon_Tensor:$weights,
                       Tenon_Tensor:$recurrent_weights,
                       Optional<Tenon_Tensor>:$bias,
                       Optional<Tenon_Tensor>:$mask,
                       Optional<Tenon_Tensor>:$initial_hidden,
                       Tenon_ActivationAttr:$activation,
                       OptionalAttr<F64Attr>:$clip, UnitAttr:$reverse);
  let results = (outs Tenon_Tensor:$outputs, Tenon_Tensor:$hidden);
  let assemblyFormat = [{
    $input `,` $weights `,` $recurrent_weights (`bias` $bias^)? (`mask` $mask^)?
    (`hidden` $initial_hidden^)? attr-dict `:`
    functional-type(operands, results)
  }];
}
