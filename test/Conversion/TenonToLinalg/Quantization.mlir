// Quantised numbers are one loop each; sums of small integers have 32 bits.
// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[ALL:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[COLUMN:.*]] = affine_map<(d0, d1) -> (0, d1)>
// CHECK-DAG: #[[BLOCK:.*]] = affine_map<(d0, d1) -> (d0, d1 floordiv 4)>

// CHECK-LABEL: func.func @quantize
tenon.model @quantize(%x: !tenon.tensor<[n, 8], f16>, %s: !tenon.tensor<[1, 8], f16>, %z: !tenon.tensor<[1, 8], ui8>) {
  // CHECK: linalg.generic {indexing_maps = [#[[ALL]], #[[COLUMN]], #[[COLUMN]], #[[ALL]]]
  // CHECK: %[[QUOTIENT:.*]] = arith.divf {{.*}} : f32
  // CHECK: arith.truncf %[[QUOTIENT]] : f32 to f16
  // CHECK: math.roundeven {{.*}} : f32
  // CHECK: arith.uitofp {{.*}} : i8 to f32
  // CHECK: arith.cmpf ogt
  // CHECK: arith.cmpf olt
  // CHECK: %[[INTEGER:.*]] = arith.fptosi {{.*}} : f32 to i32
  // CHECK-NEXT: arith.trunci %[[INTEGER]] : i32 to i8
  %0 = tenon.quantize %x, %s, %z to ui8 {precision = f16} : !tenon.tensor<[n, 8], f16>, !tenon.tensor<[1, 8], f16>, !tenon.tensor<[1, 8], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The difference is exact: it is taken before the integers become numbers.
// CHECK-LABEL: func.func @dequantize
tenon.model @dequantize(%q: !tenon.tensor<[n, 8], i16>, %s: !tenon.tensor<[n, 2], f32>, %z: !tenon.tensor<[n, 2], i16>) {
  // CHECK: linalg.generic {indexing_maps = [#[[ALL]], #[[BLOCK]], #[[BLOCK]], #[[ALL]]]
  // CHECK: %[[DIFFERENCE:.*]] = arith.subi {{.*}} : i32
  // CHECK: %[[NUMBER:.*]] = arith.sitofp %[[DIFFERENCE]] : i32 to f32
  // CHECK: arith.mulf %[[NUMBER]]
  %0 = tenon.dequantize %q, %s, %z to f32 {block_axis = 1 : i64, block_size = 4 : i64} : !tenon.tensor<[n, 8], i16>, !tenon.tensor<[n, 2], f32>, !tenon.tensor<[n, 2], i16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @products
tenon.model @products(%a: !tenon.tensor<[n, 8], ui8>, %b: !tenon.tensor<[8, 4], i8>, %x: !tenon.tensor<[n, 2, 5], i16>, %f: !tenon.tensor<[3, 2, 2], ui8>, %c: !tenon.tensor<[3], i32>) {
  // CHECK: ins(%{{.*}}, %{{.*}} : tensor<?x8xi8>, tensor<8x4xi8>) outs(%{{.*}} : tensor<?x4xi32>)
  // CHECK: arith.extui
  // CHECK: arith.extsi
  // CHECK: arith.muli
  // CHECK: arith.addi
  %0 = tenon.matmul %a, %b {widen} : !tenon.tensor<[n, 8], ui8>, !tenon.tensor<[8, 4], i8> -> !tenon.tensor<*, ?>
  // CHECK: ins(%{{.*}}, %{{.*}} : tensor<?x2x5xi16>, tensor<3x2x2xi8>) outs(%{{.*}} : tensor<?x3x4xi32>)
  // CHECK: arith.extsi
  // CHECK: arith.extui
  %1 = tenon.conv %x, %f, %c {widen} : !tenon.tensor<[n, 2, 5], i16>, !tenon.tensor<[3, 2, 2], ui8>, !tenon.tensor<[3], i32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["p", "q"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
