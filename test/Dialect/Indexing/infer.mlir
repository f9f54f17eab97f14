// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @gather
tenon.model @gather(%x: !tenon.tensor<[50, 4], f32>, %i: !tenon.tensor<[b, s], ui8>, %s: !tenon.tensor<[], i32>) {
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<[b, s, 4], f32>
  %0 = tenon.gather %x, %i axis = 0 : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[b, s], ui8> -> !tenon.tensor<*, ?>
  // A scalar index removes the axis.
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<[50], f32>
  %1 = tenon.gather %x, %s axis = -1 : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Constant indices need an axis that has them.
// CHECK-LABEL: tenon.model @gather_symbolic
// CHECK-SAME: #tenon.constraint<n at_least 3, "E0120", "`gather` picks index -3 on axis 0 of [n]">
// CHECK-SAME: #tenon.constraint<n at_least 6, "E0120", "`gather` picks index 5 on axis 0 of [n]">
// CHECK-SAME: #tenon.constraint<m at_least 1, "E0122", "`gather` picks from axis 0 of [m], which must not be empty">
tenon.model @gather_symbolic(%x: !tenon.tensor<[n], f32>, %y: !tenon.tensor<[m], f32>, %i: !tenon.tensor<[2], i64>) {
  %0 = tenon.constant dense<[5, -3, 0]> : !tenon.tensor<[3], i64>
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<[3], f32>
  %1 = tenon.gather %x, %0 axis = 0 : !tenon.tensor<[n], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<[2], f32>
  %2 = tenon.gather %y, %i axis = 0 : !tenon.tensor<[m], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @gather_nothing
tenon.model @gather_nothing(%x: !tenon.tensor<[0, 4], f32>, %i: !tenon.tensor<[n, 0], i64>) {
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<[n, 0, 4], f32>
  %0 = tenon.gather %x, %i axis = 0 : !tenon.tensor<[0, 4], f32>, !tenon.tensor<[n, 0], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @gather_partial
tenon.model @gather_partial(%u: !tenon.tensor<error *, ?>, %x: !tenon.tensor<[n, 4], f32>, %i: !tenon.tensor<[2], i64>) {
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<error *, f32>
  %0 = tenon.gather %x, %u axis = 1 : !tenon.tensor<[n, 4], f32>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<error *, ?>
  %1 = tenon.gather %u, %i axis = 1 : !tenon.tensor<error *, ?>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  %r = tenon.relu %u : !tenon.tensor<error *, ?> -> !tenon.tensor<error [?, ?], ?>
  // CHECK: tenon.gather {{.*}} -> !tenon.tensor<error [?, 2], ?>
  %2 = tenon.gather %r, %i axis = 1 : !tenon.tensor<error [?, ?], ?>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
