// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @gather
tenon.model @gather(%x: !tenon.tensor<[50, 4], f32>, %i: !tenon.tensor<[batch, 3], i64>) {
  // CHECK: tenon.gather %{{.*}}, %{{.*}} axis = 0 : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[batch, 3], i64> -> !tenon.tensor<[batch, 3, 4], f32>
  %0 = tenon.gather %x, %i axis = 0 : !tenon.tensor<[50, 4], f32>, !tenon.tensor<[batch, 3], i64> -> !tenon.tensor<[batch, 3, 4], f32>
  tenon.output %0 ["y"] : !tenon.tensor<[batch, 3, 4], f32>
}
