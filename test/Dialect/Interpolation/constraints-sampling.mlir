// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @roi_align_c1_axes(%x: !tenon.tensor<[2, 8, 16], f32>, %b: !tenon.tensor<[5, 4], f32>, %i: !tenon.tensor<[5], i64>) {
  // CHECK: error[E0101]: `roi_align` takes an input with 4 axes, but it has 3: [2, 8, 16]
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:24-
  %0 = tenon.roi_align %x, %b, %i size = [3, 4] mode = "mean" : !tenon.tensor<[2, 8, 16], f32>, !tenon.tensor<[5, 4], f32>, !tenon.tensor<[5], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @roi_align_c2_width(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 3], f32>, %i: !tenon.tensor<[5], i64>) {
  // CHECK: error[E0112]: `roi_align` needs regions of length 4 (axis 1 of [5, 3]), but it has 3
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:28-
  %0 = tenon.roi_align %x, %b, %i size = [3, 4] mode = "mean" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[5, 3], f32>, !tenon.tensor<[5], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @roi_align_c3_count(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 4], f32>, %i: !tenon.tensor<[6], i64>) {
  // CHECK: error[E0112]: `roi_align` needs batch indices of length 5 (axis 0 of [6]), but it has 6
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:32-
  %0 = tenon.roi_align %x, %b, %i size = [3, 4] mode = "mean" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[5, 4], f32>, !tenon.tensor<[6], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @roi_align_c3_floats(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 4], f32>, %i: !tenon.tensor<[5], f32>) {
  // CHECK: error[E0202]: `roi_align` takes integers, but its batch indices is float32
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:32-
  %0 = tenon.roi_align %x, %b, %i size = [3, 4] mode = "mean" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[5, 4], f32>, !tenon.tensor<[5], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @roi_align_c4_types(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 4], f16>, %i: !tenon.tensor<[5], i64>) {
  // CHECK: error[E0201]: `roi_align` joins [2, 8, 16, 16] and [5, 4]: float32 against float16
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:28-
  %0 = tenon.roi_align %x, %b, %i size = [3, 4] mode = "mean" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[5, 4], f16>, !tenon.tensor<[5], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @roi_align_c5_size(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 4], f32>, %i: !tenon.tensor<[5], i64>) {
  // CHECK: error[E0116]: `roi_align` has size[1] = 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:42-
  %0 = tenon.roi_align %x, %b, %i size = [3, 0] mode = "mean" : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[5, 4], f32>, !tenon.tensor<[5], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @roi_align_c6_samples(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 4], f32>, %i: !tenon.tensor<[5], i64>) {
  // CHECK: error[E0116]: `roi_align` has samples = -1, but it must be at least 0
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:74-
  %0 = tenon.roi_align %x, %b, %i size = [3, 4] mode = "mean" {samples = -1 : i64} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[5, 4], f32>, !tenon.tensor<[5], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @roi_align_c7_empty(%x: !tenon.tensor<[0, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 4], f32>, %i: !tenon.tensor<[5], i64>) {
  // CHECK: error[E0122]: `roi_align` picks from axis 0 of [0, 8, 16, 16], which has no elements
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:24-
  %0 = tenon.roi_align %x, %b, %i size = [3, 4] mode = "mean" : !tenon.tensor<[0, 8, 16, 16], f32>, !tenon.tensor<[5, 4], f32>, !tenon.tensor<[5], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @max_roi_pool_c1_axes(%x: !tenon.tensor<[2, 8, 16], f32>, %b: !tenon.tensor<[5, 5], f32>) {
  // CHECK: error[E0101]: `max_roi_pool` takes an input with 4 axes
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:27-
  %0 = tenon.max_roi_pool %x, %b size = [3, 4] : !tenon.tensor<[2, 8, 16], f32>, !tenon.tensor<[5, 5], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @max_roi_pool_c2_width(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 4], f32>) {
  // CHECK: error[E0112]: `max_roi_pool` needs regions of length 5 (axis 1 of [5, 4]), but it has 4
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:31-
  %0 = tenon.max_roi_pool %x, %b size = [3, 4] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[5, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @max_roi_pool_c3_integers(%x: !tenon.tensor<[2, 8, 16, 16], i32>, %b: !tenon.tensor<[5, 5], i32>) {
  // CHECK: error[E0202]: `max_roi_pool` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:27-
  %0 = tenon.max_roi_pool %x, %b size = [3, 4] : !tenon.tensor<[2, 8, 16, 16], i32>, !tenon.tensor<[5, 5], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @max_roi_pool_c4_size(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %b: !tenon.tensor<[5, 5], f32>) {
  // CHECK: error[E0115]: `max_roi_pool` has 1 sizes, but needs 2 for height and width
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:41-
  %0 = tenon.max_roi_pool %x, %b size = [3] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[5, 5], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @max_roi_pool_c5_empty(%x: !tenon.tensor<[2, 8, 16, 0], f32>, %b: !tenon.tensor<[5, 5], f32>) {
  // CHECK: error[E0122]: `max_roi_pool` picks from axis 3
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:27-
  %0 = tenon.max_roi_pool %x, %b size = [3, 4] : !tenon.tensor<[2, 8, 16, 0], f32>, !tenon.tensor<[5, 5], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c1_axes(%x: !tenon.tensor<[8, 16, 16], f32>, %o: !tenon.tensor<[2, 18, 14, 14], f32>) {
  // CHECK: error[E0101]: `deform_sample` takes an input with 4 axes, but it has 3
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:28-
  %0 = tenon.deform_sample %x, %o kernel = [3, 3] : !tenon.tensor<[8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c2_types(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %o: !tenon.tensor<[2, 18, 14, 14], f64>) {
  // CHECK: error[E0201]: `deform_sample` joins
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:32-
  %0 = tenon.deform_sample %x, %o kernel = [3, 3] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c3_kernel(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %o: !tenon.tensor<[2, 18, 14, 14], f32>) {
  // CHECK: error[E0116]: `deform_sample` has kernel[1] = 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:44-
  %0 = tenon.deform_sample %x, %o kernel = [3, 0] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c4_pads(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %o: !tenon.tensor<[2, 18, 14, 14], f32>) {
  // CHECK: error[E0115]: `deform_sample` has 2 paddings, but needs 4
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:59-
  %0 = tenon.deform_sample %x, %o kernel = [3, 3] {pads = array<i64: 0, 0>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c5_stride(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %o: !tenon.tensor<[2, 18, 14, 14], f32>) {
  // CHECK: error[E0116]: `deform_sample` has strides[0] = 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:62-
  %0 = tenon.deform_sample %x, %o kernel = [3, 3] {strides = array<i64: 0, 1>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c6_groups(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %o: !tenon.tensor<[2, 18, 14, 14], f32>) {
  // CHECK: error[E0106]: `deform_sample` splits 8 input channels into 3 groups
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:61-
  %0 = tenon.deform_sample %x, %o kernel = [3, 3] {groups = 3 : i64} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c7_channels(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %o: !tenon.tensor<[2, 9, 14, 14], f32>) {
  // CHECK: error[E0112]: `deform_sample` needs offsets of length 18 (axis 1 of [2, 9, 14, 14]), but it has 9
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:32-
  %0 = tenon.deform_sample %x, %o kernel = [3, 3] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 9, 14, 14], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c7_places(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %o: !tenon.tensor<[2, 18, 14, 14], f32>, %m: !tenon.tensor<[2, 9, 14, 15], f32>) {
  // CHECK: error[E0112]: `deform_sample` needs a mask of length 14 (axis 3 of [2, 9, 14, 15]), but it has 15
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:36-
  %0 = tenon.deform_sample %x, %o, %m kernel = [3, 3] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[2, 18, 14, 14], f32>, !tenon.tensor<[2, 9, 14, 15], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c8_batch(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %o: !tenon.tensor<[3, 18, 14, 14], f32>) {
  // CHECK: error[E0112]: `deform_sample` needs offsets of length 2 (axis 0 of [3, 18, 14, 14]), but it has 3
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:32-
  %0 = tenon.deform_sample %x, %o kernel = [3, 3] : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[3, 18, 14, 14], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @deform_sample_c9_empty(%x: !tenon.tensor<[2, 8, 0, 16], f32>, %o: !tenon.tensor<[2, 18, 1, 17], f32>) {
  // CHECK: error[E0122]: `deform_sample` picks from axis 2
  // CHECK-NEXT: {{.*}}constraints-sampling.mlir:[[@LINE+1]]:28-
  %0 = tenon.deform_sample %x, %o kernel = [3, 3] {pads = array<i64: 1, 1, 2, 2>} : !tenon.tensor<[2, 8, 0, 16], f32>, !tenon.tensor<[2, 18, 1, 17], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
