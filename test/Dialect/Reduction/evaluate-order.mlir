// What goes along ordered axes is known of constants: as integers they serve as
// sizes here.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @cumulative
tenon.model @cumulative(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[1, 2, 3]> : !tenon.tensor<[3], i64>
  %0 = tenon.cumsum %a {axis = 0 : i64} : !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[1, 3, 6], f32>
  %1 = tenon.fill %0, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.cumsum %a {axis = 0 : i64, exclusive, reverse} : !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[5, 3, 0], f32>
  %3 = tenon.fill %2, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %4 = tenon.cumprod %a {axis = 0 : i64, exclusive} : !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[1, 1, 2], f32>
  %5 = tenon.fill %4, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Of equal elements the first comes first, and NaN is larger than all numbers.
// CHECK-LABEL: tenon.model @top_k
tenon.model @top_k(%one: !tenon.tensor<[], f32>) {
  %k = tenon.constant dense<3> : !tenon.tensor<[], i64>
  %a = tenon.constant dense<[1.0, 5.0, 0x7FC00000, 5.0]> : !tenon.tensor<[4], f32>
  %0:2 = tenon.top_k %a, %k {axis = 0 : i64} : !tenon.tensor<[4], f32>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[2, 1, 3], f32>
  %1 = tenon.fill %0#1, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %2:2 = tenon.top_k %a, %k {axis = 0 : i64, smallest} : !tenon.tensor<[4], f32>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[0, 1, 3], f32>
  %3 = tenon.fill %2#1, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  // Along the first axis: each column for itself.
  %b = tenon.constant dense<[[4, 1], [2, 9], [7, 3]]> : !tenon.tensor<[3, 2], i64>
  %l = tenon.constant dense<1> : !tenon.tensor<[], i64>
  %4:2 = tenon.top_k %b, %l {axis = 0 : i64} : !tenon.tensor<[3, 2], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  %5 = tenon.squeeze %4#0 axes = [0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[7, 9], f32>
  %6 = tenon.fill %5, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
