// Poolings of small constants, computed by hand.
// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// CHECK-LABEL: tenon.model @max
// CHECK-NEXT: tenon.constant dense<{{\[\[\[}}-1, -2, -3]]]> : !tenon.tensor<[1, 1, 3], i8>
// CHECK-NEXT: tenon.constant dense<{{\[\[\[}}-1, -3]]]> : !tenon.tensor<[1, 1, 2], i8>
tenon.model @max() {
  %x = tenon.constant dense<[[[-1, -2, -5, -3]]]> : !tenon.tensor<[1, 1, 4], i8>
  // Padding never wins.
  %0 = tenon.max_pool %x {kernel = array<i64: 2>, strides = array<i64: 2>, pads = array<i64: 1, 1>} : !tenon.tensor<[1, 1, 4], i8> -> !tenon.tensor<*, ?>
  // Every third element from each; the second window overhangs.
  %1 = tenon.max_pool %x {kernel = array<i64: 2>, strides = array<i64: 3>, ceil_mode = true} : !tenon.tensor<[1, 1, 4], i8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["y", "z"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @average
// CHECK-NEXT: dense<{{\[\[\[}}1.000000e+00, 3.000000e+00, 6.000000e+00]]]>
// CHECK-NEXT: dense<{{\[\[\[}}5.000000e-01, 3.000000e+00, 3.000000e+00]]]>
// CHECK-NEXT: dense<{{\[\[\[}}1.500000e+00, 6.000000e+00]]]>
// CHECK-NEXT: dense<{{\[\[\[}}1.750000e+00, 5.000000e+00]]]>
tenon.model @average() {
  %x = tenon.constant dense<[[[1.0, 2.0, 4.0, 6.0]]]> : !tenon.tensor<[1, 1, 4], f32>
  %0 = tenon.avg_pool %x {kernel = array<i64: 2>, strides = array<i64: 2>, pads = array<i64: 1, 1>} : !tenon.tensor<[1, 1, 4], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.avg_pool %x {kernel = array<i64: 2>, strides = array<i64: 2>, pads = array<i64: 1, 1>, count_include_pad = true} : !tenon.tensor<[1, 1, 4], f32> -> !tenon.tensor<*, ?>
  // What overhangs even the padding never counts.
  %2 = tenon.avg_pool %x {kernel = array<i64: 2>, strides = array<i64: 3>, ceil_mode = true} : !tenon.tensor<[1, 1, 4], f32> -> !tenon.tensor<*, ?>
  %3 = tenon.avg_pool %x {kernel = array<i64: 4>, strides = array<i64: 3>, pads = array<i64: 1, 0>, ceil_mode = true, count_include_pad = true} : !tenon.tensor<[1, 1, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// The first of equal elements; padding is nowhere. In column-major order the
// rows are contiguous.
// CHECK-LABEL: tenon.model @indices
// CHECK-NEXT: tenon.constant dense<{{\[\[\[\[}}1, 1], [4, 4]]]]> : !tenon.tensor<[1, 1, 2, 2], i64>
// CHECK-NEXT: tenon.constant dense<{{\[\[\[\[}}2, 2], [1, 5]]]]> : !tenon.tensor<[1, 1, 2, 2], i64>
tenon.model @indices() {
  %x = tenon.constant dense<[[[[1, 9, 9], [0, 3, 2]]]]> : !tenon.tensor<[1, 1, 2, 3], i8>
  %0 = tenon.max_pool_indices %x {kernel = array<i64: 1, 2>} : !tenon.tensor<[1, 1, 2, 3], i8> -> !tenon.tensor<*, ?>
  %y = tenon.constant dense<[[[[1, 9, 9], [7, 3, 10]]]]> : !tenon.tensor<[1, 1, 2, 3], i8>
  %1 = tenon.max_pool_indices %y {kernel = array<i64: 1, 2>, column_major} : !tenon.tensor<[1, 1, 2, 3], i8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @norms
// CHECK-NEXT: dense<{{\[\[\[}}3.000000e+00, 7.000000e+00]]]>
// CHECK-NEXT: dense<{{\[\[\[}}5.000000e+00, 1.300000e+01]]]>
tenon.model @norms() {
  %x = tenon.constant dense<[[[-1.0, 2.0, 3.0, -4.0]]]> : !tenon.tensor<[1, 1, 4], f32>
  %0 = tenon.lp_pool %x {kernel = array<i64: 2>, strides = array<i64: 2>, p = 1 : i64} : !tenon.tensor<[1, 1, 4], f32> -> !tenon.tensor<*, ?>
  %y = tenon.constant dense<[[[3.0, -4.0, 5.0, 12.0]]]> : !tenon.tensor<[1, 1, 4], f32>
  %1 = tenon.lp_pool %y {kernel = array<i64: 2>, strides = array<i64: 2>, p = 2 : i64} : !tenon.tensor<[1, 1, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
