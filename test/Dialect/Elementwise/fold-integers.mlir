// Remainders and bits of constants.
// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// The sign of the divisor, or that of the dividend; by zero it is zero.
// CHECK-LABEL: tenon.model @signs
// CHECK-NEXT: tenon.constant dense<[2, -2, -1, 0, 0]> : !tenon.tensor<[5], i8>
// CHECK-NEXT: tenon.constant dense<[-1, 1, -1, 0, 0]> : !tenon.tensor<[5], i8>
tenon.model @signs() {
  %x = tenon.constant dense<[-7, 7, -7, 7, -128]> : !tenon.tensor<[5], i8>
  %y = tenon.constant dense<[3, -3, -3, 0, -1]> : !tenon.tensor<[5], i8>
  %0 = tenon.mod %x, %y : !tenon.tensor<[5], i8>, !tenon.tensor<[5], i8> -> !tenon.tensor<*, ?>
  %1 = tenon.remainder %x, %y : !tenon.tensor<[5], i8>, !tenon.tensor<[5], i8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @others
// CHECK-NEXT: tenon.constant dense<[-1.500000e+00, 1.500000e+00]> : !tenon.tensor<[2], f32>
// CHECK-NEXT: tenon.constant dense<[0, 5]> : !tenon.tensor<[2], ui64>
tenon.model @others() {
  %x = tenon.constant dense<[-5.5, 5.5]> : !tenon.tensor<[2], f32>
  %y = tenon.constant dense<[2.0, -2.0]> : !tenon.tensor<[2], f32>
  %0 = tenon.remainder %x, %y : !tenon.tensor<[2], f32>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  %u = tenon.constant dense<[18446744073709551615, 18446744073709551615]> : !tenon.tensor<[2], ui64>
  %v = tenon.constant dense<[5, 10]> : !tenon.tensor<[2], ui64>
  %1 = tenon.mod %u, %v : !tenon.tensor<[2], ui64>, !tenon.tensor<[2], ui64> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @bits
// CHECK-NEXT: tenon.constant dense<[8, 0]> : !tenon.tensor<[2], ui8>
// CHECK-NEXT: tenon.constant dense<[14, 255]> : !tenon.tensor<[2], ui8>
// CHECK-NEXT: tenon.constant dense<[6, 255]> : !tenon.tensor<[2], ui8>
// CHECK-NEXT: tenon.constant dense<[243, 0]> : !tenon.tensor<[2], ui8>
tenon.model @bits() {
  %x = tenon.constant dense<[12, 255]> : !tenon.tensor<[2], ui8>
  %y = tenon.constant dense<[10, 0]> : !tenon.tensor<[2], ui8>
  %0 = tenon.bitwise_and %x, %y : !tenon.tensor<[2], ui8>, !tenon.tensor<[2], ui8> -> !tenon.tensor<*, ?>
  %1 = tenon.bitwise_or %x, %y : !tenon.tensor<[2], ui8>, !tenon.tensor<[2], ui8> -> !tenon.tensor<*, ?>
  %2 = tenon.bitwise_xor %x, %y : !tenon.tensor<[2], ui8>, !tenon.tensor<[2], ui8> -> !tenon.tensor<*, ?>
  %3 = tenon.bitwise_not %x : !tenon.tensor<[2], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Counts of the width or more leave zeros, or the sign.
// CHECK-LABEL: tenon.model @shifts
// CHECK-NEXT: tenon.constant dense<[129, 2, 0, 0]> : !tenon.tensor<[4], ui8>
// CHECK-NEXT: tenon.constant dense<[129, 64, 0, 0]> : !tenon.tensor<[4], ui8>
// CHECK-NEXT: tenon.constant dense<[-2, -1, 1, 0]> : !tenon.tensor<[4], i8>
// CHECK-NEXT: tenon.constant dense<[-8, 0, 12, 0]> : !tenon.tensor<[4], i8>
tenon.model @shifts() {
  %x = tenon.constant dense<129> : !tenon.tensor<[1], ui8>
  %y = tenon.constant dense<[0, 1, 8, 255]> : !tenon.tensor<[4], ui8>
  %0 = tenon.shift_left %x, %y : !tenon.tensor<[1], ui8>, !tenon.tensor<[4], ui8> -> !tenon.tensor<*, ?>
  %1 = tenon.shift_right %x, %y : !tenon.tensor<[1], ui8>, !tenon.tensor<[4], ui8> -> !tenon.tensor<*, ?>
  %s = tenon.constant dense<[-4, -4, 6, 6]> : !tenon.tensor<[4], i8>
  %t = tenon.constant dense<[1, 9, 2, -1]> : !tenon.tensor<[4], i8>
  %u = tenon.constant dense<[1, 9, 1, -1]> : !tenon.tensor<[4], i8>
  %2 = tenon.shift_right %s, %t : !tenon.tensor<[4], i8>, !tenon.tensor<[4], i8> -> !tenon.tensor<*, ?>
  %3 = tenon.shift_left %s, %u : !tenon.tensor<[4], i8>, !tenon.tensor<[4], i8> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
