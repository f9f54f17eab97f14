// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @gather
tenon.model @gather(%x: !tenon.tensor<[50, 4], f32>, %i: !tenon.tensor<[batch, 3], i64>) {
  // CHECK: tenon.gather %{{.*}}, %{{.*}} axis = 0 : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[batch, 3], i64> -> !tenon.tensor<[batch, 3, 4], f32>
  %0 = tenon.gather %x, %i axis = 0 : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[batch, 3], i64> -> !tenon.tensor<[batch, 3, 4], f32>
  tenon.output %0 ["y"] : !tenon.tensor<[batch, 3, 4], f32>
}

// CHECK-LABEL: tenon.model @pick
tenon.model @pick(%x: !tenon.tensor<[n, 50, 4], f32>, %i: !tenon.tensor<[n, 3, 4], i64>, %j: !tenon.tensor<[n, 3, 1], i64>) {
  // CHECK: tenon.gather_elements %{{.*}}, %{{.*}} axis = 1 : !tenon.tensor<[n, 50, 4], f32>, !tenon.tensor<[n, 3, 4], i64> -> !tenon.tensor<*, ?>
  %0 = tenon.gather_elements %x, %i axis = 1 : !tenon.tensor<[n, 50, 4], f32>, !tenon.tensor<[n, 3, 4], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gather_nd %{{.*}}, %{{.*}} batch_dims = 1 : !tenon.tensor<[n, 50, 4], f32>, !tenon.tensor<[n, 3, 1], i64> -> !tenon.tensor<*, ?>
  %1 = tenon.gather_nd %x, %j batch_dims = 1 : !tenon.tensor<[n, 50, 4], f32>, !tenon.tensor<[n, 3, 1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @place
tenon.model @place(%x: !tenon.tensor<[5], f32>, %i: !tenon.tensor<[n], i64>, %j: !tenon.tensor<[n, 1], i64>, %u: !tenon.tensor<[n], f32>) {
  // CHECK: tenon.scatter_elements %{{.*}}, %{{.*}}, %{{.*}} axis = 0 reduction = "add" : !tenon.tensor<[5], f32>, !tenon.tensor<[n], i64>, !tenon.tensor<[n], f32> -> !tenon.tensor<[5], f32>
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "add" : !tenon.tensor<[5], f32>, !tenon.tensor<[n], i64>, !tenon.tensor<[n], f32> -> !tenon.tensor<[5], f32>
  // CHECK: tenon.scatter_nd %{{.*}}, %{{.*}}, %{{.*}} reduction = "none" : !tenon.tensor<[5], f32>, !tenon.tensor<[n, 1], i64>, !tenon.tensor<[n], f32> -> !tenon.tensor<[5], f32>
  %1 = tenon.scatter_nd %x, %j, %u reduction = "none" : !tenon.tensor<[5], f32>, !tenon.tensor<[n, 1], i64>, !tenon.tensor<[n], f32> -> !tenon.tensor<[5], f32>
  tenon.output []
}

// CHECK-LABEL: tenon.model @one_hot
tenon.model @one_hot(%i: !tenon.tensor<[n], i64>, %d: !tenon.tensor<[], i64>, %v: !tenon.tensor<[2], f32>) {
  // CHECK: tenon.one_hot %{{.*}}, %{{.*}}, %{{.*}} axis = -1 : !tenon.tensor<[n], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<[n, 10], f32>
  %0 = tenon.one_hot %i, %d, %v axis = -1 : !tenon.tensor<[n], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<[n, 10], f32>
  tenon.output []
}
