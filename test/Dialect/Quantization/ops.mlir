// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @quantize
tenon.model @quantize(%x: !tenon.tensor<[n, 8], f32>, %s: !tenon.tensor<[1, 8], f32>, %z: !tenon.tensor<[1, 8], ui8>, %b: !tenon.tensor<[n, 2], f32>) {
  // CHECK: tenon.quantize %{{.*}}, %{{.*}}, %{{.*}} to ui8 : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[1, 8], f32>, !tenon.tensor<[1, 8], ui8> -> !tenon.tensor<[n, 8], ui8>
  %0 = tenon.quantize %x, %s, %z to ui8 : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[1, 8], f32>, !tenon.tensor<[1, 8], ui8> -> !tenon.tensor<[n, 8], ui8>
  // CHECK: tenon.quantize %{{.*}}, %{{.*}} to i16 {block_axis = 1 : i64, block_size = 4 : i64, precision = f16}
  %1 = tenon.quantize %x, %b to i16 {block_axis = 1 : i64, block_size = 4 : i64, precision = f16} : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 2], f32> -> !tenon.tensor<[n, 8], i16>
  // CHECK: tenon.dequantize %{{.*}}, %{{.*}}, %{{.*}} to f16 :
  %2 = tenon.dequantize %0, %s, %z to f16 : !tenon.tensor<[n, 8], ui8>, !tenon.tensor<[1, 8], f32>, !tenon.tensor<[1, 8], ui8> -> !tenon.tensor<[n, 8], f16>
  // CHECK: tenon.dequantize %{{.*}}, %{{.*}} to f32 {block_axis = -1 : i64, block_size = 4 : i64}
  %3 = tenon.dequantize %1, %b to f32 {block_axis = -1 : i64, block_size = 4 : i64} : !tenon.tensor<[n, 8], i16>, !tenon.tensor<[n, 2], f32> -> !tenon.tensor<[n, 8], f32>
  tenon.output []
}
