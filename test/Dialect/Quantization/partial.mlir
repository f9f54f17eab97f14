// What is certain where operands are not complete.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @partial
tenon.model @partial(%x: !tenon.tensor<error *, ?>, %s: !tenon.tensor<[1, 2, 3], f32>) {
  // CHECK: tenon.quantize {{.*}} -> !tenon.tensor<error *, i8>
  %0 = tenon.quantize %x, %s to i8 : !tenon.tensor<error *, ?>, !tenon.tensor<[1, 2, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.dequantize {{.*}} -> !tenon.tensor<error *, f32>
  %1 = tenon.dequantize %x, %s to f32 {block_axis = 9 : i64, block_size = 1 : i64} : !tenon.tensor<error *, ?>, !tenon.tensor<[1, 2, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
