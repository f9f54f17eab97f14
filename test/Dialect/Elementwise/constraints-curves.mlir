// Each numbered constraint of trigonometric and hyperbolic functions, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @tan_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `tan` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:18-
  %0 = tenon.tan %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @asin_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `asin` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:19-
  %0 = tenon.asin %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @acos_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `acos` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:19-
  %0 = tenon.acos %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @atan_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `atan` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:19-
  %0 = tenon.atan %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sinh_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `sinh` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:19-
  %0 = tenon.sinh %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @cosh_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `cosh` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:19-
  %0 = tenon.cosh %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @asinh_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `asinh` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:20-
  %0 = tenon.asinh %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @acosh_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `acosh` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:20-
  %0 = tenon.acosh %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @atanh_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `atanh` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:20-
  %0 = tenon.atanh %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @celu_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `celu` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-curves.mlir:[[@LINE+1]]:19-
  %0 = tenon.celu %x {alpha = 1.0 : f64} : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: 10 errors
