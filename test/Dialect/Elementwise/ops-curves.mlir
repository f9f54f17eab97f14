// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @curves
tenon.model @curves(%x: !tenon.tensor<[n, 4], f32>) {
  // CHECK: tenon.tan %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %0 = tenon.tan %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.asin %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %1 = tenon.asin %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.acos %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %2 = tenon.acos %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.atan %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %3 = tenon.atan %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.sinh %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %4 = tenon.sinh %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.cosh %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %5 = tenon.cosh %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.asinh %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %6 = tenon.asinh %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.acosh %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %7 = tenon.acosh %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.atanh %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %8 = tenon.atanh %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.celu %{{[^ ,]*}} {alpha = 5.000000e-01 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %9 = tenon.celu %x {alpha = 5.000000e-01 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  tenon.output %0 ["y"] : !tenon.tensor<[n, 4], f32>
}
