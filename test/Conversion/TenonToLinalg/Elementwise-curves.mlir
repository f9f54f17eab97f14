// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// 16 bits are computed in 32.
// CHECK-LABEL: func.func @curves
tenon.model @curves(%x: !tenon.tensor<[n], f16>) {
  // CHECK: math.tan %{{.*}} : f32
  %0 = tenon.tan %x : !tenon.tensor<[n], f16> -> !tenon.tensor<*, ?>
  // CHECK: math.asin %{{.*}} : f32
  %1 = tenon.asin %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.acos %{{.*}} : f32
  %2 = tenon.acos %1 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.atan %{{.*}} : f32
  %3 = tenon.atan %2 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.sinh %{{.*}} : f32
  %4 = tenon.sinh %3 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.cosh %{{.*}} : f32
  %5 = tenon.cosh %4 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.asinh %{{.*}} : f32
  %6 = tenon.asinh %5 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.acosh %{{.*}} : f32
  %7 = tenon.acosh %6 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.atanh %{{.*}} : f32
  %8 = tenon.atanh %7 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: %[[ALPHA:.*]] = arith.constant 5.000000e-01 : f32
  // CHECK: %[[SCALED:.*]] = arith.divf %{{.*}}, %[[ALPHA]]
  // CHECK: %[[POWER:.*]] = math.expm1 %[[SCALED]]
  // CHECK: arith.mulf %[[POWER]], %[[ALPHA]]
  // CHECK: arith.select
  %9 = tenon.celu %8 {alpha = 0.5 : f64} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %9 ["y"] : !tenon.tensor<*, ?>
}
