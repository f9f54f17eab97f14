// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// CHECK: error[E0108]: `scatter_elements` names axis -3, but [4, 2] has 2 axes
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:49-51
tenon.model @scatter_elements_C1_axis(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 2], i64>, %u: !tenon.tensor<[3, 2], f32>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = -3 reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 2], i64>, !tenon.tensor<[3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `scatter_elements` takes integers, but its indices is float32
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:35-37
tenon.model @scatter_elements_C2_float(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 2], f32>, %u: !tenon.tensor<[3, 2], f32>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 2], f32>, !tenon.tensor<[3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0201]: `scatter_elements` joins [4, 2] and [3, 2]: float32 against float64
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:39-41
tenon.model @scatter_elements_C3_types(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 2], i64>, %u: !tenon.tensor<[3, 2], f64>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 2], i64>, !tenon.tensor<[3, 2], f64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `scatter_elements` takes numbers, but its input is bool
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:31-33
tenon.model @scatter_elements_C3_truth(%x: !tenon.tensor<[4, 2], i1>, %i: !tenon.tensor<[3, 2], i64>, %u: !tenon.tensor<[3, 2], i1>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "add" : !tenon.tensor<[4, 2], i1>, !tenon.tensor<[3, 2], i64>, !tenon.tensor<[3, 2], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `scatter_elements` takes its indices with 2 axes, but it has 1: [3]
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:35-37
tenon.model @scatter_elements_C4_rank(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3], i64>, %u: !tenon.tensor<[3], f32>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3], i64>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `scatter_elements` needs its updates of length 3 (axis 0 of [2, 2]), but it has 2
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:39-41
tenon.model @scatter_elements_C5_updates(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 2], i64>, %u: !tenon.tensor<[2, 2], f32>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 2], i64>, !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `scatter_elements` takes its updates with 2 axes, but it has 1: [2]
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:39-41
tenon.model @scatter_elements_C5_rank(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 2], i64>, %u: !tenon.tensor<[2], f32>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 2], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `scatter_elements` needs its indices of length at most 2 (axis 1 of [3, 3]), but it has 3
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:35-37
tenon.model @scatter_elements_C6_longer(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 3], i64>, %u: !tenon.tensor<[3, 3], f32>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 3], i64>, !tenon.tensor<[3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0120]: `scatter_elements` picks index 4 on axis 0 of [4, 2], which has 4 entries
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+3]]:35-37
tenon.model @scatter_elements_C7_range(%x: !tenon.tensor<[4, 2], f32>, %u: !tenon.tensor<[1, 1], f32>) {
  %i = tenon.constant dense<4> : !tenon.tensor<[1, 1], i64>
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[1, 1], i64>, !tenon.tensor<[1, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0122]: `scatter_elements` picks from axis 0 of [0, 2], which has no elements
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:31-33
tenon.model @scatter_elements_C7_empty(%x: !tenon.tensor<[0, 2], f32>, %i: !tenon.tensor<[3, 2], i64>, %u: !tenon.tensor<[3, 2], f32>) {
  %0 = tenon.scatter_elements %x, %i, %u axis = 0 reduction = "none" : !tenon.tensor<[0, 2], f32>, !tenon.tensor<[3, 2], i64>, !tenon.tensor<[3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `scatter_nd` takes integers, but its indices is float32
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:29-31
tenon.model @scatter_nd_C1_float(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 1], f32>, %u: !tenon.tensor<[3, 2], f32>) {
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 1], f32>, !tenon.tensor<[3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `scatter_nd` takes its indices with at least 1 axis, but it has 0: []
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:29-31
tenon.model @scatter_nd_C1_scalar(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[], i64>, %u: !tenon.tensor<[3, 2], f32>) {
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[], i64>, !tenon.tensor<[3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0201]: `scatter_nd` joins [4, 2] and [3, 2]: float32 against int32
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:33-35
tenon.model @scatter_nd_C2_types(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 1], i64>, %u: !tenon.tensor<[3, 2], i32>) {
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 1], i64>, !tenon.tensor<[3, 2], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `scatter_nd` takes numbers, but its input is bool
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:25-27
tenon.model @scatter_nd_C2_truth(%x: !tenon.tensor<[4, 2], i1>, %i: !tenon.tensor<[3, 1], i64>, %u: !tenon.tensor<[3, 2], i1>) {
  %0 = tenon.scatter_nd %x, %i, %u reduction = "min" : !tenon.tensor<[4, 2], i1>, !tenon.tensor<[3, 1], i64>, !tenon.tensor<[3, 2], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `scatter_nd` needs its indices of length 1 to 2 (axis 1 of [3, 3]), but it has 3
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:29-31
tenon.model @scatter_nd_C3_tuple(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 3], i64>, %u: !tenon.tensor<[3], f32>) {
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 3], i64>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `scatter_nd` needs its updates of length 2 (axis 1 of [3, 1]), but it has 1
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:33-35
tenon.model @scatter_nd_C4_updates(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 1], i64>, %u: !tenon.tensor<[3, 1], f32>) {
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 1], i64>, !tenon.tensor<[3, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `scatter_nd` takes its updates with 2 axes, but it has 1: [3]
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:33-35
tenon.model @scatter_nd_C4_rank(%x: !tenon.tensor<[4, 2], f32>, %i: !tenon.tensor<[3, 1], i64>, %u: !tenon.tensor<[3], f32>) {
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[3, 1], i64>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0120]: `scatter_nd` picks index -5 on axis 0 of [4, 2], which has 4 entries
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+3]]:29-31
tenon.model @scatter_nd_C5_range(%x: !tenon.tensor<[4, 2], f32>, %u: !tenon.tensor<[1, 2], f32>) {
  %i = tenon.constant dense<-5> : !tenon.tensor<[1, 1], i64>
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[4, 2], f32>, !tenon.tensor<[1, 1], i64>, !tenon.tensor<[1, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0122]: `scatter_nd` picks from axis 0 of [0, 2], which has no elements
// CHECK-NEXT: constraints-place.mlir:[[#@LINE+2]]:25-27
tenon.model @scatter_nd_C5_empty(%x: !tenon.tensor<[0, 2], f32>, %i: !tenon.tensor<[3, 1], i64>, %u: !tenon.tensor<[3, 2], f32>) {
  %0 = tenon.scatter_nd %x, %i, %u reduction = "none" : !tenon.tensor<[0, 2], f32>, !tenon.tensor<[3, 1], i64>, !tenon.tensor<[3, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
