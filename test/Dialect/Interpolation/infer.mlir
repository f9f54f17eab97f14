// What the rules of resizing and sampling find.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @by_scales(
tenon.model @by_scales(%x: !tenon.tensor<[n, 8, h, 7], f32>) {
  %two = tenon.constant dense<[2.0, 1.5]> : !tenon.tensor<[2], f32>
  // CHECK: tenon.resize {{.*}} -> !tenon.tensor<[n, 8, 2*h, 10], f32>
  %0 = tenon.resize %x by %two axes = [2, 3] mode = "linear" : !tenon.tensor<[n, 8, h, 7], f32> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // A scale of 32 bits is the quotient that it stands for: 0.7 is less than 7/10.
  %less = tenon.constant dense<[0.7, 0.7]> : !tenon.tensor<[2], f32>
  // CHECK: tenon.resize {{.*}} -> !tenon.tensor<[n, 8, (7*h) floordiv 10, 4], f32>
  %1 = tenon.resize %x by %less axes = [2, 3] mode = "nearest" : !tenon.tensor<[n, 8, h, 7], f32> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.resize {{.*}} -> !tenon.tensor<[14, 8], f32>
  %y = tenon.constant dense<0.0> : !tenon.tensor<[20, 8], f32>
  %tenths = tenon.constant dense<0.7> : !tenon.tensor<[1], f32>
  %2 = tenon.resize %y by %tenths axes = [0] mode = "nearest" : !tenon.tensor<[20, 8], f32> by !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @to_sizes(
tenon.model @to_sizes(%x: !tenon.tensor<[n, 8, 10, 20], f32>, %like: !tenon.tensor<[n, 4, h, w], f32>) {
  %shape = tenon.shape_of %like {start = 2 : i64} : !tenon.tensor<[n, 4, h, w], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.resize {{.*}} -> !tenon.tensor<[n, 8, h, w], f32>
  %0 = tenon.resize %x to %shape axes = [2, 3] mode = "linear" : !tenon.tensor<[n, 8, 10, 20], f32> to !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // All axes by the smaller, or the larger, of the scales 0.7 and 0.6.
  %sizes = tenon.constant dense<[7, 12]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.resize {{.*}} -> !tenon.tensor<[n, 8, 6, 12], f32>
  %1 = tenon.resize %x to %sizes axes = [2, 3] mode = "linear" {policy = "not_larger"} : !tenon.tensor<[n, 8, 10, 20], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.resize {{.*}} -> !tenon.tensor<[n, 8, 7, 14], f32>
  %2 = tenon.resize %x to %sizes axes = [2, 3] mode = "linear" {policy = "not_smaller"} : !tenon.tensor<[n, 8, 10, 20], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// What only the data decides must not be empty, where its size changes.
// CHECK-LABEL: tenon.model @not_empty(
// CHECK: #tenon.constraint<h at_least 1, "E0122",
tenon.model @not_empty(%x: !tenon.tensor<[n, 8, h, 20], f32>) {
  %sizes = tenon.constant dense<[7, 20]> : !tenon.tensor<[2], i64>
  %0 = tenon.resize %x to %sizes axes = [2, 3] mode = "linear" : !tenon.tensor<[n, 8, h, 20], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @sampled(
tenon.model @sampled(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %grid: !tenon.tensor<[2, h, w, 2], f32>, %boxes: !tenon.tensor<[n, 4], f32>, %batch: !tenon.tensor<[n], i32>, %pooled: !tenon.tensor<[n, 5], f32>) {
  // CHECK: tenon.grid_sample {{.*}} -> !tenon.tensor<[2, 8, h, w], f32>
  %0 = tenon.grid_sample %x, %grid mode = "linear" border = "zeros" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, h, w, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.grid_sample {{.*}} -> !tenon.tensor<[2, h, w, 16], f32>
  %1 = tenon.grid_sample %x, %grid mode = "linear" border = "zeros" {layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, h, w, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.roi_align {{.*}} -> !tenon.tensor<[n, 8, 3, 4], f32>
  %2 = tenon.roi_align %x, %boxes, %batch size = [3, 4] mode = "mean" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[n, 4], f32>, !tenon.tensor<[n], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.max_roi_pool {{.*}} -> !tenon.tensor<[n, 8, 3, 4], f32>
  %3 = tenon.max_roi_pool %x, %pooled size = [3, 4] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[n, 5], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @deformed(
tenon.model @deformed(%x: !tenon.tensor<[n, 8, 16, w], f32>, %offsets: !tenon.tensor<[n, 36, 8, m], f32>) {
  // CHECK: tenon.deform_sample {{.*}} -> !tenon.tensor<[n, 8, 24, 3*w], f32>
  %0 = tenon.deform_sample %x, %offsets kernel = [3, 3] {strides = array<i64: 2, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 2 : i64} : !tenon.tensor<[n, 8, 16, w], f32>, !tenon.tensor<[n, 36, 8, m], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
