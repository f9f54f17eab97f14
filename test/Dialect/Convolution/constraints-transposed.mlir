// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @conv_transpose_c1_axes(%x: !tenon.tensor<[8, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0101]: `conv_transpose` takes an input with 3 to 5 axes, but it has 2: [8, 16]
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:29-
  %0 = tenon.conv_transpose %x, %f : !tenon.tensor<[8, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c2_axes(%x: !tenon.tensor<[8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0101]: `conv_transpose` takes an input with 4 axes (as its filter [8, 4, 3, 3] has), but it has 3
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:29-
  %0 = tenon.conv_transpose %x, %f : !tenon.tensor<[8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c3_types(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f16>) {
  // CHECK: error[E0201]: `conv_transpose` joins
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:33-
  %0 = tenon.conv_transpose %x, %f : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f16> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c4_integers(%x: !tenon.tensor<[2, 8, 16, 16], i32>, %f: !tenon.tensor<[8, 4, 3, 3], i32>) {
  // CHECK: error[E0202]: `conv_transpose` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:29-
  %0 = tenon.conv_transpose %x, %f : !tenon.tensor<[2, 8, 16, 16], i32>, !tenon.tensor<[8, 4, 3, 3], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c5_groups(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv_transpose` has groups = 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:46-
  %0 = tenon.conv_transpose %x, %f {groups = 0 : i64} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c6_groups(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0106]: `conv_transpose` splits 8 input channels into 3 groups
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:46-
  %0 = tenon.conv_transpose %x, %f {groups = 3 : i64} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c7_channels(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[6, 4, 3, 3], f32>) {
  // CHECK: error[E0104]: `conv_transpose` takes 6 channels, but its input has 8 (axis 1 of [2, 8, 16, 16])
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:29-
  %0 = tenon.conv_transpose %x, %f : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[6, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c8_bias(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>, %b: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0112]: `conv_transpose` needs a bias of length 8 (axis 1 of its filter [8, 4, 3, 3] for each of 2 groups), but it has 4
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:37-
  %0 = tenon.conv_transpose %x, %f, %b {groups = 2 : i64} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c9_entries(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0115]: `conv_transpose` has 1 output paddings, but needs 2
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:54-
  %0 = tenon.conv_transpose %x, %f {output_padding = array<i64: 1>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c10_stride(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv_transpose` has strides[0] = 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:47-
  %0 = tenon.conv_transpose %x, %f {strides = array<i64: 0, 1>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c10_size(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv_transpose` has output_sizes[0] = -1, but it must be at least 0
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:52-
  %0 = tenon.conv_transpose %x, %f {output_sizes = array<i64: -1, 1>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c11_pads(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv_transpose` has pads[0] = 1, but it must be 0 with padding same_upper
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:82-
  %0 = tenon.conv_transpose %x, %f {padding = #tenon.padding<same_upper>, pads = array<i64: 1, 0, 0, 0>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c12_kernel(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 0, 3], f32>) {
  // CHECK: error[E0116]: `conv_transpose` has a kernel size of 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:33-
  %0 = tenon.conv_transpose %x, %f : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 0, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @conv_transpose_c13_cut(%x: !tenon.tensor<[2, 8, 16, 16], f32>, %f: !tenon.tensor<[8, 4, 3, 3], f32>) {
  // CHECK: error[E0113]: `conv_transpose` would give axis 2 a size of -2
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:44-
  %0 = tenon.conv_transpose %x, %f {pads = array<i64: 10, 0, 10, 0>} : !tenon.tensor<[2, 8, 16, 16], f32>, !tenon.tensor<[8, 4, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @col2im_c1_axes(%x: !tenon.tensor<[10, 16], f32>) {
  %s = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %k = tenon.constant dense<[1, 5]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0101]: `col2im` takes an input with 3 axes, but it has 2: [10, 16]
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:21-
  %0 = tenon.col2im %x, %s, %k : !tenon.tensor<[10, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @col2im_c2_truth(%x: !tenon.tensor<[1, 10, 16], i1>) {
  %s = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %k = tenon.constant dense<[1, 5]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0202]: `col2im` takes numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:21-
  %0 = tenon.col2im %x, %s, %k : !tenon.tensor<[1, 10, 16], i1>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @col2im_c3_count(%x: !tenon.tensor<[1, 10, 16], f32>) {
  %s = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %k = tenon.constant dense<5> : !tenon.tensor<[1], i64>
  // CHECK: error[E0115]: `col2im` has 1 kernel sizes, but needs 2 for its image
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:29-
  %0 = tenon.col2im %x, %s, %k : !tenon.tensor<[1, 10, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @col2im_c4_kernel(%x: !tenon.tensor<[1, 10, 16], f32>) {
  %s = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %k = tenon.constant dense<[1, 0]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0116]: `col2im` has a kernel size of 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:29-
  %0 = tenon.col2im %x, %s, %k : !tenon.tensor<[1, 10, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @col2im_c5_pads(%x: !tenon.tensor<[1, 10, 16], f32>) {
  %s = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %k = tenon.constant dense<[1, 5]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0115]: `col2im` has 2 paddings, but needs 4
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:40-
  %0 = tenon.col2im %x, %s, %k {pads = array<i64: 0, 0>} : !tenon.tensor<[1, 10, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @col2im_c6_stride(%x: !tenon.tensor<[1, 10, 16], f32>) {
  %s = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %k = tenon.constant dense<[1, 5]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0116]: `col2im` has strides[1] = 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:43-
  %0 = tenon.col2im %x, %s, %k {strides = array<i64: 1, 0>} : !tenon.tensor<[1, 10, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @col2im_c7_channels(%x: !tenon.tensor<[1, 11, 16], f32>) {
  %s = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %k = tenon.constant dense<[1, 5]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0106]: `col2im` splits 11 input channels into 5 groups
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:21-
  %0 = tenon.col2im %x, %s, %k : !tenon.tensor<[1, 11, 16], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @col2im_c8_places(%x: !tenon.tensor<[1, 10, 17], f32>) {
  %s = tenon.constant dense<[4, 8]> : !tenon.tensor<[2], i64>
  %k = tenon.constant dense<[1, 5]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0112]: `col2im` needs an input of length 16
  // CHECK-NEXT: {{.*}}constraints-transposed.mlir:[[@LINE+1]]:21-
  %0 = tenon.col2im %x, %s, %k : !tenon.tensor<[1, 10, 17], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
