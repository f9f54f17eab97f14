// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @matmul_c1_truth_values(%a: !tenon.tensor<[2, 3], i1>, %b: !tenon.tensor<[3, 4], i1>) {
  // CHECK: error[E0202]: `matmul` takes numbers, but its left operand is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], i1>, !tenon.tensor<[3, 4], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c1_truth_values_right(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[3, 4], i1>) {
  // CHECK: error[E0202]: `matmul` takes numbers, but its right operand is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3, 4], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c2_element_types(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[3, 4], f16>) {
  // CHECK: error[E0201]: `matmul` joins [2, 3] and [3, 4]: float32 against float16
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3, 4], f16> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c3_vector_left(%a: !tenon.tensor<[3], f32>, %b: !tenon.tensor<[3, 4], f32>) {
  // CHECK: error[E0101]: `matmul` takes a left operand with at least 2 axes, but it has 1: [3]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[3], f32>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c3_vector_right(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[3], f32>) {
  // CHECK: error[E0101]: `matmul` takes a right operand with at least 2 axes, but it has 1: [3]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c4_ranks(%a: !tenon.tensor<[5, 2, 3], f32>, %b: !tenon.tensor<[3, 4], f32>) {
  // CHECK: error[E0101]: `matmul` takes a right operand with as many axes as its left, [5, 2, 3], but it has 2: [3, 4]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[5, 2, 3], f32>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c5_inner(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[5, 4], f32>) {
  // CHECK: error[E0103]: `matmul` multiplies [2, 3] by [5, 4], but the inner sizes differ: 3 (axis 1 of the left) against 5 (axis 0 of the right)
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[5, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c5_inner_transposed(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[5, 3], f32>) {
  // CHECK: error[E0103]: `matmul` multiplies [2, 3] by [5, 3], but the inner sizes differ: 2 (axis 0 of the left) against 5 (axis 0 of the right)
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b {transpose_lhs} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[5, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c5_inner_symbolic(%a: !tenon.tensor<[n, seq], f32>, %b: !tenon.tensor<[seq + 1, 4], f32>) {
  // CHECK: error[E0103]: `matmul` multiplies [n, seq] by [seq + 1, 4], but the inner sizes differ: seq (axis 1 of the left) against seq + 1 (axis 0 of the right)
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[n, seq], f32>, !tenon.tensor<[seq + 1, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_c6_batches(%a: !tenon.tensor<[5, 2, 3], f32>, %b: !tenon.tensor<[6, 3, 4], f32>) {
  // CHECK: error[E0102]: `matmul` joins [5, 2, 3] and [6, 3, 4], which differ on axis 0: 5 against 6
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[5, 2, 3], f32>, !tenon.tensor<[6, 3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @matmul_all_mistakes(%a: !tenon.tensor<[5, 2, 3], f32>, %b: !tenon.tensor<[4, 4], f16>) {
  // CHECK: error[E0101]: `matmul` takes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+5]]:25-
  // CHECK: error[E0103]: `matmul` multiplies
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+3]]:25-
  // CHECK: error[E0201]: `matmul` joins
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.matmul %a, %b : !tenon.tensor<[5, 2, 3], f32>, !tenon.tensor<[4, 4], f16> -> !tenon.tensor<*, ?>
  tenon.output []
}


// With `widen` only small integers are multiplied, whose types may differ.
tenon.model @matmul_c1_widen(%a: !tenon.tensor<[2, 4], f32>, %b: !tenon.tensor<[4, 3], i8>) {
  // CHECK: error[E0202]: `matmul` takes integers of 8 or 16 bits, but its left operand is float32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.matmul %a, %b {widen} : !tenon.tensor<[2, 4], f32>, !tenon.tensor<[4, 3], i8> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: 14 errors
