// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @softmax_c1_integers(%a: !tenon.tensor<[2, 3], i32>) {
  // CHECK: error[E0202]: `softmax` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:22-
  %0 = tenon.softmax %a {axis = -1 : i64} : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @softmax_c2_axis(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0108]: `softmax` names axis 2, but [2, 3] has 2 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.softmax %a {axis = 2 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @softmax_c2_scalar(%a: !tenon.tensor<[], f32>) {
  // CHECK: error[E0108]: `softmax` names axis -1, but [] has 0 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.softmax %a {axis = -1 : i64} : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @log_softmax_c1_truth_values(%a: !tenon.tensor<[2, 3], i1>) {
  // CHECK: error[E0202]: `log_softmax` takes floating-point numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:26-
  %0 = tenon.log_softmax %a {axis = -1 : i64} : !tenon.tensor<[2, 3], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @log_softmax_c2_axis(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0108]: `log_softmax` names axis -3, but [2, 3] has 2 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:37-
  %0 = tenon.log_softmax %a {axis = -3 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: 5 errors
