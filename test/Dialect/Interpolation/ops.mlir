// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @resize
tenon.model @resize(%x: !tenon.tensor<[n, 8, 16, 16], f32>, %sizes: !tenon.tensor<[2], i64>, %scales: !tenon.tensor<[2], f32>, %roi: !tenon.tensor<[4], f32>) {
  // CHECK: tenon.resize %{{.*}} to %{{.*}} axes = [2, 3] mode = "linear" : !tenon.tensor<[n, 8, 16, 16], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<[n, 8, 3, ?], f32>
  %0 = tenon.resize %x to %sizes axes = [2, 3] mode = "linear" : !tenon.tensor<[n, 8, 16, 16], f32> to !tenon.tensor<[2], i64> -> !tenon.tensor<[n, 8, 3, ?], f32>
  // CHECK: tenon.resize %{{.*}} by %{{.*}} axes = [-1, 2] mode = "cubic" {antialias, coordinates = "align_corners", cubic_a = -5.000000e-01 : f64, exclude_outside}
  %1 = tenon.resize %x by %scales axes = [-1, 2] mode = "cubic" {antialias, coordinates = "align_corners", cubic_a = -0.5 : f64, exclude_outside} : !tenon.tensor<[n, 8, 16, 16], f32> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.resize %{{.*}} to %{{.*}} by %{{.*}} in %{{.*}} axes = [2, 3] mode = "nearest" {coordinates = "crop", extrapolation = 7.000000e+00 : f64, rounding = "ceil"}
  %2 = tenon.resize %x to %sizes by %scales in %roi axes = [2, 3] mode = "nearest" {coordinates = "crop", extrapolation = 7.0 : f64, rounding = "ceil", policy = "stretch"} : !tenon.tensor<[n, 8, 16, 16], f32> to !tenon.tensor<[2], i64> by !tenon.tensor<[2], f32> in !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @sample
tenon.model @sample(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %grid: !tenon.tensor<[2, 4, 5, 2], f32>, %boxes: !tenon.tensor<[n, 4], f32>, %batch: !tenon.tensor<[n], i64>, %pooled: !tenon.tensor<[n, 5], f32>, %offsets: !tenon.tensor<[2, 18, 14, 14], f32>, %mask: !tenon.tensor<[2, 9, 14, 14], f32>) {
  // CHECK: tenon.grid_sample {{.*}} mode = "cubic" border = "reflect" {align_corners, layout = #tenon.layout<channels_last>}
  %0 = tenon.grid_sample %x, %grid mode = "cubic" border = "reflect" {align_corners, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 4, 5, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.roi_align {{.*}} size = [3, 4] mode = "max" {half_pixel, samples = 2 : i64, scale = 5.000000e-01 : f64}
  %1 = tenon.roi_align %x, %boxes, %batch size = [3, 4] mode = "max" {half_pixel, samples = 2 : i64, scale = 0.5 : f64} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[n, 4], f32>, !tenon.tensor<[n], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.max_roi_pool {{.*}} size = [3, 4] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[n, 5], f32> ->
  %2 = tenon.max_roi_pool %x, %pooled size = [3, 4] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[n, 5], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.deform_sample %{{.*}}, %{{.*}}, %{{.*}} kernel = [3, 3] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f32>, !tenon.tensor<[2, 9, 14, 14], f32> ->
  %3 = tenon.deform_sample %x, %offsets, %mask kernel = [3, 3] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f32>, !tenon.tensor<[2, 9, 14, 14], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
