// What is certain of failed values that go along ordered axes.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @partial(%a: !tenon.tensor<[2], f32>, %b: !tenon.tensor<[2, 6], f64>, %k: !tenon.tensor<[], i64>) {
  // CHECK: error[E0108]
  %0 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<[?, 3], ?>
  // CHECK: error[E0110]: `cumsum` is declared to give [5, 5] of an unknown type, but gives [?, 3] of float32
  %1 = tenon.cumsum %0 {axis = 0 : i64} : !tenon.tensor<[?, 3], ?> -> !tenon.tensor<[5, 5], ?>
  // CHECK: error[E0310]: `top_k` needs its k to be known when compiling
  %2:2 = tenon.top_k %b, %k {axis = 0 : i64} : !tenon.tensor<[2, 6], f64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: error[E0110]: `cumprod` is declared to give [1, 1] of an unknown type, but gives [?, 6] of float64
  %3 = tenon.cumprod %2#0 {axis = 0 : i64} : !tenon.tensor<*, ?> -> !tenon.tensor<[1, 1], ?>
  tenon.output []
}
// CHECK: 4 errors
