// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @batch_norm_c1_integers(%a: !tenon.tensor<[2, 8], i32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8], f32>, %e: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0202]: `batch_norm` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8], i32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @batch_norm_c2_element_types(%a: !tenon.tensor<[2, 8, 4, 4], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f16>, %d: !tenon.tensor<[8], f32>, %e: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0201]: `batch_norm` joins [2, 8, 4, 4] and [8]: float32 against float16
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 4, 4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f16>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @batch_norm_c3_vector(%a: !tenon.tensor<[8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8], f32>, %e: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `batch_norm` takes an input with at least 2 axes, but it has 1: [8]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @batch_norm_c4_matrix(%a: !tenon.tensor<[2, 8, 4, 4], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8, 1], f32>, %e: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `batch_norm` takes its mean with 1 axis, but it has 2: [8, 1]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:37-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 4, 4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8, 1], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @batch_norm_c5_length(%a: !tenon.tensor<[2, 8, 4, 4], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8], f32>, %e: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0112]: `batch_norm` needs its variance of length 8 (axis 1 of [2, 8, 4, 4]), but it has 4
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:41-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 4, 4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @batch_norm_c5_last(%a: !tenon.tensor<[2, 4, 4, 8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[4], f32>, %d: !tenon.tensor<[8], f32>, %e: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0112]: `batch_norm` needs its offset of length 8 (axis 3 of [2, 4, 4, 8]), but it has 4
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 4, 4, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @batch_norm_c5_channels(%a: !tenon.tensor<[2, 4, 4, 8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8], f32>, %e: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0104]: `batch_norm` takes 8 channels, but its input has 4 (axis 1 of [2, 4, 4, 8])
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 4, 4, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @batch_norm_c6_epsilon(%a: !tenon.tensor<[2, 8, 4, 4], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8], f32>, %e: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0116]: `batch_norm` has an epsilon of -1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:55-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = -1.0 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 4, 4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @batch_norm_c6_nan(%a: !tenon.tensor<[2, 8, 4, 4], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8], f32>, %e: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0116]: `batch_norm` has an epsilon of NaN, but it must be a number that is not negative
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:55-
  %0 = tenon.batch_norm %a, %b, %c, %d, %e {epsilon = 0x7FF8000000000000 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 4, 4], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @layer_norm_c1_integers(%a: !tenon.tensor<[2, 8], i32>) {
  // CHECK: error[E0202]: `layer_norm` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.layer_norm %a {axis = -1 : i64, epsilon = 1.0e-5 : f64} : !tenon.tensor<[2, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @layer_norm_c2_element_types(%a: !tenon.tensor<[2, 3, 8], f32>, %b: !tenon.tensor<[8], f64>) {
  // CHECK: error[E0201]: `layer_norm` joins [2, 3, 8] and [8]: float32 against float64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.layer_norm %a, %b {axis = -1 : i64, epsilon = 1.0e-5 : f64} : !tenon.tensor<[2, 3, 8], f32>, !tenon.tensor<[8], f64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @layer_norm_c3_axis(%a: !tenon.tensor<[2, 3, 8], f32>) {
  // CHECK: error[E0108]: `layer_norm` names axis 3, but [2, 3, 8] has 3 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.layer_norm %a {axis = 3 : i64, epsilon = 1.0e-5 : f64} : !tenon.tensor<[2, 3, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @layer_norm_c4_parameters(%a: !tenon.tensor<[2, 3, 8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0305]: `layer_norm` has 4 inputs, but takes 1 to 3: input, scale and offset
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.layer_norm %a, %b, %c, %d {axis = -1 : i64, epsilon = 1.0e-5 : f64} : !tenon.tensor<[2, 3, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @layer_norm_c5_rank(%a: !tenon.tensor<[2, 3, 8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[3, 8], f32>) {
  // CHECK: error[E0101]: `layer_norm` takes its offset with 1 axis, but it has 2: [3, 8]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.layer_norm %a, %b, %c {axis = -1 : i64, epsilon = 1.0e-5 : f64} : !tenon.tensor<[2, 3, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[3, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @layer_norm_c6_size(%a: !tenon.tensor<[2, 3, 8], f32>, %b: !tenon.tensor<[3], f32>) {
  // CHECK: error[E0112]: `layer_norm` needs its scale of length 8 (axis 2 of [2, 3, 8]), but it has 3
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.layer_norm %a, %b {axis = -1 : i64, epsilon = 1.0e-5 : f64} : !tenon.tensor<[2, 3, 8], f32>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @layer_norm_c6_sizes(%a: !tenon.tensor<[2, 3, 8], f32>, %b: !tenon.tensor<[8, 3], f32>) {
  // CHECK: error[E0112]: `layer_norm` needs its scale of length 3 (axis 1 of [2, 3, 8]), but it has 8
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+3]]:29-
  // CHECK: error[E0112]: `layer_norm` needs its scale of length 8 (axis 2 of [2, 3, 8]), but it has 3
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.layer_norm %a, %b {axis = 1 : i64, epsilon = 1.0e-5 : f64} : !tenon.tensor<[2, 3, 8], f32>, !tenon.tensor<[8, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @layer_norm_c7_epsilon(%a: !tenon.tensor<[2, 3, 8], f32>) {
  // CHECK: error[E0116]: `layer_norm` has an epsilon of -1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:56-
  %0 = tenon.layer_norm %a {axis = -1 : i64, epsilon = -1.0e-5 : f64} : !tenon.tensor<[2, 3, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c1_integers(%a: !tenon.tensor<[2, 8], i32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0202]: `group_norm` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.group_norm %a, %b, %c {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8], i32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c2_element_types(%a: !tenon.tensor<[2, 8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f16>) {
  // CHECK: error[E0201]: `group_norm` joins [2, 8] and [8]: float32 against float16
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.group_norm %a, %b, %c {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f16> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c3_vector(%a: !tenon.tensor<[8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `group_norm` takes an input with at least 2 axes, but it has 1: [8]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.group_norm %a, %b, %c {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c4_parameters(%a: !tenon.tensor<[2, 8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[8], f32>, %d: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0305]: `group_norm` has 4 inputs, but takes 1 to 3: input, scale and offset
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.group_norm %a, %b, %c, %d {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c5_matrix(%a: !tenon.tensor<[2, 8], f32>, %b: !tenon.tensor<[8, 1], f32>, %c: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `group_norm` takes its scale with 1 axis, but it has 2: [8, 1]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.group_norm %a, %b, %c {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8, 1], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c6_length(%a: !tenon.tensor<[2, 8, 3], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[3], f32>) {
  // CHECK: error[E0112]: `group_norm` needs its offset of length 8 (axis 1 of [2, 8, 3]), but it has 3
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.group_norm %a, %b, %c {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 3], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c6_one(%a: !tenon.tensor<[2, 8, 3], f32>, %b: !tenon.tensor<[1], f32>, %c: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0112]: `group_norm` needs its scale of length 8 (axis 1 of [2, 8, 3]), but it has 1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.group_norm %a, %b, %c {epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 3], f32>, !tenon.tensor<[1], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c7_none(%a: !tenon.tensor<[2, 8, 3], f32>) {
  // CHECK: error[E0116]: `group_norm` has a number of groups of 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:38-
  %0 = tenon.group_norm %a {groups = 0 : i64, epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c8_remainder(%a: !tenon.tensor<[2, 8, 3], f32>) {
  // CHECK: error[E0106]: `group_norm` splits 8 input channels into 3 groups, which leaves a remainder
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:38-
  %0 = tenon.group_norm %a {groups = 3 : i64, epsilon = 1.0e-5 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @group_norm_c9_epsilon(%a: !tenon.tensor<[2, 8, 3], f32>) {
  // CHECK: error[E0116]: `group_norm` has an epsilon of -1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:39-
  %0 = tenon.group_norm %a {epsilon = -1.0 : f64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: 28 errors
