// What the rules of remainders and bits find.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @static(
tenon.model @static(%x: !tenon.tensor<[2, 1, 4], ui8>, %y: !tenon.tensor<[1, 3, 4], ui8>) {
  // CHECK: tenon.mod {{.*}} -> !tenon.tensor<[2, 3, 4], ui8>
  %0 = tenon.mod %x, %y : !tenon.tensor<[2, 1, 4], ui8>, !tenon.tensor<[1, 3, 4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.shift_left {{.*}} -> !tenon.tensor<[2, 3, 4], ui8>
  %1 = tenon.shift_left %x, %y : !tenon.tensor<[2, 1, 4], ui8>, !tenon.tensor<[1, 3, 4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.shift_right {{.*}} -> !tenon.tensor<[2, 3, 4], ui8>
  %2 = tenon.shift_right %x, %y : !tenon.tensor<[2, 1, 4], ui8>, !tenon.tensor<[1, 3, 4], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @symbolic(
// CHECK-SAME: #tenon.constraint<n equal m, "E0102", "`remainder` joins [n, 4] and [m, 4], which must agree on axis 0">
tenon.model @symbolic(%x: !tenon.tensor<[n, 4], i32>, %y: !tenon.tensor<[m, 4], i32>) {
  // CHECK: tenon.remainder {{.*}} -> !tenon.tensor<[n, 4], i32>
  %0 = tenon.remainder %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[m, 4], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.bitwise_and {{.*}} -> !tenon.tensor<[n, 4], i32>
  %1 = tenon.bitwise_and %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[m, 4], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.bitwise_or {{.*}} -> !tenon.tensor<[n, 4], i32>
  %2 = tenon.bitwise_or %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[m, 4], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.bitwise_xor {{.*}} -> !tenon.tensor<[n, 4], i32>
  %3 = tenon.bitwise_xor %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[m, 4], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.bitwise_not {{.*}} -> !tenon.tensor<[n, 4], i32>
  %4 = tenon.bitwise_not %x : !tenon.tensor<[n, 4], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @partial(
tenon.model @partial(%p: !tenon.tensor<error *, ?>, %y: !tenon.tensor<[3, 4], i32>) {
  %open = tenon.relu %p : !tenon.tensor<error *, ?> -> !tenon.tensor<[?, 1], ?>
  // CHECK: tenon.mod {{.*}} -> !tenon.tensor<[3, 4], i32>
  %0 = tenon.mod %open, %y : !tenon.tensor<[?, 1], ?>, !tenon.tensor<[3, 4], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.bitwise_not {{.*}} -> !tenon.tensor<error [?, 1], ?>
  %1 = tenon.bitwise_not %open : !tenon.tensor<[?, 1], ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Sizes stay sizes.
// CHECK-LABEL: tenon.model @sizes(
tenon.model @sizes(%x: !tenon.tensor<[n], f32>, %v: !tenon.tensor<[1], f32>) {
  %s = tenon.shape_of %x : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  %four = tenon.constant dense<4> : !tenon.tensor<[1], i64>
  %rest = tenon.mod %s, %four : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[n mod 4], f32>
  %0 = tenon.expand %v, %rest : !tenon.tensor<[1], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
