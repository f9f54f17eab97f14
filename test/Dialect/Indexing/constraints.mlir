// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// CHECK: error[E0108]: `gather` names axis 2, but [4, 2] has 2 axes
// CHECK: error[E0108]: `gather` names axis 0, but [] has 0 axes
tenon.model @gather_C1_axis(%x: !tenon.tensor<[4, 2], f32>, %s: !tenon.tensor<[], f32>, %i: !tenon.tensor<[3], i64>) {
  %0 = tenon.gather %x, %i axis = 2 : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  %1 = tenon.gather %s, %i axis = 0 : !tenon.tensor<[], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `gather` takes integers, but its indices is float32
// CHECK-NEXT: constraints.mlir:[[#@LINE+2]]:25-27
tenon.model @gather_C2_float(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3], f32>) {
  %0 = tenon.gather %x, %i axis = 0 : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The least and the greatest that are wrong.
// CHECK: error[E0120]: `gather` picks index -5 on axis 0 of [4, 2], which has 4 entries
// CHECK: help: valid indices are -4 to 3
// CHECK: error[E0120]: `gather` picks index 4 on axis 0 of [4, 2], which has 4 entries
tenon.model @gather_C3_range(%x: !tenon.tensor<[4, 2], f32>) {
  %0 = tenon.constant dense<[-5, 3, 4]> : !tenon.tensor<[3], i64>
  %1 = tenon.gather %x, %0 axis = 0 : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0120]: `gather` picks index -9223372036854775808 on axis 1 of [4, n], which has n entries
// CHECK: error[E0120]: `gather` picks index 9223372036854775807 on axis 1 of [4, n], which has n entries
tenon.model @gather_C3_huge(%x: !tenon.tensor<[4, n], f32>) {
  %0 = tenon.constant dense<[-9223372036854775808, 9223372036854775807]> : !tenon.tensor<[2], i64>
  %1 = tenon.gather %x, %0 axis = 1 : !tenon.tensor<[4, n], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0122]: `gather` picks from axis 0 of [0, 2], which has no elements
tenon.model @gather_C3_empty(%x: !tenon.tensor<[0, 2], f32>, %i: !tenon.tensor<[3], i64>) {
  %0 = tenon.gather %x, %i axis = 0 : !tenon.tensor<[0, 2], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
