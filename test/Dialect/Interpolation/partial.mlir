// What stays certain of results when operands are known in part.
// RUN: not model-opt --tenon-check %s 2>/dev/null
// RUN: model-opt %s | FileCheck %s

// CHECK-LABEL: tenon.model @resize(
tenon.model @resize(%x: !tenon.tensor<[?, 8, ?, 16], ?>, %any: !tenon.tensor<*, ?>, %sizes: !tenon.tensor<[2], i64>, %scales: !tenon.tensor<[2], f32>) {
  // CHECK: tenon.resize {{.*}} -> !tenon.tensor<[?, 8, ?, ?], ?>
  %0 = tenon.resize %x to %sizes axes = [2, 3] mode = "linear" : !tenon.tensor<[?, 8, ?, 16], ?> to !tenon.tensor<[2], i64> -> !tenon.tensor<[?, 8, ?, ?], ?>
  // CHECK: tenon.resize {{.*}} -> !tenon.tensor<*, ?>
  %1 = tenon.resize %any by %scales axes = [2, 3] mode = "linear" : !tenon.tensor<*, ?> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @sample(
tenon.model @sample(%any: !tenon.tensor<*, ?>, %grid: !tenon.tensor<[2, 4, ?, 2], f32>) {
  // CHECK: tenon.grid_sample {{.*}} -> !tenon.tensor<[2, ?, 4, ?], ?>
  %0 = tenon.grid_sample %any, %grid mode = "linear" border = "zeros" : !tenon.tensor<*, ?>, !tenon.tensor<[2, 4, ?, 2], f32> -> !tenon.tensor<[2, ?, 4, ?], ?>
  // CHECK: tenon.roi_align {{.*}} -> !tenon.tensor<[?, ?, 3, 4], ?>
  %1 = tenon.roi_align %any, %any, %any size = [3, 4] mode = "mean" : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<[?, ?, 3, 4], ?>
  tenon.output []
}
