// What the rule of the poolings finds.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @static(
tenon.model @static(%x: !tenon.tensor<[1, 8, 12, 13], f32>) {
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<[1, 8, 5, 6], f32>
  %0 = tenon.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>} : !tenon.tensor<[1, 8, 12, 13], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @static_ceil(
tenon.model @static_ceil(%x: !tenon.tensor<[1, 8, 12, 13], f32>) {
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<[1, 8, 6, 6], f32>
  %0 = tenon.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, ceil_mode = true} : !tenon.tensor<[1, 8, 12, 13], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// A third window would start in the high padding.
// CHECK-LABEL: tenon.model @ceil_in_padding(
tenon.model @ceil_in_padding(%x: !tenon.tensor<[1, 1, 4, 4], f32>) {
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<[1, 1, 2, 2], f32>
  %0 = tenon.max_pool %x {kernel = array<i64: 2, 2>, strides = array<i64: 3, 3>, pads = array<i64: 1, 1, 1, 1>, ceil_mode = true} : !tenon.tensor<[1, 1, 4, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// A window may overhang an input smaller than itself.
// CHECK-LABEL: tenon.model @ceil_small(
tenon.model @ceil_small(%x: !tenon.tensor<[1, 1, 2, 2], f32>) {
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<[1, 1, 1, 1], f32>
  %0 = tenon.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, ceil_mode = true} : !tenon.tensor<[1, 1, 2, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @static_1d(
tenon.model @static_1d(%x: !tenon.tensor<[2, 10, 4], i8>) {
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<[2, 2, 4], i8>
  %0 = tenon.max_pool %x {kernel = array<i64: 3>, dilations = array<i64: 4>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 10, 4], i8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @static_3d(
tenon.model @static_3d(%x: !tenon.tensor<[2, 3, 4, 5, 6], bf16>) {
  // CHECK: tenon.avg_pool {{.*}} -> !tenon.tensor<[2, 3, 2, 3, 2], bf16>
  %0 = tenon.avg_pool %x {kernel = array<i64: 1, 2, 3>, padding = #tenon.padding<same_upper>, strides = array<i64: 2, 2, 4>} : !tenon.tensor<[2, 3, 4, 5, 6], bf16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @symbolic(
// CHECK-SAME: constraints [
// CHECK-SAME: #tenon.constraint<h + 2 at_least 3, "E0105", "the window of `avg_pool` spans 3 on axis 1 of [n, h, w, c], which must have at least 3 there with padding">
tenon.model @symbolic(%x: !tenon.tensor<[n, h, w, c], f32>) {
  // CHECK: tenon.avg_pool {{.*}} -> !tenon.tensor<[n, (h + 1) floordiv 2, (w + 1) floordiv 2, c], f32>
  %0 = tenon.avg_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, h, w, c], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @symbolic_ceil(
// CHECK-SAME: #tenon.constraint<h at_least 2, "E0105"
tenon.model @symbolic_ceil(%x: !tenon.tensor<[n, c, h, w], f32>) {
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<[n, c, h floordiv 2, w floordiv 2], f32>
  %0 = tenon.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, ceil_mode = true} : !tenon.tensor<[n, c, h, w], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @symbolic_same(
// CHECK-NOT: constraints
tenon.model @symbolic_same(%x: !tenon.tensor<[n, c, h, w], f32>) {
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<[n, c, (h + 1) floordiv 2, (w + 1) floordiv 2], f32>
  %0 = tenon.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, padding = #tenon.padding<same_lower>} : !tenon.tensor<[n, c, h, w], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The kernel tells the rank.
// CHECK-LABEL: tenon.model @partial_rank(
tenon.model @partial_rank(%x: !tenon.tensor<error *, ?>) {
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<error [?, ?, ?, ?], ?>
  %0 = tenon.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>} : !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @partial_sizes(
tenon.model @partial_sizes(%x: !tenon.tensor<error *, ?>) symbols [n] {
  %open_x = tenon.relu %x : !tenon.tensor<error *, ?> -> !tenon.tensor<[n, ?, 12, ?], f32>
  // CHECK: tenon.max_pool {{.*}} -> !tenon.tensor<error [n, ?, 5, ?], f32>
  %0 = tenon.max_pool %open_x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>} : !tenon.tensor<[n, ?, 12, ?], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @indices(
tenon.model @indices(%x: !tenon.tensor<[n, 8, h, 13], i8>) {
  // CHECK: tenon.max_pool_indices {{.*}} -> !tenon.tensor<[n, 8, h - 2, 6], i64>
  %0 = tenon.max_pool_indices %x {kernel = array<i64: 3, 3>, strides = array<i64: 1, 2>} : !tenon.tensor<[n, 8, h, 13], i8> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @norm(
tenon.model @norm(%x: !tenon.tensor<[n, 8, 12, 13], f32>) {
  // CHECK: tenon.lp_pool {{.*}} -> !tenon.tensor<[n, 8, 6, 6], f32>
  %0 = tenon.lp_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, ceil_mode = true, p = 2 : i64} : !tenon.tensor<[n, 8, 12, 13], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
