// What the rules of trigonometric and hyperbolic functions find.
// RUN: model-opt --tenon-check %s | FileCheck %s

// The shape goes through.
// CHECK-LABEL: tenon.model @curves(
tenon.model @curves(%x: !tenon.tensor<[n, 4], f16>, %p: !tenon.tensor<error *, ?>) {
  %open = tenon.relu %p : !tenon.tensor<error *, ?> -> !tenon.tensor<[?, 4], ?>
  // CHECK: tenon.tan {{.*}} -> !tenon.tensor<[n, 4], f16>
  %0 = tenon.tan %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.asin {{.*}} -> !tenon.tensor<[n, 4], f16>
  %1 = tenon.asin %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.acos {{.*}} -> !tenon.tensor<[n, 4], f16>
  %2 = tenon.acos %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.atan {{.*}} -> !tenon.tensor<[n, 4], f16>
  %3 = tenon.atan %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.sinh {{.*}} -> !tenon.tensor<[n, 4], f16>
  %4 = tenon.sinh %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.cosh {{.*}} -> !tenon.tensor<[n, 4], f16>
  %5 = tenon.cosh %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.asinh {{.*}} -> !tenon.tensor<[n, 4], f16>
  %6 = tenon.asinh %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.acosh {{.*}} -> !tenon.tensor<[n, 4], f16>
  %7 = tenon.acosh %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.atanh {{.*}} -> !tenon.tensor<[n, 4], f16>
  %8 = tenon.atanh %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.celu {{.*}} -> !tenon.tensor<[n, 4], f16>
  %9 = tenon.celu %x {alpha = 1.0 : f64} : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.tan {{.*}} -> !tenon.tensor<error [?, 4], ?>
  %10 = tenon.tan %open : !tenon.tensor<[?, 4], ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
