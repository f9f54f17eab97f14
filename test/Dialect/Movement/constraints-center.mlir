// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @center_crop_pad_c1_axes(%x: !tenon.tensor<[20, 4], f32>, %s: !tenon.tensor<[1, 2], i64>) {
  // CHECK: error[E0101]: `center_crop_pad` takes its sizes with 1 axis, but it has 2
  // CHECK-NEXT: {{.*}}constraints-center.mlir:[[@LINE+1]]:34-
  %0 = tenon.center_crop_pad %x, %s axes = [0, 1] : !tenon.tensor<[20, 4], f32>, !tenon.tensor<[1, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @center_crop_pad_c2_count(%x: !tenon.tensor<[20, 4], f32>, %s: !tenon.tensor<[3], i64>) {
  // CHECK: error[E0115]: `center_crop_pad` has 3 sizes, but needs 2 for its axes
  // CHECK-NEXT: {{.*}}constraints-center.mlir:[[@LINE+1]]:34-
  %0 = tenon.center_crop_pad %x, %s axes = [0, 1] : !tenon.tensor<[20, 4], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @center_crop_pad_c3_axis(%x: !tenon.tensor<[20, 4], f32>, %s: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0108]: `center_crop_pad` names axis 2, but [20, 4] has 2 axes
  // CHECK-NEXT: {{.*}}constraints-center.mlir:[[@LINE+1]]:44-
  %0 = tenon.center_crop_pad %x, %s axes = [0, 2] : !tenon.tensor<[20, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @center_crop_pad_c4_negative(%x: !tenon.tensor<[20, 4], f32>) {
  %s = tenon.constant dense<[2, -3]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0113]: `center_crop_pad` would give axis 1 a size of -3
  // CHECK-NEXT: {{.*}}constraints-center.mlir:[[@LINE+1]]:34-
  %0 = tenon.center_crop_pad %x, %s axes = [0, 1] : !tenon.tensor<[20, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
