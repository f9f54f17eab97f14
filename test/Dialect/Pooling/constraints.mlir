// Each numbered constraint of the poolings, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @max_pool_c1_rank(%x: !tenon.tensor<[n, 8], f32>) {
  // CHECK: error[E0101]: `max_pool` takes an input with 3 to 5 axes, but it has 2: [n, 8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:23-
  // CHECK: help: add the missing batch or channel axis
  %0 = tenon.max_pool %x {kernel = array<i64: 2>} : !tenon.tensor<[n, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @max_pool_c2_truth_values(%x: !tenon.tensor<[n, 8, 6, 6], i1>) {
  // CHECK: error[E0202]: `max_pool` takes numbers, but its input is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.max_pool %x {kernel = array<i64: 2, 2>} : !tenon.tensor<[n, 8, 6, 6], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @avg_pool_c2_integers(%x: !tenon.tensor<[n, 8, 6, 6], i32>) {
  // CHECK: error[E0202]: `avg_pool` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.avg_pool %x {kernel = array<i64: 2, 2>} : !tenon.tensor<[n, 8, 6, 6], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @max_pool_c3_kernel(%x: !tenon.tensor<[n, 8, 6, 6], f32>) {
  // CHECK: error[E0115]: `max_pool` has 1 kernel sizes, but needs 2 for [n, 8, 6, 6]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.max_pool %x {kernel = array<i64: 2>} : !tenon.tensor<[n, 8, 6, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @avg_pool_c4_kernel(%x: !tenon.tensor<[n, 8, 6, 6], f32>) {
  // CHECK: error[E0116]: `avg_pool` has kernel[1] = 0, but it must be at least 1
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.avg_pool %x {kernel = array<i64: 2, 0>} : !tenon.tensor<[n, 8, 6, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @max_pool_c5_strides(%x: !tenon.tensor<[n, 8, 6, 6], f32>) {
  // CHECK: error[E0115]: `max_pool` has 3 strides, but needs 2 for [n, 8, 6, 6]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:64-
  %0 = tenon.max_pool %x {kernel = array<i64: 2, 2>, strides = array<i64: 1, 1, 1>} : !tenon.tensor<[n, 8, 6, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @max_pool_c5_pads(%x: !tenon.tensor<[n, 8, 6, 6], f32>) {
  // CHECK: error[E0115]: `max_pool` has 3 paddings, but needs 4 for [n, 8, 6, 6]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:61-
  %0 = tenon.max_pool %x {kernel = array<i64: 2, 2>, pads = array<i64: 1, 1, 1>} : !tenon.tensor<[n, 8, 6, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @max_pool_c6_stride(%x: !tenon.tensor<[n, 8, 6, 6], f32>) {
  // CHECK: error[E0116]: `max_pool` has strides[0] = 0, but it must be at least 1
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:64-
  %0 = tenon.max_pool %x {kernel = array<i64: 2, 2>, strides = array<i64: 0, 1>} : !tenon.tensor<[n, 8, 6, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @max_pool_c6_dilation(%x: !tenon.tensor<[n, 8, 6, 6], f32>) {
  // CHECK: error[E0116]: `max_pool` has dilations[1] = -2, but it must be at least 1
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:66-
  %0 = tenon.max_pool %x {kernel = array<i64: 2, 2>, dilations = array<i64: 1, -2>} : !tenon.tensor<[n, 8, 6, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @max_pool_c7_pad(%x: !tenon.tensor<[n, 8, 6, 6], f32>) {
  // CHECK: error[E0116]: `max_pool` has pads[2] = 2, but it must be less than the 2 that its window spans
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:61-
  %0 = tenon.max_pool %x {kernel = array<i64: 2, 2>, pads = array<i64: 0, 0, 2, 0>} : !tenon.tensor<[n, 8, 6, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @avg_pool_c8_pads_and_same(%x: !tenon.tensor<[n, 8, 6, 6], f32>) {
  // CHECK: error[E0116]: `avg_pool` has pads[0] = 1, but it must be 0 with padding same_lower
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:99-
  %0 = tenon.avg_pool %x {kernel = array<i64: 2, 2>, padding = #tenon.padding<same_lower>, pads = array<i64: 1, 0, 1, 0>} : !tenon.tensor<[n, 8, 6, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @avg_pool_c9_window(%x: !tenon.tensor<[n, 6, 6, 8], f32>) {
  // CHECK: error[E0105]: the window of `avg_pool` spans 9 on axis 2, but the input has 8 there with padding: [n, 6, 6, 8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.avg_pool %x {kernel = array<i64: 2, 9>, pads = array<i64: 0, 1, 0, 1>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 6, 6, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @max_pool_indices_c2_truth(%x: !tenon.tensor<[1, 8, 4], i1>) {
  // CHECK: error[E0202]: `max_pool_indices` takes numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:31-
  %0 = tenon.max_pool_indices %x {kernel = array<i64: 2>} : !tenon.tensor<[1, 8, 4], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @lp_pool_c2_integers(%x: !tenon.tensor<[1, 8, 4], i32>) {
  // CHECK: error[E0202]: `lp_pool` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:22-
  %0 = tenon.lp_pool %x {kernel = array<i64: 2>, p = 2 : i64} : !tenon.tensor<[1, 8, 4], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @lp_pool_c10_power(%x: !tenon.tensor<[1, 8, 4], f32>) {
  // CHECK: error[E0116]: `lp_pool` has p = 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:54-
  %0 = tenon.lp_pool %x {kernel = array<i64: 2>, p = 0 : i64} : !tenon.tensor<[1, 8, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: 15 errors
