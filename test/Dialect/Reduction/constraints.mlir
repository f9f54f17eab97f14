// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @reduce_sum_c1_truth_values(%a: !tenon.tensor<[2, 3], i1>) {
  // CHECK: error[E0202]: `reduce_sum` takes numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.reduce_sum %a {axes = array<i64: 0>} : !tenon.tensor<[2, 3], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reduce_mean_c2_axis(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0108]: `reduce_mean` names axis 2, but [2, 3] has 2 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:37-
  %0 = tenon.reduce_mean %a {axes = array<i64: 2>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reduce_max_c2_negative_axis(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0108]: `reduce_max` names axis -3, but [2, 3] has 2 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.reduce_max %a {axes = array<i64: -3>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reduce_min_c2_scalar(%a: !tenon.tensor<[], f32>) {
  // CHECK: error[E0108]: `reduce_min` names axis 0, but [] has 0 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.reduce_min %a {axes = array<i64: 0>} : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reduce_prod_c2_huge_axis(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0108]: `reduce_prod` names axis -9223372036854775808, but [2, 3] has 2 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:37-
  %0 = tenon.reduce_prod %a {axes = array<i64: -9223372036854775808>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reduce_sum_c3_repeated(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0121]: `reduce_sum` names axis 1 of [2, 3] twice
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.reduce_sum %a {axes = array<i64: 1, -1>} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @argmax_c1_truth_values(%a: !tenon.tensor<[2, 3], i1>) {
  // CHECK: error[E0202]: `argmax` takes numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.argmax %a {axis = 0 : i64} : !tenon.tensor<[2, 3], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @argmax_c2_axis(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0108]: `argmax` names axis 2, but [2, 3] has 2 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:32-
  %0 = tenon.argmax %a {axis = 2 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @argmin_c3_empty(%a: !tenon.tensor<[2, 0], f32>) {
  // CHECK: error[E0122]: `argmin` picks from axis 1 of [2, 0], which has no elements
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:21-
  %0 = tenon.argmin %a {axis = 1 : i64} : !tenon.tensor<[2, 0], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @reduce_all_mistakes(%a: !tenon.tensor<[2, 3], i1>) {
  // CHECK: error[E0202]: `reduce_sum` takes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+5]]:25-
  // CHECK: error[E0108]: `reduce_sum` names axis 5
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+3]]:36-
  // CHECK: error[E0121]: `reduce_sum` names axis 0
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:36-
  %0 = tenon.reduce_sum %a {axes = array<i64: 5, 0, 0>} : !tenon.tensor<[2, 3], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: 12 errors
