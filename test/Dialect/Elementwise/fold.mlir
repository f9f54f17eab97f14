// Elementwise ops on constants.
// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// CHECK-LABEL: tenon.model @broadcast
// CHECK-NEXT: tenon.constant dense<{{\[\[}}11, 12, 13], [21, 22, 23]]> : !tenon.tensor<[2, 3], i32>
tenon.model @broadcast() {
  %x = tenon.constant dense<[[10], [20]]> : !tenon.tensor<[2, 1], i32>
  %y = tenon.constant dense<[[1, 2, 3]]> : !tenon.tensor<[1, 3], i32>
  %0 = tenon.add %x, %y : !tenon.tensor<[2, 1], i32>, !tenon.tensor<[1, 3], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Integers wrap, are divided towards zero, and by zero to zero.
// CHECK-LABEL: tenon.model @integers
// CHECK-NEXT: tenon.constant dense<[-3, 0, -128, 0]> : !tenon.tensor<[4], i8>
// CHECK-NEXT: tenon.constant dense<[126, 0, -128, 100]> : !tenon.tensor<[4], i8>
// CHECK-NEXT: tenon.constant dense<[3, 3, 3, 100]> : !tenon.tensor<[4], i8>
// CHECK-NEXT: tenon.constant dense<[-1, 0, -1, 1]> : !tenon.tensor<[4], i8>
tenon.model @integers() {
  %x = tenon.constant dense<[-7, 0, -128, 100]> : !tenon.tensor<[4], i8>
  %y = tenon.constant dense<[2, 5, -1, 0]> : !tenon.tensor<[4], i8>
  %0 = tenon.div %x, %y : !tenon.tensor<[4], i8>, !tenon.tensor<[4], i8> -> !tenon.tensor<*, ?>
  %c = tenon.constant dense<[-18, 1, 1, 1]> : !tenon.tensor<[4], i8>
  %1 = tenon.mul %x, %c : !tenon.tensor<[4], i8>, !tenon.tensor<[4], i8> -> !tenon.tensor<*, ?>
  %2 = tenon.clip %x {low = 3.9 : f64} : !tenon.tensor<[4], i8> -> !tenon.tensor<*, ?>
  %3 = tenon.sign %x : !tenon.tensor<[4], i8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Unsigned numbers are large, not negative.
// CHECK-LABEL: tenon.model @unsigned
// CHECK-DAG: dense<[100, 1]> : !tenon.tensor<[2], ui8>
// CHECK-DAG: dense<[200, 1]> : !tenon.tensor<[2], ui8>
tenon.model @unsigned() {
  %x = tenon.constant dense<[200, 1]> : !tenon.tensor<[2], ui8>
  %0 = tenon.clip %x {high = 100.0 : f64} : !tenon.tensor<[2], ui8> -> !tenon.tensor<*, ?>
  %1 = tenon.relu %x : !tenon.tensor<[2], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Out of range is the nearest, not a number is zero.
// CHECK-LABEL: tenon.model @casts
// CHECK-NEXT: tenon.constant dense<[127, -128, 0, -2]> : !tenon.tensor<[4], i8>
// CHECK-NEXT: tenon.constant dense<[255, 0, 0, 0]> : !tenon.tensor<[4], ui8>
// CHECK-NEXT: tenon.constant dense<true> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[true, false]> : !tenon.tensor<[2], i1>
// CHECK-NEXT: tenon.constant dense<[0, 1]> : !tenon.tensor<[2], i8>
tenon.model @casts() {
  %x = tenon.constant dense<[1.0e9, -1.0e9, 0x7FC00000, -2.9]> : !tenon.tensor<[4], f32>
  %0 = tenon.cast %x to i8 : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.cast %x to ui8 : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.cast %x to i1 : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %y = tenon.constant dense<[256, 257]> : !tenon.tensor<[2], i16>
  %z = tenon.constant dense<[2, 0]> : !tenon.tensor<[2], i16>
  %3 = tenon.cast %z to i1 : !tenon.tensor<[2], i16> -> !tenon.tensor<*, ?>
  %4 = tenon.cast %y to i8 : !tenon.tensor<[2], i16> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3, %4 ["a", "b", "c", "d", "e"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @activations
// CHECK-NEXT: tenon.constant dense<[-5.000000e-01, 0.000000e+00, 3.000000e+00]>
// CHECK-NEXT: tenon.constant dense<[3.000000e-01, 5.000000e-01, 1.000000e+00]>
// CHECK-NEXT: tenon.constant dense<[-0.333333{{[0-9]*}}, 0.000000e+00, 3.000000e+00]>
// CHECK-NEXT: tenon.constant dense<[-0.632120{{[0-9]*}}, 0.000000e+00, 3.000000e+00]>
// CHECK-NEXT: tenon.constant dense<[0.313261{{[0-9]*}}, 0.693147{{[0-9]*}}, 3.048587{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[-0.158655{{[0-9]*}}, 0.000000e+00, 2.995950{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[-0.158808{{[0-9]*}}, 0.000000e+00, 2.996362{{[0-9]*}}]>
tenon.model @activations() {
  %x = tenon.constant dense<[-1.0, 0.0, 3.0]> : !tenon.tensor<[3], f64>
  %s = tenon.constant dense<0.5> : !tenon.tensor<[1], f64>
  %0 = tenon.prelu %x, %s : !tenon.tensor<[3], f64>, !tenon.tensor<[1], f64> -> !tenon.tensor<*, ?>
  %1 = tenon.hard_sigmoid %x {alpha = 0.2 : f64, beta = 0.5 : f64} : !tenon.tensor<[3], f64> -> !tenon.tensor<*, ?>
  %2 = tenon.hard_swish %x : !tenon.tensor<[3], f64> -> !tenon.tensor<*, ?>
  %3 = tenon.elu %x {alpha = 1.0 : f64} : !tenon.tensor<[3], f64> -> !tenon.tensor<*, ?>
  %4 = tenon.softplus %x : !tenon.tensor<[3], f64> -> !tenon.tensor<*, ?>
  %5 = tenon.gelu %x : !tenon.tensor<[3], f64> -> !tenon.tensor<*, ?>
  %6 = tenon.gelu %x {approximate} : !tenon.tensor<[3], f64> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3, %4, %5, %6 ["a", "b", "c", "d", "e", "f", "g"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
