// Every product is one form: loops (batch..., m, n, k) into zeros.
// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[MK:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// CHECK-DAG: #[[KN:.*]] = affine_map<(d0, d1, d2) -> (d2, d1)>
// CHECK-DAG: #[[MN:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// CHECK-DAG: #[[KM:.*]] = affine_map<(d0, d1, d2) -> (d2, d0)>
// CHECK-DAG: #[[NK:.*]] = affine_map<(d0, d1, d2) -> (d1, d2)>
// CHECK-DAG: #[[BMK:.*]] = affine_map<(d0, d1, d2, d3, d4) -> (d0, d2, d4)>
// CHECK-DAG: #[[HKN:.*]] = affine_map<(d0, d1, d2, d3, d4) -> (d1, d4, d3)>
// CHECK-DAG: #[[BHMN:.*]] = affine_map<(d0, d1, d2, d3, d4) -> (d0, d1, d2, d3)>

// CHECK-LABEL: func.func @matrix
// CHECK-SAME: (%[[A:.*]]: tensor<?x3xf32>, %[[B:.*]]: tensor<3x4xf32>, %[[M:.*]]: index)
tenon.model @matrix(%a: !tenon.tensor<[m, 3], f32>, %b: !tenon.tensor<[3, 4], f32>) {
  // CHECK: %[[ZERO:.*]] = arith.constant 0.0
  // CHECK: %[[EMPTY:.*]] = tensor.empty(%[[M]]) : tensor<?x4xf32>
  // CHECK: %[[ZEROS:.*]] = linalg.fill ins(%[[ZERO]] : f32) outs(%[[EMPTY]]
  // CHECK: linalg.generic {indexing_maps = [#[[MK]], #[[KN]], #[[MN]]], iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[A]], %[[B]] : {{.*}}) outs(%[[ZEROS]]
  // CHECK-NEXT: ^bb0(%[[X:.*]]: f32, %[[Y:.*]]: f32, %[[SUM:.*]]: f32):
  // CHECK-NEXT: %[[PRODUCT:.*]] = arith.mulf %[[X]], %[[Y]]
  // CHECK-NEXT: %[[NEXT:.*]] = arith.addf %[[SUM]], %[[PRODUCT]]
  // CHECK-NEXT: linalg.yield %[[NEXT]]
  %0 = tenon.matmul %a, %b : !tenon.tensor<[m, 3], f32>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @transposed
tenon.model @transposed(%a: !tenon.tensor<[3, 2], f32>, %b: !tenon.tensor<[4, 3], f32>) {
  // CHECK: linalg.generic {indexing_maps = [#[[KM]], #[[NK]], #[[MN]]]
  %0 = tenon.matmul %a, %b {transpose_lhs, transpose_rhs} : !tenon.tensor<[3, 2], f32>, !tenon.tensor<[4, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// An axis that an operand repeats is dropped from it.
// CHECK-LABEL: func.func @repeated_batches
tenon.model @repeated_batches(%a: !tenon.tensor<[b, 1, 5, 3], f32>, %b: !tenon.tensor<[1, h, 3, 4], f32>) {
  // CHECK: linalg.generic {indexing_maps = [#[[BMK]], #[[HKN]], #[[BHMN]]], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins({{.*}} : tensor<?x5x3xf32>, tensor<?x3x4xf32>) outs({{.*}} : tensor<?x?x5x4xf32>)
  %0 = tenon.matmul %a, %b : !tenon.tensor<[b, 1, 5, 3], f32>, !tenon.tensor<[1, h, 3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// With one matrix on the right, batches are rows.
// CHECK-LABEL: func.func @one_matrix
// CHECK-SAME: %[[B:[^ ]*]]: index)
tenon.model @one_matrix(%a: !tenon.tensor<[b, 5, 3], f32>, %b: !tenon.tensor<[1, 3, 4], f32>) {
  // CHECK: linalg.generic {indexing_maps = [#[[MK]], #[[KN]], #[[MN]]]{{.*}} ins({{.*}} : tensor<?x3xf32>, tensor<3x4xf32>) outs({{.*}} : tensor<?x4xf32>)
  // CHECK: tensor.expand_shape {{.*}} output_shape [%[[B]], 5, 4]
  %0 = tenon.matmul %a, %b : !tenon.tensor<[b, 5, 3], f32>, !tenon.tensor<[1, 3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @half
tenon.model @half(%a: !tenon.tensor<[2, 3], bf16>, %b: !tenon.tensor<[3, 4], bf16>) {
  // CHECK: linalg.generic {{.*}} outs({{.*}} : tensor<2x4xf32>)
  // CHECK-COUNT-2: arith.extf {{.*}} : bf16 to f32
  // CHECK: arith.mulf {{.*}} : f32
  // CHECK: arith.addf {{.*}} : f32
  // CHECK: arith.truncf {{.*}} : f32 to bf16
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], bf16>, !tenon.tensor<[3, 4], bf16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @integers
tenon.model @integers(%a: !tenon.tensor<[2, 3], ui8>, %b: !tenon.tensor<[3, 4], ui8>) {
  // CHECK: arith.muli {{.*}} : i8
  // CHECK: arith.addi {{.*}} : i8
  %0 = tenon.matmul %a, %b : !tenon.tensor<[2, 3], ui8>, !tenon.tensor<[3, 4], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Two operands are one contraction, whose innermost axis is the last of the
// operand that has it.
// CHECK-LABEL: func.func @einsum
// CHECK-SAME: (%[[Q:.*]]: tensor<?x4x3x8xf32>, %[[K:.*]]: tensor<?x5x3x8xf32>
tenon.model @einsum(%q: !tenon.tensor<[n, 4, 3, 8], f32>, %k: !tenon.tensor<[n, 5, 3, 8], f32>) {
  // CHECK: %[[TURNED:.*]] = linalg.generic {{.*}} ins(%[[K]] : tensor<?x5x3x8xf32>) outs({{.*}} : tensor<?x3x8x5xf32>)
  // CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%[[Q]], %[[TURNED]] : {{.*}}) outs({{.*}} : tensor<?x3x4x5xf32>)
  %0 = tenon.einsum %q, %k {equation = "bqhd,bkhd->bhqk"} : !tenon.tensor<[n, 4, 3, 8], f32>, !tenon.tensor<[n, 5, 3, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// What no other operand has is summed first; then pair by pair.
// CHECK-LABEL: func.func @einsum_chain
// CHECK-SAME: (%[[A:.*]]: tensor<2x3x9xf32>, %[[B:.*]]: tensor<3x4xf32>, %[[C:.*]]: tensor<4x5xf32>
tenon.model @einsum_chain(%a: !tenon.tensor<[2, 3, 9], f32>, %b: !tenon.tensor<[3, 4], f32>, %c: !tenon.tensor<[4, 5], f32>) {
  // CHECK: %[[SUM:.*]] = linalg.generic {{.*}} ins(%[[A]] : {{.*}}) outs({{.*}} : tensor<2x3xf32>)
  // CHECK: %[[PAIR:.*]] = linalg.generic {{.*}} ins(%[[SUM]], %[[B]] : {{.*}}) outs({{.*}} : tensor<2x4xf32>)
  // CHECK: linalg.generic {{.*}} ins(%[[PAIR]], %[[C]] : {{.*}}) outs({{.*}} : tensor<2x5xf32>)
  %0 = tenon.einsum %a, %b, %c {equation = "ijx,jk,kl->il"} : !tenon.tensor<[2, 3, 9], f32>, !tenon.tensor<[3, 4], f32>, !tenon.tensor<[4, 5], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The matrices are changed in a copy, one element after the other.
// CHECK-LABEL: func.func @determinant
tenon.model @determinant(%a: !tenon.tensor<[n, 3, 3], f16>) {
  // CHECK: %[[COPY:.*]] = linalg.generic {{.*}} outs({{.*}} : tensor<?x3x3xf32>)
  // CHECK: scf.for {{.*}} iter_args(%{{.*}} = %[[COPY]],
  // CHECK: math.absf
  // CHECK: arith.truncf {{.*}} : f32 to f16
  %0 = tenon.determinant %a : !tenon.tensor<[n, 3, 3], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
