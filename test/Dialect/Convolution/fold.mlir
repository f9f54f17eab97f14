// Convolutions of small constants, computed by hand.
// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// CHECK-LABEL: tenon.model @grouped
// CHECK-NEXT: tenon.constant dense<{{\[\[\[}}9.900000e+01, 9.900000e+01], [2.025000e+01, 7.025000e+01]]]> : !tenon.tensor<[1, 2, 2], f32>
tenon.model @grouped() {
  %x = tenon.constant dense<[[[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]]]> : !tenon.tensor<[1, 2, 3], f32>
  %w = tenon.constant dense<[[[1.0, -1.0]], [[0.5, 2.0]]]> : !tenon.tensor<[2, 1, 2], f32>
  %b = tenon.constant dense<[100.0, 0.25]> : !tenon.tensor<[2], f32>
  // 100 + 0 - 1, 100 + 2 - 3; 0.25 + 0/2 + 2*10, 0.25 + 20/2 + 2*30
  %0 = tenon.conv %x, %w, %b {groups = 2 : i64, pads = array<i64: 1, 0>, strides = array<i64: 2>} : !tenon.tensor<[1, 2, 3], f32>, !tenon.tensor<[2, 1, 2], f32>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Both layouts say the same.
// CHECK-LABEL: tenon.model @channels_last
// CHECK-NEXT: tenon.constant dense<{{\[\[\[}}2.100000e+01, 1.000000e+00], [4.200000e+01, 3.000000e+00], [6.000000e+01, 5.000000e+00]]]> : !tenon.tensor<[1, 3, 2], f64>
tenon.model @channels_last() {
  %x = tenon.constant dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]]> : !tenon.tensor<[1, 3, 2], f64>
  %w = tenon.constant dense<[[[0.0, 1.0], [10.0, 0.0]], [[1.0, 0.0], [-0.5, 0.0]]]> : !tenon.tensor<[2, 2, 2], f64>
  // The first filter takes ten times channel 1 here, and after it channel 0
  // less half of channel 1; the second takes channel 0.
  %0 = tenon.conv %x, %w {padding = #tenon.padding<same_upper>, layout = #tenon.layout<channels_last>} : !tenon.tensor<[1, 3, 2], f64>, !tenon.tensor<[2, 2, 2], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
