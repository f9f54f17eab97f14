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
