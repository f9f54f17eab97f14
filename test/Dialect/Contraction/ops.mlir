// Everything the family prints parses again to the same.
// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @matmul
tenon.model @matmul(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[3, 4], f32>) {
  // CHECK: tenon.matmul %{{.*}}, %{{.*}} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<[2, 4], f32>
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<[2, 4], f32>
  // CHECK: tenon.matmul %{{.*}}, %{{.*}} {transpose_lhs, transpose_rhs} : !tenon.tensor<[3, 4], f32>, !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[4, 2], f32>
  %1 = tenon.matmul %b, %a {transpose_lhs, transpose_rhs} : !tenon.tensor<[3, 4], f32>, !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[4, 2], f32>
  tenon.output %0, %1 ["y", "z"] : !tenon.tensor<[2, 4], f32>, !tenon.tensor<[4, 2], f32>
}

// CHECK-LABEL: tenon.model @einsum
tenon.model @einsum(%a: !tenon.tensor<[2, 3], f32>, %b: !tenon.tensor<[4, 4], f32>) {
  // CHECK: tenon.einsum %{{.*}}, %{{.*}} {equation = "ij,kj->ik"} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 2], f32>
  %0 = tenon.einsum %a, %a {equation = "ij,kj->ik"} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 2], f32>
  // CHECK: tenon.determinant %{{.*}} : !tenon.tensor<[4, 4], f32> -> !tenon.tensor<[], f32>
  %1 = tenon.determinant %b : !tenon.tensor<[4, 4], f32> -> !tenon.tensor<[], f32>
  tenon.output []
}
