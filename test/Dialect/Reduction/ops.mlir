// Everything the family prints parses again to the same.
// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @reductions
tenon.model @reductions(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: tenon.reduce_sum %{{.*}} {axes = array<i64: 0>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[3], f32>
  %0 = tenon.reduce_sum %a {axes = array<i64: 0>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[3], f32>
  // CHECK: tenon.reduce_mean %{{.*}} {axes = array<i64: -1>, keep_dims} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 1], f32>
  %1 = tenon.reduce_mean %a {axes = array<i64: -1>, keep_dims} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 1], f32>
  // CHECK: tenon.reduce_max %{{.*}} {axes = array<i64>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 3], f32>
  %2 = tenon.reduce_max %a {axes = array<i64>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 3], f32>
  // CHECK: tenon.reduce_min %{{.*}} {axes = array<i64: 0, 1>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[], f32>
  %3 = tenon.reduce_min %a {axes = array<i64: 0, 1>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[], f32>
  // CHECK: tenon.reduce_prod %{{.*}} {axes = array<i64: 1>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2], f32>
  %4 = tenon.reduce_prod %a {axes = array<i64: 1>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2], f32>
  // CHECK: tenon.argmax %{{.*}} {axis = 1 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2], i64>
  %5 = tenon.argmax %a {axis = 1} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2], i64>
  // CHECK: tenon.argmin %{{.*}} {axis = 0 : i64, keep_dims, select_last_index} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[1, 3], i64>
  %6 = tenon.argmin %a {axis = 0 : i64, keep_dims, select_last_index} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[1, 3], i64>
  tenon.output []
}
