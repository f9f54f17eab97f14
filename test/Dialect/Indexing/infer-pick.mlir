// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @gather_elements
// CHECK-SAME: #tenon.constraint<n at_least m, "E0112", "`gather_elements` has indices of [m, 3], which axis 0 of [n, 50] must cover">
// CHECK-SAME: #tenon.constraint<n at_least 1, "E0122", "`gather_elements` picks from axis 0 of [n], which must not be empty">
tenon.model @gather_elements(%x: !tenon.tensor<[n, 50], f32>, %i: !tenon.tensor<[m, 3], ui8>, %y: !tenon.tensor<[n], f32>, %j: !tenon.tensor<[9], i32>) {
  // CHECK: tenon.gather_elements {{.*}} -> !tenon.tensor<[m, 3], f32>
  %0 = tenon.gather_elements %x, %i axis = -1 : !tenon.tensor<[n, 50], f32>, !tenon.tensor<[m, 3], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gather_elements {{.*}} -> !tenon.tensor<[9], f32>
  %1 = tenon.gather_elements %y, %j axis = 0 : !tenon.tensor<[n], f32>, !tenon.tensor<[9], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @gather_nd
// CHECK-SAME: #tenon.constraint<m equal n, "E0112", "`gather_nd` picks from [n, 50, 4] by indices of [m, 3, 1], which must agree on axis 0">
tenon.model @gather_nd(%x: !tenon.tensor<[n, 50, 4], f32>, %i: !tenon.tensor<[m, 3, 1], i64>, %j: !tenon.tensor<[k, 2], i64>, %y: !tenon.tensor<[5, 6, 7], f32>, %s: !tenon.tensor<[3], i64>) {
  // CHECK: tenon.gather_nd {{.*}} -> !tenon.tensor<[m, 3, 4], f32>
  %0 = tenon.gather_nd %x, %i batch_dims = 1 : !tenon.tensor<[n, 50, 4], f32>, !tenon.tensor<[m, 3, 1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gather_nd {{.*}} -> !tenon.tensor<[k, 7], f32>
  %1 = tenon.gather_nd %y, %j batch_dims = 0 : !tenon.tensor<[5, 6, 7], f32>, !tenon.tensor<[k, 2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gather_nd {{.*}} -> !tenon.tensor<[], f32>
  %2 = tenon.gather_nd %y, %s batch_dims = 0 : !tenon.tensor<[5, 6, 7], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Sizes are picked from a known shape.
// CHECK-LABEL: tenon.model @known
tenon.model @known(%x: !tenon.tensor<[n, 5, m], f32>, %v: !tenon.tensor<[], f32>) {
  %s = tenon.shape_of %x : !tenon.tensor<[n, 5, m], f32> -> !tenon.tensor<[3], i64>
  %i = tenon.constant dense<[-1, 0]> : !tenon.tensor<[2], i64>
  %j = tenon.constant dense<[[1], [-1]]> : !tenon.tensor<[2, 1], i64>
  %0 = tenon.gather_elements %s, %i axis = 0 : !tenon.tensor<[3], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[m, n], f32>
  %1 = tenon.fill %0, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.gather_nd %s, %j batch_dims = 0 : !tenon.tensor<[3], i64>, !tenon.tensor<[2, 1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[5, m], f32>
  %3 = tenon.fill %2, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @partial
tenon.model @partial(%u: !tenon.tensor<error *, ?>, %x: !tenon.tensor<[n, 4], f32>, %i: !tenon.tensor<[2, 3], i64>) {
  // CHECK: tenon.gather_elements {{.*}} -> !tenon.tensor<error *, f32>
  %0 = tenon.gather_elements %x, %u axis = 1 : !tenon.tensor<[n, 4], f32>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gather_elements {{.*}} -> !tenon.tensor<error [2, 3], ?>
  %1 = tenon.gather_elements %u, %i axis = 1 : !tenon.tensor<error *, ?>, !tenon.tensor<[2, 3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gather_nd {{.*}} -> !tenon.tensor<error *, f32>
  %2 = tenon.gather_nd %x, %u batch_dims = 0 : !tenon.tensor<[n, 4], f32>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  %w = tenon.relu %u : !tenon.tensor<error *, ?> -> !tenon.tensor<error [?, 2], i64>
  // CHECK: tenon.gather_nd {{.*}} -> !tenon.tensor<error [?], f32>
  %3 = tenon.gather_nd %x, %w batch_dims = 0 : !tenon.tensor<[n, 4], f32>, !tenon.tensor<error [?, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
