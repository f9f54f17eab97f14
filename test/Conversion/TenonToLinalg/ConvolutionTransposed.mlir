// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[FROM:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1 - d4 + 1, d5)>
// CHECK-DAG: #[[FILTER:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d4, d2, d5, d3)>
// CHECK-DAG: #[[RESULT:.+]] = affine_map<(d0, d1, d2, d3, d4, d5) -> (d0, d1, d2, d3)>
// CHECK-DAG: #[[PLAIN:.+]] = affine_map<(d0, d1, d2, d3, d4) -> (d0, d1 - d3 * 2 + 4, d4)>

// Two phases of two taps each, as one contraction.
// CHECK-LABEL: func.func @phases
tenon.model @phases(%x: !tenon.tensor<[n, 16, 8], f32>, %w: !tenon.tensor<[4, 8, 6], f32>) {
  // CHECK: tensor.expand_shape %{{.*}} output_shape [2, 2, 8, 6]
  // CHECK: linalg.generic {indexing_maps = [#[[FROM]], #[[FILTER]], #[[RESULT]]], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]} {{.*}} outs(%{{.*}} : tensor<?x17x2x6xf32>)
  // CHECK: tensor.collapse_shape %{{.*}} : tensor<?x17x2x6xf32> into tensor<?x34x6xf32>
  // CHECK: tensor.extract_slice %{{.*}}[0, 1, 0] [%{{.*}}, 32, 6]
  %0 = tenon.conv_transpose %x, %w {strides = array<i64: 2>, pads = array<i64: 1, 1>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 16, 8], f32>, !tenon.tensor<[4, 8, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Without strides it is a convolution with taps in reverse.
// CHECK-LABEL: func.func @plain
tenon.model @plain(%x: !tenon.tensor<[1, 16, 8], f32>, %w: !tenon.tensor<[3, 8, 6], f32>) {
  // CHECK: tensor.pad %{{.*}} low[0, 4, 0] high[0, 4, 0]
  // CHECK: linalg.generic {indexing_maps = [#[[PLAIN]],
  // CHECK-NOT: tensor.extract_slice
  // CHECK: return
  %0 = tenon.conv_transpose %x, %w {dilations = array<i64: 2>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[1, 16, 8], f32>, !tenon.tensor<[3, 8, 6], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
