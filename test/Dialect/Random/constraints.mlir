// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @random_uniform_c1_matrix(%v: !tenon.tensor<[2, 1], i64>) {
  // CHECK: error[E0101]: `random_uniform` takes its shape with 1 axis, but it has 2: [2, 1]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.random_uniform %v to f32 {high = 1.0 : f64, low = 0.0 : f64, seed = 1 : i64} : !tenon.tensor<[2, 1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @random_uniform_c2_negative() {
  %v = tenon.constant dense<[2, -1]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0113]: `random_uniform` would give axis 1 a size of -1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.random_uniform %v to f32 {high = 1.0 : f64, low = 0.0 : f64, seed = 1 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @random_uniform_c3_integer(%v: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0116]: `random_uniform` has `to` int32, but it must be a floating-point type
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.random_uniform %v to i32 {high = 1.0 : f64, low = 0.0 : f64, seed = 1 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @random_normal_c1_matrix(%v: !tenon.tensor<[2, 1], i64>) {
  // CHECK: error[E0101]: `random_normal` takes its shape with 1 axis, but it has 2: [2, 1]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0 = tenon.random_normal %v to f32 {deviation = 1.0 : f64, mean = 0.0 : f64, seed = 1 : i64} : !tenon.tensor<[2, 1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @random_normal_c2_negative() {
  %v = tenon.constant dense<[2, -1]> : !tenon.tensor<[2], i64>
  // CHECK: error[E0113]: `random_normal` would give axis 1 a size of -1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0 = tenon.random_normal %v to f32 {deviation = 1.0 : f64, mean = 0.0 : f64, seed = 1 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @random_normal_c3_integer(%v: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0116]: `random_normal` has `to` int32, but it must be a floating-point type
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.random_normal %v to i32 {deviation = 1.0 : f64, mean = 0.0 : f64, seed = 1 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @random_uniform_c4_order(%v: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0116]: `random_uniform` has `high` 1, but it must be finite and at least `low`
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:47-
  %0 = tenon.random_uniform %v to f32 {high = 1.0 : f64, low = 2.0 : f64, seed = 1 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @random_uniform_c4_infinite(%v: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0116]: `random_uniform` has `low` -Inf, but it must be finite
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:64-
  %0 = tenon.random_uniform %v to f32 {high = 1.0 : f64, low = 0xFFF0000000000000 : f64, seed = 1 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @random_normal_c4_negative(%v: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0116]: `random_normal` has `deviation` -1, but it must be finite and at least 0
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:51-
  %0 = tenon.random_normal %v to f32 {deviation = -1.0 : f64, mean = 0.0 : f64, seed = 1 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @multinomial_c1_integers(%p: !tenon.tensor<[2, 3], i32>) {
  // CHECK: error[E0202]: `multinomial` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.multinomial %p to i64 {samples = 4 : i64, seed = 1 : i64} : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @multinomial_c2_vector(%p: !tenon.tensor<[3], f32>) {
  // CHECK: error[E0101]: `multinomial` takes its input with 2 axes, but it has 1: [3]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.multinomial %p to i64 {samples = 4 : i64, seed = 1 : i64} : !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @multinomial_c3_empty(%p: !tenon.tensor<[2, 0], f32>) {
  // CHECK: error[E0122]: `multinomial` picks from axis 1 of [2, 0], which has no elements
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.multinomial %p to i64 {samples = 4 : i64, seed = 1 : i64} : !tenon.tensor<[2, 0], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @multinomial_c4_negative(%p: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0116]: `multinomial` has `samples` -1, but it must be at least 0
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:47-
  %0 = tenon.multinomial %p to i64 {samples = -1 : i64, seed = 1 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @multinomial_c5_type(%p: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0116]: `multinomial` has `to` float32, but it must be int32 or int64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.multinomial %p to f32 {samples = 4 : i64, seed = 1 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
