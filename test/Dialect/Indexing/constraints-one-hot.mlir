// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// CHECK: error[E0202]: `one_hot` takes integers, but its indices is float32
// CHECK-NEXT: constraints-one-hot.mlir:[[#@LINE+3]]:22-24
tenon.model @one_hot_C1_float(%i: !tenon.tensor<[3], f32>, %v: !tenon.tensor<[2], f32>) {
  %d = tenon.constant dense<7> : !tenon.tensor<[], i64>
  %0 = tenon.one_hot %i, %d, %v axis = 0 : !tenon.tensor<[3], f32>, !tenon.tensor<[], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0202]: `one_hot` takes integers, but its depth is float32
// CHECK-NEXT: constraints-one-hot.mlir:[[#@LINE+2]]:26-28
tenon.model @one_hot_C2_float(%i: !tenon.tensor<[3], i64>, %d: !tenon.tensor<[], f32>, %v: !tenon.tensor<[2], f32>) {
  %0 = tenon.one_hot %i, %d, %v axis = 0 : !tenon.tensor<[3], i64>, !tenon.tensor<[], f32>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `one_hot` needs its depth of length 1 (axis 0 of [2]), but it has 2
// CHECK-NEXT: constraints-one-hot.mlir:[[#@LINE+2]]:26-28
tenon.model @one_hot_C2_two(%i: !tenon.tensor<[3], i64>, %d: !tenon.tensor<[2], i64>, %v: !tenon.tensor<[2], f32>) {
  %0 = tenon.one_hot %i, %d, %v axis = 0 : !tenon.tensor<[3], i64>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `one_hot` takes its depth with 1 axis, but it has 2: [1, 1]
// CHECK-NEXT: constraints-one-hot.mlir:[[#@LINE+2]]:26-28
tenon.model @one_hot_C2_rank(%i: !tenon.tensor<[3], i64>, %d: !tenon.tensor<[1, 1], i64>, %v: !tenon.tensor<[2], f32>) {
  %0 = tenon.one_hot %i, %d, %v axis = 0 : !tenon.tensor<[3], i64>, !tenon.tensor<[1, 1], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0113]: `one_hot` would give axis 0 a size of -1
// CHECK-NEXT: constraints-one-hot.mlir:[[#@LINE+3]]:26-28
tenon.model @one_hot_C3_negative(%i: !tenon.tensor<[3], i64>, %v: !tenon.tensor<[2], f32>) {
  %d = tenon.constant dense<-1> : !tenon.tensor<[], i64>
  %0 = tenon.one_hot %i, %d, %v axis = 0 : !tenon.tensor<[3], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0112]: `one_hot` needs its values of length 2 (axis 0 of [3]), but it has 3
// CHECK-NEXT: constraints-one-hot.mlir:[[#@LINE+3]]:30-32
tenon.model @one_hot_C4_values(%i: !tenon.tensor<[3], i64>, %v: !tenon.tensor<[3], f32>) {
  %d = tenon.constant dense<7> : !tenon.tensor<[], i64>
  %0 = tenon.one_hot %i, %d, %v axis = 0 : !tenon.tensor<[3], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `one_hot` takes its values with 1 axis, but it has 0: []
// CHECK-NEXT: constraints-one-hot.mlir:[[#@LINE+3]]:30-32
tenon.model @one_hot_C4_rank(%i: !tenon.tensor<[3], i64>, %v: !tenon.tensor<[], f32>) {
  %d = tenon.constant dense<7> : !tenon.tensor<[], i64>
  %0 = tenon.one_hot %i, %d, %v axis = 0 : !tenon.tensor<[3], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0108]: `one_hot` names axis 2, but [3] has 1 axis
// CHECK-NEXT: constraints-one-hot.mlir:[[#@LINE+3]]:40-41
tenon.model @one_hot_C5_axis(%i: !tenon.tensor<[3], i64>, %v: !tenon.tensor<[2], f32>) {
  %d = tenon.constant dense<7> : !tenon.tensor<[], i64>
  %0 = tenon.one_hot %i, %d, %v axis = 2 : !tenon.tensor<[3], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
