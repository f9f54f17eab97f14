// Sequences turned round: text, types, and what is known of constants.
// RUN: model-opt %s | model-opt | FileCheck %s --check-prefix=TEXT
// RUN: model-opt --tenon-check %s | FileCheck %s

// TEXT-LABEL: tenon.model @types
// CHECK-LABEL: tenon.model @types
// CHECK-SAME: constraints [#tenon.constraint<3 equal n, "E0112", "`reverse_sequence` needs one length for each position on axis 1 of [seq, n, 4]">]
tenon.model @types(%a: !tenon.tensor<[seq, n, 4], i8>, %b: !tenon.tensor<[3], i32>) {
  // TEXT: tenon.reverse_sequence %{{.*}}, %{{.*}} {batch_axis = 1 : i64, time_axis = 0 : i64} : !tenon.tensor<[seq, n, 4], i8>, !tenon.tensor<[3], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reverse_sequence {{.*}} -> !tenon.tensor<[seq, 3, 4], i8>
  %0 = tenon.reverse_sequence %a, %b {batch_axis = 1 : i64, time_axis = 0 : i64} : !tenon.tensor<[seq, n, 4], i8>, !tenon.tensor<[3], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Lengths beyond the range are limited to it.
// CHECK-LABEL: tenon.model @values
tenon.model @values(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[[1, 2, 3], [4, 5, 6], [7, 8, 9]]> : !tenon.tensor<[3, 3], i64>
  %b = tenon.constant dense<[2, 99, -1]> : !tenon.tensor<[3], i64>
  %0 = tenon.reverse_sequence %a, %b {batch_axis = -2 : i64, time_axis = -1 : i64} : !tenon.tensor<[3, 3], i64>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  %c = tenon.constant dense<[9]> : !tenon.tensor<[1], i64>
  %1 = tenon.reshape %0, %c : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[2, 1, 3, 6, 5, 4, 7, 8, 9], f32>
  %2 = tenon.fill %1, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
