// Resizing and sampling of small constants, computed by hand.
// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// CHECK-LABEL: tenon.model @nearest
// CHECK-NEXT: dense<[1, 1, 2, 2, 3, 3]>
// CHECK-NEXT: dense<[1, 2, 2, 3, 3, 3]>
// CHECK-NEXT: dense<[1, 1, 1, 2, 2, 3]>
// CHECK-NEXT: dense<[9, 1, 2, 3, 9]>
tenon.model @nearest() {
  %x = tenon.constant dense<[1, 2, 3]> : !tenon.tensor<[3], i8>
  %two = tenon.constant dense<2.0> : !tenon.tensor<[1], f32>
  %0 = tenon.resize %x by %two axes = [0] mode = "nearest" : !tenon.tensor<[3], i8> by !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.resize %x by %two axes = [0] mode = "nearest" {coordinates = "asymmetric", rounding = "ceil"} : !tenon.tensor<[3], i8> by !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.resize %x by %two axes = [0] mode = "nearest" {coordinates = "align_corners", rounding = "floor"} : !tenon.tensor<[3], i8> by !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  %five = tenon.constant dense<5> : !tenon.tensor<[1], i64>
  %roi = tenon.constant dense<[-0.5, 1.5]> : !tenon.tensor<[2], f32>
  %3 = tenon.resize %x to %five in %roi axes = [0] mode = "nearest" {coordinates = "crop", extrapolation = 9.0 : f64} : !tenon.tensor<[3], i8> to !tenon.tensor<[1], i64> in !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @linear
// CHECK-NEXT: dense<[0.000000e+00, 1.000000e+00, 3.000000e+00, 4.000000e+00]>
// CHECK-NEXT: dense<[0.000000e+00, 2.000000e+00, 4.000000e+00]>
// CHECK-NEXT: dense<[7.500000e-01, 4.000000e+00, 7.250000e+00]>
tenon.model @linear() {
  %x = tenon.constant dense<[0.0, 4.0]> : !tenon.tensor<[2], f32>
  %two = tenon.constant dense<2.0> : !tenon.tensor<[1], f32>
  %0 = tenon.resize %x by %two axes = [0] mode = "linear" : !tenon.tensor<[2], f32> by !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  %three = tenon.constant dense<3> : !tenon.tensor<[1], i64>
  %1 = tenon.resize %x to %three axes = [0] mode = "linear" {coordinates = "half_pixel_or_zero"} : !tenon.tensor<[2], f32> to !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // A wider kernel, of weights 1/8, 3/8, 3/8, 1/8.
  %y = tenon.constant dense<[0.0, 1.0, 3.0, 5.0, 7.0, 8.0]> : !tenon.tensor<[6], f32>
  %half = tenon.constant dense<0.5> : !tenon.tensor<[1], f32>
  %2 = tenon.resize %y by %half axes = [0] mode = "linear" {antialias} : !tenon.tensor<[6], f32> by !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @grid
// CHECK-NEXT: dense<{{\[\[\[}}1.500000e+00, 1.000000e+00, 5.000000e-01]]]>
// CHECK-NEXT: dense<{{\[\[\[}}1.500000e+00, 1.000000e+00, 1.000000e+00]]]>
tenon.model @grid() {
  %x = tenon.constant dense<[[[1.0, 2.0]]]> : !tenon.tensor<[1, 1, 2], f32>
  %g = tenon.constant dense<[[[0.0], [-0.5], [-1.0]]]> : !tenon.tensor<[1, 3, 1], f32>
  %0 = tenon.grid_sample %x, %g mode = "linear" border = "zeros" : !tenon.tensor<[1, 1, 2], f32>, !tenon.tensor<[1, 3, 1], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.grid_sample %x, %g mode = "linear" border = "edge" : !tenon.tensor<[1, 1, 2], f32>, !tenon.tensor<[1, 3, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
