// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// CHECK: error[E0108]: `gather_elements` names axis 2, but [4, 2] has 2 axes
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:44-45
tenon.model @gather_elements_C1_axis(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 2], i64>) {
  %0 = tenon.gather_elements %x, %i axis = 2 : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `gather_elements` takes integers, but its indices is float32
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:34-36
tenon.model @gather_elements_C2_float(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 2], f32>) {
  %0 = tenon.gather_elements %x, %i axis = 0 : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `gather_elements` takes its indices with 2 axes, but it has 1: [3]
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:34-36
tenon.model @gather_elements_C3_rank(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3], i64>) {
  %0 = tenon.gather_elements %x, %i axis = 0 : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `gather_elements` needs its indices of length at most 2 (axis 1 of [3, 3]), but it has 3
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:34-36
tenon.model @gather_elements_C4_longer(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 3], i64>) {
  %0 = tenon.gather_elements %x, %i axis = 0 : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0120]: `gather_elements` picks index -5 on axis 0 of [4, 2], which has 4 entries
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+5]]:34-36
// CHECK: error[E0120]: `gather_elements` picks index 4 on axis 0 of [4, 2], which has 4 entries
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+3]]:34-36
tenon.model @gather_elements_C5_range(%x: !tenon.tensor<[4, 2], f32>) {
  %i = tenon.constant dense<[[-5], [4]]> : !tenon.tensor<[2, 1], i64>
  %0 = tenon.gather_elements %x, %i axis = 0 : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[2, 1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0122]: `gather_elements` picks from axis 0 of [0, 2], which has no elements
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:30-32
tenon.model @gather_elements_C5_empty(%x: !tenon.tensor<[0, 2], f32>, %i: !tenon.tensor<[3, 2], i64>) {
  %0 = tenon.gather_elements %x, %i axis = 0 : !tenon.tensor<[0, 2], f32>, !tenon.tensor<[3, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `gather_nd` takes integers, but its indices is float32
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:28-30
tenon.model @gather_nd_C1_float(%y: !tenon.tensor<[4, 5, 6], f32>, %i: !tenon.tensor<[3, 2], f32>) {
  %0 = tenon.gather_nd %y, %i batch_dims = 0 : !tenon.tensor<[4, 5, 6], f32>, !tenon.tensor<[3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `gather_nd` has batch_dims 2, but it must be 0 to 1
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:44-45
tenon.model @gather_nd_C2_batch(%y: !tenon.tensor<[4, 5, 6], f32>, %i: !tenon.tensor<[4, 2], i64>) {
  %0 = tenon.gather_nd %y, %i batch_dims = 2 : !tenon.tensor<[4, 5, 6], f32>, !tenon.tensor<[4, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `gather_nd` has batch_dims -1, but it must be 0 to 1
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:44-46
tenon.model @gather_nd_C2_negative(%y: !tenon.tensor<[4, 5, 6], f32>, %i: !tenon.tensor<[4, 2], i64>) {
  %0 = tenon.gather_nd %y, %i batch_dims = -1 : !tenon.tensor<[4, 5, 6], f32>, !tenon.tensor<[4, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `gather_nd` takes its input with at least 1 axis, but it has 0: []
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+4]]:24-26
// CHECK: error[E0101]: `gather_nd` takes its indices with at least 1 axis, but it has 0: []
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:28-30
tenon.model @gather_nd_C2_scalars(%s: !tenon.tensor<[], f32>, %i: !tenon.tensor<[], i64>) {
  %0 = tenon.gather_nd %s, %i batch_dims = 0 : !tenon.tensor<[], f32>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `gather_nd` needs its indices of length 4 (axis 0 of [3, 2]), but it has 3
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:28-30
tenon.model @gather_nd_C3_batch(%y: !tenon.tensor<[4, 5, 6], f32>, %i: !tenon.tensor<[3, 2], i64>) {
  %0 = tenon.gather_nd %y, %i batch_dims = 1 : !tenon.tensor<[4, 5, 6], f32>, !tenon.tensor<[3, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `gather_nd` needs its indices of length 1 to 2 (axis 1 of [4, 3]), but it has 3
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:28-30
tenon.model @gather_nd_C4_tuple(%y: !tenon.tensor<[4, 5, 6], f32>, %i: !tenon.tensor<[4, 3], i64>) {
  %0 = tenon.gather_nd %y, %i batch_dims = 1 : !tenon.tensor<[4, 5, 6], f32>, !tenon.tensor<[4, 3], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0120]: `gather_nd` picks index -6 on axis 1 of [4, 5, 6], which has 5 entries
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+5]]:28-30
// CHECK: error[E0120]: `gather_nd` picks index 4 on axis 0 of [4, 5, 6], which has 4 entries
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+3]]:28-30
tenon.model @gather_nd_C5_range(%y: !tenon.tensor<[4, 5, 6], f32>) {
  %i = tenon.constant dense<[[4, 4], [0, -6]]> : !tenon.tensor<[2, 2], i64>
  %0 = tenon.gather_nd %y, %i batch_dims = 0 : !tenon.tensor<[4, 5, 6], f32>, !tenon.tensor<[2, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0122]: `gather_nd` picks from axis 1 of [4, 0], which has no elements
// CHECK-NEXT: constraints-pick.mlir:[[#@LINE+2]]:24-26
tenon.model @gather_nd_C5_empty(%y: !tenon.tensor<[4, 0], f32>, %i: !tenon.tensor<[3, 2], i64>) {
  %0 = tenon.gather_nd %y, %i batch_dims = 0 : !tenon.tensor<[4, 0], f32>, !tenon.tensor<[3, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
