// RUN: model-opt --pass-pipeline='builtin.module(func.func(tenon-collapse-loops))' %s | FileCheck %s

#id = affine_map<(i, j, k) -> (i, j, k)>
#last = affine_map<(i, j, k) -> (k)>

// Everything is one piece: one loop.
// CHECK-LABEL: func.func @whole
// CHECK: linalg.generic {{.*}}iterator_types = ["parallel"]
// CHECK-SAME: memref<120xf32>
func.func @whole(%a: memref<4x5x6xf32>, %b: memref<4x5x6xf32>) {
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%a : memref<4x5x6xf32>) outs(%b : memref<4x5x6xf32>) {
  ^bb0(%x: f32, %y: f32):
    %0 = arith.negf %x : f32
    linalg.yield %0 : f32
  }
  return
}

// An operand of one axis keeps that axis; a free size in front does no harm.
// CHECK-LABEL: func.func @bias
// CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "parallel"]
// CHECK-SAME: memref<?x6xf32>
func.func @bias(%a: memref<?x5x6xf32>, %b: memref<6xf32>, %c: memref<?x5x6xf32>) {
  linalg.generic {indexing_maps = [#id, #last, #id], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%a, %b : memref<?x5x6xf32>, memref<6xf32>) outs(%c : memref<?x5x6xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %0 = arith.addf %x, %y : f32
    linalg.yield %0 : f32
  }
  return
}

// Rows of a larger buffer are not one piece.
// CHECK-LABEL: func.func @part
// CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "parallel"]
// CHECK-SAME: memref<4x30xf32, strided<[40, 1]>>
func.func @part(%a: memref<4x5x6xf32, strided<[40, 6, 1]>>, %b: memref<4x5x6xf32>) {
  linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%a : memref<4x5x6xf32, strided<[40, 6, 1]>>) outs(%b : memref<4x5x6xf32>) {
  ^bb0(%x: f32, %y: f32):
    linalg.yield %x : f32
  }
  return
}
