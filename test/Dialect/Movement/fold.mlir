// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// Movements that move nothing disappear.

// CHECK-LABEL: tenon.model @no_ops
// CHECK-SAME: (%[[X:.*]]: !tenon.tensor<[n, 1, 4], f32>
tenon.model @no_ops(%x: !tenon.tensor<[n, 1, 4], f32>) {
  %shape = tenon.constant dense<[0, 1, -1]> : !tenon.tensor<[3], i64>
  %0 = tenon.reshape %x, %shape : !tenon.tensor<[n, 1, 4], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  %ones = tenon.constant dense<1> : !tenon.tensor<[3], i64>
  %1 = tenon.expand %0, %ones : !tenon.tensor<*, ?>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  %2 = tenon.tile %1, %ones : !tenon.tensor<*, ?>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  %3 = tenon.pad %2 low = [0, 0, 0] high = [0, 0, 0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %4 = tenon.slice %3 starts = [0] ends = [9223372036854775807] axes = [0] steps = [1] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %5 = tenon.concat %4 axis = 1 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %6 = tenon.transpose %5 permutation = [0, 1, 2] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %7 = tenon.squeeze %6 axes = [] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %8 = tenon.unsqueeze %7 axes = [] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %9 = tenon.align_rank %8 to %x : !tenon.tensor<*, ?>, !tenon.tensor<[n, 1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK-NEXT: tenon.output %[[X]] ["y"]
  tenon.output %9 ["y"] : !tenon.tensor<*, ?>
}

// A reversed tensor has its size, and is another one all the same.
// CHECK-LABEL: tenon.model @reversed
tenon.model @reversed(%x: !tenon.tensor<[n], f32>) {
  // CHECK: tenon.slice
  %0 = tenon.slice %x starts = [-1] ends = [-9223372036854775808] axes = [0] steps = [-1] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @transposes
// CHECK-SAME: (%[[X:.*]]: !tenon.tensor<[a, b, c], f32>
tenon.model @transposes(%x: !tenon.tensor<[a, b, c], f32>) {
  %0 = tenon.transpose %x permutation = [1, 2, 0] : !tenon.tensor<[a, b, c], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.transpose %0 permutation = [1, 0, 2] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: %[[T:.*]] = tenon.transpose %[[X]] permutation = [2, 1, 0]
  // CHECK-NOT: tenon.transpose
  %2 = tenon.transpose %0 permutation = [2, 0, 1] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[T]], %[[X]]
  tenon.output %1, %2 ["y", "z"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// What it is aligned to does not matter any more.
// CHECK-LABEL: tenon.model @align_rank
tenon.model @align_rank(%x: !tenon.tensor<[4], f32>, %y: !tenon.tensor<[n, 4], f32>) {
  // CHECK: tenon.unsqueeze %{{.*}} axes = [0]
  %0 = tenon.align_rank %x to %y : !tenon.tensor<[4], f32>, !tenon.tensor<[n, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The evaluator, op by op.
// CHECK-LABEL: tenon.model @evaluate
tenon.model @evaluate() {
  %x = tenon.constant dense<[[1, 2, 3], [4, 5, 6]]> : !tenon.tensor<[2, 3], i32>
  %s = tenon.constant dense<[3, -1]> : !tenon.tensor<[2], i64>
  // CHECK-DAG: %[[RESHAPE:.*]] = tenon.constant dense<{{\[}}[1, 2], [3, 4], [5, 6]]> : !tenon.tensor<[3, 2], i32>
  %0 = tenon.reshape %x, %s : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[TRANSPOSE:.*]] = tenon.constant dense<{{\[}}[1, 4], [2, 5], [3, 6]]> : !tenon.tensor<[3, 2], i32>
  %1 = tenon.transpose %x permutation = [1, 0] : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[CONCAT:.*]] = tenon.constant dense<{{\[}}[1, 2, 1, 4], [3, 4, 2, 5], [5, 6, 3, 6]]> : !tenon.tensor<[3, 4], i32>
  %2 = tenon.concat %0, %1 axis = 1 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[LEFT:.*]] = tenon.constant dense<{{\[}}[1], [4]]> : !tenon.tensor<[2, 1], i32>
  // CHECK-DAG: %[[RIGHT:.*]] = tenon.constant dense<{{\[}}[2, 3], [5, 6]]> : !tenon.tensor<[2, 2], i32>
  %3:2 = tenon.split %x axis = 1 sizes = [1, 2] : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK-DAG: %[[SLICE:.*]] = tenon.constant dense<{{\[}}[6, 4]]> : !tenon.tensor<[1, 2], i32>
  %4 = tenon.slice %x starts = [1, 9] ends = [2, -9] axes = [0, 1] steps = [1, -2] : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[PAD:.*]] = tenon.constant dense<{{\[}}[7, 7, 7], [2, 3, 7], [5, 6, 7]]> : !tenon.tensor<[3, 3], i32>
  %5 = tenon.pad %x low = [1, -1] high = [0, 1] {value = 7.0 : f64} : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[REFLECT:.*]] = tenon.constant dense<{{\[}}[3, 2, 1, 2, 3, 2], [6, 5, 4, 5, 6, 5]]> : !tenon.tensor<[2, 6], i32>
  %6 = tenon.pad %x low = [0, 2] high = [0, 1] mode = reflect : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[EDGE:.*]] = tenon.constant dense<{{\[}}[1, 1, 1, 2, 3, 3], [4, 4, 4, 5, 6, 6]]> : !tenon.tensor<[2, 6], i32>
  %7 = tenon.pad %x low = [0, 2] high = [0, 1] mode = edge : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  // What is left after the crop is what repeats.
  // CHECK-DAG: %[[WRAP:.*]] = tenon.constant dense<{{\[}}[2, 3, 2, 3], [5, 6, 5, 6]]> : !tenon.tensor<[2, 4], i32>
  %8 = tenon.pad %x low = [0, -1] high = [0, 2] mode = wrap : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  %r = tenon.constant dense<[1, 2, 1]> : !tenon.tensor<[3], i64>
  // CHECK-DAG: %[[EXPAND:.*]] = tenon.constant dense<{{\[\[}}[1, 2, 3], [4, 5, 6]], {{\[}}[1, 2, 3], [4, 5, 6]]]> : !tenon.tensor<[2, 2, 3], i32>
  %9 = tenon.unsqueeze %x axes = [0] : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  %t = tenon.constant dense<[2, 1, 1]> : !tenon.tensor<[3], i64>
  %10 = tenon.expand %9, %t : !tenon.tensor<*, ?>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[TILE:.*]] = tenon.constant dense<{{\[\[}}[1, 2, 3], [4, 5, 6], [1, 2, 3], [4, 5, 6]]]> : !tenon.tensor<[1, 4, 3], i32>
  %11 = tenon.tile %9, %r : !tenon.tensor<*, ?>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[RESHAPE]], %[[TRANSPOSE]], %[[CONCAT]], %[[LEFT]], %[[RIGHT]], %[[SLICE]], %[[PAD]], %[[REFLECT]], %[[EDGE]], %[[WRAP]], %[[EXPAND]], %[[TILE]]
  tenon.output %0, %1, %2, %3#0, %3#1, %4, %5, %6, %7, %8, %10, %11 ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @triangles
tenon.model @triangles() {
  %x = tenon.constant dense<[[1, 2, 3], [4, 5, 6]]> : !tenon.tensor<[2, 3], i32>
  // CHECK-DAG: %[[A:.*]] = tenon.constant dense<{{\[\[}}0, 2, 3], [0, 0, 6]]> : !tenon.tensor<[2, 3], i32>
  %0 = tenon.trilu %x diagonal = 1 {upper} : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[B:.*]] = tenon.constant dense<{{\[\[}}1, 0, 0], [4, 5, 0]]> : !tenon.tensor<[2, 3], i32>
  %1 = tenon.trilu %x diagonal = 0 : !tenon.tensor<[2, 3], i32> -> !tenon.tensor<*, ?>
  %s = tenon.constant dense<[-1]> : !tenon.tensor<[1], i64>
  %e = tenon.constant dense<[-9]> : !tenon.tensor<[1], i64>
  // CHECK-DAG: %[[C:.*]] = tenon.constant dense<{{\[\[}}3, 1], [6, 4]]> : !tenon.tensor<[2, 2], i32>
  %2 = tenon.dynamic_slice %x, %s, %e axes = [1] steps = [-2] : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[A]], %[[B]], %[[C]]
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Of an odd number of elements the larger half is at the end.
// CHECK-LABEL: tenon.model @center
// CHECK-NEXT: tenon.constant dense<[2, 3]> : !tenon.tensor<[2], i8>
// CHECK-NEXT: tenon.constant dense<[0, 1, 2, 3, 4, 5, 0, 0]> : !tenon.tensor<[8], i8>
tenon.model @center() {
  %x = tenon.constant dense<[1, 2, 3, 4, 5]> : !tenon.tensor<[5], i8>
  %two = tenon.constant dense<2> : !tenon.tensor<[1], i64>
  %eight = tenon.constant dense<8> : !tenon.tensor<[1], i64>
  %0 = tenon.center_crop_pad %x, %two axes = [0] : !tenon.tensor<[5], i8>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  %1 = tenon.center_crop_pad %x, %eight axes = [0] : !tenon.tensor<[5], i8>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
