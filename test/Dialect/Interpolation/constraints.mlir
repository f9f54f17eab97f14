// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @resize_c1_neither(%x: !tenon.tensor<[2, 8, 16, 16], f32>) {
  // CHECK: error[E0305]: `resize` has 1 inputs, but takes sizes or scales beside its input
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.resize %x axes = [2] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c2_axis(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %s: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0108]: `resize` names axis 4, but [2, 8, 16, 16] has 4 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:37-
  %0 = tenon.resize %x to %s axes = [2, 4] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c2_twice(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %s: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0121]: `resize` names axis
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:37-
  %0 = tenon.resize %x to %s axes = [2, -2] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c3_count(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %s: !tenon.tensor<[3], i64>) {
  // CHECK: error[E0115]: `resize` has 3 sizes, but needs 2 for its axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.resize %x to %s axes = [2, 3] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], f32> to !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c4_negative(%x: !tenon.tensor<[2, 8, 16, 16], f32>) {
  %s = tenon.constant dense<[7, -9]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0113]: `resize` would give axis 3 a size of -9
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.resize %x to %s axes = [2, 3] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c5_count(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %s: !tenon.tensor<[3], f32>) {
  // CHECK: error[E0115]: `resize` has 3 scales, but needs 2 for its axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.resize %x by %s axes = [2, 3] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], f32> by !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c5_integers(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %s: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0202]: `resize` takes floating-point numbers, but its scales is int64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.resize %x by %s axes = [2, 3] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], f32> by !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c6_zero(%x: !tenon.tensor<[2, 8, 16, 16], f32>) {
  %s = tenon.constant dense<[1.0, 0.0]> : !tenon.tensor<[2], f32>
  // CHECK: error[E0116]: `resize` has a scale of 0, but it must be positive and finite
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.resize %x by %s axes = [2, 3] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], f32> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c7_missing(%x: !tenon.tensor<[2, 8, 16, 16], f32>) {
  %s = tenon.constant dense<[7, 9]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0116]: `resize` has coordinates crop, but it must be another one, as there is no region of interest
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:75-
  %0 = tenon.resize %x to %s axes = [2, 3] mode = "linear" {coordinates = "crop"} : !tenon.tensor<[2, 8, 16, 16], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c7_count(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %r: !tenon.tensor<[2], f32>) {
  %s = tenon.constant dense<[7, 9]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0115]: `resize` has 2 bounds, but needs 4 for its axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.resize %x to %s in %r axes = [2, 3] mode = "linear" {coordinates = "crop"} : !tenon.tensor<[2, 8, 16, 16], f32> to !tenon.tensor<[2], i64> in !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c8_empty(%x: !tenon.tensor<[2, 8, 0, 16], f32>) {
  %s = tenon.constant dense<[7, 9]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0122]: `resize` picks from axis 2 of [2, 8, 0, 16], which has no elements
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.resize %x to %s axes = [2, 3] mode = "linear" : !tenon.tensor<[2, 8, 0, 16], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c9_truth(%x: !tenon.tensor<[2, 8, 16, 16], i1>) {
  %s = tenon.constant dense<[7, 9]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0202]: `resize` takes numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.resize %x to %s axes = [2, 3] mode = "linear" : !tenon.tensor<[2, 8, 16, 16], i1> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @resize_c10_policy(%x: !tenon.tensor<[2, 8, 16, 16], f32>) {
  %s = tenon.constant dense<[2.0, 0.5]> : !tenon.tensor<[2], f32>
  // CHECK: error[E0116]: `resize` has a policy not_larger, but it must be stretch, as it has scales
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:70-
  %0 = tenon.resize %x by %s axes = [2, 3] mode = "linear" {policy = "not_larger"} : !tenon.tensor<[2, 8, 16, 16], f32> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @grid_sample_c1_axes(%x: !tenon.tensor<[2, 8], f32>, %g: !tenon.tensor<[2, 8], f32>) {
  // CHECK: error[E0101]: `grid_sample` takes an input with at least 3 axes, but it has 2: [2, 8]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "zeros" : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[2, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @grid_sample_c2_axes(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %g: !tenon.tensor<[2, 5, 2], f32>) {
  // CHECK: error[E0101]: `grid_sample` takes a grid with 4 axes, but it has 3: [2, 5, 2]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:30-
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "zeros" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 5, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @grid_sample_c3_integers(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %g: !tenon.tensor<[2, 5, 5, 2], i32>) {
  // CHECK: error[E0202]: `grid_sample` takes floating-point numbers, but its grid is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:30-
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "zeros" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 5, 5, 2], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @grid_sample_c4_batch(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %g: !tenon.tensor<[3, 5, 5, 2], f32>) {
  // CHECK: error[E0112]: `grid_sample` needs a grid of length 2 (axis 0 of [3, 5, 5, 2]), but it has 3
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:30-
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "zeros" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[3, 5, 5, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @grid_sample_c5_position(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %g: !tenon.tensor<[2, 5, 5, 3], f32>) {
  // CHECK: error[E0112]: `grid_sample` needs positions of length 2 (axis 3 of [2, 5, 5, 3]), but it has 3
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:30-
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "zeros" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 5, 5, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @grid_sample_c6_integers(%x: !tenon.tensor<[2, 8, 16, 16], i8>, %g: !tenon.tensor<[2, 5, 5, 2], f32>) {
  // CHECK: error[E0202]: `grid_sample` takes floating-point numbers, but its input is int8
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "zeros" : !tenon.tensor<[2, 8, 16, 16], i8>, !tenon.tensor<[2, 5, 5, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @grid_sample_c7_empty(%x: !tenon.tensor<[2, 8, 16, 0], f32>, %g: !tenon.tensor<[2, 5, 5, 2], f32>) {
  // CHECK: error[E0122]: `grid_sample` picks from axis 3 of [2, 8, 16, 0], which has no elements
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "zeros" : !tenon.tensor<[2, 8, 16, 0], f32>, !tenon.tensor<[2, 5, 5, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
