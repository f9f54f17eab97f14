// What the rules of transposed convolutions and col2im find.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @sizes(
tenon.model @sizes(%x: !tenon.tensor<[n, 8, h, 7], f32>, %w: !tenon.tensor<[8, 4, 3, 2], f32>) {
  // CHECK: tenon.conv_transpose {{.*}} -> !tenon.tensor<[n, 4, h + 2, 8], f32>
  %0 = tenon.conv_transpose %x, %w : !tenon.tensor<[n, 8, h, 7], f32>, !tenon.tensor<[8, 4, 3, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.conv_transpose {{.*}} -> !tenon.tensor<[n, 8, 2*h, 22], f32>
  %1 = tenon.conv_transpose %x, %w {groups = 2 : i64, strides = array<i64: 2, 3>, pads = array<i64: 1, 0, 1, 0>, output_padding = array<i64: 1, 2>} : !tenon.tensor<[n, 8, h, 7], f32>, !tenon.tensor<[8, 4, 3, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.conv_transpose {{.*}} -> !tenon.tensor<[n, 4, 2*h, 21], f32>
  %2 = tenon.conv_transpose %x, %w {strides = array<i64: 2, 3>, padding = #tenon.padding<same_upper>} : !tenon.tensor<[n, 8, h, 7], f32>, !tenon.tensor<[8, 4, 3, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.conv_transpose {{.*}} -> !tenon.tensor<[n, 4, 20, 15], f32>
  %3 = tenon.conv_transpose %x, %w {strides = array<i64: 2, 2>, output_sizes = array<i64: 20, 15>} : !tenon.tensor<[n, 8, h, 7], f32>, !tenon.tensor<[8, 4, 3, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.conv_transpose {{.*}} -> !tenon.tensor<[n, 4, h + 4, 8], f32>
  %4 = tenon.conv_transpose %x, %w {dilations = array<i64: 2, 1>} : !tenon.tensor<[n, 8, h, 7], f32>, !tenon.tensor<[8, 4, 3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @channels_last(
tenon.model @channels_last(%x: !tenon.tensor<[n, 5, 8], f32>, %w: !tenon.tensor<[3, 8, 4], f32>) {
  // CHECK: tenon.conv_transpose {{.*}} -> !tenon.tensor<[n, 7, 4], f32>
  %0 = tenon.conv_transpose %x, %w {layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 5, 8], f32>, !tenon.tensor<[3, 8, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Cutting off more than there is depends on the data.
// CHECK-LABEL: tenon.model @cut(
// CHECK: #tenon.constraint<h - 2 at_least 0, "E0113",
tenon.model @cut(%x: !tenon.tensor<[n, 8, h], f32>, %w: !tenon.tensor<[8, 4, 3], f32>) {
  // CHECK: tenon.conv_transpose {{.*}} -> !tenon.tensor<[n, 4, h - 2], f32>
  %0 = tenon.conv_transpose %x, %w {pads = array<i64: 2, 2>} : !tenon.tensor<[n, 8, h], f32>, !tenon.tensor<[8, 4, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @undone(
tenon.model @undone(%x: !tenon.tensor<[n, 20, 12], f32>) {
  %image = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %kernel = tenon.constant dense<[2, 5]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.col2im {{.*}} -> !tenon.tensor<[n, 2, 4, 8], f32>
  %0 = tenon.col2im %x, %image, %kernel : !tenon.tensor<[n, 20, 12], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
