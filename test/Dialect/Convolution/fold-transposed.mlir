// Transposed convolutions of small constants, computed by hand.
// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// CHECK-LABEL: tenon.model @transposed
// CHECK-NEXT: dense<{{\[\[\[}}1.000000e+00, 1.200000e+01, 2.300000e+01, 3.000000e+01]]]>
// CHECK-NEXT: dense<{{\[\[\[}}1.500000e+00, 1.050000e+01, 2.500000e+00, 2.050000e+01, 3.500000e+00, 3.050000e+01, 5.000000e-01]]]>
// CHECK-NEXT: dense<{{\[\[\[}}1.000000e+01, 2.000000e+00, 2.000000e+01, 3.000000e+00]]]>
tenon.model @transposed() {
  %x = tenon.constant dense<[[[1.0, 2.0, 3.0]]]> : !tenon.tensor<[1, 1, 3], f32>
  %w = tenon.constant dense<[[[1.0, 10.0]]]> : !tenon.tensor<[1, 1, 2], f32>
  %b = tenon.constant dense<0.5> : !tenon.tensor<[1], f32>
  %0 = tenon.conv_transpose %x, %w : !tenon.tensor<[1, 1, 3], f32>, !tenon.tensor<[1, 1, 2], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.conv_transpose %x, %w, %b {strides = array<i64: 2>, output_padding = array<i64: 1>} : !tenon.tensor<[1, 1, 3], f32>, !tenon.tensor<[1, 1, 2], f32>, !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.conv_transpose %x, %w {strides = array<i64: 2>, pads = array<i64: 1, 1>} : !tenon.tensor<[1, 1, 3], f32>, !tenon.tensor<[1, 1, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
