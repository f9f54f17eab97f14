// What is certain of a product of failed values: each is declared wrongly, and
// the mistake says what is inferred.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @unranked(%a: !tenon.tensor<[2], f32>, %b: !tenon.tensor<[3, 5, 4], f32>) {
  // CHECK: error[E0108]
  %0 = tenon.softmax %a {axis = 7 : i64} : !tenon.tensor<[2], f32> -> !tenon.tensor<[2], f32>
  // CHECK: error[E0108]
  %1 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0110]: `matmul` is declared to give [3, 7, 1] of float32, but gives [3, ?, 4] of float32
  %2 = tenon.matmul %1, %b : !tenon.tensor<*, ?>, !tenon.tensor<[3, 5, 4], f32> -> !tenon.tensor<[3, 7, 1], f32>
  tenon.output []
}

tenon.model @open_sizes(%a: !tenon.tensor<[2], f32>, %b: !tenon.tensor<[5, 4], f32>) {
  // CHECK: error[E0108]
  %0 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<[3, ?], ?>
  // CHECK: error[E0110]: `matmul` is declared to give [2, 2] of float32, but gives [3, 4] of float32
  %1 = tenon.matmul %0, %b : !tenon.tensor<[3, ?], ?>, !tenon.tensor<[5, 4], f32> -> !tenon.tensor<[2, 2], f32>
  // Both inner sizes are known, so this is a mistake of its own.
  // CHECK: error[E0103]: `matmul` multiplies [?, 3] by [5, 4]
  %2 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<[?, 3], ?>
  %3 = tenon.matmul %2, %b : !tenon.tensor<[?, 3], ?>, !tenon.tensor<[5, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// The letters say how many axes an unranked operand has; an open size may be 1.
tenon.model @einsum(%a: !tenon.tensor<[2], f32>, %b: !tenon.tensor<[5, 4], f32>) {
  // CHECK: error[E0108]
  %0 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0110]: `einsum` is declared to give [3, 3, 3] of an unknown type, but gives [?, 5, 4] of float32
  %1 = tenon.einsum %0, %b {equation = "ij,jk->ijk"} : !tenon.tensor<*, ?>, !tenon.tensor<[5, 4], f32> -> !tenon.tensor<[3, 3, 3], ?>
  // CHECK: error[E0110]: `einsum` is declared to give a tensor of unknown rank of float64, but gives a tensor of unknown rank of float32
  %2 = tenon.einsum %0, %b {equation = "...j,jk"} : !tenon.tensor<*, ?>, !tenon.tensor<[5, 4], f32> -> !tenon.tensor<*, f64>
  tenon.output []
}
// CHECK: 10 errors
