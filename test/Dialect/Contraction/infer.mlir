// What the rule of a product finds from static, symbolic and partial operands.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @static
tenon.model @static(%a: !tenon.tensor<[2, 3], i32>, %b: !tenon.tensor<[3, 4], i32>) {
  // CHECK: tenon.matmul {{.*}} -> !tenon.tensor<[2, 4], i32>
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[3, 4], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @transposed
tenon.model @transposed(%a: !tenon.tensor<[3, 2], f32>, %b: !tenon.tensor<[4, 3], f32>) {
  // CHECK: tenon.matmul {{.*}} -> !tenon.tensor<[2, 4], f32>
  %0 = tenon.matmul %a, %b {transpose_lhs, transpose_rhs} : !tenon.tensor<[3, 2], f32>, !tenon.tensor<[4, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Batches broadcast; equal expressions leave no constraint.
// CHECK-LABEL: tenon.model @symbolic
// CHECK-NOT: constraints
tenon.model @symbolic(%a: !tenon.tensor<[batch, 1, seq, 2*d], f32>, %b: !tenon.tensor<[1, heads, d + d, seq], f32>) symbols [d] {
  // CHECK: tenon.matmul {{.*}} -> !tenon.tensor<[batch, heads, seq, seq], f32>
  %0 = tenon.matmul %a, %b : !tenon.tensor<[batch, 1, seq, 2*d], f32>, !tenon.tensor<[1, heads, d + d, seq], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Sizes that only the data decides are assumed to fit.
// CHECK-LABEL: tenon.model @depends
// CHECK-SAME: constraints [#tenon.constraint<k equal 5, "E0103", "`matmul` multiplies [n, k] by [5, 4], whose inner sizes must be equal (axis 1 of the left, axis 0 of the right)">]
tenon.model @depends(%a: !tenon.tensor<[n, k], f32>, %b: !tenon.tensor<[5, 4], f32>) {
  // CHECK: tenon.matmul {{.*}} -> !tenon.tensor<[n, 4], f32>
  %0 = tenon.matmul %a, %b : !tenon.tensor<[n, k], f32>, !tenon.tensor<[5, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// No row and no inner size: still a tensor of the right sizes.
// CHECK-LABEL: tenon.model @empty
tenon.model @empty(%a: !tenon.tensor<[0, 0], f32>, %b: !tenon.tensor<[0, 4], f32>) {
  // CHECK: tenon.matmul {{.*}} -> !tenon.tensor<[0, 4], f32>
  %0 = tenon.matmul %a, %b : !tenon.tensor<[0, 0], f32>, !tenon.tensor<[0, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @einsum
// CHECK-SAME: constraints [#tenon.constraint<k equal m, "E0103", "`einsum` multiplies [n, k] by [m, p], whose sizes for 'b' must be equal (axis 1 of the left, axis 0 of the right)">]
tenon.model @einsum(%a: !tenon.tensor<[n, k], f32>, %b: !tenon.tensor<[m, p], f32>, %c: !tenon.tensor<[5, 1, n, 3], f32>, %d: !tenon.tensor<[h, 3, 4], f32>, %e: !tenon.tensor<[2, 3, 2], i8>) {
  // CHECK: tenon.einsum {{.*}} -> !tenon.tensor<[n, p], f32>
  %0 = tenon.einsum %a, %b {equation = "ab,bc->ac"} : !tenon.tensor<[n, k], f32>, !tenon.tensor<[m, p], f32> -> !tenon.tensor<*, ?>
  // Axes without letters are matched from the last one; 1 is repeated.
  // CHECK: tenon.einsum {{.*}} -> !tenon.tensor<[5, h, n, 4], f32>
  %1 = tenon.einsum %c, %d {equation = "...ij, ...jk"} : !tenon.tensor<[5, 1, n, 3], f32>, !tenon.tensor<[h, 3, 4], f32> -> !tenon.tensor<*, ?>
  // Letters that occur once, in alphabetical order.
  // CHECK: tenon.einsum {{.*}} -> !tenon.tensor<[p, m], f32>
  %2 = tenon.einsum %b {equation = "ba"} : !tenon.tensor<[m, p], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.einsum {{.*}} -> !tenon.tensor<[3], i8>
  %3 = tenon.einsum %e {equation = "iji"} : !tenon.tensor<[2, 3, 2], i8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.einsum {{.*}} -> !tenon.tensor<[], f32>
  %4 = tenon.einsum %b {equation = "ij->"} : !tenon.tensor<[m, p], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @determinant
// CHECK-SAME: constraints [#tenon.constraint<n equal m, "E0112", "`determinant` takes square matrices, not [batch, n, m]">]
tenon.model @determinant(%a: !tenon.tensor<[batch, n, m], f32>) {
  // CHECK: tenon.determinant {{.*}} -> !tenon.tensor<[batch], f32>
  %0 = tenon.determinant %a : !tenon.tensor<[batch, n, m], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
