// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @conv
tenon.model @conv(%x: !tenon.tensor<[n, 8, 16, 16], f32>, %w: !tenon.tensor<[8, 8, 3, 3], f32>, %b: !tenon.tensor<[8], f32>, %v: !tenon.tensor<[3, 3, 1, 16], f32>) {
  // What is as usual is not written.
  // CHECK: tenon.conv %{{.*}}, %{{.*}} : !tenon.tensor<[n, 8, 16, 16], f32>, !tenon.tensor<[8, 8, 3, 3], f32> -> !tenon.tensor<[n, 8, 14, 14], f32>
  %0 = tenon.conv %x, %w {groups = 1 : i64, padding = #tenon.padding<explicit>, layout = #tenon.layout<channels_first>} : !tenon.tensor<[n, 8, 16, 16], f32>, !tenon.tensor<[8, 8, 3, 3], f32> -> !tenon.tensor<[n, 8, 14, 14], f32>
  // CHECK: tenon.conv %{{.*}}, %{{.*}}, %{{.*}} {dilations = array<i64: 1, 2>, pads = array<i64: 1, 2, 3, 4>, strides = array<i64: 2, 2>}
  // CHECK-SAME: : !tenon.tensor<[n, 8, 16, 16], f32>, !tenon.tensor<[8, 8, 3, 3], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.conv %x, %w, %b {strides = array<i64: 2, 2>, dilations = array<i64: 1, 2>, pads = array<i64: 1, 2, 3, 4>} : !tenon.tensor<[n, 8, 16, 16], f32>, !tenon.tensor<[8, 8, 3, 3], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.conv {{.*}} {groups = 16 : i64, layout = #tenon.layout<channels_last>, padding = #tenon.padding<same_upper>}
  %2 = tenon.conv %x, %v {groups = 16 : i64, padding = #tenon.padding<same_upper>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 8, 16, 16], f32>, !tenon.tensor<[3, 3, 1, 16], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<[n, 8, 14, 14], f32>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @transposed
tenon.model @transposed(%x: !tenon.tensor<[n, 8, 16, 16], f32>, %w: !tenon.tensor<[8, 4, 3, 3], f32>, %b: !tenon.tensor<[8], f32>, %cols: !tenon.tensor<[1, 10, 16], f32>, %sizes: !tenon.tensor<[2], i64>) {
  // CHECK: tenon.conv_transpose %{{.*}}, %{{.*}}, %{{.*}} {groups = 2 : i64, output_padding = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>}
  %0 = tenon.conv_transpose %x, %w, %b {groups = 2 : i64, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, output_padding = array<i64: 1, 1>} : !tenon.tensor<[n, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.col2im %{{.*}}, %{{.*}}, %{{.*}} : !tenon.tensor<[1, 10, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<[1, ?, 4, 8], f32>
  %1 = tenon.col2im %cols, %sizes, %sizes : !tenon.tensor<[1, 10, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<[1, ?, 4, 8], f32>
  tenon.output []
}
