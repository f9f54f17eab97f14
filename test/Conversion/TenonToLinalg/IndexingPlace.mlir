// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[FIRST:.*]] = affine_map<(d0, d1) -> (d0, 0)>
// CHECK-DAG: #[[SECOND:.*]] = affine_map<(d0, d1) -> (d0, 1)>
// CHECK-LABEL: func.func @gather_nd
// CHECK-SAME: (%[[X:.*]]: tensor<5x6x?xf32>, %[[I:.*]]: tensor<?x2xi64>
tenon.model @gather_nd(%x: !tenon.tensor<[5, 6, m], f32>, %i: !tenon.tensor<[n, 2], i64>) {
  // CHECK: linalg.generic {indexing_maps = [#[[FIRST]], #[[SECOND]], #{{.*}}], {{.*}}} ins(%[[I]], %[[I]] : tensor<?x2xi64>, tensor<?x2xi64>) outs(%{{.*}} : tensor<?x?xf32>)
  // CHECK: %[[LOOP:.*]] = linalg.index 1
  // CHECK: tensor.extract %[[X]][%{{.*}}, %{{.*}}, %[[LOOP]]]
  %0 = tenon.gather_nd %x, %i batch_dims = 0 : !tenon.tensor<[5, 6, m], f32>, !tenon.tensor<[n, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @gather_elements
// CHECK-SAME: (%[[X:.*]]: tensor<?x6xf32>, %[[I:.*]]: tensor<?x3xi64>
tenon.model @gather_elements(%x: !tenon.tensor<[n, 6], f32>, %i: !tenon.tensor<[n, 3], i64>) {
  // CHECK: linalg.generic {{.*}} ins(%[[I]] : tensor<?x3xi64>) outs(%{{.*}} : tensor<?x3xf32>)
  // CHECK: %[[ROW:.*]] = linalg.index 0
  // CHECK: %[[COLUMN:.*]] = arith.minsi
  // CHECK: tensor.extract %[[X]][%[[ROW]], %[[COLUMN]]]
  %0 = tenon.gather_elements %x, %i axis = 1 : !tenon.tensor<[n, 6], f32>, !tenon.tensor<[n, 3], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// An update whose index is out of range writes what is there already.
// CHECK-LABEL: func.func @scatter_elements
// CHECK-SAME: (%[[X:.*]]: tensor<5xf32>, %[[I:.*]]: tensor<?xi64>, %[[U:.*]]: tensor<?xf32>
tenon.model @scatter_elements(%x: !tenon.tensor<[5], f32>, %i: !tenon.tensor<[n], i64>, %u: !tenon.tensor<[n], f32>) {
  // CHECK: scf.for %[[K:.*]] = %{{.*}} iter_args(%[[Y:.*]] = %[[X]]) -> (tensor<5xf32>)
  // CHECK: tensor.extract %[[I]][%[[K]]]
  // CHECK: %[[RAW:.*]] = arith.select
  // CHECK: %[[LIMITED:.*]] = arith.minsi
  // CHECK: %[[IN_RANGE:.*]] = arith.cmpi eq, %[[RAW]], %[[LIMITED]]
  // CHECK: %[[UPDATE:.*]] = tensor.extract %[[U]][%[[K]]]
  // CHECK: %[[OLD:.*]] = tensor.extract %[[Y]][%[[LIMITED]]]
  // CHECK: %[[SUM:.*]] = arith.addf %[[OLD]], %[[UPDATE]]
  // CHECK: %[[NEW:.*]] = arith.select %[[IN_RANGE]], %[[SUM]], %[[OLD]]
  // CHECK: tensor.insert %[[NEW]] into %[[Y]][%[[LIMITED]]]
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "add" : !tenon.tensor<[5], f32>, !tenon.tensor<[n], i64>, !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Indices are read outside of the loop over the slice.
// CHECK-LABEL: func.func @scatter_nd
// CHECK-SAME: (%[[X:.*]]: tensor<5x?xf32>, %[[I:.*]]: tensor<?x1xi64>
tenon.model @scatter_nd(%x: !tenon.tensor<[5, m], f32>, %i: !tenon.tensor<[n, 1], i64>, %u: !tenon.tensor<[n, m], f32>) {
  // CHECK: scf.for %[[K:.*]] = %{{.*}} iter_args
  // CHECK: tensor.extract %[[I]][%[[K]], %{{.*}}]
  // CHECK: %[[ROW:.*]] = arith.minsi
  // CHECK: scf.for %[[J:.*]] = %{{.*}} iter_args
  // CHECK: tensor.insert %{{.*}} into %{{.*}}[%[[ROW]], %[[J]]]
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[5, m], f32>, !tenon.tensor<[n, 1], i64>, !tenon.tensor<[n, m], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @one_hot
// CHECK-SAME: (%[[I:.*]]: tensor<?xi64>, %[[V:.*]]: tensor<2xf32>
tenon.model @one_hot(%i: !tenon.tensor<[n], i64>, %v: !tenon.tensor<[2], f32>) {
  %d = tenon.constant dense<10> : !tenon.tensor<[], i64>
  // CHECK: %[[OFF:.*]] = tensor.extract %[[V]][%c0{{.*}}]
  // CHECK: %[[ON:.*]] = tensor.extract %[[V]][%c1{{.*}}]
  // CHECK: linalg.generic {{.*}} ins(%[[I]] : tensor<?xi64>) outs(%{{.*}} : tensor<10x?xf32>)
  // CHECK: %[[HERE:.*]] = linalg.index 0
  // CHECK: %[[IS_ON:.*]] = arith.cmpi eq, %{{.*}}, %[[HERE]]
  // CHECK: arith.select %[[IS_ON]], %[[ON]], %[[OFF]]
  %0 = tenon.one_hot %i, %d, %v axis = 0 : !tenon.tensor<[n], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
