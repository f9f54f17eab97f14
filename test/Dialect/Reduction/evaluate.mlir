// Reductions of constants are known when checking: they serve as sizes here.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @integers
tenon.model @integers(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[[4, 1, 5], [9, 2, 6]]> : !tenon.tensor<[2, 3], i64>
  %sum = tenon.reduce_sum %a {axes = array<i64: 1>} : !tenon.tensor<[2, 3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[10, 17], f32>
  %0 = tenon.fill %sum, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %mean = tenon.reduce_mean %a {axes = array<i64: -1>} : !tenon.tensor<[2, 3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[3, 5], f32>
  %1 = tenon.fill %mean, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %max = tenon.reduce_max %a {axes = array<i64: 0>} : !tenon.tensor<[2, 3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[9, 2, 6], f32>
  %2 = tenon.fill %max, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %min = tenon.reduce_min %a {axes = array<i64: 0>} : !tenon.tensor<[2, 3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[4, 1, 5], f32>
  %3 = tenon.fill %min, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %prod = tenon.reduce_prod %a {axes = array<i64: 1>} : !tenon.tensor<[2, 3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[20, 108], f32>
  %4 = tenon.fill %prod, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @nothing
tenon.model @nothing(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<> : !tenon.tensor<[2, 0], ui8>
  %sum = tenon.reduce_sum %a {axes = array<i64: 1>} : !tenon.tensor<[2, 0], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[0, 0], f32>
  %0 = tenon.fill %sum, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %min = tenon.reduce_min %a {axes = array<i64: 1>} : !tenon.tensor<[2, 0], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[255, 255], f32>
  %1 = tenon.fill %min, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %prod = tenon.reduce_prod %a {axes = array<i64: 1>} : !tenon.tensor<[2, 0], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[1, 1], f32>
  %2 = tenon.fill %prod, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %mean = tenon.reduce_mean %a {axes = array<i64: 1>} : !tenon.tensor<[2, 0], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[0, 0], f32>
  %3 = tenon.fill %mean, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Of equal elements the first or last; NaN is the extreme.
// CHECK-LABEL: tenon.model @positions
tenon.model @positions(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[[1.0, 7.0, 7.0, 1.0], [3.0, 0x7FC00000, 9.0, 2.0]]> : !tenon.tensor<[2, 4], f32>
  %first = tenon.argmax %a {axis = 1 : i64} : !tenon.tensor<[2, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[1, 1], f32>
  %0 = tenon.fill %first, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %last = tenon.argmax %a {axis = 1 : i64, select_last_index} : !tenon.tensor<[2, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[2, 1], f32>
  %1 = tenon.fill %last, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %least = tenon.argmin %a {axis = -1 : i64, select_last_index} : !tenon.tensor<[2, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[3, 1], f32>
  %2 = tenon.fill %least, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
