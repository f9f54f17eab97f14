// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[REPEATED:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d2, d4)>
// CHECK-DAG: #[[LAST:.+]] = affine_map<(d0, d1, d2, d3) -> (d3)>
// CHECK-DAG: #[[ROWS:.+]] = affine_map<(d0, d1, d2, d3) -> (d2)>

// Repeated elements are a broadcast, whatever the sizes.
// CHECK-LABEL: func.func @repeat
tenon.model @repeat(%x: !tenon.tensor<[1, 8, h, w], f32>) {
  // CHECK: linalg.generic {indexing_maps = [#[[REPEATED]], {{.*}} ins(%{{.*}} : tensor<1x8x?x?xf32>) outs(%{{.*}} : tensor<1x8x?x2x?x2xf32>)
  // CHECK-NOT: tensor.extract
  // CHECK: tensor.collapse_shape
  %two = tenon.constant dense<2.0> : !tenon.tensor<[2], f32>
  %0 = tenon.resize %x by %two axes = [2, 3] mode = "nearest" : !tenon.tensor<[1, 8, h, w], f32> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// One axis after the other, with taps and weights that are constants.
// CHECK-LABEL: func.func @linear
tenon.model @linear(%x: !tenon.tensor<[n, 8, 2, 2], f32>) {
  // CHECK: arith.constant dense<[0, 0, 0, 1]> : tensor<4xi64>
  // CHECK: arith.constant dense<[0, 1, 1, 1]> : tensor<4xi64>
  // CHECK: arith.constant dense<[2.500000e-01, 7.500000e-01, 2.500000e-01, 7.500000e-01]> : tensor<4xf32>
  // CHECK: arith.constant dense<[7.500000e-01, 2.500000e-01, 7.500000e-01, 2.500000e-01]> : tensor<4xf32>
  // CHECK: linalg.generic {indexing_maps = [#[[LAST]], #[[LAST]], #[[LAST]], #[[LAST]], {{.*}} outs(%{{.*}} : tensor<?x8x2x4xf32>)
  // CHECK: linalg.generic {indexing_maps = [#[[ROWS]], #[[ROWS]], #[[ROWS]], #[[ROWS]], {{.*}} outs(%{{.*}} : tensor<?x8x4x4xf32>)
  %two = tenon.constant dense<2.0> : !tenon.tensor<[2], f32>
  %0 = tenon.resize %x by %two axes = [2, 3] mode = "linear" : !tenon.tensor<[n, 8, 2, 2], f32> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Unknown scales make vectors that are computed at run time, once an axis.
// CHECK-LABEL: func.func @computed
tenon.model @computed(%x: !tenon.tensor<[n, w], f32>, %scales: !tenon.tensor<[1], f32>) {
  %sizes = tenon.constant dense<5> : !tenon.tensor<[1], i64>
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<5xi64>)
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<?x5xf32>)
  // CHECK: tensor.extract
  %0 = tenon.resize %x to %sizes by %scales axes = [1] mode = "nearest" : !tenon.tensor<[n, w], f32> to !tenon.tensor<[1], i64> by !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @unchanged
tenon.model @unchanged(%x: !tenon.tensor<[n, w], f32>) {
  // CHECK-NOT: linalg.generic
  // CHECK: return %arg0
  %sizes = tenon.shape_of %x : !tenon.tensor<[n, w], f32> -> !tenon.tensor<*, ?>
  %0 = tenon.resize %x to %sizes axes = [0, 1] mode = "linear" : !tenon.tensor<[n, w], f32> to !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Positions are limited to the input before anything is read.
// CHECK-LABEL: func.func @grid
tenon.model @grid(%x: !tenon.tensor<[n, 3, 4, 5], f32>, %g: !tenon.tensor<[n, h, w, 2], f32>) {
  // CHECK: linalg.generic
  // CHECK: arith.minnumf
  // CHECK: arith.maxnumf
  // CHECK: arith.fptosi
  // CHECK-COUNT-4: tensor.extract
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "edge" : !tenon.tensor<[n, 3, 4, 5], f32>, !tenon.tensor<[n, h, w, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
