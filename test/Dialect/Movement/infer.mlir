// RUN: model-opt --tenon-check %s | FileCheck %s

// What the other movements infer from static and symbolic sizes.

// CHECK-LABEL: tenon.model @squeeze
// CHECK-SAME: #tenon.constraint<n equal 1, "E0119", "`squeeze` removes axis 2 of [batch, 1, n], which must be 1">
tenon.model @squeeze(%x: !tenon.tensor<[batch, 1, n], f32>) {
  // CHECK: tenon.squeeze {{.*}} axes = [-2] {{.*}} -> !tenon.tensor<[batch, n], f32>
  %0 = tenon.squeeze %x axes = [-2] : !tenon.tensor<[batch, 1, n], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.squeeze {{.*}} axes = [2, 1] {{.*}} -> !tenon.tensor<[batch], f32>
  %1 = tenon.squeeze %x axes = [2, 1] : !tenon.tensor<[batch, 1, n], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.squeeze {{.*}} axes = [] {{.*}} -> !tenon.tensor<[batch, 1, n], f32>
  %2 = tenon.squeeze %x axes = [] : !tenon.tensor<[batch, 1, n], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @squeeze_all
// CHECK-SAME: #tenon.constraint<n at_least 2, "E0119"
tenon.model @squeeze_all(%x: !tenon.tensor<[1, n, 1, 4], f32>) {
  // CHECK: tenon.squeeze {{.*}} -> !tenon.tensor<[n, 4], f32>
  %0 = tenon.squeeze %x : !tenon.tensor<[1, n, 1, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @unsqueeze
tenon.model @unsqueeze(%x: !tenon.tensor<[batch, 4], f32>, %s: !tenon.tensor<[], f32>) {
  // CHECK: tenon.unsqueeze {{.*}} -> !tenon.tensor<[1, batch, 4, 1], f32>
  %0 = tenon.unsqueeze %x axes = [-1, 0] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.unsqueeze {{.*}} -> !tenon.tensor<[1, 1], f32>
  %1 = tenon.unsqueeze %s axes = [0, 1] : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @align_rank
tenon.model @align_rank(%x: !tenon.tensor<[n], f32>, %like: !tenon.tensor<[batch, 4, 4], i8>) {
  // CHECK: tenon.align_rank {{.*}} -> !tenon.tensor<[1, 1, n], f32>
  %0 = tenon.align_rank %x to %like : !tenon.tensor<[n], f32>, !tenon.tensor<[batch, 4, 4], i8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.align_rank {{.*}} -> !tenon.tensor<[batch, 4, 4], i8>
  %1 = tenon.align_rank %like to %x : !tenon.tensor<[batch, 4, 4], i8>, !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @transpose
tenon.model @transpose(%x: !tenon.tensor<[batch, h, w, 3], ui8>, %s: !tenon.tensor<[], f32>) {
  // CHECK: tenon.transpose {{.*}} -> !tenon.tensor<[batch, 3, h, w], ui8>
  %0 = tenon.transpose %x permutation = [0, 3, 1, 2] : !tenon.tensor<[batch, h, w, 3], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.transpose {{.*}} -> !tenon.tensor<[], f32>
  %1 = tenon.transpose %s permutation = [] : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @concat
// CHECK-SAME: #tenon.constraint<4 equal n, "E0109", "`concat` joins [b, 4] and [2*b, n] along axis 0, which must agree on axis 1">
tenon.model @concat(%x: !tenon.tensor<[b, 4], f32>, %y: !tenon.tensor<[2*b, n], f32>) {
  // CHECK: tenon.concat {{.*}} -> !tenon.tensor<[3*b, 4], f32>
  %0 = tenon.concat %x, %y axis = -2 : !tenon.tensor<[b, 4], f32>, !tenon.tensor<[2*b, n], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.concat {{.*}} -> !tenon.tensor<[b, 4], f32>
  %1 = tenon.concat %x axis = 0 : !tenon.tensor<[b, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @split
// CHECK-SAME: #tenon.constraint<n divisible_by 3, "E0124"
tenon.model @split(%x: !tenon.tensor<[batch, 5], f32>, %y: !tenon.tensor<[n], f32>, %z: !tenon.tensor<[7], f32>) {
  // CHECK: tenon.split {{.*}} -> !tenon.tensor<[batch, 2], f32>, !tenon.tensor<[batch, 0], f32>, !tenon.tensor<[batch, 3], f32>
  %0:3 = tenon.split %x axis = -1 sizes = [2, 0, 3] : !tenon.tensor<[batch, 5], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.split {{.*}} -> !tenon.tensor<[n floordiv 3], f32>, !tenon.tensor<[n floordiv 3], f32>, !tenon.tensor<[n floordiv 3], f32>
  %1:3 = tenon.split %y axis = 0 : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.split {{.*}} -> !tenon.tensor<[3], f32>, !tenon.tensor<[3], f32>, !tenon.tensor<[1], f32>
  %2:3 = tenon.split %z axis = 0 {uneven} : !tenon.tensor<[7], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @split_depends
// CHECK-SAME: #tenon.constraint<n equal 5, "E0123"
tenon.model @split_depends(%x: !tenon.tensor<[n], f32>) {
  // CHECK: tenon.split {{.*}} -> !tenon.tensor<[2], f32>, !tenon.tensor<[3], f32>
  %0:2 = tenon.split %x axis = 0 sizes = [2, 3] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @slice_static
tenon.model @slice_static(%x: !tenon.tensor<[10, 3], f32>, %e: !tenon.tensor<[0], f32>) {
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[3, 3], f32>
  %0 = tenon.slice %x starts = [1] ends = [9] axes = [0] steps = [3] : !tenon.tensor<[10, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[2, 3], f32>
  %1 = tenon.slice %x starts = [-3] ends = [-1] axes = [-2] steps = [1] : !tenon.tensor<[10, 3], f32> -> !tenon.tensor<*, ?>
  // Backwards to the very start.
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[10, 3], f32>
  %2 = tenon.slice %x starts = [9223372036854775807] ends = [-9223372036854775808] axes = [0] steps = [-1] : !tenon.tensor<[10, 3], f32> -> !tenon.tensor<*, ?>
  // Nothing between start and end.
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[0, 3], f32>
  %3 = tenon.slice %x starts = [5] ends = [2] axes = [0] steps = [1] : !tenon.tensor<[10, 3], f32> -> !tenon.tensor<*, ?>
  // Beyond the end, with a huge step.
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[1, 0], f32>
  %4 = tenon.slice %x starts = [0, 7] ends = [10, 9] axes = [0, 1] steps = [9223372036854775807, 1] : !tenon.tensor<[10, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[0], f32>
  %5 = tenon.slice %e starts = [-1] ends = [-100] axes = [0] steps = [-9223372036854775808] : !tenon.tensor<[0], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @slice_symbolic
tenon.model @slice_symbolic(%x: !tenon.tensor<[n], f32>) symbols [n in [2, *]] {
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[n], f32>
  %0 = tenon.slice %x starts = [0] ends = [9223372036854775807] axes = [0] steps = [1] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[n - 1], f32>
  %1 = tenon.slice %x starts = [1] ends = [9223372036854775807] axes = [0] steps = [1] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[1], f32>
  %2 = tenon.slice %x starts = [-1] ends = [2147483647] axes = [0] steps = [1] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[n], f32>
  %3 = tenon.slice %x starts = [-1] ends = [-9223372036854775808] axes = [0] steps = [-1] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[(n + 1) floordiv 2], f32>
  %4 = tenon.slice %x starts = [0] ends = [9223372036854775807] axes = [0] steps = [2] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // What lies beyond is left out, so short tensors give less.
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<[min(n, 8)], f32>
  %5 = tenon.slice %x starts = [0] ends = [8] axes = [0] steps = [1] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @pad
// CHECK-SAME: #tenon.constraint<n at_least 3, "E0116"
tenon.model @pad(%x: !tenon.tensor<[batch, 4], f32>, %y: !tenon.tensor<[n], f32>) {
  // CHECK: tenon.pad {{.*}} -> !tenon.tensor<[batch + 3, 2], f32>
  %0 = tenon.pad %x low = [1, -1] high = [2, -1] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.pad {{.*}} -> !tenon.tensor<[n + 4], f32>
  %1 = tenon.pad %y low = [2] high = [2] mode = reflect : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @expand
// CHECK-SAME: #tenon.constraint<n equal 4, "E0118"
tenon.model @expand(%x: !tenon.tensor<[batch, 1], f32>, %y: !tenon.tensor<[n], f32>) {
  %0 = tenon.constant dense<[3, 1, 4]> : !tenon.tensor<[3], i64>
  // Both ways: the shape's 1 takes the input's size.
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[3, batch, 4], f32>
  %1 = tenon.expand %x, %0 : !tenon.tensor<[batch, 1], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[3, 1, 4], f32>
  %2 = tenon.expand %y, %0 : !tenon.tensor<[n], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  %3 = tenon.shape_of %x : !tenon.tensor<[batch, 1], f32> -> !tenon.tensor<[2], i64>
  %4 = tenon.constant dense<0.0> : !tenon.tensor<[], f32>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[batch, 1], f32>
  %5 = tenon.expand %4, %3 : !tenon.tensor<[], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @tile
tenon.model @tile(%x: !tenon.tensor<[batch, 4], f32>) {
  %0 = tenon.constant dense<[2, 0]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.tile {{.*}} -> !tenon.tensor<[2*batch, 0], f32>
  %1 = tenon.tile %x, %0 : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  %2 = tenon.shape_of %x : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[2], i64>
  // CHECK: tenon.tile {{.*}} -> !tenon.tensor<[batch*batch, 16], f32>
  %3 = tenon.tile %x, %2 : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
