// One product for the inputs of all steps, then a loop that updates the states
// and writes the outputs in place.
// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-LABEL: func.func @lstm
// CHECK-SAME: (%[[X:.*]]: tensor<?x?x8xf32>, %[[W:.*]]: tensor<8x16xf32>, %[[R:.*]]: tensor<4x16xf32>, %[[B:.*]]: tensor<16xf32>, %{{.*}}: tensor<?x?xi1>, %[[H:.*]]: tensor<?x4xf32>, %[[SEQ:.*]]: index,
tenon.model @lstm(%x: !tenon.tensor<[seq, batch, 8], f32>, %w: !tenon.tensor<[8, 16], f32>, %r: !tenon.tensor<[4, 16], f32>, %b: !tenon.tensor<[16], f32>, %m: !tenon.tensor<[seq, batch], i1>, %h: !tenon.tensor<[batch, 4], f32>) {
  // CHECK: %[[START:.*]] = linalg.generic {{.*}} ins(%[[B]] : tensor<16xf32>) outs({{.*}} : tensor<?x16xf32>)
  // CHECK: %[[ROWS:.*]] = tensor.collapse_shape %[[X]]
  // CHECK: %[[SUMS:.*]] = linalg.generic {{.*}}iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[ROWS]], %[[W]] : {{.*}}) outs(%[[START]]
  // CHECK: %[[PRODUCTS:.*]] = tensor.expand_shape %[[SUMS]]
  // CHECK: %[[OWN:.*]] = bufferization.materialize_in_destination %[[H]] in
  // CHECK: %[[CELL:.*]] = linalg.fill
  // CHECK: scf.for {{.*}} iter_args(%[[Y:.*]] = %{{.*}}, %[[H0:.*]] = %[[OWN]], %[[C0:.*]] = %[[CELL]])
  // CHECK-DAG: %[[STEP:.*]] = tensor.extract_slice %[[PRODUCTS]]
  // CHECK: %[[ZERO:.*]] = linalg.fill
  // CHECK: %[[STATE:.*]] = linalg.generic {{.*}}iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[H0]], %[[R]] : {{.*}}) outs(%[[ZERO]]
  // CHECK: tensor.extract_slice %[[STEP]]
  // CHECK: tensor.extract_slice %[[STATE]]
  // CHECK: %[[PLACE:.*]] = tensor.extract_slice %[[Y]]
  // CHECK: %[[NEXT:.*]]:3 = linalg.generic {{.*}} outs(%[[H0]], %[[C0]], %[[PLACE]]
  // CHECK: arith.select
  // CHECK: %[[ALL:.*]] = tensor.insert_slice %[[NEXT]]#2 into %[[Y]]
  // CHECK: scf.yield %[[ALL]], %[[NEXT]]#0, %[[NEXT]]#1
  %0:3 = tenon.lstm %x, %w, %r bias %b mask %m hidden %h {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[seq, batch, 8], f32>, !tenon.tensor<[8, 16], f32>, !tenon.tensor<[4, 16], f32>, !tenon.tensor<[16], f32>, !tenon.tensor<[seq, batch], i1>, !tenon.tensor<[batch, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output %0#0, %0#1, %0#2 ["y", "h", "c"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// The reset gate comes before the product of the candidate: there are two.
// CHECK-LABEL: func.func @gru
tenon.model @gru(%x: !tenon.tensor<[5, 2, 8], f32>, %w: !tenon.tensor<[8, 12], f32>, %r: !tenon.tensor<[4, 12], f32>) {
  // CHECK-DAG: %[[EARLY:.*]] = tensor.extract_slice %{{.*}}[0, 0] [4, 8] [1, 1]
  // CHECK-DAG: %[[LATE:.*]] = tensor.extract_slice %{{.*}}[0, 8] [4, 4] [1, 1]
  // CHECK: scf.for {{.*}} iter_args(%{{.*}} = %{{.*}}, %[[H:.*]] = %{{.*}})
  // CHECK: linalg.generic {{.*}} ins(%[[H]], %[[EARLY]]
  // CHECK: %[[RESET:.*]] = linalg.generic
  // CHECK: linalg.generic {{.*}} ins(%[[RESET]], %[[LATE]]
  // CHECK: linalg.generic {{.*}} outs(%[[H]]
  %0:2 = tenon.gru %x, %w, %r {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} : (!tenon.tensor<[5, 2, 8], f32>, !tenon.tensor<[8, 12], f32>, !tenon.tensor<[4, 12], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output %0#0 ["y"] : !tenon.tensor<*, ?>
}

// After it, one is enough. States are kept in 32 bits.
// CHECK-LABEL: func.func @reset_after
tenon.model @reset_after(%x: !tenon.tensor<[5, 2, 8], f16>, %w: !tenon.tensor<[8, 12], f16>, %r: !tenon.tensor<[4, 12], f16>, %s: !tenon.tensor<[12], f16>) {
  // CHECK: scf.for {{.*}} -> (tensor<5x2x4xf16>, tensor<2x4xf32>)
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<12xf16>) outs(%{{.*}} : tensor<2x12xf32>)
  // CHECK: linalg.generic {{.*}} ins(%{{.*}}, %{{.*}} : tensor<2x4xf32>, tensor<4x12xf16>) outs(%{{.*}} : tensor<2x12xf32>)
  // CHECK-NOT: "reduction"
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<2x4xf32>, tensor<2x4xf16>)
  %0:2 = tenon.gru %x, %w, %r recurrent_bias %s {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>, reset_after} : (!tenon.tensor<[5, 2, 8], f16>, !tenon.tensor<[8, 12], f16>, !tenon.tensor<[4, 12], f16>, !tenon.tensor<[12], f16>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output %0#0 ["y"] : !tenon.tensor<*, ?>
}

// From the last step to the first.
// CHECK-LABEL: func.func @reverse
tenon.model @reverse(%x: !tenon.tensor<[5, 2, 8], f32>, %w: !tenon.tensor<[8, 4], f32>, %r: !tenon.tensor<[4, 4], f32>) {
  // CHECK: %[[LAST:.*]] = arith.constant 4 : index
  // CHECK: scf.for %[[I:.*]] = {{.*}} iter_args(%[[Y:.*]] = %{{.*}}, %[[H:.*]] = %{{.*}})
  // CHECK: %[[STEP:.*]] = arith.subi %[[LAST]], %[[I]]
  // CHECK: tensor.extract_slice %{{.*}}[%[[STEP]], 0, 0]
  // The old state is not read where the new one is made.
  // CHECK: arith.maximumf
  // CHECK: %[[NEXT:.*]] = bufferization.materialize_in_destination %{{.*}} in %[[H]]
  // CHECK: tensor.insert_slice %[[NEXT]] into %[[Y]][%[[STEP]], 0, 0]
  %0:2 = tenon.rnn %x, %w, %r {activation = #tenon.activation<relu>, reverse} : (!tenon.tensor<[5, 2, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output %0#1 ["h"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @nothing
tenon.model @nothing(%x: !tenon.tensor<[0, 2, 8], f32>, %w: !tenon.tensor<[8, 4], f32>, %r: !tenon.tensor<[4, 4], f32>, %h: !tenon.tensor<[2, 4], f32>) {
  // CHECK-NOT: scf.for
  %0:2 = tenon.rnn %x, %w, %r hidden %h {activation = #tenon.activation<relu>} : (!tenon.tensor<[0, 2, 8], f32>, !tenon.tensor<[8, 4], f32>, !tenon.tensor<[4, 4], f32>, !tenon.tensor<[2, 4], f32>) -> (!tenon.tensor<*, ?>, !tenon.tensor<*, ?>)
  tenon.output %0#0, %0#1 ["y", "h"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
