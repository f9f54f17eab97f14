// Reductions run over the axes in place, in a type wide enough.
// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[ALL:.*]] = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
// CHECK-DAG: #[[OUTER:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>

// CHECK-LABEL: func.func @sum
// CHECK-SAME: (%[[A:.*]]: tensor<?x3x4xf32>, %[[N:.*]]: index)
tenon.model @sum(%a: !tenon.tensor<[n, 3, 4], f32>) {
  // CHECK: %[[EMPTY:.*]] = tensor.empty(%[[N]]) : tensor<?x4xf32>
  // CHECK: %[[ZEROS:.*]] = linalg.fill
  // CHECK: %[[SUM:.*]] = linalg.generic {indexing_maps = [#[[ALL]], #[[OUTER]]], iterator_types = ["parallel", "reduction", "parallel"]} ins(%[[A]] : {{.*}}) outs(%[[ZEROS]]
  // CHECK: arith.addf {{.*}} : f32
  %0 = tenon.reduce_sum %a {axes = array<i64: 1>} : !tenon.tensor<[n, 3, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: return %[[SUM]]
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @nothing
// CHECK-SAME: (%[[A:[^:]*]]:
// CHECK-NEXT: return %[[A]]
tenon.model @nothing(%a: !tenon.tensor<[n, 3], f32>) {
  %0 = tenon.reduce_max %a {axes = array<i64>} : !tenon.tensor<[n, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @mean
// CHECK-SAME: (%{{.*}}: tensor<2x?xf16>, %[[N:.*]]: index)
tenon.model @mean(%a: !tenon.tensor<[2, n], f16>) {
  // CHECK: linalg.generic {{.*}} outs({{.*}} : tensor<2xf32>)
  // CHECK: arith.extf {{.*}} : f16 to f32
  // CHECK: arith.addf {{.*}} : f32
  // CHECK: %[[INTEGER:.*]] = arith.index_cast %[[N]] : index to i64
  // CHECK: %[[COUNT:.*]] = arith.sitofp %[[INTEGER]] : i64 to f32
  // CHECK: arith.divf {{.*}}, %[[COUNT]]
  // CHECK: arith.truncf {{.*}} : f32 to f16
  // CHECK: tensor.expand_shape {{.*}} into tensor<2x1xf16>
  %0 = tenon.reduce_mean %a {axes = array<i64: -1>, keep_dims} : !tenon.tensor<[2, n], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// An empty mean of integers divides by one, never by zero.
// CHECK-LABEL: func.func @integer_mean
tenon.model @integer_mean(%a: !tenon.tensor<[n], ui8>) {
  // CHECK: %[[COUNT:.*]] = arith.max{{[su]}}i
  // CHECK: arith.extui {{.*}} : i8 to i64
  // CHECK: arith.addi {{.*}} : i64
  // CHECK: %[[DIVISOR:.*]] = arith.index_cast %[[COUNT]] : index to i64
  // CHECK: arith.divui {{.*}}, %[[DIVISOR]] : i64
  // CHECK: arith.trunci {{.*}} : i64 to i8
  %0 = tenon.reduce_mean %a {axes = array<i64: 0>} : !tenon.tensor<[n], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @extremes
tenon.model @extremes(%a: !tenon.tensor<[4], f32>, %b: !tenon.tensor<[4], ui8>, %c: !tenon.tensor<[4], i8>) {
  // CHECK: arith.constant 0xFF800000 : f32
  // CHECK: arith.maximumf
  %0 = tenon.reduce_max %a {axes = array<i64: 0>} : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.constant 0 : i8
  // CHECK: arith.maxui
  %1 = tenon.reduce_max %b {axes = array<i64: 0>} : !tenon.tensor<[4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: arith.constant -1 : i8
  // CHECK: arith.minui
  %2 = tenon.reduce_min %b {axes = array<i64: 0>} : !tenon.tensor<[4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: arith.constant 127 : i8
  // CHECK: arith.minsi
  %3 = tenon.reduce_min %c {axes = array<i64: 0>} : !tenon.tensor<[4], i8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @argmax
tenon.model @argmax(%a: !tenon.tensor<[n, 3, 4], f32>) {
  // CHECK: %[[BOTH:.*]]:2 = linalg.generic {indexing_maps = [#[[ALL]], #[[OUTER]], #[[OUTER]]], iterator_types = ["parallel", "reduction", "parallel"]} {{.*}} outs({{.*}} : tensor<?x4xf32>, tensor<?x4xi64>)
  // CHECK: linalg.index 1
  // CHECK: arith.cmpf ogt
  %0 = tenon.argmax %a {axis = 1} : !tenon.tensor<[n, 3, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: return %[[BOTH]]#1
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @last_argmin
tenon.model @last_argmin(%a: !tenon.tensor<[4], ui8>) {
  // CHECK: arith.cmpi ule
  %0 = tenon.argmin %a {axis = 0, select_last_index} : !tenon.tensor<[4], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
