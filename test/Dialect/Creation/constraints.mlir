// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// CHECK: error[E0101]: `fill` takes its shape with 1 axis, but it has 0: []
// CHECK-NEXT: constraints.mlir:[[#@LINE+4]]:19-25
tenon.model @fill_C1_rank() {
  %sizes = tenon.constant dense<3> : !tenon.tensor<[], i64>
  %zero = tenon.constant dense<0.0> : !tenon.tensor<[], f32>
  %0 = tenon.fill %sizes, %zero : !tenon.tensor<[], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Both operands are wrong, and both are named.
// CHECK: error[E0202]: `fill` takes integers, but its shape is bool
// CHECK: error[E0101]: `fill` takes its value with 0 axes, but it has 1: [1]
tenon.model @fill_C1_C2_types() {
  %sizes = tenon.constant dense<true> : !tenon.tensor<[2], i1>
  %zero = tenon.constant dense<0.0> : !tenon.tensor<[1], f32>
  %0 = tenon.fill %sizes, %zero : !tenon.tensor<[2], i1>, !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0113]: `fill` would give axis 1 a size of -4
tenon.model @fill_C3_negative() {
  %sizes = tenon.constant dense<[3, -4]> : !tenon.tensor<[2], i64>
  %zero = tenon.constant dense<0.0> : !tenon.tensor<[], f32>
  %0 = tenon.fill %sizes, %zero : !tenon.tensor<[2], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0114]: `fill` would give [4294967296, 2147483648], which has more than 2^63 elements
tenon.model @fill_overflow() {
  %sizes = tenon.constant dense<[4294967296, 2147483648]> : !tenon.tensor<[2], i64>
  %zero = tenon.constant dense<0.0> : !tenon.tensor<[], f32>
  %0 = tenon.fill %sizes, %zero : !tenon.tensor<[2], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0310]: `fill` needs its shape to be known when compiling, but it depends on the model's input
tenon.model @fill_data(%sizes: !tenon.tensor<[2], i64>) {
  %zero = tenon.constant dense<0.0> : !tenon.tensor<[], f32>
  %0 = tenon.fill %sizes, %zero : !tenon.tensor<[2], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
