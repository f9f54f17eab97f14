// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// Each numbered constraint of the movements, broken once or more.

// CHECK: error[E0101]: `reshape` takes its shape with 1 axis, but it has 2: [1, 2]
// CHECK-NEXT: constraints.mlir:[[#@LINE+3]]:26-32
tenon.model @reshape_C1_rank(%x: !tenon.tensor<[2, 3], f32>) {
  %shape = tenon.constant dense<1> : !tenon.tensor<[1, 2], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[1, 2], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0202]: `reshape` takes integers, but its shape is float32
tenon.model @reshape_C1_float(%x: !tenon.tensor<[2, 3], f32>) {
  %shape = tenon.constant dense<1.0> : !tenon.tensor<[2], f32>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0116]: `reshape` has the shape [-1, 3, -1], but it must be a list with at most one -1
// CHECK-NEXT: constraints.mlir:[[#@LINE+3]]:26-32
tenon.model @reshape_C2_two(%x: !tenon.tensor<[2, 3], f32>) {
  %shape = tenon.constant dense<[-1, 3, -1]> : !tenon.tensor<[3], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0113]: `reshape` would give axis 1 a size of -2
tenon.model @reshape_C3_negative(%x: !tenon.tensor<[2, 3], f32>) {
  %shape = tenon.constant dense<[3, -2]> : !tenon.tensor<[2], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0108]: `reshape` names axis 2, but [2, 3] has 2 axes
// CHECK: help: an entry of 0 copies the input's size on the same axis; write the size, or set allow_zero if it is to be 0
tenon.model @reshape_C4_copy(%x: !tenon.tensor<[2, 3], f32>) {
  %shape = tenon.constant dense<[2, 3, 0]> : !tenon.tensor<[3], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0116]: `reshape` has the shape [-1, 0], but it must be without -1 where the other sizes multiply to 0
tenon.model @reshape_C5_zero(%x: !tenon.tensor<[0, 3], f32>) {
  %shape = tenon.constant dense<[-1, 0]> : !tenon.tensor<[2], i64>
  %0 = tenon.reshape %x, %shape {allow_zero} : !tenon.tensor<[0, 3], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0107]: `reshape` turns [2, 3] (6 elements) into [4, 2] (8 elements)
// CHECK: help: choose sizes whose product is 6
tenon.model @reshape_C6_static(%x: !tenon.tensor<[2, 3], f32>) {
  %shape = tenon.constant dense<[4, 2]> : !tenon.tensor<[2], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// It would hold for a batch of 0, and for no other.
// CHECK: error[E0107]: `reshape` turns [batch, 16] (16*batch elements) into [0, 15] (15*batch elements)
tenon.model @reshape_C6_symbolic(%x: !tenon.tensor<[batch, 16], f32>) {
  %shape = tenon.constant dense<[0, 15]> : !tenon.tensor<[2], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[batch, 16], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0107]: `reshape` turns [2, 3] (6 elements) into [-1, 4] (a multiple of 4 elements)
// CHECK: help: the sizes beside -1 must divide 6
tenon.model @reshape_C6_remainder(%x: !tenon.tensor<[2, 3], f32>) {
  %shape = tenon.constant dense<[-1, 4]> : !tenon.tensor<[2], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0114]: `reshape` would give [4294967296, 4294967296], which has more than 2^63 elements
tenon.model @reshape_C6_overflow(%x: !tenon.tensor<[n, m], f32>) {
  %shape = tenon.constant dense<4294967296> : !tenon.tensor<[2], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[n, m], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0107]: `reshape` turns [4294967296, 4294967296] (more than 2^63 elements) into [] (1 elements)
tenon.model @reshape_C6_huge(%x: !tenon.tensor<[4294967296, 4294967296], f32>) {
  %shape = tenon.constant dense<> : !tenon.tensor<[0], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[4294967296, 4294967296], f32>, !tenon.tensor<[0], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Sizes that are no constants of the model are a limit, said once.
// CHECK: error[E0310]: `reshape` needs its shape to be known when compiling, but it depends on the model's input
// CHECK-NEXT: constraints.mlir:[[#@LINE+3]]:26-32
// CHECK-NOT: error
tenon.model @reshape_data(%x: !tenon.tensor<[2, 3], f32>, %shape: !tenon.tensor<[2], i64>) {
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[2, 3], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  %1 = tenon.shape_of %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %2 = tenon.reshape %x, %1 : !tenon.tensor<[2, 3], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %2 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0108]: `flatten` names axis 3, but [2, 3] has 2 axes
// CHECK: help: valid axes are -2 to 2
tenon.model @flatten_C1_high(%x: !tenon.tensor<[2, 3], f32>, %s: !tenon.tensor<[], f32>) {
  %0 = tenon.flatten %x axis = 3 : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0108]: `flatten` names axis -1, but [] has 0 axes
  // CHECK: help: the only valid axis of a scalar is 0
  %1 = tenon.flatten %s axis = -1 : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0108]: `squeeze` names axis -3, but [2, 1] has 2 axes
// CHECK: error[E0108]: `squeeze` names axis 2, but [2, 1] has 2 axes
tenon.model @squeeze_C1_range(%x: !tenon.tensor<[2, 1], f32>) {
  %0 = tenon.squeeze %x axes = [2, -3] : !tenon.tensor<[2, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0121]: `squeeze` names axis 1 of [2, 1] twice
tenon.model @squeeze_C2_twice(%x: !tenon.tensor<[2, 1], f32>) {
  %0 = tenon.squeeze %x axes = [1, -1] : !tenon.tensor<[2, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0119]: `squeeze` removes axis 0 of [2, 1], which has size 2, not 1
tenon.model @squeeze_C3_size(%x: !tenon.tensor<[2, 1], f32>) {
  %0 = tenon.squeeze %x axes = [0] : !tenon.tensor<[2, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0108]: `unsqueeze` names axis 3, but [2, 1] has 2 axes
// CHECK: help: valid axes are -3 to 2
tenon.model @unsqueeze_C1_range(%x: !tenon.tensor<[2, 1], f32>) {
  %0 = tenon.unsqueeze %x axes = [3] : !tenon.tensor<[2, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0121]: `unsqueeze` names axis 0 of [2, 1] twice
tenon.model @unsqueeze_C2_twice(%x: !tenon.tensor<[2, 1], f32>) {
  %0 = tenon.unsqueeze %x axes = [0, -4] : !tenon.tensor<[2, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0111]: `transpose` permutes [2, 3] by [0, 0], which is no permutation of its axes
// CHECK: help: name each axis from 0 to 1 once
tenon.model @transpose_C1_repeated(%x: !tenon.tensor<[2, 3], f32>, %s: !tenon.tensor<[], f32>) {
  %0 = tenon.transpose %x permutation = [0, 0] : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0111]: `transpose` permutes [2, 3] by [0, 2]
  %1 = tenon.transpose %x permutation = [0, 2] : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0111]: `transpose` permutes [2, 3] by [-1, 0]
  %2 = tenon.transpose %x permutation = [-1, 0] : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0111]: `transpose` permutes [2, 3] by [0]
  %3 = tenon.transpose %x permutation = [0] : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: error[E0111]: `transpose` permutes [] by [0]
  // CHECK: help: a scalar has no axes: its permutation is []
  %4 = tenon.transpose %s permutation = [0] : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
