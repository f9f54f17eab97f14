// Each numbered constraint of what goes along ordered axes, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @cumsum_c1_truth_values(%a: !tenon.tensor<[2, 3], i1>) {
  // CHECK: error[E0202]: `cumsum` takes numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:21-
  %0 = tenon.cumsum %a {axis = 0 : i64} : !tenon.tensor<[2, 3], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @cumsum_c2_axis(%a: !tenon.tensor<[2, 3], f32>) {
  // CHECK: error[E0108]: `cumsum` names axis 2, but [2, 3] has 2 axes
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:32-
  %0 = tenon.cumsum %a {axis = 2 : i64} : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @cumprod_c2_scalar(%a: !tenon.tensor<[], f32>) {
  // CHECK: error[E0108]: `cumprod` names axis 0, but [] has 0 axes
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:33-
  %0 = tenon.cumprod %a {axis = 0 : i64, reverse} : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @top_k_c1_truth_values(%a: !tenon.tensor<[2, 3], i1>) {
  %k = tenon.constant dense<1> : !tenon.tensor<[], i64>
  // CHECK: error[E0202]: `top_k` takes numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:22-
  %0:2 = tenon.top_k %a, %k {axis = 0 : i64} : !tenon.tensor<[2, 3], i1>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @top_k_c2_float(%a: !tenon.tensor<[2, 3], f32>, %k: !tenon.tensor<[], f32>) {
  // CHECK: error[E0202]: `top_k` takes integers, but its k is float32
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:26-
  %0:2 = tenon.top_k %a, %k {axis = 0 : i64} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @top_k_c2_matrix(%a: !tenon.tensor<[2, 3], f32>, %k: !tenon.tensor<[1, 1], i64>) {
  // CHECK: error[E0101]: `top_k` takes its k with 1 axis, but it has 2: [1, 1]
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:26-
  %0:2 = tenon.top_k %a, %k {axis = 0 : i64} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[1, 1], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @top_k_c2_two(%a: !tenon.tensor<[2, 3], f32>, %k: !tenon.tensor<[2], i64>) {
  // CHECK: error[E0112]: `top_k` needs its k of length 1 (axis 0 of [2]), but it has 2
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:26-
  %0:2 = tenon.top_k %a, %k {axis = 0 : i64} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @top_k_c3_axis(%a: !tenon.tensor<[2, 3], f32>) {
  %k = tenon.constant dense<1> : !tenon.tensor<[], i64>
  // CHECK: error[E0108]: `top_k` names axis -3, but [2, 3] has 2 axes
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:37-
  %0:2 = tenon.top_k %a, %k {axis = -3 : i64} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @top_k_c4_too_many(%a: !tenon.tensor<[2, 3], f32>) {
  %k = tenon.constant dense<4> : !tenon.tensor<[], i64>
  // CHECK: error[E0116]: `top_k` has k 4, but it must be 0 to 3, the size of axis 1 of [2, 3]
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:26-
  %0:2 = tenon.top_k %a, %k {axis = 1 : i64} : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @top_k_c4_negative(%a: !tenon.tensor<[n, m], f32>) {
  %k = tenon.constant dense<-1> : !tenon.tensor<[], i64>
  // CHECK: error[E0116]: `top_k` has k -1, but it must be 0 to m, the size of axis 1 of [n, m]
  // CHECK-NEXT: {{.*}}constraints-order.mlir:[[@LINE+1]]:26-
  %0:2 = tenon.top_k %a, %k {axis = -1 : i64} : !tenon.tensor<[n, m], f32>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}
