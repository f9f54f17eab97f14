// Each numbered constraint of conv, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @conv_c1_vectors(%x: !tenon.tensor<error *, f32>, %w: !tenon.tensor<[8, 3], f32>) {
  // CHECK: error[E0101]: `conv` takes a filter with 3 to 5 axes, but it has 2: [8, 3]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.conv %x, %w : !tenon.tensor<error *, f32>, !tenon.tensor<[8, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c1_too_many(%x: !tenon.tensor<[n, 3, 4, 4, 4, 4], f32>, %w: !tenon.tensor<error *, f32>) {
  // CHECK: error[E0101]: `conv` takes an input with 3 to 5 axes, but it has 6: [n, 3, 4, 4, 4, 4]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.conv %x, %w : !tenon.tensor<[n, 3, 4, 4, 4, 4], f32>, !tenon.tensor<error *, f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c2_channel_missing(%x: !tenon.tensor<[batch, 28, 28], f32>, %w: !tenon.tensor<[3, 3, 1, 8], f32>) {
  // CHECK: error[E0101]: `conv` takes an input with 4 axes (as its filter [3, 3, 1, 8] has), but it has 3: [batch, 28, 28]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:19-
  // CHECK: help: add the missing channel axis: [batch, 28, 28, 1]
  %0 = tenon.conv %x, %w {layout = #tenon.layout<channels_last>} : !tenon.tensor<[batch, 28, 28], f32>, !tenon.tensor<[3, 3, 1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c2_batch_missing(%x: !tenon.tensor<[3, 28, 28], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0101]: `conv` takes an input with 4 axes (as its filter [8, 3, 3, 3] has), but it has 3: [3, 28, 28]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:19-
  // CHECK: help: add the missing batch axis in front: [1, 3, 28, 28]
  %0 = tenon.conv %x, %w : !tenon.tensor<[3, 28, 28], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c3_filter(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f16>) {
  // CHECK: error[E0201]: `conv` joins [n, 3, 8, 8] and [8, 3, 3, 3]: float32 against float16
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.conv %x, %w : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c3_bias(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>, %b: !tenon.tensor<[8], f64>) {
  // CHECK: error[E0201]: `conv` joins [n, 3, 8, 8] and [8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.conv %x, %w, %b : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32>, !tenon.tensor<[8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c4_integers(%x: !tenon.tensor<[n, 3, 8, 8], i32>, %w: !tenon.tensor<[8, 3, 3, 3], i32>) {
  // CHECK: error[E0202]: `conv` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.conv %x, %w : !tenon.tensor<[n, 3, 8, 8], i32>, !tenon.tensor<[8, 3, 3, 3], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c5_no_groups(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv` has groups = 0, but it must be at least 1
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.conv %x, %w {groups = 0 : i64} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c6_input_channels(%x: !tenon.tensor<[n, 4, 8, 8], f32>, %w: !tenon.tensor<[6, 1, 3, 3], f32>) {
  // CHECK: error[E0106]: `conv` splits 4 input channels into 3 groups, which leaves a remainder
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:36-
  // CHECK: help: choose a number of groups that divides 4
  %0 = tenon.conv %x, %w {groups = 3 : i64} : !tenon.tensor<[n, 4, 8, 8], f32>, !tenon.tensor<[6, 1, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c7_output_channels(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 1, 3, 3], f32>) {
  // CHECK: error[E0106]: `conv` splits 8 output channels into 3 groups, which leaves a remainder
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.conv %x, %w {groups = 3 : i64} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 1, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c8_channels(%x: !tenon.tensor<[n, 1, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0104]: `conv` takes 3 channels, but its input has 1 (axis 1 of [n, 1, 8, 8])
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.conv %x, %w : !tenon.tensor<[n, 1, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c8_other_layout(%x: !tenon.tensor<[n, 8, 8, 3], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0104]: `conv` takes 3 channels, but its input has 8 (axis 1 of [n, 8, 8, 3])
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:19-
  // CHECK: help: axis 3 has 3: transpose the input, or choose the other layout
  %0 = tenon.conv %x, %w : !tenon.tensor<[n, 8, 8, 3], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c8_depthwise_meant(%x: !tenon.tensor<[n, 8, 9, 9], f32>, %w: !tenon.tensor<[8, 1, 3, 3], f32>) {
  // CHECK: error[E0104]: `conv` takes 1 channels, but its input has 8 (axis 1 of [n, 8, 9, 9])
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:19-
  // CHECK: help: for a convolution of each channel by itself set groups to 8
  %0 = tenon.conv %x, %w : !tenon.tensor<[n, 8, 9, 9], f32>, !tenon.tensor<[8, 1, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c9_bias_rank(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>, %b: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0101]: `conv` takes a bias with 1 axis, but it has 2: [1, 8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.conv %x, %w, %b : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c9_bias_length(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>, %b: !tenon.tensor<[7], f32>) {
  // CHECK: error[E0112]: `conv` needs a bias of length 8 (axis 0 of its filter [8, 3, 3, 3]), but it has 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.conv %x, %w, %b : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32>, !tenon.tensor<[7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c10_strides(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0115]: `conv` has 1 strides, but needs 2 for [8, 3, 3, 3]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:37-
  %0 = tenon.conv %x, %w {strides = array<i64: 2>} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c10_dilations(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0115]: `conv` has 3 dilations, but needs 2 for [8, 3, 3, 3]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:39-
  %0 = tenon.conv %x, %w {dilations = array<i64: 1, 1, 1>} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c10_pads(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0115]: `conv` has 2 paddings, but needs 4 for [8, 3, 3, 3]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:34-
  %0 = tenon.conv %x, %w {pads = array<i64: 1, 1>} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c11_stride(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv` has strides[1] = 0, but it must be at least 1
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:37-
  %0 = tenon.conv %x, %w {strides = array<i64: 1, 0>} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c11_dilation(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv` has dilations[0] = -9223372036854775808, but it must be at least 1
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:39-
  %0 = tenon.conv %x, %w {dilations = array<i64: -9223372036854775808, 1>} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c11_pad(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv` has pads[3] = -1, but it must be at least 0
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:34-
  %0 = tenon.conv %x, %w {pads = array<i64: 0, 0, 0, -1>} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c12_pads_and_same(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0116]: `conv` has pads[1] = 1, but it must be 0 with padding same_upper
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:72-
  // CHECK: help: leave `pads` out, or choose explicit padding
  %0 = tenon.conv %x, %w {padding = #tenon.padding<same_upper>, pads = array<i64: 0, 1, 0, 1>} : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c13_empty_filter(%x: !tenon.tensor<[n, 3, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 0, 3], f32>) {
  // CHECK: error[E0116]: `conv` has a kernel size of 0, but it must be at least 1
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.conv %x, %w : !tenon.tensor<[n, 3, 8, 8], f32>, !tenon.tensor<[8, 3, 0, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c14_window(%x: !tenon.tensor<[n, 3, 2, 8], f32>, %w: !tenon.tensor<[8, 3, 3, 3], f32>) {
  // CHECK: error[E0105]: the window of `conv` spans 5 on axis 2, but the input has 4 there with padding: [n, 3, 2, 8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.conv %x, %w {dilations = array<i64: 2, 1>, pads = array<i64: 1, 0, 1, 0>} : !tenon.tensor<[n, 3, 2, 8], f32>, !tenon.tensor<[8, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @conv_c14_window_last(%x: !tenon.tensor<[n, 2, 8, 3], f32>, %w: !tenon.tensor<[3, 3, 3, 8], f32>) {
  // CHECK: error[E0105]: the window of `conv` spans 3 on axis 1, but the input has 2 there with padding: [n, 2, 8, 3]
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.conv %x, %w {layout = #tenon.layout<channels_last>} : !tenon.tensor<[n, 2, 8, 3], f32>, !tenon.tensor<[3, 3, 3, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Independent mistakes are all found; what follows a failed op is not blamed.
tenon.model @conv_all_at_once(%x: !tenon.tensor<[n, 4, 8, 8], f32>, %w: !tenon.tensor<[8, 3, 9, 3], f32>, %b: !tenon.tensor<[7], f32>) {
  // CHECK-DAG: error[E0104]: `conv` takes 3 channels, but its input has 4
  // CHECK-DAG: error[E0105]: the window of `conv` spans 9 on axis 2, but the input has 8
  // CHECK-DAG: error[E0112]: `conv` needs a bias of length 8
  %0 = tenon.conv %x, %w, %b : !tenon.tensor<[n, 4, 8, 8], f32>, !tenon.tensor<[8, 3, 9, 3], f32>, !tenon.tensor<[7], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.relu %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}


tenon.model @conv_c4_widen(%x: !tenon.tensor<[1, 2, 8], ui8>, %w: !tenon.tensor<[4, 2, 3], f32>, %b: !tenon.tensor<[4], i64>) {
  // CHECK: error[E0202]: `conv` takes integers of 8 or 16 bits, but its filter is float32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+3]]:23-
  // CHECK: error[E0202]: `conv` takes int32, but its bias is int64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.conv %x, %w, %b {widen} : !tenon.tensor<[1, 2, 8], ui8>, !tenon.tensor<[4, 2, 3], f32>, !tenon.tensor<[4], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: 30 errors
