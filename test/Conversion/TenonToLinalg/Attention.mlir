// Softmax takes its largest element away before it takes powers.
// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[ALL:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[ROW:.*]] = affine_map<(d0, d1) -> (d0)>
// CHECK-DAG: #[[COLUMN:.*]] = affine_map<(d0, d1) -> (d1)>

// CHECK-LABEL: func.func @softmax
// CHECK-SAME: (%[[X:.*]]: tensor<?x10xf32>,
tenon.model @softmax(%x: !tenon.tensor<[n, 10], f32>) {
  // CHECK: %[[MAX:.*]] = linalg.generic {indexing_maps = [#[[ALL]], #[[ROW]]], iterator_types = ["parallel", "reduction"]} ins(%[[X]]
  // CHECK: arith.maximumf
  // CHECK: %[[POWERS:.*]] = linalg.generic {indexing_maps = [#[[ALL]], #[[ROW]], #[[ALL]]], {{.*}} ins(%[[X]], %[[MAX]]
  // CHECK: %[[SHIFTED:.*]] = arith.subf
  // CHECK: math.exp %[[SHIFTED]]
  // CHECK: %[[SUM:.*]] = linalg.generic {{.*}} ins(%[[POWERS]]
  // CHECK: arith.addf
  // CHECK: linalg.generic {{.*}} ins(%[[POWERS]], %[[SUM]]
  // CHECK: arith.divf
  %0 = tenon.softmax %x {axis = -1} : !tenon.tensor<[n, 10], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @log_softmax
// CHECK-SAME: (%[[X:.*]]: tensor<10x4xf16>)
tenon.model @log_softmax(%x: !tenon.tensor<[10, 4], f16>) {
  // CHECK: %[[MAX:.*]] = linalg.generic {indexing_maps = [#[[ALL]], #[[COLUMN]]], iterator_types = ["reduction", "parallel"]} ins(%[[X]] : tensor<10x4xf16>) outs({{.*}} : tensor<4xf32>)
  // CHECK: %[[SUM:.*]] = linalg.generic {{.*}} ins(%[[X]], %[[MAX]] : tensor<10x4xf16>, tensor<4xf32>) outs({{.*}} : tensor<4xf32>)
  // CHECK: math.exp {{.*}} : f32
  // CHECK: %[[LOG:.*]] = linalg.generic {{.*}} ins(%[[SUM]]
  // CHECK: math.log
  // CHECK: linalg.generic {{.*}} ins(%[[X]], %[[MAX]], %[[LOG]]
  // CHECK: arith.truncf {{.*}} : f32 to f16
  %0 = tenon.log_softmax %x {axis = 0} : !tenon.tensor<[10, 4], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Heads that share a key are rows of one product; the mask is applied where the
// scores are scaled.
// CHECK-LABEL: func.func @attention
tenon.model @attention(%q: !tenon.tensor<[n, 6, s, 8], f32>, %k: !tenon.tensor<[n, 2, t, 8], f32>, %v: !tenon.tensor<[n, 2, t, 4], f32>, %m: !tenon.tensor<[1, 1, s, t], i1>) {
  // CHECK: linalg.generic {{.*}}"reduction"]} ins({{.*}} : tensor<?x2x?x8xf32>, tensor<?x2x8x?xf32>) outs({{.*}} : tensor<?x2x?x?xf32>)
  // CHECK: linalg.generic {{.*}} outs({{.*}} : tensor<?x6x?x?xf32>)
  // CHECK: linalg.index 2
  // CHECK: arith.select
  // CHECK: math.exp
  // CHECK: linalg.generic {{.*}}"reduction"]} ins({{.*}} : tensor<?x2x?x?xf32>, tensor<?x2x?x4xf32>) outs({{.*}} : tensor<?x2x?x4xf32>)
  %0 = tenon.attention %q, %k, %v mask(%m : !tenon.tensor<[1, 1, s, t], i1>) {causal} : !tenon.tensor<[n, 6, s, 8], f32>, !tenon.tensor<[n, 2, t, 8], f32>, !tenon.tensor<[n, 2, t, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
