// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[READ:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d2 * 2 + d4, d3 * 2 + d5)>
// CHECK-DAG: #[[WINDOW:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d4, d5)>
// CHECK-DAG: #[[RESULT:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d2, d3)>
// CHECK-DAG: #[[PLACE:.+]] = affine_map<(d0, d1, d2) -> (d1)>
// CHECK-DAG: #[[DILATED:.+]] = affine_map<(d0, d1, d2, d3) -> (d0, d1 + d3 * 3, d2)>

// Padding never wins; in ceil mode there is more of it.
// CHECK-LABEL: func.func @max
tenon.model @max(%x: !tenon.tensor<[2, 8, 12, 13], f32>) {
  // CHECK: %[[LOWEST:.*]] = arith.constant 0xFF800000 : f32
  // CHECK: %[[PADDED:.*]] = tensor.pad %{{.*}} low[0, 0, 0, 0] high[0, 0, 1, 0]
  // CHECK: tensor.yield %[[LOWEST]]
  // CHECK: %[[INIT:.*]] = linalg.fill
  // CHECK: %[[WINDOW_SHAPE:.*]] = tensor.empty() : tensor<3x3xf32>
  // CHECK: linalg.generic {indexing_maps = [#[[READ]], #[[WINDOW]], #[[RESULT]]], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]} ins(%[[PADDED]], %[[WINDOW_SHAPE]] : {{.*}}) outs(%[[INIT]] : tensor<2x8x6x6xf32>)
  // CHECK: arith.maximumf
  %0 = tenon.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, ceil_mode = true} : !tenon.tensor<[2, 8, 12, 13], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @max_integers
tenon.model @max_integers(%x: !tenon.tensor<[2, 9, c], i8>, %y: !tenon.tensor<[2, 9, c], ui8>) {
  // CHECK: arith.constant -128 : i8
  // CHECK: linalg.generic {indexing_maps = [#[[DILATED]],
  // CHECK: arith.maxsi
  %0 = tenon.max_pool %x {kernel = array<i64: 2>, dilations = array<i64: 3>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 9, c], i8> -> !tenon.tensor<*, ?>
  // CHECK: arith.constant 0 : i8
  // CHECK: arith.maxui
  %1 = tenon.max_pool %y {kernel = array<i64: 2>, pads = array<i64: 1, 1>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 9, c], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["y", "z"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Where all windows are full, or padding counts, the divisor is one number.
// CHECK-LABEL: func.func @average
tenon.model @average(%x: !tenon.tensor<[n, 8, 12, 12], bf16>) {
  // CHECK: %[[SUM:.*]] = linalg.generic {indexing_maps = [#[[READ]], #[[WINDOW]], #[[RESULT]]]{{.*}} outs(%{{.*}} : tensor<?x8x6x6xf32>)
  // CHECK: arith.extf
  // CHECK: arith.addf
  // CHECK-NOT: linalg.index
  // CHECK: linalg.generic {{.*}} ins(%[[SUM]] : tensor<?x8x6x6xf32>) outs(%{{.*}} : tensor<?x8x6x6xbf16>)
  // CHECK: arith.constant 9.000000e+00 : f32
  // CHECK: arith.divf
  // CHECK: arith.truncf
  %0 = tenon.avg_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, count_include_pad = true} : !tenon.tensor<[n, 8, 12, 12], bf16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Otherwise it is counted for each place once, not for each channel.
// CHECK-LABEL: func.func @average_of_input
tenon.model @average_of_input(%x: !tenon.tensor<[2, s, 4], f32>) {
  // CHECK: %[[SUM:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<2x?x4xf32>)
  // CHECK: %[[COUNTS:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<?xf32>)
  // CHECK: linalg.index 0
  // CHECK: linalg.generic {indexing_maps = [{{.*}}, #[[PLACE]], {{.*}} ins(%[[SUM]], %[[COUNTS]] : tensor<2x?x4xf32>, tensor<?xf32>)
  // CHECK: arith.divf
  %0 = tenon.avg_pool %x {kernel = array<i64: 3>, padding = #tenon.padding<same_upper>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, s, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
