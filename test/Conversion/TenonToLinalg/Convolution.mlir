// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// Loops over the result's axes come first, then window and channels.
// CHECK-DAG: #[[BIAS:.+]] = affine_map<(d0, d1, d2, d3) -> (d3)>
// CHECK-DAG: #[[LAST:.+]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d0, d1 * 2 + d4, d2 * 2 + d5, d6)>
// CHECK-DAG: #[[LASTW:.+]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d4, d5, d6, d3)>
// CHECK-DAG: #[[RESULT:.+]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d0, d1, d2, d3)>
// CHECK-DAG: #[[FIRST:.+]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d0, d4, d2 + d5, d3 + d6 * 2)>
// CHECK-DAG: #[[FIRSTW:.+]] = affine_map<(d0, d1, d2, d3, d4, d5, d6) -> (d1, d4, d5, d6)>
// CHECK-DAG: #[[DEPTH:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1 + d4, d2 + d5, d3)>
// CHECK-DAG: #[[DEPTHW:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d4, d5, d3)>
// CHECK-DAG: #[[GROUP:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d4, d3 + d5)>
// CHECK-DAG: #[[GROUPW:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d1, d2, d4, d5)>
// CHECK-DAG: #[[MANY:.+]] = affine_map<(d0, d1, d2, d3, d4) -> (d0, d1 + d4, d2)>
// CHECK-DAG: #[[MANYW:.+]] = affine_map<(d0, d1, d2, d3, d4) -> (d4, d2, d3)>
// CHECK-DAG: #[[CUBE:.+]] = affine_map<(d0, d1, d2, d3, d4, d5, d6, d7, d8) -> (d0, d1 + d5, d2 + d6, d3 + d7, d8)>

// The sum starts from the bias; sizes with padding come from symbols.
// CHECK-LABEL: func.func @channels_last
// CHECK-SAME: (%[[X:.*]]: tensor<?x28x28x3xf32>, %[[W:.*]]: tensor<3x3x3x8xf32>, %[[B:.*]]: tensor<8xf32>, %[[N:.*]]: index)
tenon.model @channels_last(%x: !tenon.tensor<[n, 28, 28, 3], f32>, %w: !tenon.tensor<[3, 3, 3, 8], f32>, %b: !tenon.tensor<[8], f32>) {
  // CHECK: %[[ZERO:.*]] = linalg.fill ins(%{{.*}} : f32) outs(%{{.*}} : tensor<?x29x29x3xf32>)
  // CHECK: %[[PADDED:.*]] = tensor.insert_slice %[[X]] into %[[ZERO]][0, 0, 0, 0] [%[[N]], 28, 28, 3] [1, 1, 1, 1]
  // CHECK: %[[INIT:.*]] = linalg.generic {indexing_maps = [#[[BIAS]], {{.*}}ins(%[[B]] : tensor<8xf32>)
  // CHECK: linalg.generic {indexing_maps = [#[[LAST]], #[[LASTW]], #[[RESULT]]], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction", "reduction"]} ins(%[[PADDED]], %[[W]] : {{.*}}) outs(%[[INIT]] : tensor<?x14x14x8xf32>)
  // CHECK: arith.mulf
  // CHECK: arith.addf
  %0 = tenon.conv %x, %w, %b {strides = array<i64: 2, 2>, padding = #tenon.padding<same_upper>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 28, 28, 3], f32>, !tenon.tensor<[3, 3, 3, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Without bias the sum starts from zero; 16 bits are summed in 32.
// CHECK-LABEL: func.func @channels_first
tenon.model @channels_first(%x: !tenon.tensor<[2, 3, 8, 8], f16>, %w: !tenon.tensor<[4, 3, 3, 3], f16>) {
  // CHECK: %[[PADDED:.*]] = tensor.pad %{{.*}} low[0, 0, 1, 0] high[0, 0, 1, 0]
  // CHECK: %[[INIT:.*]] = linalg.fill ins(%{{.*}} : f32) outs(%{{.*}} : tensor<2x4x8x4xf32>)
  // CHECK: %[[SUM:.*]] = linalg.generic {indexing_maps = [#[[FIRST]], #[[FIRSTW]], #[[RESULT]]], {{.*}} ins(%[[PADDED]], %{{.*}} : tensor<2x3x10x8xf16>, tensor<4x3x3x3xf16>) outs(%[[INIT]]
  // CHECK-COUNT-2: arith.extf
  // CHECK: linalg.generic {{.*}} ins(%[[SUM]] : tensor<2x4x8x4xf32>) outs(%{{.*}} : tensor<2x4x8x4xf16>)
  // CHECK: arith.truncf
  %0 = tenon.conv %x, %w {pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 1, 2>} : !tenon.tensor<[2, 3, 8, 8], f16>, !tenon.tensor<[4, 3, 3, 3], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Each channel by itself needs no loop over the channels of a group.
// CHECK-LABEL: func.func @depthwise
tenon.model @depthwise(%x: !tenon.tensor<[n, h, w, 16], f32>, %w: !tenon.tensor<[3, 3, 1, 16], f32>) {
  // CHECK: %[[W:.*]] = tensor.collapse_shape %{{.*}} {{\[\[}}0], [1], [2, 3]] : tensor<3x3x1x16xf32> into tensor<3x3x16xf32>
  // CHECK: linalg.generic {indexing_maps = [#[[DEPTH]], #[[DEPTHW]], {{.*}} iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]} ins(%{{.*}}, %[[W]]
  %0 = tenon.conv %x, %w {groups = 16 : i64, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, h, w, 16], f32>, !tenon.tensor<[3, 3, 1, 16], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Other groups split the channel axes in two.
// CHECK-LABEL: func.func @grouped
tenon.model @grouped(%x: !tenon.tensor<[n, 8, s], f64>, %w: !tenon.tensor<[6, 4, 3], f64>, %b: !tenon.tensor<[6], f64>) {
  // CHECK: %[[X:.*]] = tensor.expand_shape %{{.*}} {{\[\[}}0], [1, 2], [3]] output_shape [%{{.*}}, 2, 4, %{{.*}}]
  // CHECK: %[[W:.*]] = tensor.expand_shape %{{.*}} {{\[\[}}0, 1], [2], [3]] output_shape [2, 3, 4, 3]
  // CHECK: tensor.expand_shape %{{.*}} {{\[\[}}0, 1]] output_shape [2, 3] : tensor<6xf64>
  // CHECK: %[[SUM:.*]] = linalg.generic {indexing_maps = [#[[GROUP]], #[[GROUPW]], {{.*}} iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]} ins(%[[X]], %[[W]]
  // CHECK: tensor.collapse_shape %[[SUM]] {{\[\[}}0], [1, 2], [3]] : tensor<?x2x3x?xf64> into tensor<?x6x?xf64>
  %0 = tenon.conv %x, %w, %b {groups = 2 : i64} : !tenon.tensor<[n, 8, s], f64>, !tenon.tensor<[6, 4, 3], f64>, !tenon.tensor<[6], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Several filters a channel.
// CHECK-LABEL: func.func @depthwise_multiplied
tenon.model @depthwise_multiplied(%x: !tenon.tensor<[1, 8, 4], f32>, %w: !tenon.tensor<[3, 1, 12], f32>) {
  // CHECK: linalg.generic {indexing_maps = [#[[MANY]], #[[MANYW]], {{.*}} ins(%{{.*}}, %{{.*}} : tensor<1x8x4xf32>, tensor<3x4x3xf32>) outs(%{{.*}} : tensor<1x6x4x3xf32>)
  // CHECK: tensor.collapse_shape %{{.*}} : tensor<1x6x4x3xf32> into tensor<1x6x12xf32>
  %0 = tenon.conv %x, %w {groups = 4 : i64, layout = #tenon.layout<channels_last>} : !tenon.tensor<[1, 8, 4], f32>, !tenon.tensor<[3, 1, 12], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @volume
tenon.model @volume(%x: !tenon.tensor<[1, 4, 5, 6, 2], f32>, %w: !tenon.tensor<[2, 2, 2, 2, 3], f32>) {
  // CHECK: linalg.generic {indexing_maps = [#[[CUBE]], {{.*}} outs(%{{.*}} : tensor<1x3x4x5x3xf32>)
  %0 = tenon.conv %x, %w {layout = #tenon.layout<channels_last>} : !tenon.tensor<[1, 4, 5, 6, 2], f32>, !tenon.tensor<[2, 2, 2, 2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// No elements, no slices of them.
// CHECK-LABEL: func.func @empty
// CHECK-NOT: tensor.pad
// CHECK-NOT: tensor.insert_slice
// CHECK: return %{{.*}} : tensor<0x4x8x8xf32>
tenon.model @empty(%x: !tenon.tensor<[0, 3, 8, 8], f32>, %w: !tenon.tensor<[4, 3, 3, 3], f32>) {
  %0 = tenon.conv %x, %w {pads = array<i64: 1, 1, 1, 1>} : !tenon.tensor<[0, 3, 8, 8], f32>, !tenon.tensor<[4, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
