// What the rules of quantised numbers find.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @symbolic
// CHECK-NOT: constraints
tenon.model @symbolic(%x: !tenon.tensor<[n, k], f16>, %s: !tenon.tensor<[1, 1], f16>, %r: !tenon.tensor<[n, 1], f16>, %z: !tenon.tensor<[n, 1], i8>) {
  // CHECK: tenon.quantize {{.*}} -> !tenon.tensor<[n, k], ui16>
  %0 = tenon.quantize %x, %s to ui16 : !tenon.tensor<[n, k], f16>, !tenon.tensor<[1, 1], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.quantize {{.*}} -> !tenon.tensor<[n, k], i8>
  %1 = tenon.quantize %x, %r, %z to i8 : !tenon.tensor<[n, k], f16>, !tenon.tensor<[n, 1], f16>, !tenon.tensor<[n, 1], i8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.dequantize {{.*}} -> !tenon.tensor<[n, k], bf16>
  %2 = tenon.dequantize %1, %r, %z to bf16 : !tenon.tensor<*, ?>, !tenon.tensor<[n, 1], f16>, !tenon.tensor<[n, 1], i8> -> !tenon.tensor<*, ?>
  tenon.output []
}

// The last block may be smaller.
// CHECK-LABEL: tenon.model @blocks
tenon.model @blocks(%x: !tenon.tensor<[7, 3], f32>, %s: !tenon.tensor<[3, 3], f32>) {
  // CHECK: tenon.quantize {{.*}} -> !tenon.tensor<[7, 3], i8>
  %0 = tenon.quantize %x, %s to i8 {block_axis = 0 : i64, block_size = 3 : i64} : !tenon.tensor<[7, 3], f32>, !tenon.tensor<[3, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// What only the data decides becomes a constraint.
// CHECK-LABEL: tenon.model @constraints
// CHECK-SAME: #tenon.constraint<c equal k, "E0112", "`quantize` needs its scale as long as axis 1 of [n, k]">
// CHECK-SAME: #tenon.constraint<2 equal {{.*}}, "E0112", "`dequantize` needs its scale one entry a block of axis 1 of [n, k]">
tenon.model @constraints(%x: !tenon.tensor<[n, k], f32>, %s: !tenon.tensor<[1, c], f32>, %b: !tenon.tensor<[n, 2], f32>) {
  %0 = tenon.quantize %x, %s to i8 : !tenon.tensor<[n, k], f32>, !tenon.tensor<[1, c], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.dequantize %0, %b to f32 {block_axis = 1 : i64, block_size = 4 : i64} : !tenon.tensor<*, ?>, !tenon.tensor<[n, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
