// RUN: model-opt --tenon-check %s | FileCheck %s

// What reshape and flatten infer.

// CHECK-LABEL: tenon.model @reshape_static
tenon.model @reshape_static(%x: !tenon.tensor<[2, 3, 4], f32>) {
  %0 = tenon.constant dense<[0, -1]> : !tenon.tensor<[2], i64>
  // An entry of 0 copies, -1 is what is left.
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[2, 12], f32>
  %1 = tenon.reshape %x, %0 : !tenon.tensor<[2, 3, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @reshape_symbolic
tenon.model @reshape_symbolic(%x: !tenon.tensor<[batch, 16, 7, 7], f32>) {
  %0 = tenon.constant dense<[-1, 784]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[batch, 784], f32>
  %1 = tenon.reshape %x, %0 : !tenon.tensor<[batch, 16, 7, 7], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // The batch may be 0, yet what is left beside it is certain.
  %2 = tenon.constant dense<[0, -1]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[batch, 784], f32>
  %3 = tenon.reshape %x, %2 : !tenon.tensor<[batch, 16, 7, 7], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1, %3 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @reshape_heads
tenon.model @reshape_heads(%x: !tenon.tensor<[b, s, 768], f32>) {
  %0 = tenon.constant dense<[0, 0, 12, -1]> : !tenon.tensor<[4], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[b, s, 12, 64], f32>
  %1 = tenon.reshape %x, %0 : !tenon.tensor<[b, s, 768], f32>, !tenon.tensor<[4], i64> -> !tenon.tensor<*, ?>
  %2 = tenon.constant dense<[-1, 768]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[b*s, 768], f32>
  %3 = tenon.reshape %x, %2 : !tenon.tensor<[b, s, 768], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1, %3 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Divisibility that only the data decides becomes a constraint.
// CHECK-LABEL: tenon.model @reshape_depends
// CHECK-SAME: #tenon.constraint<n divisible_by 3, "E0107"
tenon.model @reshape_depends(%x: !tenon.tensor<[n, 4], f32>) {
  %0 = tenon.constant dense<[-1, 12]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[n floordiv 3, 12], f32>
  %1 = tenon.reshape %x, %0 : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @reshape_fixed_batch
// CHECK-SAME: #tenon.constraint<batch equal 32, "E0107", "`reshape` turns [batch, 4] into [32, 4], which must have as many elements">
tenon.model @reshape_fixed_batch(%x: !tenon.tensor<[batch, 4], f32>) {
  %0 = tenon.constant dense<[32, 4]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[32, 4], f32>
  %1 = tenon.reshape %x, %0 : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// The chain that exporters write for x.reshape(x.shape[0], -1).
// CHECK-LABEL: tenon.model @reshape_chain
tenon.model @reshape_chain(%x: !tenon.tensor<[batch, 16, 7, 7], f32>) {
  %0 = tenon.shape_of %x : !tenon.tensor<[batch, 16, 7, 7], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.constant dense<0> : !tenon.tensor<[], i64>
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<[], i64>
  %2 = tenon.gather %0, %1 axis = 0 : !tenon.tensor<*, ?>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  %3 = tenon.unsqueeze %2 axes = [0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %4 = tenon.constant dense<-1> : !tenon.tensor<[1], i64>
  // CHECK: tenon.concat {{.*}} -> !tenon.tensor<[2], i64>
  %5 = tenon.concat %3, %4 axis = 0 : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[batch, 784], f32>
  %6 = tenon.reshape %x, %5 : !tenon.tensor<[batch, 16, 7, 7], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %6 ["y"] : !tenon.tensor<*, ?>
}

// Sizes stay known through slices, casts, squeezes, splits and arithmetic.
// CHECK-LABEL: tenon.model @reshape_long_chain
tenon.model @reshape_long_chain(%x: !tenon.tensor<[b, s, 8], f32>) {
  %0 = tenon.shape_of %x : !tenon.tensor<[b, s, 8], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.slice %0 starts = [-2] ends = [9223372036854775807] axes = [0] steps = [1] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %2 = tenon.cast %1 to i32 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %3:2 = tenon.split %2 axis = 0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  %4 = tenon.squeeze %3#0 axes = [0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %5 = tenon.constant dense<2> : !tenon.tensor<[], i32>
  %6 = tenon.mul %4, %5 : !tenon.tensor<*, ?>, !tenon.tensor<[], i32> -> !tenon.tensor<*, ?>
  %7 = tenon.unsqueeze %6 axes = [0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %8 = tenon.constant dense<4> : !tenon.tensor<[1], i32>
  %9 = tenon.constant dense<-1> : !tenon.tensor<[1], i32>
  %10 = tenon.concat %9, %7, %8 axis = 0 : !tenon.tensor<[1], i32>, !tenon.tensor<*, ?>, !tenon.tensor<[1], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[b, 2*s, 4], f32>
  %11 = tenon.reshape %x, %10 : !tenon.tensor<[b, s, 8], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %11 ["y"] : !tenon.tensor<*, ?>
}

// One entry that is not known follows from the others.
// CHECK-LABEL: tenon.model @reshape_one_open
tenon.model @reshape_one_open(%x: !tenon.tensor<[n, 6], f32>, %m: !tenon.tensor<[1], i64>) {
  %0 = tenon.constant dense<3> : !tenon.tensor<[1], i64>
  %1 = tenon.concat %0, %m axis = 0 : !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[3, 2*n], f32>
  %2 = tenon.reshape %x, %1 : !tenon.tensor<[n, 6], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %2 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @reshape_zero
tenon.model @reshape_zero(%x: !tenon.tensor<[0, 3], f32>) {
  %0 = tenon.constant dense<[3, 0]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.reshape {{.*}} {allow_zero} {{.*}} -> !tenon.tensor<[3, 0], f32>
  %1 = tenon.reshape %x, %0 {allow_zero} : !tenon.tensor<[0, 3], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // A copied axis beside -1 is cancelled, even where it is 0.
  %2 = tenon.constant dense<> : !tenon.tensor<[0], i64>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @reshape_scalar
tenon.model @reshape_scalar(%x: !tenon.tensor<[1, 1], f32>) {
  %0 = tenon.constant dense<> : !tenon.tensor<[0], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[], f32>
  %1 = tenon.reshape %x, %0 : !tenon.tensor<[1, 1], f32>, !tenon.tensor<[0], i64> -> !tenon.tensor<*, ?>
  %2 = tenon.constant dense<[1, -1, 1]> : !tenon.tensor<[3], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[1, 1, 1], f32>
  %3 = tenon.reshape %1, %2 : !tenon.tensor<*, ?>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output %3 ["y"] : !tenon.tensor<*, ?>
}

// The products do not fit in 64 bits, but they are equal.
// CHECK-LABEL: tenon.model @reshape_huge
tenon.model @reshape_huge(%x: !tenon.tensor<[4294967296, 4294967296, n], f32>) {
  %0 = tenon.constant dense<[0, 2, 2147483648, -1]> : !tenon.tensor<[4], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[4294967296, 2, 2147483648, n], f32>
  %1 = tenon.reshape %x, %0 : !tenon.tensor<[4294967296, 4294967296, n], f32>, !tenon.tensor<[4], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @flatten
tenon.model @flatten(%x: !tenon.tensor<[batch, 4, 2], f32>, %s: !tenon.tensor<[], f32>) {
  // CHECK: tenon.flatten {{.*}} axis = 1 {{.*}} -> !tenon.tensor<[batch, 8], f32>
  %0 = tenon.flatten %x axis = 1 : !tenon.tensor<[batch, 4, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.flatten {{.*}} axis = 0 {{.*}} -> !tenon.tensor<[1, 8*batch], f32>
  %1 = tenon.flatten %x axis = 0 : !tenon.tensor<[batch, 4, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.flatten {{.*}} axis = 3 {{.*}} -> !tenon.tensor<[8*batch, 1], f32>
  %2 = tenon.flatten %x axis = 3 : !tenon.tensor<[batch, 4, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.flatten {{.*}} axis = -1 {{.*}} -> !tenon.tensor<[4*batch, 2], f32>
  %3 = tenon.flatten %x axis = -1 : !tenon.tensor<[batch, 4, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.flatten {{.*}} axis = 0 {{.*}} -> !tenon.tensor<[1, 1], f32>
  %4 = tenon.flatten %s axis = 0 : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
