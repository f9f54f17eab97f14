// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @shapes
tenon.model @shapes(%x: !tenon.tensor<[batch, 1, 4], f32>) {
  %shape = tenon.constant dense<[4, -1]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.reshape %{{.*}}, %{{.*}} {allow_zero} : !tenon.tensor<[batch, 1, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<[4, batch], f32>
  %0 = tenon.reshape %x, %shape {allow_zero} : !tenon.tensor<[batch, 1, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<[4, batch], f32>
  // CHECK: tenon.flatten %{{.*}} axis = -1 : !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
  %1 = tenon.flatten %x axis = -1 : !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
  // CHECK: tenon.squeeze %{{.*}} axes = [1] : !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.squeeze %x axes = [1] : !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.squeeze %{{.*}} : !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<*, ?>
  %3 = tenon.squeeze %x : !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.unsqueeze %{{.*}} axes = [0, -1] : !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<[1, batch, 1, 4, 1], f32>
  %4 = tenon.unsqueeze %x axes = [0, -1] : !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<[1, batch, 1, 4, 1], f32>
  // CHECK: tenon.align_rank %{{.*}} to %{{.*}} : !tenon.tensor<[2], i64>, !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<[1, 1, 2], i64>
  %5 = tenon.align_rank %shape to %x : !tenon.tensor<[2], i64>, !tenon.tensor<[batch, 1, 4], f32> -> !tenon.tensor<[1, 1, 2], i64>
  tenon.output []
}

// CHECK-LABEL: tenon.model @orders
tenon.model @orders(%x: !tenon.tensor<[batch, 4], f32>) {
  // CHECK: tenon.transpose %{{.*}} permutation = [1, 0] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[4, batch], f32>
  %0 = tenon.transpose %x permutation = [1, 0] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[4, batch], f32>
  // CHECK: tenon.concat %{{.*}}, %{{.*}} axis = 1 : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 8], f32>
  %1 = tenon.concat %x, %x axis = 1 : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 8], f32>
  // CHECK: tenon.split %{{.*}} axis = 1 sizes = [1, 3] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 1], f32>, !tenon.tensor<[batch, 3], f32>
  %2:2 = tenon.split %x axis = 1 sizes = [1, 3] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 1], f32>, !tenon.tensor<[batch, 3], f32>
  // CHECK: tenon.split %{{.*}} axis = 1 {uneven} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  %3:3 = tenon.split %x axis = 1 {uneven} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.slice %{{.*}} starts = [-1] ends = [-9223372036854775808] axes = [1] steps = [-1] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
  %4 = tenon.slice %x starts = [-1] ends = [-9223372036854775808] axes = [1] steps = [-1] : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
  tenon.output []
}

// CHECK-LABEL: tenon.model @extents
tenon.model @extents(%x: !tenon.tensor<[batch, 4], f32>) {
  %sizes = tenon.constant dense<[1, 1]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.pad %{{.*}} low = [0, 1] high = [0, 2] {value = 1.000000e+00 : f64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 7], f32>
  %0 = tenon.pad %x low = [0, 1] high = [0, 2] {value = 1.0 : f64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 7], f32>
  // CHECK: tenon.pad %{{.*}} low = [0, 1] high = [0, 2] mode = wrap : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.pad %x low = [0, 1] high = [0, 2] mode = wrap : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand %{{.*}}, %{{.*}} : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  %2 = tenon.expand %x, %sizes : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.tile %{{.*}}, %{{.*}} : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  %3 = tenon.tile %x, %sizes : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
