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

// CHECK-LABEL: tenon.model @attention
tenon.model @attention(%a: !tenon.tensor<[2, 4, 3, 8], f32>, %b: !tenon.tensor<[2, 4, 5, 8], f32>, %c: !tenon.tensor<[1, 1, 3, 5], i1>, %d: !tenon.tensor<[2], i64>) {
  // CHECK: tenon.attention %{{.*}}, %{{.*}}, %{{[^ ]*}} : !tenon.tensor<[2, 4, 3, 8], f32>, !tenon.tensor<[2, 4, 5, 8], f32>, !tenon.tensor<[2, 4, 5, 8], f32> -> !tenon.tensor<[2, 4, 3, 8], f32>
  %0 = tenon.attention %a, %b, %b : !tenon.tensor<[2, 4, 3, 8], f32>, !tenon.tensor<[2, 4, 5, 8], f32>, !tenon.tensor<[2, 4, 5, 8], f32> -> !tenon.tensor<[2, 4, 3, 8], f32>
  // CHECK: tenon.attention %{{.*}}, %{{.*}}, %{{.*}} mask(%{{.*}} : !tenon.tensor<[1, 1, 3, 5], i1>) past(%{{.*}} : !tenon.tensor<[2], i64>) lengths(%{{.*}} : !tenon.tensor<[2], i64>) {causal, scale = 1.000000e+00 : f64, scores = "weights", softcap = 2.000000e+00 : f64} : {{.*}} -> !tenon.tensor<[2, 4, 3, 8], f32>, !tenon.tensor<[2, 4, 3, 5], f32>
  %1:2 = tenon.attention %a, %b, %b mask(%c : !tenon.tensor<[1, 1, 3, 5], i1>) past(%d : !tenon.tensor<[2], i64>) lengths(%d : !tenon.tensor<[2], i64>) {causal, scale = 1.0 : f64, softcap = 2.0 : f64, scores = "weights"} : !tenon.tensor<[2, 4, 3, 8], f32>, !tenon.tensor<[2, 4, 5, 8], f32>, !tenon.tensor<[2, 4, 5, 8], f32> -> !tenon.tensor<[2, 4, 3, 8], f32>, !tenon.tensor<[2, 4, 3, 5], f32>
  tenon.output []
}
