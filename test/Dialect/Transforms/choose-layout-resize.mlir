// RUN: model-opt --tenon-check --tenon-simplify --tenon-choose-layout --tenon-fold-parameters %s | FileCheck %s

// Resizing does not care about the order of axes, and a transposed convolution
// comes last as convolutions do: only input and output are transposed.
// CHECK-LABEL: tenon.model @decoder
// CHECK-COUNT-1: tenon.transpose
// CHECK-NOT: tenon.transpose
// CHECK: tenon.conv_transpose {{.*}}layout = #tenon.layout<channels_last>{{.*}} -> !tenon.tensor<[batch, 16, 16, 4], f32>
// CHECK: tenon.resize {{.*}} axes = [1, 2] {{.*}} -> !tenon.tensor<[batch, 32, 32, 4], f32>
// CHECK: tenon.conv {{.*}}layout = #tenon.layout<channels_last>
// CHECK-COUNT-1: tenon.transpose
// CHECK-NOT: tenon.transpose
// CHECK: tenon.output
tenon.parameter @f = dense<1.0> : !tenon.tensor<[3, 4, 2, 2], f32>
tenon.parameter @g = dense<1.0> : !tenon.tensor<[2, 4, 1, 1], f32>
tenon.model @decoder(%x: !tenon.tensor<[batch, 3, 8, 8], f32>) {
  %f = tenon.get_parameter @f : !tenon.tensor<[3, 4, 2, 2], f32>
  %g = tenon.get_parameter @g : !tenon.tensor<[2, 4, 1, 1], f32>
  %scales = tenon.constant dense<2.0> : !tenon.tensor<[2], f32>
  %0 = tenon.conv_transpose %x, %f {strides = array<i64: 2, 2>} : !tenon.tensor<[batch, 3, 8, 8], f32>, !tenon.tensor<[3, 4, 2, 2], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.resize %0 by %scales axes = [2, 3] mode = "linear" : !tenon.tensor<*, ?> by !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.conv %1, %g : !tenon.tensor<*, ?>, !tenon.tensor<[2, 4, 1, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output %2 ["y"] : !tenon.tensor<*, ?>
}
