// What is certain of reductions of failed values: each is declared wrongly, and
// the mistake says what is inferred.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @partial(%a: !tenon.tensor<[2], f32>) {
  // CHECK: error[E0108]
  %0 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<[?, 3, ?], ?>
  // CHECK: error[E0110]: `reduce_sum` is declared to give [5, 5] of an unknown type, but gives [3, ?] of float32
  %1 = tenon.reduce_sum %0 {axes = array<i64: 0>} : !tenon.tensor<[?, 3, ?], ?> -> !tenon.tensor<[5, 5], ?>
  // CHECK: error[E0110]: `argmax` is declared to give [5, 5, 5] of an unknown type, but gives [?, 1, ?] of int64
  %2 = tenon.argmax %0 {axis = 1 : i64, keep_dims} : !tenon.tensor<[?, 3, ?], ?> -> !tenon.tensor<[5, 5, 5], ?>
  // The axis of an unranked value may be right, whatever it is.
  // CHECK-NOT: error[E0108]
  // CHECK: error[E0108]
  %3 = tenon.reduce_max %a {axes = array<i64: 8>} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  %4 = tenon.reduce_max %3 {axes = array<i64: 8>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %5 = tenon.argmin %3 {axis = 8 : i64} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // With `keep_dims` the rank is certain even when an axis is wrong.
  // CHECK: error[E0108]
  %6 = tenon.reduce_max %a {axes = array<i64: 9>, keep_dims} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0108]: `reduce_min` names axis 3, but [?] has 1 axis
  %7 = tenon.reduce_min %6 {axes = array<i64: 3>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output []
}
// CHECK: 6 errors
