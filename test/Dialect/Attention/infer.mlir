// What the rule of softmax finds, and what it gives for constants.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @shapes
tenon.model @shapes(%a: !tenon.tensor<[batch, 2*seq], bf16>, %b: !tenon.tensor<[0], f64>) symbols [seq] {
  // CHECK: tenon.softmax {{.*}} -> !tenon.tensor<[batch, 2*seq], bf16>
  %0 = tenon.softmax %a {axis = -2} : !tenon.tensor<[batch, 2*seq], bf16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.log_softmax {{.*}} -> !tenon.tensor<[0], f64>
  %1 = tenon.log_softmax %b {axis = 0} : !tenon.tensor<[0], f64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Large elements do not overflow.
// CHECK-LABEL: tenon.model @constants
tenon.model @constants(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[[9000.0, 9000.0], [1.0, -9000.0]]> : !tenon.tensor<[2, 2], f32>
  %hundred = tenon.constant dense<100.0> : !tenon.tensor<[1, 1], f32>
  %0 = tenon.softmax %a {axis = 1} : !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.mul %0, %hundred : !tenon.tensor<*, ?>, !tenon.tensor<[1, 1], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.reduce_max %1 {axes = array<i64: 1>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %3 = tenon.cast %2 to i64 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[50, 100], f32>
  %4 = tenon.fill %3, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %5 = tenon.log_softmax %a {axis = 0} : !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>
  %6 = tenon.neg %5 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %7 = tenon.reduce_max %6 {axes = array<i64: 0>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %8 = tenon.cast %7 to i64 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[8999, 18000], f32>
  %9 = tenon.fill %8, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @attention
// CHECK-SAME: constraints [#tenon.constraint<6 divisible_by g, "E0116", "`attention` shares the heads of its key among those of its query, which they must divide: [batch, 6, seq, 8] and [batch, g, keys, 8]">]
tenon.model @attention(%q: !tenon.tensor<[batch, 6, seq, 8], f16>, %k: !tenon.tensor<[batch, g, keys, 8], f16>, %v: !tenon.tensor<[batch, g, keys, d], f16>, %m: !tenon.tensor<[1, 1, seq, keys], i1>) {
  // CHECK: tenon.attention {{.*}} -> !tenon.tensor<[batch, 6, seq, d], f16>, !tenon.tensor<[batch, 6, seq, keys], f16>
  %0:2 = tenon.attention %q, %k, %v mask(%m : !tenon.tensor<[1, 1, seq, keys], i1>) {scores = "masked"} : !tenon.tensor<[batch, 6, seq, 8], f16>, !tenon.tensor<[batch, g, keys, 8], f16>, !tenon.tensor<[batch, g, keys, d], f16> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// Queries of zeros weigh the keys they see equally.
// CHECK-LABEL: tenon.model @attention_constants
tenon.model @attention_constants(%one: !tenon.tensor<[], f32>) {
  %q = tenon.constant dense<0.0> : !tenon.tensor<[1, 1, 2, 1], f32>
  %k = tenon.constant dense<1.0> : !tenon.tensor<[1, 1, 4, 1], f32>
  %v = tenon.constant dense<[[[[2.0], [4.0], [12.0], [1000.0]]]]> : !tenon.tensor<[1, 1, 4, 1], f32>
  %past = tenon.constant dense<1> : !tenon.tensor<[1], i64>
  %0 = tenon.attention %q, %k, %v past(%past : !tenon.tensor<[1], i64>) {causal} : !tenon.tensor<[1, 1, 2, 1], f32>, !tenon.tensor<[1, 1, 4, 1], f32>, !tenon.tensor<[1, 1, 4, 1], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.squeeze %0 axes = [0, 1, 3] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %2 = tenon.cast %1 to i64 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[3, 6], f32>
  %3 = tenon.fill %2, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
