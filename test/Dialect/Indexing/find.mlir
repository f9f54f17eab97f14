// As many results as the data decides: room for all of them, and a count.
// RUN: model-opt %s --tenon-check | model-opt --tenon-check | FileCheck %s

// CHECK-LABEL: tenon.model @find
// CHECK-NOT: constraints
tenon.model @find(%x: !tenon.tensor<[batch, 3, n], f32>, %m: !tenon.tensor<[n, 2], i1>, %u: !tenon.tensor<error *, f32>) {
  // CHECK: tenon.find %{{.*}} : !tenon.tensor<[batch, 3, n], f32> -> !tenon.tensor<[3, 3*batch*n], i64>, !tenon.tensor<[1], i64>
  %0, %1 = tenon.find %x : !tenon.tensor<[batch, 3, n], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.find %{{.*}} -> !tenon.tensor<error [?, ?], i64>, !tenon.tensor<[1], i64>
  %2, %3 = tenon.find %u : !tenon.tensor<error *, f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.unique %{{.*}} {sorted} : !tenon.tensor<[n, 2], i1> -> !tenon.tensor<[n], i64>, !tenon.tensor<[n], i64>, !tenon.tensor<[n], i64>, !tenon.tensor<[1], i64>
  %4, %5, %6, %7 = tenon.unique %m {sorted} : !tenon.tensor<[n, 2], i1> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.unique %{{.*}} -> !tenon.tensor<error [?], i64>, !tenon.tensor<error [?], i64>, !tenon.tensor<error [?], i64>, !tenon.tensor<[1], i64>
  %8, %9, %10, %11 = tenon.unique %u : !tenon.tensor<error *, f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @suppression
// CHECK-SAME: constraints [#tenon.constraint<b equal i, "E0112",
// CHECK-SAME: #tenon.constraint<n equal k, "E0112",
tenon.model @suppression(%b: !tenon.tensor<[b, n, 4], f16>, %s: !tenon.tensor<[i, c, k], f16>, %n: !tenon.tensor<[1], i64>, %o: !tenon.tensor<[], f32>) {
  // CHECK: tenon.non_max_suppression %{{.*}} {centered} : {{.*}} -> !tenon.tensor<[b*c*n, 3], i64>, !tenon.tensor<[1], i64>
  %0, %1 = tenon.non_max_suppression %b, %s, %n, %o, %o {centered} : !tenon.tensor<[b, n, 4], f16>, !tenon.tensor<[i, c, k], f16>, !tenon.tensor<[1], i64>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}
