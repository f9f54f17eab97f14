// RUN: model-opt --pass-pipeline='builtin.module(tenon-emit-kernels{lanes=4 vectors=2 rows=4})' %s | FileCheck %s

#a = affine_map<(m, n, k) -> (m, k)>
#b = affine_map<(m, n, k) -> (k, n)>
#c = affine_map<(m, n, k) -> (m, n)>

// 4 rows of 2 vectors are kept over the whole reduction: 8 accumulators, 2
// loads of b and 4 broadcasts of a for 8 multiply-adds.
// CHECK-LABEL: func.func private @matmul.kernel0(
// CHECK: scf.for {{.*}} iter_args({{.*}}) -> (vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>)
// CHECK-COUNT-8: vector.fma
// CHECK-NOT: vector.fma
// CHECK: return
// CHECK-LABEL: func.func @matmul(
// CHECK: call @matmul.kernel0(
func.func @matmul(%a: memref<8x16xf32>, %b: memref<16x24xf32>, %c: memref<8x24xf32>) {
  linalg.generic {indexing_maps = [#a, #b, #c], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<8x16xf32>, memref<16x24xf32>) outs(%c : memref<8x24xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %z, %0 : f32
    linalg.yield %1 : f32
  }
  return
}

// What is left of the vector axis is masked.
// CHECK-LABEL: func.func private @remainder.kernel0(
// CHECK: vector.create_mask
// CHECK: vector.maskedload
// CHECK: vector.maskedstore
func.func @remainder(%a: memref<8x16xf32>, %b: memref<16x10xf32>, %c: memref<8x10xf32>) {
  linalg.generic {indexing_maps = [#a, #b, #c], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<8x16xf32>, memref<16x10xf32>) outs(%c : memref<8x10xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %z, %0 : f32
    linalg.yield %1 : f32
  }
  return
}

// No axis is contiguous in all operands that have it: left to plain loops.
// CHECK-LABEL: func.func @transposed(
// CHECK: linalg.generic
#bt = affine_map<(m, n, k) -> (n, k)>
func.func @transposed(%a: memref<8x16xf32>, %b: memref<24x16xf32>, %c: memref<8x24xf32>) {
  linalg.generic {indexing_maps = [#a, #bt, #c], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<8x16xf32>, memref<24x16xf32>) outs(%c : memref<8x24xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %z, %0 : f32
    linalg.yield %1 : f32
  }
  return
}

// Equal contractions share a kernel.
// CHECK-LABEL: func.func private @twice.kernel0(
// CHECK-NOT: @twice.kernel1
// CHECK: func.func @twice(%[[A:.*]]: memref<8x8xf32>, %[[B:.*]]: memref<8x8xf32>, %[[C:.*]]: memref<8x8xf32>)
// CHECK: call @twice.kernel0(%[[A]], %[[B]], %[[C]])
// CHECK: call @twice.kernel0(%[[C]], %[[B]], %[[A]])
func.func @twice(%a: memref<8x8xf32>, %b: memref<8x8xf32>, %c: memref<8x8xf32>) {
  linalg.generic {indexing_maps = [#a, #b, #c], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : memref<8x8xf32>, memref<8x8xf32>) outs(%c : memref<8x8xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %z, %0 : f32
    linalg.yield %1 : f32
  }
  linalg.generic {indexing_maps = [#a, #b, #c], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%c, %b : memref<8x8xf32>, memref<8x8xf32>) outs(%a : memref<8x8xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %z, %0 : f32
    linalg.yield %1 : f32
  }
  return
}
