// Each numbered constraint of `as_sizes`, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @as_sizes_c1_matrix(%s: !tenon.tensor<[2, 2], i64>) {
  // CHECK: error[E0101]: `as_sizes` takes its input with 1 axis, but it has 2: [2, 2]
  // CHECK-NEXT: {{.*}}constraints-as-sizes.mlir:[[@LINE+1]]:23-
  %0 = tenon.as_sizes %s sizes = [n, m] limits = [5, 5] : !tenon.tensor<[2, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @as_sizes_c1_float(%s: !tenon.tensor<[2], f32>) {
  // CHECK: error[E0202]: `as_sizes` takes integers, but its input is float32
  // CHECK-NEXT: {{.*}}constraints-as-sizes.mlir:[[@LINE+1]]:23-
  %0 = tenon.as_sizes %s sizes = [n, m] limits = [5, 5] : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @as_sizes_c2_sizes(%s: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0115]: `as_sizes` has 1 sizes, but needs 2 for [2]
  // CHECK-NEXT: {{.*}}constraints-as-sizes.mlir:[[@LINE+1]]:34-
  %0 = tenon.as_sizes %s sizes = [n] limits = [5] : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @as_sizes_c2_limits(%s: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0115]: `as_sizes` has 1 limits, but needs 2 for its sizes
  // CHECK-NEXT: {{.*}}constraints-as-sizes.mlir:[[@LINE+1]]:50-
  %0 = tenon.as_sizes %s sizes = [n, m] limits = [5] : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @as_sizes_c2_open(%x: !tenon.tensor<[k], i64>) {
  // CHECK: error[E0115]: `as_sizes` has 1 sizes, but needs k for [k]
  // CHECK-NEXT: {{.*}}constraints-as-sizes.mlir:[[@LINE+1]]:34-
  %0 = tenon.as_sizes %x sizes = [n] limits = [5] : !tenon.tensor<[k], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// A size that is made of a new one does not define it.
tenon.model @as_sizes_c3_size(%s: !tenon.tensor<[1], i64>) {
  // CHECK: error[E0306]: {{.*}}'n'
  // CHECK-NEXT: {{.*}}constraints-as-sizes.mlir:[[@LINE+1]]:
  %0 = tenon.as_sizes %s sizes = [2*n] limits = [5] : !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @as_sizes_c3_limit(%s: !tenon.tensor<[1], i64>) {
  // CHECK: error[E0306]: {{.*}}'cap'
  // CHECK-NEXT: {{.*}}constraints-as-sizes.mlir:[[@LINE+1]]:
  %0 = tenon.as_sizes %s sizes = [n] limits = [cap] : !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

