// Products of constants are known when checking: they serve as sizes here.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @matmul
tenon.model @matmul(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[[[1, 2]], [[3, 4]]]> : !tenon.tensor<[2, 1, 2], i64>
  %b = tenon.constant dense<[[[10, 1], [0, 5]]]> : !tenon.tensor<[1, 2, 2], i64>
  // [1 2; 3 4] times the transpose of [10 1; 0 5]
  %0 = tenon.matmul %a, %b {transpose_rhs} : !tenon.tensor<[2, 1, 2], i64>, !tenon.tensor<[1, 2, 2], i64> -> !tenon.tensor<*, ?>
  %1 = tenon.reduce_max %0 {axes = array<i64: 1, 0>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[34, 20], f32>
  %2 = tenon.fill %1, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %3 = tenon.matmul %b, %b {transpose_lhs} : !tenon.tensor<[1, 2, 2], i64>, !tenon.tensor<[1, 2, 2], i64> -> !tenon.tensor<*, ?>
  %4 = tenon.reduce_min %3 {axes = array<i64: 1, 0>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // [10 0; 1 5] times [10 1; 0 5] = [100 10; 10 26]
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[10, 10], f32>
  %5 = tenon.fill %4, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @einsum
tenon.model @einsum(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[[1, 2], [3, 4]]> : !tenon.tensor<[2, 2], i64>
  %b = tenon.constant dense<[[5], [6]]> : !tenon.tensor<[2, 1], i64>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[23, 34], f32>
  %0 = tenon.einsum %a, %b {equation = "ij,ik->j"} : !tenon.tensor<[2, 2], i64>, !tenon.tensor<[2, 1], i64> -> !tenon.tensor<*, ?>
  %1 = tenon.fill %0, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  // The diagonal.
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[1, 4], f32>
  %2 = tenon.einsum %a {equation = "ii->i"} : !tenon.tensor<[2, 2], i64> -> !tenon.tensor<*, ?>
  %3 = tenon.fill %2, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// The first has a zero as its first pivot.
// CHECK-LABEL: tenon.model @determinant
tenon.model @determinant(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[[[0.0, -3.0], [1.0, 5.0]], [[4.0, 1.0], [2.0, 3.0]]]> : !tenon.tensor<[2, 2, 2], f32>
  %0 = tenon.determinant %a : !tenon.tensor<[2, 2, 2], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.cast %0 to i64 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[3, 10], f32>
  %2 = tenon.fill %1, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// That many products are not made when compiling.
// CHECK-LABEL: tenon.model @costly
tenon.model @costly() {
  %a = tenon.constant dense<1> : !tenon.tensor<[1000], i64>
  // CHECK: tenon.einsum {{.*}} -> !tenon.tensor<[], i64>
  %0 = tenon.einsum %a, %a, %a, %a, %a {equation = "i,j,k,l,m->"} : !tenon.tensor<[1000], i64>, !tenon.tensor<[1000], i64>, !tenon.tensor<[1000], i64>, !tenon.tensor<[1000], i64>, !tenon.tensor<[1000], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
