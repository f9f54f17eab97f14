// What the rule of conv finds from static, symbolic and partial operands.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @static_2d(
tenon.model @static_2d(%x: !tenon.tensor<[1, 3, 224, 224], f32>, %w: !tenon.tensor<[32, 3, 3, 3], f32>, %b: !tenon.tensor<[32], f32>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[1, 32, 112, 112], f32>
  %0 = tenon.conv %x, %w, %b {strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>} : !tenon.tensor<[1, 3, 224, 224], f32>, !tenon.tensor<[32, 3, 3, 3], f32>, !tenon.tensor<[32], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The window spans 13 of 16.
// CHECK-LABEL: tenon.model @static_1d(
tenon.model @static_1d(%x: !tenon.tensor<[2, 16, 4], f16>, %w: !tenon.tensor<[5, 4, 8], f16>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[2, 4, 8], f16>
  %0 = tenon.conv %x, %w {dilations = array<i64: 3>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 16, 4], f16>, !tenon.tensor<[5, 4, 8], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @static_3d(
tenon.model @static_3d(%x: !tenon.tensor<[1, 2, 5, 6, 7], f64>, %w: !tenon.tensor<[4, 1, 1, 2, 3], f64>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[1, 4, 5, 3, 2], f64>
  %0 = tenon.conv %x, %w {groups = 2 : i64, strides = array<i64: 1, 2, 3>} : !tenon.tensor<[1, 2, 5, 6, 7], f64>, !tenon.tensor<[4, 1, 1, 2, 3], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @static_same(
tenon.model @static_same(%x: !tenon.tensor<[1, 7, 8, 3], f32>, %w: !tenon.tensor<[3, 3, 3, 8], f32>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[1, 4, 3, 8], f32>
  %0 = tenon.conv %x, %w {strides = array<i64: 2, 3>, padding = #tenon.padding<same_lower>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[1, 7, 8, 3], f32>, !tenon.tensor<[3, 3, 3, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Empty tensors are tensors.
// CHECK-LABEL: tenon.model @no_images(
tenon.model @no_images(%x: !tenon.tensor<[0, 0, 8, 8], f32>, %w: !tenon.tensor<[4, 0, 3, 3], f32>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[0, 4, 6, 6], f32>
  %0 = tenon.conv %x, %w : !tenon.tensor<[0, 0, 8, 8], f32>, !tenon.tensor<[4, 0, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Nothing about sizes depends on the data.
// CHECK-LABEL: tenon.model @depthwise(
// CHECK-NOT: constraints
tenon.model @depthwise(%x: !tenon.tensor<[n, h, w, 32], f32>, %w: !tenon.tensor<[3, 3, 1, 64], f32>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[n, h, w, 64], f32>
  %0 = tenon.conv %x, %w {groups = 32 : i64, padding = #tenon.padding<same_upper>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, h, w, 32], f32>, !tenon.tensor<[3, 3, 1, 64], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @symbolic(
// CHECK-SAME: constraints [
// CHECK-SAME: #tenon.constraint<h + 2 at_least 3, "E0105", "the window of `conv` spans 3 on axis 2 of [batch, 3, h, w], which must have at least 3 there with padding">
tenon.model @symbolic(%x: !tenon.tensor<[batch, 3, h, w], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[batch, 8, (h + 1) floordiv 2, (w + 1) floordiv 2], f32>
  %0 = tenon.conv %x, %w {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>} : !tenon.tensor<[batch, 3, h, w], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The bounds say that the window fits.
// CHECK-LABEL: tenon.model @bounded(
// CHECK-NOT: constraints
tenon.model @bounded(%x: !tenon.tensor<[batch, 3, h, 2*h], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) symbols [h in [3, *]] {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[batch, 8, h - 2, 2*h - 2], f32>
  %0 = tenon.conv %x, %w : !tenon.tensor<[batch, 3, h, 2*h], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// A filter may come from outside too.
// CHECK-LABEL: tenon.model @symbolic_filter(
// CHECK-DAG: #tenon.constraint<f divisible_by 2, "E0106", "2 groups of `conv` must divide its output channels">
// CHECK-DAG: #tenon.constraint<8 equal f, "E0112", "`conv` needs a bias of length f (axis 0 of its filter [f, d, k, k])">
// CHECK-DAG: #tenon.constraint<c equal 2*d, "E0104", "`conv` takes 2*d channels, and its input has c (axis 1 of [n, c, 8, 8])">
// CHECK-DAG: #tenon.constraint<k at_least 1, "E0116", "the filter of `conv` must not be empty on axis 2">
tenon.model @symbolic_filter(%x: !tenon.tensor<[n, c, 8, 8], f32>, %w: !tenon.tensor<[f, d, k, k], f32>, %b: !tenon.tensor<[8], f32>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<[n, f, -k + 9, -k + 9], f32>
  %0 = tenon.conv %x, %w, %b {groups = 2 : i64} : !tenon.tensor<[n, c, 8, 8], f32>, !tenon.tensor<[f, d, k, k], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Of failed operands only what is certain is used.
// CHECK-LABEL: tenon.model @partial_input(
tenon.model @partial_input(%x: !tenon.tensor<error *, f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<error [?, 8, ?, ?], f32>
  %0 = tenon.conv %x, %w : !tenon.tensor<error *, f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @partial_filter(
tenon.model @partial_filter(%x: !tenon.tensor<[n, 3, 8, 9], f32>, %w: !tenon.tensor<error *, ?>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<error [n, ?, ?, ?], f32>
  %0 = tenon.conv %x, %w : !tenon.tensor<[n, 3, 8, 9], f32>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Padding to the same size needs no filter.
// CHECK-LABEL: tenon.model @partial_filter_same(
tenon.model @partial_filter_same(%x: !tenon.tensor<[n, 3, 8, 9], f32>, %w: !tenon.tensor<error *, f32>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<error [n, ?, 4, 5], f32>
  %0 = tenon.conv %x, %w {padding = #tenon.padding<same_upper>, strides = array<i64: 2, 2>} : !tenon.tensor<[n, 3, 8, 9], f32>, !tenon.tensor<error *, f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @partial_sizes(
tenon.model @partial_sizes(%x: !tenon.tensor<error *, ?>, %w: !tenon.tensor<error *, ?>) symbols [n] {
  %open_w = tenon.relu %w : !tenon.tensor<error *, ?> -> !tenon.tensor<[?, 3, 3, 3], f32>
  %open_x = tenon.relu %x : !tenon.tensor<error *, ?> -> !tenon.tensor<[n, ?, 8, ?], ?>
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<error [n, ?, 6, ?], f32>
  %0 = tenon.conv %open_x, %open_w : !tenon.tensor<[n, ?, 8, ?], ?>, !tenon.tensor<[?, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @partial_both(
tenon.model @partial_both(%x: !tenon.tensor<error *, ?>, %w: !tenon.tensor<error *, ?>) {
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<error *, ?>
  %0 = tenon.conv %x, %w : !tenon.tensor<error *, ?>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Sizes beyond 64 bits are unknown, not wrong.
// CHECK-LABEL: tenon.model @overflow(
tenon.model @overflow(%x: !tenon.tensor<[n, 3, 8, 9], f32>, %w: !tenon.tensor<error *, ?>) {
  %open_w = tenon.relu %w : !tenon.tensor<error *, ?> -> !tenon.tensor<[8, 3, ?, 3], f32>
  // CHECK: tenon.conv {{.*}} -> !tenon.tensor<error [n, 8, ?, 7], f32>
  %0 = tenon.conv %x, %open_w {dilations = array<i64: 9223372036854775807, 1>} : !tenon.tensor<[n, 3, 8, 9], f32>, !tenon.tensor<[8, 3, ?, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
