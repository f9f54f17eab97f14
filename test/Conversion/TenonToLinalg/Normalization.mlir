// Normalisations read their input as few times as their statistics allow.
// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[VECTOR:.*]] = affine_map<(d0) -> (d0)>
// CHECK-DAG: #[[IMAGE:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
// CHECK-DAG: #[[CHANNEL:.*]] = affine_map<(d0, d1, d2, d3) -> (d1)>
// CHECK-DAG: #[[LAST:.*]] = affine_map<(d0, d1, d2, d3) -> (d3)>
// CHECK-DAG: #[[ALL:.*]] = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
// CHECK-DAG: #[[ROW:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>
// CHECK-DAG: #[[COLUMN:.*]] = affine_map<(d0, d1, d2) -> (d2)>

// One factor and one summand for each channel, made before the large loop.
// CHECK-LABEL: func.func @batch_norm
// CHECK-SAME: (%[[X:.*]]: tensor<?x8x4x4xf32>, %[[SCALE:.*]]: tensor<8xf32>, %[[OFFSET:.*]]: tensor<8xf32>, %[[MEAN:.*]]: tensor<8xf32>, %[[VARIANCE:.*]]: tensor<8xf32>,
tenon.model @batch_norm(%x: !tenon.tensor<[n, 8, 4, 4], f32>, %s: !tenon.tensor<[8], f32>, %o: !tenon.tensor<[8], f32>, %m: !tenon.tensor<[8], f32>, %v: !tenon.tensor<[8], f32>) {
  // CHECK: %[[FACTOR:.*]] = linalg.generic {indexing_maps = [#[[VECTOR]], #[[VECTOR]], #[[VECTOR]]]{{.*}} ins(%[[SCALE]], %[[VARIANCE]]
  // CHECK: arith.addf
  // CHECK: math.sqrt
  // CHECK: arith.divf
  // CHECK: %[[SUMMAND:.*]] = linalg.generic {{.*}} ins(%[[OFFSET]], %[[MEAN]], %[[FACTOR]]
  // CHECK: linalg.generic {indexing_maps = [#[[IMAGE]], #[[CHANNEL]], #[[CHANNEL]], #[[IMAGE]]]{{.*}} ins(%[[X]], %[[FACTOR]], %[[SUMMAND]]
  // CHECK: %[[SCALED:.*]] = arith.mulf
  // CHECK-NEXT: %[[SUM:.*]] = arith.addf %[[SCALED]]
  // CHECK-NEXT: linalg.yield %[[SUM]]
  %0 = tenon.batch_norm %x, %s, %o, %m, %v {epsilon = 1.0e-3, layout = #tenon.layout<channels_first>} : !tenon.tensor<[n, 8, 4, 4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @channels_last
tenon.model @channels_last(%x: !tenon.tensor<[n, 4, 4, 8], f16>, %s: !tenon.tensor<[8], f16>) {
  // CHECK: arith.extf {{.*}} : f16 to f32
  // CHECK: linalg.generic {indexing_maps = [#[[IMAGE]], #[[LAST]], #[[LAST]], #[[IMAGE]]]{{.*}} ins({{.*}} : tensor<?x4x4x8xf16>, tensor<8xf32>, tensor<8xf32>)
  // CHECK: arith.truncf {{.*}} : f32 to f16
  %0 = tenon.batch_norm %x, %s, %s, %s, %s {epsilon = 1.0e-3, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 4, 4, 8], f16>, !tenon.tensor<[8], f16>, !tenon.tensor<[8], f16>, !tenon.tensor<[8], f16>, !tenon.tensor<[8], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The mean, the mean square of what differs from it, and then each element.
// CHECK-LABEL: func.func @layer_norm
// CHECK-SAME: (%[[X:.*]]: tensor<?x3x8xf32>, %[[S:.*]]: tensor<8xf32>,
tenon.model @layer_norm(%x: !tenon.tensor<[n, 3, 8], f32>, %s: !tenon.tensor<[8], f32>) {
  // CHECK: %[[SUM:.*]] = linalg.generic {indexing_maps = [#[[ALL]], #[[ROW]]], iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[X]]
  // CHECK: %[[MEAN:.*]] = linalg.generic {{.*}} ins(%[[SUM]]
  // CHECK: linalg.generic {indexing_maps = [#[[ALL]], #[[ROW]], #[[ROW]]], iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[X]], %[[MEAN]]
  // CHECK: %[[DIFFERENCE:.*]] = arith.subf
  // CHECK: arith.mulf %[[DIFFERENCE]], %[[DIFFERENCE]]
  // CHECK: math.sqrt
  // CHECK: linalg.generic {indexing_maps = [#[[ALL]], #[[ROW]], #[[ROW]], #[[COLUMN]], #[[COLUMN]], #[[ALL]]]{{.*}} ins(%[[X]], %[[MEAN]], %{{.*}}, %[[S]], %[[S]]
  %0 = tenon.layer_norm %x, %s, %s {axis = -1, epsilon = 1.0e-3} : !tenon.tensor<[n, 3, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Groups become an axis; every channel of one has its own factor.
// CHECK-LABEL: func.func @group_norm
tenon.model @group_norm(%x: !tenon.tensor<[n, 8, 4], f32>, %s: !tenon.tensor<[8], f32>) {
  // CHECK: %[[SPLIT:.*]] = tensor.expand_shape {{.*}} : tensor<?x8x4xf32> into tensor<?x2x4x4xf32>
  // CHECK: linalg.generic {{.*}}"parallel", "parallel", "reduction", "reduction"]{{.*}} ins(%[[SPLIT]] : tensor<?x2x4x4xf32>)
  // CHECK: %[[FACTORS:.*]] = tensor.expand_shape {{.*}} : tensor<8xf32> into tensor<2x4xf32>
  // CHECK: linalg.generic {{.*}} ins(%[[SPLIT]], {{.*}}, {{.*}}, %[[FACTORS]] :
  // CHECK: tensor.collapse_shape {{.*}} : tensor<?x2x4x4xf32> into tensor<?x8x4xf32>
  %0 = tenon.group_norm %x, %s {groups = 2 : i64, epsilon = 1.0e-3, layout = #tenon.layout<channels_first>} : !tenon.tensor<[n, 8, 4], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Nothing is split where each channel is a group.
// CHECK-LABEL: func.func @instance_norm
tenon.model @instance_norm(%x: !tenon.tensor<[n, 4, 4, 8], f32>) {
  // CHECK-NOT: expand_shape
  // CHECK: linalg.generic {{.*}}"parallel", "reduction", "reduction", "parallel"]
  %0 = tenon.group_norm %x {epsilon = 1.0e-3, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 4, 4, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
