// What the rules of reductions find from static and symbolic operands.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @axes
tenon.model @axes(%a: !tenon.tensor<[batch, 3, seq + 1], f16>) symbols [seq] {
  // CHECK: tenon.reduce_sum {{.*}} -> !tenon.tensor<[batch, seq + 1], f16>
  %0 = tenon.reduce_sum %a {axes = array<i64: 1>} : !tenon.tensor<[batch, 3, seq + 1], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reduce_mean {{.*}} -> !tenon.tensor<[1, 3, 1], f16>
  %1 = tenon.reduce_mean %a {axes = array<i64: -1, 0>, keep_dims} : !tenon.tensor<[batch, 3, seq + 1], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reduce_max {{.*}} -> !tenon.tensor<[], f16>
  %2 = tenon.reduce_max %a {axes = array<i64: 0, 1, 2>} : !tenon.tensor<[batch, 3, seq + 1], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reduce_min {{.*}} -> !tenon.tensor<[batch, 3, seq + 1], f16>
  %3 = tenon.reduce_min %a {axes = array<i64>} : !tenon.tensor<[batch, 3, seq + 1], f16> -> !tenon.tensor<*, ?>
  // An axis of seq + 1 elements is never empty, so nothing is assumed.
  // CHECK: tenon.argmax {{.*}} -> !tenon.tensor<[batch, 3], i64>
  %4 = tenon.argmax %a {axis = 2 : i64} : !tenon.tensor<[batch, 3, seq + 1], f16> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @may_be_empty
// CHECK-SAME: constraints [#tenon.constraint<seq at_least 1, "E0122", "`argmin` picks from axis 0 of [seq], which must not be empty">]
tenon.model @may_be_empty(%a: !tenon.tensor<[seq], f32>) {
  // CHECK: tenon.argmin {{.*}} -> !tenon.tensor<[1], i64>
  %0 = tenon.argmin %a {axis = 0 : i64, keep_dims} : !tenon.tensor<[seq], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Sizes stay sizes while they are combined.
// CHECK-LABEL: tenon.model @known_sizes
tenon.model @known_sizes(%a: !tenon.tensor<[batch, 3, seq], f32>, %one: !tenon.tensor<[], f32>) {
  %shape = tenon.shape_of %a : !tenon.tensor<[batch, 3, seq], f32> -> !tenon.tensor<*, ?>
  %0 = tenon.reduce_prod %shape {axes = array<i64: 0>, keep_dims} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[3*batch*seq], f32>
  %1 = tenon.fill %0, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.reduce_sum %shape {axes = array<i64: -1>, keep_dims} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[batch + seq + 3], f32>
  %3 = tenon.fill %2, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %4 = tenon.reduce_max %shape {axes = array<i64: 0>, keep_dims} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[max(batch, seq, 3)], f32>
  %5 = tenon.fill %4, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %6 = tenon.reduce_sum %shape {axes = array<i64>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[batch, 3, seq], f32>
  %7 = tenon.fill %6, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
