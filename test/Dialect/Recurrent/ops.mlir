// Everything the family prints parses again to the same.
// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @lstm
tenon.model @lstm(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>, %b: !tenon.tensor<[16], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>, %c: !tenon.tensor<[batch, 4], f32>, %p: !tenon.tensor<[12], f32>) {
  // CHECK: tenon.lstm %{{.*}}, %{{.*}}, %{{.*}} bias %{{.*}} mask %{{.*}} hidden %{{.*}} cell %{{.*}} peepholes %{{[^ ]*}} {cell_activation = #tenon.activation<tanh>, clip = 2.500000e+00 : f64, coupled, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>, reverse} : (!tenon.tensor<[seq, batch, 8], f32>, {{.*}}) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  %0:3 = tenon.lstm %x, %w, %r bias %b mask %m hidden %h cell %c peepholes %p {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>, clip = 2.5 : f64, coupled, reverse} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[16], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[12], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  tenon.output []
}

// CHECK-LABEL: tenon.model @gru
tenon.model @gru(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 12], f32>, %r: !tenon.tensor<[4, 12], f32>, %b: !tenon.tensor<[12], f32>, %s: !tenon.tensor<[12], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>) {
  // CHECK: tenon.gru %{{.*}}, %{{.*}}, %{{.*}} bias %{{.*}} recurrent_bias %{{.*}} mask %{{.*}} hidden %{{[^ ]*}} {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>, reset_after} :
  %0:2 = tenon.gru %x, %w, %r bias %b recurrent_bias %s mask %m hidden %h {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>, reset_after} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  tenon.output []
}

// Every kind of activation, with its numbers where they are not 1 and 0.
// CHECK-LABEL: tenon.model @activations
tenon.model @activations(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 4], f32>, %r: !tenon.tensor<[4, 4], f32>) {
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<affine, 2.000000e+00, 1.000000e+00>} :
  %0:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<affine, 2.0, 1.0>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<affine, 2.000000e+00>} :
  %1:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<affine, 2.0>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<affine>} :
  %2:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<affine, 1.0, 0.0>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<elu>} :
  %3:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<elu>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<hard_sigmoid, 2.000000e-01, 5.000000e-01>} :
  %4:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<hard_sigmoid, 0.2, 0.5>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<leaky_relu, 1.000000e-02>} :
  %5:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<leaky_relu, 0.01>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<relu>} :
  %6:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<relu>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<scaled_tanh, 1.500000e+00, 5.000000e-01>} :
  %7:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<scaled_tanh, 1.5, 0.5>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<sigmoid>} :
  %8:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<sigmoid>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<softplus>} :
  %9:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<softplus>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<softsign>} :
  %10:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<softsign>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  // CHECK: tenon.rnn %{{.*}}, %{{.*}}, %{{[^ ]*}} {activation = #tenon.activation<thresholded_relu, -5.000000e-01>} :
  %11:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<thresholded_relu, -0.5>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  tenon.output []
}
