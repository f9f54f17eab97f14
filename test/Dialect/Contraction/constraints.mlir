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

tenon.model @einsum_c1_truth_values(%a: !tenon.tensor<[2, 3], i1>) {
  // CHECK: error[E0202]: `einsum` takes numbers, but an operand is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.einsum %a {equation = "ij->ji"} : !tenon.tensor<[2, 3], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c2_element_types(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[3], f64>) {
  // CHECK: error[E0201]: `einsum` joins [2, 3] and [3]: float32 against float64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.einsum %a, %b {equation = "ij,j->i"} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3], f64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c3_character(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0116]: `einsum` has the equation 'i1->i', but it must be made of letters, `...`, commas and one `->`, not '1'
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.einsum %a {equation = "i1->i"} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c3_ellipses(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0116]: `einsum` has the equation '...i...->i', but it must be with `...` at most once an operand
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.einsum %a {equation = "...i...->i"} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c3_result_letter(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0116]: `einsum` has the equation 'ij->ik', but it must be with 'k' of its result in one of the operands
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.einsum %a {equation = "ij->ik"} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c3_result_twice(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0116]: `einsum` has the equation 'ij->ii', but it must be with 'i' once in its result
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.einsum %a {equation = "ij->ii"} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c4_operands(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0305]: `einsum` has 1 inputs, but takes 2, as many as its equation
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.einsum %a {equation = "ij,jk->ik"} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c5_rank(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[3, 4, 5], f32>) {
  // CHECK: error[E0101]: `einsum` takes an operand 'jk' with 2 axes, but it has 3: [3, 4, 5]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.einsum %a, %b {equation = "ij,jk->ik"} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3, 4, 5], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c5_ellipsis(%a: !tenon.tensor<[2], f32>) {
  // CHECK: error[E0101]: `einsum` takes an operand 'ij' with at least 2 axes, but it has 1: [2]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.einsum %a {equation = "...ij->ij"} : !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c6_sizes(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[4, 5], f32>) {
  // CHECK: error[E0103]: `einsum` multiplies [2, 3] by [4, 5], but the inner sizes differ: 3 (axis 1 of the left) against 4 (axis 0 of the right)
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.einsum %a, %b {equation = "ij,jk->ik"} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[4, 5], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @einsum_c6_diagonal(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0103]: `einsum` multiplies [2, 3] by [2, 3], but the inner sizes differ: 2 (axis 0 of the left) against 3 (axis 1 of the right)
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.einsum %a {equation = "ii->i"} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @determinant_c1_integers(%a: !tenon.tensor<[3, 3], i32>) {
  // CHECK: error[E0202]: `determinant` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.determinant %a : !tenon.tensor<[3, 3], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @determinant_c2_vector(%a: !tenon.tensor<[3], f32>) {
  // CHECK: error[E0101]: `determinant` takes an input with at least 2 axes, but it has 1: [3]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.determinant %a : !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @determinant_c3_square(%a: !tenon.tensor<[5, 3, 4], f32>) {
  // CHECK: error[E0112]: `determinant` needs rows of length 3 (axis 1 of [5, 3, 4]), but it has 4
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.determinant %a : !tenon.tensor<[5, 3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: 28 errors
