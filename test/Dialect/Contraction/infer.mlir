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
