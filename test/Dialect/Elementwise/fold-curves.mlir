// Trigonometric and hyperbolic functions of constants.
// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// CHECK-LABEL: tenon.model @curves
// CHECK-NEXT: tenon.constant dense<[0.000000e+00, 0.546302{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[0.000000e+00, 0.523598{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[1.570796{{[0-9]*}}, 1.047197{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[0.000000e+00, 0.463647{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[0.000000e+00, 0.521095{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[1.000000e+00, 1.127625{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[0.000000e+00, 0.481211{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[0.000000e+00, 0.549306{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[0.000000e+00, 1.316957{{[0-9]*}}]>
// CHECK-NEXT: tenon.constant dense<[-0.432332{{[0-9]*}}, 3.000000e+00]>
tenon.model @curves() {
  %x = tenon.constant dense<[0.0, 0.5]> : !tenon.tensor<[2], f64>
  %above = tenon.constant dense<[1.0, 2.0]> : !tenon.tensor<[2], f64>
  %signs = tenon.constant dense<[-1.0, 3.0]> : !tenon.tensor<[2], f64>
  %0 = tenon.tan %x : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %1 = tenon.asin %x : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %2 = tenon.acos %x : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %3 = tenon.atan %x : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %4 = tenon.sinh %x : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %5 = tenon.cosh %x : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %6 = tenon.asinh %x : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %7 = tenon.atanh %x : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %8 = tenon.acosh %above : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  %9 = tenon.celu %signs {alpha = 0.5 : f64} : !tenon.tensor<[2], f64> -> !tenon.tensor<[2], f64>
  tenon.output %0, %1, %2, %3, %4, %5, %6, %7, %8, %9 ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] : !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>, !tenon.tensor<[2], f64>
}
