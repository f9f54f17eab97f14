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

tenon.model @attention_c1_integers(%a: !tenon.tensor<[2, 6, 4, 8], i32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>) {
  // CHECK: error[E0202]: `attention` takes floating-point numbers, but its query is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:24-
  %0 = tenon.attention %a, %b, %c : !tenon.tensor<[2, 6, 4, 8], i32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c1_element_types(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f16>, %c: !tenon.tensor<[2, 3, 5, 7], f32>) {
  // CHECK: error[E0201]: `attention` joins [2, 6, 4, 8] and [2, 3, 5, 8]: float32 against float16
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0 = tenon.attention %a, %b, %c : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f16>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c2_axes(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 5, 24], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>) {
  // CHECK: error[E0101]: `attention` takes a key with 4 axes, but it has 3: [2, 5, 24]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0 = tenon.attention %a, %b, %c : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 5, 24], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c3_batch(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[3, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>) {
  // CHECK: error[E0112]: `attention` needs its key of length 2 (axis 0 of [2, 6, 4, 8]), but it has 3 in [3, 3, 5, 8]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0 = tenon.attention %a, %b, %c : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[3, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c4_heads(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 2, 5, 7], f32>) {
  // CHECK: error[E0112]: `attention` needs its value of length 3 (axis 1 of [2, 3, 5, 8]), but it has 2 in [2, 2, 5, 7]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:32-
  %0 = tenon.attention %a, %b, %c : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 2, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c4_keys(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 6, 7], f32>) {
  // CHECK: error[E0112]: `attention` needs its value of length 5 (axis 2 of [2, 3, 5, 8]), but it has 6 in [2, 3, 6, 7]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:32-
  %0 = tenon.attention %a, %b, %c : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 6, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c5_groups(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 4, 5, 8], f32>, %c: !tenon.tensor<[2, 4, 5, 7], f32>) {
  // CHECK: error[E0116]: `attention` has a query with a number of heads of 6, but it must be a multiple of the 4 heads of its key (axis 1 of [2, 6, 4, 8] and [2, 4, 5, 8])
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0 = tenon.attention %a, %b, %c : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 4, 5, 8], f32>, !tenon.tensor<[2, 4, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c6_size(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 9], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>) {
  // CHECK: error[E0103]: `attention` multiplies [2, 6, 4, 8] by [2, 3, 5, 9], but the inner sizes differ: 8 (axis 3 of the left) against 9 (axis 3 of the right)
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:28-
  %0 = tenon.attention %a, %b, %c : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 9], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c7_mask_type(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>, %d: !tenon.tensor<[1, 1, 4, 5], f64>) {
  // CHECK: error[E0202]: `attention` takes a mask of truth values or of the query's type, but its mask is float64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:40-
  %0 = tenon.attention %a, %b, %c mask(%d : !tenon.tensor<[1, 1, 4, 5], f64>) : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c7_mask_rank(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>, %d: !tenon.tensor<[4, 5], i1>) {
  // CHECK: error[E0101]: `attention` takes a mask with 4 axes, but it has 2: [4, 5]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:40-
  %0 = tenon.attention %a, %b, %c mask(%d : !tenon.tensor<[4, 5], i1>) : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c8_mask_size(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>, %d: !tenon.tensor<[1, 3, 4, 5], i1>) {
  // CHECK: error[E0118]: `attention` expands its mask of [1, 3, 4, 5] to [2, 6, 4, 5], but axis 1 has 3, which is neither 1 nor 6
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:40-
  %0 = tenon.attention %a, %b, %c mask(%d : !tenon.tensor<[1, 3, 4, 5], i1>) : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c9_past(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>, %d: !tenon.tensor<[2], i32>) {
  // CHECK: error[E0202]: `attention` takes 64-bit integers, but its past is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:40-
  %0 = tenon.attention %a, %b, %c past(%d : !tenon.tensor<[2], i32>) {causal} : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c9_lengths(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>, %d: !tenon.tensor<[2, 1], i64>) {
  // CHECK: error[E0101]: `attention` takes its lengths with 1 axis, but it has 2: [2, 1]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:43-
  %0 = tenon.attention %a, %b, %c lengths(%d : !tenon.tensor<[2, 1], i64>) : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c10_lengths(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>, %d: !tenon.tensor<[3], i64>) {
  // CHECK: error[E0112]: `attention` needs its lengths of length 2 (axis 0 of [2, 6, 4, 8]), but it has 3
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:43-
  %0 = tenon.attention %a, %b, %c lengths(%d : !tenon.tensor<[3], i64>) : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c11_softcap(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>) {
  // CHECK: error[E0116]: `attention` has a softcap of 0, but it must be larger than 0
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:46-
  %0 = tenon.attention %a, %b, %c {softcap = 0.0 : f64} : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @attention_c12_results(%a: !tenon.tensor<[2, 6, 4, 8], f32>, %b: !tenon.tensor<[2, 3, 5, 8], f32>, %c: !tenon.tensor<[2, 3, 5, 7], f32>) {
  // CHECK: error[E0116]: `attention` has a number of results of 1, but it must be 2, as `scores` is given
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.attention %a, %b, %c {scores = "weights"} : !tenon.tensor<[2, 6, 4, 8], f32>, !tenon.tensor<[2, 3, 5, 8], f32>, !tenon.tensor<[2, 3, 5, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: 21 errors
