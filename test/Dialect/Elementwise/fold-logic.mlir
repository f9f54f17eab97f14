// Questions about constants, and choices between them.
// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// Nothing is equal to NaN, and nothing above or below it.
// CHECK-LABEL: tenon.model @comparisons
// CHECK-NEXT: tenon.constant dense<[false, true, false, false]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[true, false, false, false]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[true, true, false, false]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[false, false, true, false]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[false, true, true, false]> : !tenon.tensor<[4], i1>
tenon.model @comparisons() {
  %x = tenon.constant dense<[2.0, 1.0, 0.0, 0x7FC00000]> : !tenon.tensor<[4], f32>
  %y = tenon.constant dense<[1.0, 1.0, 1.0, 0x7FC00000]> : !tenon.tensor<[4], f32>
  %0 = tenon.equal %x, %y : !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.greater %x, %y : !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.greater_or_equal %x, %y : !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %3 = tenon.less %x, %y : !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %4 = tenon.less_or_equal %x, %y : !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3, %4 ["a", "b", "c", "d", "e"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Unsigned numbers are large, not negative.
// CHECK-LABEL: tenon.model @unsigned
// CHECK-NEXT: tenon.constant dense<[true, false]> : !tenon.tensor<[2], i1>
// CHECK-NEXT: tenon.constant dense<[false, true]> : !tenon.tensor<[2], i1>
tenon.model @unsigned() {
  %x = tenon.constant dense<[18446744073709551615, 1]> : !tenon.tensor<[2], ui64>
  %y = tenon.constant dense<1> : !tenon.tensor<[1], ui64>
  %0 = tenon.greater %x, %y : !tenon.tensor<[2], ui64>, !tenon.tensor<[1], ui64> -> !tenon.tensor<*, ?>
  %1 = tenon.equal %x, %y : !tenon.tensor<[2], ui64>, !tenon.tensor<[1], ui64> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @predicates
// CHECK-NEXT: tenon.constant dense<[true, false, false, false]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[false, true, true, false]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[false, true, false, false]> : !tenon.tensor<[4], i1>
tenon.model @predicates() {
  %x = tenon.constant dense<[0x7FC00000, 0x7F800000, 0xFF800000, 1.0]> : !tenon.tensor<[4], f32>
  %0 = tenon.is_nan %x : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.is_inf %x {negative = true, positive = true} : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.is_inf %x {negative = false, positive = true} : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @truth_values
// CHECK-NEXT: tenon.constant dense<[false, false, false, true]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[false, true, true, true]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[false, true, true, false]> : !tenon.tensor<[4], i1>
// CHECK-NEXT: tenon.constant dense<[true, true, false, false]> : !tenon.tensor<[4], i1>
tenon.model @truth_values() {
  %x = tenon.constant dense<[false, false, true, true]> : !tenon.tensor<[4], i1>
  %y = tenon.constant dense<[false, true, false, true]> : !tenon.tensor<[4], i1>
  %0 = tenon.and %x, %y : !tenon.tensor<[4], i1>, !tenon.tensor<[4], i1> -> !tenon.tensor<*, ?>
  %1 = tenon.or %x, %y : !tenon.tensor<[4], i1>, !tenon.tensor<[4], i1> -> !tenon.tensor<*, ?>
  %2 = tenon.xor %x, %y : !tenon.tensor<[4], i1>, !tenon.tensor<[4], i1> -> !tenon.tensor<*, ?>
  %3 = tenon.not %x : !tenon.tensor<[4], i1> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @choices
// CHECK-NEXT: tenon.constant dense<{{\[\[}}1.000000e+00, 1.000000e+00], [3.000000e+00, 4.000000e+00]]> : !tenon.tensor<[2, 2], f32>
tenon.model @choices() {
  %c = tenon.constant dense<[[true], [false]]> : !tenon.tensor<[2, 1], i1>
  %x = tenon.constant dense<1.0> : !tenon.tensor<[1, 1], f32>
  %y = tenon.constant dense<[[3.0, 4.0]]> : !tenon.tensor<[1, 2], f32>
  %0 = tenon.select %c, %x, %y : !tenon.tensor<[2, 1], i1>, !tenon.tensor<[1, 1], f32>, !tenon.tensor<[1, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
