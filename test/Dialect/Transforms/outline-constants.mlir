// RUN: model-opt --tenon-outline-constants=largest=3 %s | FileCheck %s

// CHECK-DAG: tenon.parameter @constant = dense<7> : !tenon.tensor<[1], i64>
tenon.parameter @constant = dense<7> : !tenon.tensor<[1], i64>

// Large ones become parameters with names of their own; small ones and splats
// stay.
// CHECK-DAG: tenon.parameter @[[NAME:constant_[0-9]+]] = dense<[1.000000e+00, 2.000000e+00, 3.000000e+00, 4.000000e+00]>
// CHECK-LABEL: tenon.model @m
// CHECK-DAG: tenon.get_parameter @[[NAME]] : !tenon.tensor<[4], f32>
// CHECK-DAG: tenon.constant dense<[1.000000e+00, 2.000000e+00, 3.000000e+00]>
// CHECK-DAG: tenon.constant dense<0.000000e+00> : !tenon.tensor<[8], f32>
tenon.model @m() {
  %0 = tenon.constant dense<[1.0, 2.0, 3.0, 4.0]> : !tenon.tensor<[4], f32>
  %1 = tenon.constant dense<[1.0, 2.0, 3.0]> : !tenon.tensor<[3], f32>
  %2 = tenon.constant dense<0.0> : !tenon.tensor<[8], f32>
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<[4], f32>, !tenon.tensor<[3], f32>, !tenon.tensor<[8], f32>
}
