// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @quantize_c1_truth(%x: !tenon.tensor<[2, 8], i1>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0202]: `quantize` takes numbers, but its input is bool
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.quantize %x, %s to ui8 : !tenon.tensor<[2, 8], i1>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c2_integer(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], i32>) {
  // CHECK: error[E0202]: `quantize` takes floating-point numbers, but its scale is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.quantize %x, %s to ui8 : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c3_wide(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0116]: `quantize` has `to` int32, but it must be an integer type of 8 or 16 bits
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.quantize %x, %s to i32 : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c4_zero_point(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], f32>, %z: !tenon.tensor<[1, 8], i8>) {
  // CHECK: error[E0202]: `quantize` takes uint8, but its zero point is int8
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:31-
  %0 = tenon.quantize %x, %s, %z to ui8 : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], f32>, !tenon.tensor<[1, 8], i8> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c5_vector(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `quantize` takes its scale with as many axes as its input, [2, 8], but it has 1: [8]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.quantize %x, %s to ui8 : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c6_length(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 4], f32>) {
  // CHECK: error[E0112]: `quantize` needs its scale of length 8 (axis 1 of [2, 8]), but it has 4
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.quantize %x, %s to ui8 : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c6_zero_point(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], f32>, %z: !tenon.tensor<[3, 1], ui8>) {
  // CHECK: error[E0112]: `quantize` needs its zero point of length 2 (axis 0 of [2, 8]), but it has 3
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:31-
  %0 = tenon.quantize %x, %s, %z to ui8 : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], f32>, !tenon.tensor<[3, 1], ui8> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c6_blocks(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[2, 1], f32>) {
  // CHECK: error[E0112]: `quantize` needs its scale of length 3 (axis 1 of [2, 8]), but it has 1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.quantize %x, %s to ui8 {block_axis = 1 : i64, block_size = 3 : i64} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[2, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c7_axis_alone(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0116]: `quantize` has a block axis of 1, but it must be given with a block size
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.quantize %x, %s to ui8 {block_axis = 1 : i64} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c7_size_alone(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0116]: `quantize` has a block size of 4, but it must be given with a block axis
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.quantize %x, %s to ui8 {block_size = 4 : i64} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c8_axis(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0108]: `quantize` names axis 2, but [2, 8] has 2 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:51-
  %0 = tenon.quantize %x, %s to ui8 {block_axis = 2 : i64, block_size = 4 : i64} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c9_empty(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0116]: `quantize` has a block size of 0, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:73-
  %0 = tenon.quantize %x, %s to ui8 {block_axis = 1 : i64, block_size = 0 : i64} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @quantize_c10_precision(%x: !tenon.tensor<[2, 8], f32>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0116]: `quantize` has `precision` int32, but it must be a floating-point type
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:50-
  %0 = tenon.quantize %x, %s to ui8 {precision = i32} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c1_wide(%q: !tenon.tensor<[2, 8], i64>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0202]: `dequantize` takes integers of 8, 16 or 32 bits, but its input is int64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.dequantize %q, %s to f32 : !tenon.tensor<[2, 8], i64>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c2_integer(%q: !tenon.tensor<[2, 8], ui8>, %s: !tenon.tensor<[1, 8], ui8>) {
  // CHECK: error[E0202]: `dequantize` takes floating-point numbers, but its scale is uint8
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.dequantize %q, %s to f32 : !tenon.tensor<[2, 8], ui8>, !tenon.tensor<[1, 8], ui8> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c3_integer(%q: !tenon.tensor<[2, 8], ui8>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0116]: `dequantize` has `to` int8, but it must be a floating-point type
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.dequantize %q, %s to i8 : !tenon.tensor<[2, 8], ui8>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c4_zero_point(%q: !tenon.tensor<[2, 8], ui8>, %s: !tenon.tensor<[1, 8], f32>, %z: !tenon.tensor<[1, 8], i8>) {
  // CHECK: error[E0202]: `dequantize` takes uint8, but its zero point is int8
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:33-
  %0 = tenon.dequantize %q, %s, %z to f32 : !tenon.tensor<[2, 8], ui8>, !tenon.tensor<[1, 8], f32>, !tenon.tensor<[1, 8], i8> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c5_scalar(%q: !tenon.tensor<[2, 8], ui8>, %s: !tenon.tensor<[], f32>) {
  // CHECK: error[E0101]: `dequantize` takes its scale with as many axes as its input, [2, 8], but it has 0: []
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.dequantize %q, %s to f32 : !tenon.tensor<[2, 8], ui8>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c6_length(%q: !tenon.tensor<[2, 8], ui8>, %s: !tenon.tensor<[2, 2], f32>) {
  // CHECK: error[E0112]: `dequantize` needs its scale of length 8 (axis 1 of [2, 8]), but it has 2
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:29-
  %0 = tenon.dequantize %q, %s to f32 : !tenon.tensor<[2, 8], ui8>, !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c7_axis_alone(%q: !tenon.tensor<[2, 8], ui8>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0116]: `dequantize` has a block axis of 1, but it must be given with a block size
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.dequantize %q, %s to f32 {block_axis = 1 : i64} : !tenon.tensor<[2, 8], ui8>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c8_axis(%q: !tenon.tensor<[2, 8], ui8>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0108]: `dequantize` names axis -3, but [2, 8] has 2 axes
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:53-
  %0 = tenon.dequantize %q, %s to f32 {block_axis = -3 : i64, block_size = 4 : i64} : !tenon.tensor<[2, 8], ui8>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @dequantize_c9_negative(%q: !tenon.tensor<[2, 8], ui8>, %s: !tenon.tensor<[1, 8], f32>) {
  // CHECK: error[E0116]: `dequantize` has a block size of -1, but it must be at least 1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:75-
  %0 = tenon.dequantize %q, %s to f32 {block_axis = 1 : i64, block_size = -1 : i64} : !tenon.tensor<[2, 8], ui8>, !tenon.tensor<[1, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
