// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @lstm_c1_integers(%x: !tenon.tensor<[seq, batch, 8], i32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>, %b: !tenon.tensor<[16], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>, %c: !tenon.tensor<[batch, 4], f32>, %p: !tenon.tensor<[12], f32>) {
  // CHECK: error[E0202]: `lstm` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0:3 = tenon.lstm %x, %w, %r bias %b mask %m hidden %h cell %c peepholes %p {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], i32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[16], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[12], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @gru_c1_mask(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 12], f32>, %r: !tenon.tensor<[4, 12], f32>, %b: !tenon.tensor<[12], f32>, %s: !tenon.tensor<[12], f32>, %m: !tenon.tensor<[seq, batch], f32>, %h: !tenon.tensor<[batch, 4], f32>) {
  // CHECK: error[E0202]: `gru` takes truth values, but its mask is float32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:62-
  %0:2 = tenon.gru %x, %w, %r bias %b recurrent_bias %s mask %m hidden %h {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[seq, batch], f32>, !tenon.tensor<[batch, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @rnn_c2_element_types(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 4], f32>, %r: !tenon.tensor<[4, 4], f64>, %b: !tenon.tensor<[4], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>) {
  // CHECK: error[E0201]: `rnn` joins [seq, batch, 8] and [4, 4]: float32 against float64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0:2 = tenon.rnn %x, %w, %r bias %b mask %m hidden %h {activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f64>, !tenon.tensor<[4], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @lstm_c3_input(%x: !tenon.tensor<[seq, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>) {
  // CHECK: error[E0101]: `lstm` takes its input with 3 axes, but it has 2: [seq, 8]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0:3 = tenon.lstm %x, %w, %r {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @gru_c3_weights(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[1, 8, 12], f32>, %r: !tenon.tensor<[4, 12], f32>) {
  // CHECK: error[E0101]: `gru` takes its weights with 2 axes, but it has 3: [1, 8, 12]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:24-
  %0:2 = tenon.gru %x, %w, %r {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[1, 8, 12], f32>, !tenon.tensor<[4, 12], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @lstm_c3_peepholes(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>, %b: !tenon.tensor<[16], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>, %c: !tenon.tensor<[batch, 4], f32>, %p: !tenon.tensor<[3, 4], f32>) {
  // CHECK: error[E0101]: `lstm` takes its peepholes with 1 axis, but it has 2: [3, 4]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:76-
  %0:3 = tenon.lstm %x, %w, %r bias %b mask %m hidden %h cell %c peepholes %p {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[16], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[3, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @rnn_c4_features(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[7, 4], f32>, %r: !tenon.tensor<[4, 4], f32>) {
  // CHECK: error[E0115]: `rnn` has 7 entries on axis 0 of its weights [7, 4], but needs 8 for the features of its input
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:24-
  %0:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[7, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @lstm_c5_columns(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 12], f32>, %r: !tenon.tensor<[4, 16], f32>) {
  // CHECK: error[E0115]: `lstm` has 12 entries on axis 1 of its weights [8, 12], but needs 16 for 4 units with 4 each
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0:3 = tenon.lstm %x, %w, %r {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 16], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @gru_c5_recurrent(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 12], f32>, %r: !tenon.tensor<[4, 16], f32>) {
  // CHECK: error[E0115]: `gru` has 16 entries on axis 1 of its recurrent weights [4, 16], but needs 12 for 4 units with 3 each
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0:2 = tenon.gru %x, %w, %r {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 16], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @lstm_c6_bias(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>, %b: !tenon.tensor<[32], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>, %c: !tenon.tensor<[batch, 4], f32>, %p: !tenon.tensor<[12], f32>) {
  // CHECK: error[E0115]: `lstm` has 32 entries on axis 0 of its bias [32], but needs 16 for 4 units with 4 each
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:37-
  %0:3 = tenon.lstm %x, %w, %r bias %b mask %m hidden %h cell %c peepholes %p {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[32], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[12], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @lstm_c6_peepholes(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>, %b: !tenon.tensor<[16], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>, %c: !tenon.tensor<[batch, 4], f32>, %p: !tenon.tensor<[16], f32>) {
  // CHECK: error[E0115]: `lstm` has 16 entries on axis 0 of its peepholes [16], but needs 12 for 4 units with 3 each
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:76-
  %0:3 = tenon.lstm %x, %w, %r bias %b mask %m hidden %h cell %c peepholes %p {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[16], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[16], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @gru_c6_recurrent_bias(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 12], f32>, %r: !tenon.tensor<[4, 12], f32>, %b: !tenon.tensor<[12], f32>, %s: !tenon.tensor<[4], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>) {
  // CHECK: error[E0115]: `gru` has 4 entries on axis 0 of its recurrent bias [4], but needs 12 for 4 units with 3 each
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:54-
  %0:2 = tenon.gru %x, %w, %r bias %b recurrent_bias %s mask %m hidden %h {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[4], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @gru_c7_mask(%x: !tenon.tensor<[6, 2, 8], f32>, %w: !tenon.tensor<[8, 12], f32>, %r: !tenon.tensor<[4, 12], f32>, %b: !tenon.tensor<[12], f32>, %s: !tenon.tensor<[12], f32>, %m: !tenon.tensor<[2, 6], i1>, %h: !tenon.tensor<[2, 4], f32>) {
  // CHECK: error[E0115]: `gru` has 2 entries on axis 0 of its mask [2, 6], but needs 6 for the steps of its input
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:62-
  %0:2 = tenon.gru %x, %w, %r bias %b recurrent_bias %s mask %m hidden %h {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[6, 2, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[2, 6], i1>, !tenon.tensor<[2, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @gru_c8_batch(%x: !tenon.tensor<[6, 2, 8], f32>, %w: !tenon.tensor<[8, 12], f32>, %r: !tenon.tensor<[4, 12], f32>, %b: !tenon.tensor<[12], f32>, %s: !tenon.tensor<[12], f32>, %m: !tenon.tensor<[6, 2], i1>, %h: !tenon.tensor<[1, 4], f32>) {
  // CHECK: error[E0115]: `gru` has 1 entries on axis 0 of its initial hidden state [1, 4], but needs 2 for the batch of its input
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:72-
  %0:2 = tenon.gru %x, %w, %r bias %b recurrent_bias %s mask %m hidden %h {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[6, 2, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[12], f32>, !tenon.tensor<[6, 2], i1>, !tenon.tensor<[1, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @lstm_c8_units(%x: !tenon.tensor<[6, 2, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>, %b: !tenon.tensor<[16], f32>, %m: !tenon.tensor<[6, 2], i1>, %h: !tenon.tensor<[2, 4], f32>, %c: !tenon.tensor<[2, 5], f32>, %p: !tenon.tensor<[12], f32>) {
  // CHECK: error[E0115]: `lstm` has 5 entries on axis 1 of its initial cell state [2, 5], but needs 4 for the units of its recurrent weights
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:63-
  %0:3 = tenon.lstm %x, %w, %r bias %b mask %m hidden %h cell %c peepholes %p {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[6, 2, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[16], f32>, !tenon.tensor<[6, 2], i1>, !tenon.tensor<[2, 4], f32>, !tenon.tensor<[2, 5], f32>, !tenon.tensor<[12], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @rnn_c9_clip(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 4], f32>, %r: !tenon.tensor<[4, 4], f32>) {
  // CHECK: error[E0116]: `rnn` has a limit of -1, but it must be a number that is not negative
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:77-
  %0:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<tanh>, clip = -1.0 : f64} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

tenon.model @lstm_c9_nan(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>) {
  // CHECK: error[E0116]: `lstm` has a limit of NaN, but it must be a number that is not negative
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:174-
  %0:3 = tenon.lstm %x, %w, %r {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>, clip = 0x7FF8000000000000 : f64} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}
