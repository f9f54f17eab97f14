// What is made of parameters alone is a parameter.
// RUN: model-opt --tenon-check --tenon-fold-parameters %s | FileCheck %s

// CHECK-DAG: tenon.parameter @w.part0 = dense<{{\[}}[2.000000e+00, 0.000000e+00], [3.000000e+00, 1.000000e+00]]>
// CHECK-DAG: tenon.parameter @w.part1 = dense<{{\[}}[0.000000e+00, 3.000000e+00]]>
tenon.parameter @w = dense<[[[0.0, 1.0], [2.0, 3.0]]]> : !tenon.tensor<[1, 2, 2], f32>
tenon.parameter @e = dense<1.0> : !tenon.tensor<[300, 300], f32>
tenon.parameter @t trainable = dense<1.0> : !tenon.tensor<[2, 2], f32>

// CHECK-LABEL: tenon.model @parts
tenon.model @parts(%x: !tenon.tensor<[n, 2], f32>) {
  // CHECK-NOT: tenon.split
  // CHECK: %[[W:.*]] = tenon.get_parameter @w.part0
  %w = tenon.get_parameter @w : !tenon.tensor<[1, 2, 2], f32>
  %0 = tenon.squeeze %w axes = [0] : !tenon.tensor<[1, 2, 2], f32> -> !tenon.tensor<*, ?>
  %1:2 = tenon.split %0 axis = 0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  %2 = tenon.concat %1#1, %1#0 axis = 0 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %3 = tenon.transpose %2 permutation = [1, 0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: %[[PRODUCT:.*]] = tenon.matmul %arg0, %[[W]]
  %4 = tenon.matmul %x, %3 : !tenon.tensor<[n, 2], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // Few elements may also be computed.
  %one = tenon.constant dense<[0.0, 1.0]> : !tenon.tensor<[2], f32>
  %5 = tenon.squeeze %1#1 axes = [0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %6 = tenon.mul %5, %one : !tenon.tensor<*, ?>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  %7 = tenon.unsqueeze %6 axes = [0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: %[[B:.*]] = tenon.get_parameter @w.part1
  // CHECK: tenon.add %[[PRODUCT]], %[[B]]
  %8 = tenon.add %4, %7 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %8 ["y"] : !tenon.tensor<*, ?>
}

// Many are computed when the model runs, and so is what may still change. Other
// axes for the same elements cost nothing.
// CHECK-LABEL: tenon.model @stays
tenon.model @stays() {
  // CHECK: tenon.exp
  %e = tenon.get_parameter @e : !tenon.tensor<[300, 300], f32>
  %0 = tenon.exp %e : !tenon.tensor<[300, 300], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.unsqueeze
  %2 = tenon.unsqueeze %e axes = [0] : !tenon.tensor<[300, 300], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.split
  %t = tenon.get_parameter @t : !tenon.tensor<[2, 2], f32>
  %1:2 = tenon.split %t axis = 0 : !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output %0, %1#0, %2 ["e", "t", "u"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
