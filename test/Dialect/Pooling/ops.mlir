// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @pool
tenon.model @pool(%x: !tenon.tensor<[n, 8, 16, 16], f32>) {
  // CHECK: tenon.max_pool %{{.*}} {kernel = array<i64: 2, 2>} : !tenon.tensor<[n, 8, 16, 16], f32> -> !tenon.tensor<[n, 8, 15, 15], f32>
  %0 = tenon.max_pool %x {kernel = array<i64: 2, 2>, ceil_mode = false} : !tenon.tensor<[n, 8, 16, 16], f32> -> !tenon.tensor<[n, 8, 15, 15], f32>
  // CHECK: tenon.max_pool {{.*}} {ceil_mode = true, dilations = array<i64: 2, 1>, kernel = array<i64: 3, 3>, pads = array<i64: 1, 0, 1, 0>, strides = array<i64: 2, 2>}
  %1 = tenon.max_pool %x {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 2, 1>, pads = array<i64: 1, 0, 1, 0>, ceil_mode = true} : !tenon.tensor<[n, 8, 16, 16], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.avg_pool {{.*}} {count_include_pad = true, kernel = array<i64: 2, 2>, layout = #tenon.layout<channels_last>, padding = #tenon.padding<same_lower>}
  %2 = tenon.avg_pool %x {kernel = array<i64: 2, 2>, padding = #tenon.padding<same_lower>, count_include_pad = true, layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 8, 16, 16], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<[n, 8, 15, 15], f32>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @indices_and_norms
tenon.model @indices_and_norms(%x: !tenon.tensor<[n, 8, 16, 16], f32>) {
  // CHECK: tenon.max_pool_indices %{{.*}} {column_major, kernel = array<i64: 2, 2>} : !tenon.tensor<[n, 8, 16, 16], f32> -> !tenon.tensor<[n, 8, 15, 15], i64>
  %0 = tenon.max_pool_indices %x {kernel = array<i64: 2, 2>, column_major} : !tenon.tensor<[n, 8, 16, 16], f32> -> !tenon.tensor<[n, 8, 15, 15], i64>
  // CHECK: tenon.lp_pool %{{.*}} {kernel = array<i64: 2, 2>, p = 3 : i64}
  %1 = tenon.lp_pool %x {kernel = array<i64: 2, 2>, p = 3 : i64} : !tenon.tensor<[n, 8, 16, 16], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
