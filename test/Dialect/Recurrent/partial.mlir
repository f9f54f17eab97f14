// What is certain of layers of failed values: each is declared wrongly, and the
// mistake says what is inferred.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @partial(%a: !tenon.tensor<[2], f32>, %x: !tenon.tensor<[3, batch, 8], f32>, %r: !tenon.tensor<[4, 16], f32>, %h: !tenon.tensor<[2, 4], f32>, %b: !tenon.tensor<[24], f32>) {
  // CHECK: error[E0108]
  %0 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // Weights of unknown rank: the recurrent ones say how many units there are.
  // CHECK: error[E0110]: `lstm` is declared to give [1, 1, 1] of an unknown type, but gives [3, batch, 4] of float32
  %1:3 = tenon.lstm %x, %0, %r {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[3, batch, 8], f32>, !tenon.tensor<*, ?>, !tenon.tensor<[4, 16], f32>) -> (!tenon.tensor<[1, 1, 1], ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  // CHECK: error[E0108]
  %2 = tenon.reduce_sum %a {axes = array<i64: 8>} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // An input of unknown rank: a state says how long the batch is.
  // CHECK: error[E0110]: `rnn` is declared to give [1, 1, 1] of an unknown type, but gives [?, 2, 4] of float32
  %3:2 = tenon.rnn %2, %2, %2 hidden %h {activation = #tenon.activation<tanh>} : (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<[2, 4], f32>) -> (!tenon.tensor<[1, 1, 1], ?>, !tenon.tensor<*, ?>)
  // CHECK: error[E0108]
  %4 = tenon.reduce_sum %a {axes = array<i64: 9>} : !tenon.tensor<[2], f32> -> !tenon.tensor<[?, ?], ?>
  // Columns that are constants say how many units there are.
  // CHECK: error[E0110]: `gru` is declared to give [1, 1] of an unknown type, but gives [batch, 8] of float32
  %5:2 = tenon.gru %x, %4, %4 bias %b {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[3, batch, 8], f32>, !tenon.tensor<[?, ?], ?>, !tenon.tensor<[?, ?], ?>, !tenon.tensor<[24], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<[1, 1], ?>)
  tenon.output []
}
// CHECK: 6 errors
