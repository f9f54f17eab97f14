// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @scatter_elements
// CHECK-SAME: #tenon.constraint<k equal m, "E0112", "`scatter_elements` has updates of [k], which need m on axis 0">
// CHECK-SAME: #tenon.constraint<n at_least 1, "E0122", "`scatter_elements` picks from axis 0 of [n], which must not be empty">
tenon.model @scatter_elements(%x: !tenon.tensor<[n], f32>, %i: !tenon.tensor<[m], ui8>, %u: !tenon.tensor<[k], f32>) {
  // CHECK: tenon.scatter_elements {{.*}} -> !tenon.tensor<[n], f32>
  %0 = tenon.scatter_elements %x, %i, %u axis = -1 reduction = "max" : !tenon.tensor<[n], f32>, !tenon.tensor<[m], ui8>, !tenon.tensor<[k], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @scatter_nd
// CHECK-SAME: #tenon.constraint<k equal n, "E0112", "`scatter_nd` has updates of [m, k], which need n on axis 1">
tenon.model @scatter_nd(%x: !tenon.tensor<[5, 6, n], i1>, %i: !tenon.tensor<[m, 2], i32>, %u: !tenon.tensor<[m, k], i1>) {
  // CHECK: tenon.scatter_nd {{.*}} -> !tenon.tensor<[5, 6, n], i1>
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[5, 6, n], i1>, !tenon.tensor<[m, 2], i32>, !tenon.tensor<[m, k], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Sizes are placed in a known shape.
// CHECK-LABEL: tenon.model @known
tenon.model @known(%x: !tenon.tensor<[n, 5, m], f32>, %v: !tenon.tensor<[], f32>) {
  %s = tenon.shape_of %x : !tenon.tensor<[n, 5, m], f32> -> !tenon.tensor<[3], i64>
  %i = tenon.constant dense<[-1, 0]> : !tenon.tensor<[2], i64>
  %j = tenon.constant dense<[[1], [-1]]> : !tenon.tensor<[2, 1], i64>
  %u = tenon.constant dense<[2, 3]> : !tenon.tensor<[2], i64>
  %0 = tenon.scatter_elements %s, %i, %u axis = 0 reduction = "mul" : !tenon.tensor<[3], i64>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[3*n, 5, 2*m], f32>
  %1 = tenon.fill %0, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.scatter_nd %s, %j, %u reduction = "none" : !tenon.tensor<[3], i64>, !tenon.tensor<[2, 1], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[n, 2, 3], f32>
  %3 = tenon.fill %2, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// The depth may be a size that only the data has.
// CHECK-LABEL: tenon.model @one_hot
tenon.model @one_hot(%i: !tenon.tensor<[n, 3], i32>, %v: !tenon.tensor<[2], f32>) {
  %d = tenon.constant dense<10> : !tenon.tensor<[1], i64>
  // CHECK: tenon.one_hot {{.*}} -> !tenon.tensor<[n, 3, 10], f32>
  %0 = tenon.one_hot %i, %d, %v axis = -1 : !tenon.tensor<[n, 3], i32>, !tenon.tensor<[1], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  %s = tenon.shape_of %i {end = 1 : i64} : !tenon.tensor<[n, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.one_hot {{.*}} -> !tenon.tensor<[n, n, 3], f32>
  %1 = tenon.one_hot %i, %s, %v axis = 0 : !tenon.tensor<[n, 3], i32>, !tenon.tensor<*, ?>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @partial
tenon.model @partial(%e: !tenon.tensor<error *, ?>, %x: !tenon.tensor<[n, 4], f32>, %i: !tenon.tensor<[2, 3], i64>, %v: !tenon.tensor<[2], f32>) {
  // CHECK: tenon.scatter_elements {{.*}} -> !tenon.tensor<[n, 4], f32>
  %0 = tenon.scatter_elements %x, %e, %e axis = 1 reduction = "none" : !tenon.tensor<[n, 4], f32>, !tenon.tensor<error *, ?>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.scatter_nd {{.*}} -> !tenon.tensor<error *, f32>
  %1 = tenon.scatter_nd %e, %i, %x reduction = "none" : !tenon.tensor<error *, ?>, !tenon.tensor<[2, 3], i64>, !tenon.tensor<[n, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.one_hot {{.*}} -> !tenon.tensor<error [2, 3, ?], f32>
  %2 = tenon.one_hot %i, %e, %v axis = 2 : !tenon.tensor<[2, 3], i64>, !tenon.tensor<error *, ?>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.one_hot {{.*}} -> !tenon.tensor<error *, f32>
  %3 = tenon.one_hot %e, %e, %v axis = 2 : !tenon.tensor<error *, ?>, !tenon.tensor<error *, ?>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
