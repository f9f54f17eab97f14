// The sizes of what is drawn are the entries of the shape.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @symbolic
// CHECK-SAME: constraints [#tenon.constraint<c at_least 1, "E0122",
tenon.model @symbolic(%x: !tenon.tensor<[n, 3, c], f32>, %p: !tenon.tensor<[n, c], f16>) {
  %s = tenon.shape_of %x : !tenon.tensor<[n, 3, c], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.random_uniform {{.*}} -> !tenon.tensor<[n, 3, c], bf16>
  %0 = tenon.random_uniform %s to bf16 {low = 0.0 : f64, high = 1.0 : f64, seed = 1 : i64} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.random_normal {{.*}} -> !tenon.tensor<[n, 3, c], f32>
  %1 = tenon.random_normal %s to f32 {mean = 0.0 : f64, deviation = 1.0 : f64, seed = 1 : i64} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.multinomial {{.*}} -> !tenon.tensor<[n, 0], i32>
  %2 = tenon.multinomial %p to i32 {samples = 0 : i64, seed = 1 : i64} : !tenon.tensor<[n, c], f16> -> !tenon.tensor<*, ?>
  tenon.output []
}
