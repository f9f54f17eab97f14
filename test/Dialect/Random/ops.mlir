// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @random
tenon.model @random(%v: !tenon.tensor<[2], i64>, %p: !tenon.tensor<[n, 3], f32>) {
  %s = tenon.constant dense<[2, 3]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.random_uniform %{{.*}} to f16 {high = 2.000000e+00 : f64, low = -1.000000e+00 : f64, seed = -5 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<[2, 3], f16>
  %0 = tenon.random_uniform %s to f16 {low = -1.0 : f64, high = 2.0 : f64, seed = -5 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<[2, 3], f16>
  // CHECK: tenon.random_normal %{{.*}} to f64 {deviation = 2.000000e+00 : f64, mean = 0.000000e+00 : f64, seed = 7 : i64}
  %1 = tenon.random_normal %s to f64 {mean = 0.0 : f64, deviation = 2.0 : f64, seed = 7 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<[2, 3], f64>
  // CHECK: tenon.multinomial %{{.*}} to i32 {samples = 4 : i64, seed = 7 : i64} : !tenon.tensor<[n, 3], f32> -> !tenon.tensor<[n, 4], i32>
  %2 = tenon.multinomial %p to i32 {samples = 4 : i64, seed = 7 : i64} : !tenon.tensor<[n, 3], f32> -> !tenon.tensor<[n, 4], i32>
  tenon.output []
}
