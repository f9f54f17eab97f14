// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// Reductions of constants are constants.

// CHECK-LABEL: tenon.model @constants
tenon.model @constants() {
  %a = tenon.constant dense<[[4.0, 1.0], [9.0, 2.0]]> : !tenon.tensor<[2, 2], f32>
  // CHECK-DAG: %[[MEAN:.*]] = tenon.constant dense<[2.500000e+00, 5.500000e+00]> : !tenon.tensor<[2], f32>
  %0 = tenon.reduce_mean %a {axes = array<i64: 1>} : !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[ARGMAX:.*]] = tenon.constant dense<1> : !tenon.tensor<[2], i64>
  %1 = tenon.argmax %a {axis = 0} : !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[PRODUCT:.*]] = tenon.constant dense<{{\[}}[2.500000e+01, 6.000000e+00], [5.400000e+01, 1.300000e+01]]> : !tenon.tensor<[2, 2], f32>
  %2 = tenon.matmul %a, %a : !tenon.tensor<[2, 2], f32>, !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[MEAN]], %[[ARGMAX]], %[[PRODUCT]]
  tenon.output %0, %1, %2 ["mean", "argmax", "product"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
