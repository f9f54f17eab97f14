// RUN: model-opt --tenon-check --tenon-simplify --tenon-choose-layout --tenon-fold-parameters %s | FileCheck %s

// Two convolutions, what lies between them, and a reduction at the end: one
// transpose is left, of the input, which comes with channels first.
// CHECK-LABEL: tenon.model @chain
// CHECK-COUNT-1: tenon.transpose
// CHECK-NOT: tenon.transpose
// CHECK: tenon.conv {{.*}}layout = #tenon.layout<channels_last>{{.*}} -> !tenon.tensor<[batch, 6, 6, 4], f32>
// CHECK: tenon.relu
// CHECK: tenon.max_pool {{.*}}layout = #tenon.layout<channels_last>
// CHECK: tenon.conv {{.*}}layout = #tenon.layout<channels_last>
// CHECK: tenon.concat {{.*}} axis = 3
// CHECK: tenon.reduce_mean {{.*}}axes = array<i64: 1, 2>
// CHECK-NOT: tenon.transpose
// CHECK: tenon.output
tenon.parameter @f = dense<1.0> : !tenon.tensor<[4, 3, 3, 3], f32>
tenon.parameter @g = dense<1.0> : !tenon.tensor<[4, 4, 1, 1], f32>
tenon.model @chain(%x: !tenon.tensor<[batch, 3, 8, 8], f32>) {
  %f = tenon.get_parameter @f : !tenon.tensor<[4, 3, 3, 3], f32>
  %g = tenon.get_parameter @g : !tenon.tensor<[4, 4, 1, 1], f32>
  %0 = tenon.conv %x, %f : !tenon.tensor<[batch, 3, 8, 8], f32>, !tenon.tensor<[4, 3, 3, 3], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.relu %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %2 = tenon.max_pool %1 {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %3 = tenon.conv %2, %g : !tenon.tensor<*, ?>, !tenon.tensor<[4, 4, 1, 1], f32> -> !tenon.tensor<*, ?>
  %4 = tenon.add %2, %3 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %5 = tenon.concat %4, %2 axis = 1 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %6 = tenon.reduce_mean %5 {axes = array<i64: 2, 3>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %6 ["y"] : !tenon.tensor<*, ?>
}

// A model without such operations is left alone.
// CHECK-LABEL: tenon.model @other
// CHECK: tenon.transpose
// CHECK: tenon.exp
// CHECK-NEXT: tenon.output
tenon.model @other(%x: !tenon.tensor<[2, 3], f32>) {
  %0 = tenon.transpose %x permutation = [1, 0] : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.exp %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// Two operands with a single long axis, moved in different ways, do not hand
// their transposes to each other for ever.
// CHECK-LABEL: tenon.model @small
// CHECK: tenon.conv {{.*}}channels_last
// CHECK: tenon.add
tenon.model @small(%x: !tenon.tensor<[1, 4, 1, 1], f32>, %w: !tenon.tensor<[8, 4, 1, 1], f32>, %y: !tenon.tensor<[1, 1, 8, 1], f32>) {
  %0 = tenon.conv %x, %w {strides = array<i64: 1, 1>} : !tenon.tensor<[1, 4, 1, 1], f32>, !tenon.tensor<[8, 4, 1, 1], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.transpose %y permutation = [0, 2, 1, 3] : !tenon.tensor<[1, 1, 8, 1], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.add %0, %1 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %2 ["y"] : !tenon.tensor<*, ?>
}
