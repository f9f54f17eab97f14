// What the rules of layers find from static and symbolic operands.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @lstm
// CHECK-NOT: constraints
tenon.model @lstm(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>, %b: !tenon.tensor<[16], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>, %c: !tenon.tensor<[batch, 4], f32>, %p: !tenon.tensor<[12], f32>) {
  // CHECK: tenon.lstm {{.*}} -> (!tenon.tensor<[seq, batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>)
  %0:3 = tenon.lstm %x, %w, %r bias %b mask %m hidden %h cell %c peepholes %p {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[16], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[12], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

// CHECK-LABEL: tenon.model @gru
// CHECK-NOT: constraints
tenon.model @gru(%x: !tenon.tensor<[seq, batch, 8], f64>, %w: !tenon.tensor<[8, 12], f64>, %r: !tenon.tensor<[4, 12], f64>) {
  // CHECK: tenon.gru {{.*}} -> (!tenon.tensor<[seq, batch, 4], f64>, !tenon.tensor<[batch, 4], f64>)
  %0:2 = tenon.gru %x, %w, %r {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f64>, !tenon.tensor<[8, 12], f64>, !tenon.tensor<[4, 12], f64>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}

// What only the data decides, and which of two sizes says more.
// CHECK-LABEL: tenon.model @symbols
// CHECK-SAME: <8 equal f, "E0115", "`rnn` needs as many entries on axis 0 of its weights as there are in the features of its input">
// CHECK-SAME: <5 equal u, "E0115", "`rnn` needs as many entries on axis 0 of its bias as 1 for each unit of its recurrent weights">
// CHECK-SAME: <s equal 3, "E0115", "`rnn` needs as many entries on axis 0 of its mask as there are in the steps of its input">
// CHECK-SAME: <2 equal b, "E0115", "`rnn` needs as many entries on axis 1 of its mask as there are in the batch of its input">
tenon.model @symbols(%x: !tenon.tensor<[3, b, f], f32>, %w: !tenon.tensor<[8, u], f32>, %r: !tenon.tensor<[u, u], f32>, %v: !tenon.tensor<[5], f32>, %m: !tenon.tensor<[s, 2], i1>, %h: !tenon.tensor<[2, u], f32>) {
  // CHECK: tenon.rnn {{.*}} -> (!tenon.tensor<[3, 2, u], f32>, !tenon.tensor<[2, u], f32>)
  %0:2 = tenon.rnn %x, %w, %r bias %v mask %m hidden %h {activation = #tenon.activation<tanh>} : (!tenon.tensor<[3, b, f], f32>, !tenon.tensor<[8, u], f32>, !tenon.tensor<[u, u], f32>, !tenon.tensor<[5], f32>, !tenon.tensor<[s, 2], i1>, !tenon.tensor<[2, u], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output []
}
