// Everything the family prints parses again to the same.
// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @softmax
tenon.model @softmax(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: tenon.softmax %{{.*}} {axis = -1 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 3], f32>
  %0 = tenon.softmax %a {axis = -1} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 3], f32>
  // CHECK: tenon.log_softmax %{{.*}} {axis = 0 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 3], f32>
  %1 = tenon.log_softmax %a {axis = 0} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<[2, 3], f32>
  tenon.output []
}
