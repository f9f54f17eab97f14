// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// CHECK: error[E0101]: `range` takes its start with 0 axes, but it has 1: [2]
// CHECK-NEXT: constraints-range.mlir:[[#@LINE+4]]:20-22
tenon.model @range_C1_axes(%a: !tenon.tensor<[2], i64>) {
  %b = tenon.constant dense<3> : !tenon.tensor<[], i64>
  %c = tenon.constant dense<1> : !tenon.tensor<[], i64>
  %0 = tenon.range %a, %b, %c  : !tenon.tensor<[2], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0201]: `range` joins [] and []: float32 against int64
// CHECK-NEXT: constraints-range.mlir:[[#@LINE+4]]:24-26
tenon.model @range_C2_differ(%a: !tenon.tensor<[], f32>) {
  %b = tenon.constant dense<3> : !tenon.tensor<[], i64>
  %c = tenon.constant dense<1> : !tenon.tensor<[], i64>
  %0 = tenon.range %a, %b, %c  : !tenon.tensor<[], f32>, !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `range` takes numbers, but its start is bool
// CHECK-NEXT: constraints-range.mlir:[[#@LINE+2]]:20-22
tenon.model @range_C2_truth(%a: !tenon.tensor<[], i1>, %b: !tenon.tensor<[], i1>, %c: !tenon.tensor<[], i1>) {
  %0 = tenon.range %a, %b, %c  : !tenon.tensor<[], i1>, !tenon.tensor<[], i1>, !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `range` has a delta of 0, but it must be positive or negative
// CHECK-NEXT: constraints-range.mlir:[[#@LINE+5]]:28-30
tenon.model @range_C3_zero() {
  %a = tenon.constant dense<0> : !tenon.tensor<[], i64>
  %b = tenon.constant dense<3> : !tenon.tensor<[], i64>
  %c = tenon.constant dense<0> : !tenon.tensor<[], i64>
  %0 = tenon.range %a, %b, %c  : !tenon.tensor<[], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `range` has a number of elements that is more than 2^63, but it must be less than 2^63
// CHECK-NEXT: constraints-range.mlir:[[#@LINE+5]]:24-26
tenon.model @range_C4_many() {
  %a = tenon.constant dense<-9223372036854775807> : !tenon.tensor<[], i64>
  %b = tenon.constant dense<9223372036854775807> : !tenon.tensor<[], i64>
  %c = tenon.constant dense<1> : !tenon.tensor<[], i64>
  %0 = tenon.range %a, %b, %c  : !tenon.tensor<[], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `range` has a number of elements that is more than 2^62, but it must be less than 2^62
// CHECK-NEXT: constraints-range.mlir:[[#@LINE+5]]:24-26
tenon.model @range_C4_numbers() {
  %a = tenon.constant dense<0.0> : !tenon.tensor<[], f32>
  %b = tenon.constant dense<1.0e+30> : !tenon.tensor<[], f32>
  %c = tenon.constant dense<1.0> : !tenon.tensor<[], f32>
  %0 = tenon.range %a, %b, %c  : !tenon.tensor<[], f32>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0310]: `range` needs its limit to be known when compiling
tenon.model @range_open(%b: !tenon.tensor<[], i64>) {
  %a = tenon.constant dense<0> : !tenon.tensor<[], i64>
  %c = tenon.constant dense<1> : !tenon.tensor<[], i64>
  %0 = tenon.range %a, %b, %c  : !tenon.tensor<[], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
