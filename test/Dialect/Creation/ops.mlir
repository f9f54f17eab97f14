// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @creation
tenon.model @creation(%x: !tenon.tensor<[batch, 4], f32>) {
  %sizes = tenon.constant dense<[2, 3]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.constant dense<[1.000000e+00, 2.000000e+00]> : !tenon.tensor<[2], f32>
  %0 = tenon.constant dense<[1.0, 2.0]> : !tenon.tensor<[2], f32>
  // CHECK: tenon.constant dense<[200, 3]> : !tenon.tensor<[2], ui8>
  %1 = tenon.constant dense<[200, 3]> : !tenon.tensor<[2], ui8>
  // CHECK: tenon.constant dense<true> : !tenon.tensor<[], i1>
  %2 = tenon.constant dense<true> : !tenon.tensor<[], i1>
  // CHECK: tenon.shape_of %{{.*}} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[2], i64>
  %3 = tenon.shape_of %x : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[2], i64>
  // CHECK: tenon.shape_of %{{.*}} {end = -1 : i64, start = -2 : i64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[1], i64>
  %4 = tenon.shape_of %x {start = -2 : i64, end = -1 : i64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[1], i64>
  %5 = tenon.constant dense<0> : !tenon.tensor<[], i8>
  // CHECK: tenon.fill %{{.*}}, %{{.*}} : !tenon.tensor<[2], i64>, !tenon.tensor<[], i8> -> !tenon.tensor<[2, 3], i8>
  %6 = tenon.fill %sizes, %5 : !tenon.tensor<[2], i64>, !tenon.tensor<[], i8> -> !tenon.tensor<[2, 3], i8>
  tenon.output []
}
