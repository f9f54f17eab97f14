// Each numbered constraint of reverse_sequence, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @reverse_sequence_c1_batch(%a: !tenon.tensor<[seq, 3, 4], f32>, %b: !tenon.tensor<[3], i64>) {
  // CHECK: error[E0108]: `reverse_sequence` names axis 3, but [seq, 3, 4] has 3 axes
  // CHECK-NEXT: {{.*}}constraints-sequence.mlir:[[@LINE+1]]:52-
  %0 = tenon.reverse_sequence %a, %b {batch_axis = 3 : i64, time_axis = 0 : i64} : !tenon.tensor<[seq, 3, 4], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reverse_sequence_c1_time(%a: !tenon.tensor<[seq, 3, 4], f32>, %b: !tenon.tensor<[3], i64>) {
  // CHECK: error[E0108]: `reverse_sequence` names axis -4, but [seq, 3, 4] has 3 axes
  // CHECK-NEXT: {{.*}}constraints-sequence.mlir:[[@LINE+1]]:73-
  %0 = tenon.reverse_sequence %a, %b {batch_axis = 1 : i64, time_axis = -4 : i64} : !tenon.tensor<[seq, 3, 4], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reverse_sequence_c2_one_axis(%a: !tenon.tensor<[seq, 3, 4], f32>, %b: !tenon.tensor<[3], i64>) {
  // CHECK: error[E0121]: `reverse_sequence` names axis 1 of [seq, 3, 4] twice
  // CHECK-NEXT: {{.*}}constraints-sequence.mlir:[[@LINE+1]]:73-
  %0 = tenon.reverse_sequence %a, %b {batch_axis = 1 : i64, time_axis = -2 : i64} : !tenon.tensor<[seq, 3, 4], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reverse_sequence_c3_float(%a: !tenon.tensor<[seq, 3, 4], f32>, %b: !tenon.tensor<[3], f32>) {
  // CHECK: error[E0202]: `reverse_sequence` takes integers, but its lengths is float32
  // CHECK-NEXT: {{.*}}constraints-sequence.mlir:[[@LINE+1]]:35-
  %0 = tenon.reverse_sequence %a, %b {batch_axis = 1 : i64, time_axis = 0 : i64} : !tenon.tensor<[seq, 3, 4], f32>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reverse_sequence_c3_matrix(%a: !tenon.tensor<[seq, 3, 4], f32>, %b: !tenon.tensor<[3, 1], i64>) {
  // CHECK: error[E0101]: `reverse_sequence` takes its lengths with 1 axis, but it has 2: [3, 1]
  // CHECK-NEXT: {{.*}}constraints-sequence.mlir:[[@LINE+1]]:35-
  %0 = tenon.reverse_sequence %a, %b {batch_axis = 1 : i64, time_axis = 0 : i64} : !tenon.tensor<[seq, 3, 4], f32>, !tenon.tensor<[3, 1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reverse_sequence_c4_length(%a: !tenon.tensor<[seq, 3, 4], f32>, %b: !tenon.tensor<[4], i64>) {
  // CHECK: error[E0112]: `reverse_sequence` needs its lengths of length 3 (axis 1 of [seq, 3, 4]), but it has 4
  // CHECK-NEXT: {{.*}}constraints-sequence.mlir:[[@LINE+1]]:35-
  %0 = tenon.reverse_sequence %a, %b {batch_axis = 1 : i64, time_axis = 0 : i64} : !tenon.tensor<[seq, 3, 4], f32>, !tenon.tensor<[4], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
