// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// Negative indices count from the end, and what is out of range is limited.
// CHECK: #[[INDICES:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// CHECK-LABEL: func.func @gather
// CHECK-SAME: (%[[X:.*]]: tensor<50x4xf32>, %[[I:.*]]: tensor<?x3xi64>
tenon.model @gather(%x: !tenon.tensor<[50, 4], f32>, %i: !tenon.tensor<[n, 3], i64>) {
  // CHECK-DAG: %[[SIZE:.*]] = arith.constant 50 : index
  // CHECK-DAG: %[[LAST:.*]] = arith.constant 49 : index
  // CHECK: linalg.generic {indexing_maps = [#[[INDICES]], #{{.*}}], {{.*}}} ins(%[[I]] : tensor<?x3xi64>) outs(%{{.*}} : tensor<?x3x4xf32>)
  // CHECK: %[[RAW:.*]] = arith.index_cast %{{.*}} : i64 to index
  // CHECK: %[[NEGATIVE:.*]] = arith.cmpi slt, %[[RAW]], %{{.*}}
  // CHECK: %[[FROM_END:.*]] = arith.addi %[[RAW]], %[[SIZE]]
  // CHECK: %[[POSITION:.*]] = arith.select %[[NEGATIVE]], %[[FROM_END]], %[[RAW]]
  // CHECK: %[[LOW:.*]] = arith.maxsi %[[POSITION]], %{{.*}}
  // CHECK: %[[ROW:.*]] = arith.minsi %[[LOW]], %[[LAST]]
  // CHECK: tensor.extract %[[X]][%[[ROW]], %{{.*}}]
  %0 = tenon.gather %x, %i axis = 0 : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[n, 3], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @gather_unsigned
tenon.model @gather_unsigned(%x: !tenon.tensor<[n, 4], f32>, %i: !tenon.tensor<[], ui8>) {
  // CHECK: arith.index_castui %{{.*}} : i8 to index
  // CHECK: arith.minui
  %0 = tenon.gather %x, %i axis = -1 : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
