// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @shape_of
tenon.model @shape_of(%x: !tenon.tensor<[batch, 3, 4], f32>, %s: !tenon.tensor<[], f32>, %u: !tenon.tensor<error *, f32>) {
  // CHECK: tenon.shape_of {{.*}} -> !tenon.tensor<[3], i64>
  %0 = tenon.shape_of %x : !tenon.tensor<[batch, 3, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.shape_of {{.*}} -> !tenon.tensor<[1], i64>
  %1 = tenon.shape_of %x {start = 1 : i64, end = -1 : i64} : !tenon.tensor<[batch, 3, 4], f32> -> !tenon.tensor<*, ?>
  // Limited to the rank.
  // CHECK: tenon.shape_of {{.*}} -> !tenon.tensor<[3], i64>
  %2 = tenon.shape_of %x {start = -9223372036854775808 : i64, end = 9223372036854775807 : i64} : !tenon.tensor<[batch, 3, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.shape_of {{.*}} -> !tenon.tensor<[0], i64>
  %3 = tenon.shape_of %x {start = 2 : i64, end = 1 : i64} : !tenon.tensor<[batch, 3, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.shape_of {{.*}} -> !tenon.tensor<[0], i64>
  %4 = tenon.shape_of %s : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.shape_of {{.*}} -> !tenon.tensor<error [?], i64>
  %5 = tenon.shape_of %u : !tenon.tensor<error *, f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @fill
// CHECK-SAME: #tenon.constraint<batch - 2 at_least 0, "E0113", "axis 0 of `fill` must not be negative">
tenon.model @fill(%x: !tenon.tensor<[batch, 3], f32>, %u: !tenon.tensor<error *, f32>) {
  %zero = tenon.constant dense<0.0> : !tenon.tensor<[], f64>
  %0 = tenon.constant dense<[3, 0]> : !tenon.tensor<[2], i32>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[3, 0], f64>
  %1 = tenon.fill %0, %zero : !tenon.tensor<[2], i32>, !tenon.tensor<[], f64> -> !tenon.tensor<*, ?>
  %2 = tenon.shape_of %x : !tenon.tensor<[batch, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[batch, 3], f64>
  %3 = tenon.fill %2, %zero : !tenon.tensor<*, ?>, !tenon.tensor<[], f64> -> !tenon.tensor<*, ?>
  %4 = tenon.constant dense<2> : !tenon.tensor<[2], i64>
  %5 = tenon.sub %2, %4 : !tenon.tensor<*, ?>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[batch - 2, 1], f64>
  %6 = tenon.fill %5, %zero : !tenon.tensor<*, ?>, !tenon.tensor<[], f64> -> !tenon.tensor<*, ?>
  %7 = tenon.cast %u to i64 : !tenon.tensor<error *, f32> -> !tenon.tensor<error [2], i64>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<error [?, ?], f64>
  %8 = tenon.fill %7, %zero : !tenon.tensor<error [2], i64>, !tenon.tensor<[], f64> -> !tenon.tensor<*, ?>
  tenon.output []
}
