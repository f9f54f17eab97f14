// What is certain of attention over failed values: each is declared wrongly, and
// the mistake says what is inferred.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @partial(%a: !tenon.tensor<[2], f32>, %k: !tenon.tensor<[2, 3, 5, 8], f32>) {
  // CHECK: error[E0108]
  %0 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0110]: `attention` is declared to give [3, 3, 3, 3] of float32, but gives [2, ?, ?, 8] of float32
  %1 = tenon.attention %0, %k, %k : !tenon.tensor<*, ?>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32> -> !tenon.tensor<[3, 3, 3, 3], f32>
  // CHECK: error[E0110]: `attention` is declared to give [3, 3, 3, 3] of float32, but gives [2, 3, 5, ?] of float32
  %2 = tenon.attention %k, %k, %0 : !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<[3, 3, 3, 3], f32>
  tenon.output []
}
// CHECK: 3 errors
