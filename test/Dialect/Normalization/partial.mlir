// What is certain of normalisations of failed values: each is declared wrongly,
// and the mistake says what is inferred.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @partial(%a: !tenon.tensor<[2], f32>, %b: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0108]
  %0 = tenon.reduce_sum %a {axes = array<i64: 7>} : !tenon.tensor<[2], f32> -> !tenon.tensor<[?, ?, 3], ?>
  // The parameters say how many channels there are.
  // CHECK: error[E0110]: `batch_norm` is declared to give [5, 5, 5] of an unknown type, but gives [?, 8, 3] of float32
  %1 = tenon.batch_norm %0, %b, %b, %b, %b {epsilon = 1.0e-3, layout = #tenon.layout<channels_first>} : !tenon.tensor<[?, ?, 3], ?>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[5, 5, 5], ?>
  // CHECK: error[E0110]: `layer_norm` is declared to give [5, 5, 5] of an unknown type, but gives [?, ?, 3] of float32
  %2 = tenon.layer_norm %0 {axis = 1, epsilon = 1.0e-3} : !tenon.tensor<[?, ?, 3], ?> -> !tenon.tensor<[5, 5, 5], ?>
  // CHECK: error[E0108]
  %3 = tenon.reduce_sum %a {axes = array<i64: 8>} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // Of an unranked input only the element type is certain.
  // CHECK: error[E0110]: `layer_norm` is declared to give a tensor of unknown rank of float64, but gives a tensor of unknown rank of float32
  %4 = tenon.layer_norm %3, %b {axis = 9, epsilon = 1.0e-3} : !tenon.tensor<*, ?>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, f64>
  // CHECK: error[E0101]: `batch_norm` takes its mean with 1 axis
  %5 = tenon.reduce_sum %b {axes = array<i64: 0>} : !tenon.tensor<[8], f32> -> !tenon.tensor<[], f32>
  %6 = tenon.batch_norm %3, %b, %b, %5, %b {epsilon = 1.0e-3, layout = #tenon.layout<channels_last>} : !tenon.tensor<*, ?>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0110]: `group_norm` is declared to give [5, 5, 5] of an unknown type, but gives [?, 8, 3] of float32
  %7 = tenon.group_norm %0, %b {groups = 2 : i64, epsilon = 1.0e-3, layout = #tenon.layout<channels_first>} : !tenon.tensor<[?, ?, 3], ?>, !tenon.tensor<[8], f32> -> !tenon.tensor<[5, 5, 5], ?>
  tenon.output []
}
// CHECK: 7 errors
