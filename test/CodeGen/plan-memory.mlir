// RUN: model-opt --tenon-plan-memory %s | FileCheck %s

// Lives that do not overlap share memory; those that do are kept apart.
// CHECK-LABEL: func.func @m_workspace
// CHECK: %[[SIZE:.*]] = arith.constant 512 : index
// CHECK: return %[[SIZE]]
// CHECK-LABEL: func.func @m(
// CHECK: %[[ZERO:.*]] = arith.constant 0 : index
// CHECK: memref.view %{{.*}}[%[[ZERO]]][] : memref<?xi8> to memref<64xf32>
// CHECK: %[[SECOND:.*]] = arith.constant 256 : index
// CHECK: memref.view %{{.*}}[%[[SECOND]]][] : memref<?xi8> to memref<64xf32>
// CHECK: %[[AGAIN:.*]] = arith.constant 0 : index
// CHECK: memref.view %{{.*}}[%[[AGAIN]]][] : memref<?xi8> to memref<64xf32>
func.func @m(%x: memref<?xi8>, %w: memref<?xi8>, %workspace: memref<?xi8>) attributes {tenon.inputs = []} {
  %zero = arith.constant 0.0 : f32
  %a = memref.alloc() : memref<64xf32>
  linalg.fill ins(%zero : f32) outs(%a : memref<64xf32>)
  %b = memref.alloc() : memref<64xf32>
  linalg.copy ins(%a : memref<64xf32>) outs(%b : memref<64xf32>)
  %c = memref.alloc() : memref<64xf32>
  linalg.copy ins(%b : memref<64xf32>) outs(%c : memref<64xf32>)
  return
}

// Sizes made of symbols are computed from them, by a function of its own, too.
// CHECK-LABEL: func.func @n_workspace(%{{.*}}: index) -> index
// CHECK: arith.muli
// CHECK-LABEL: func.func @n(
// CHECK: memref.view {{.*}} : memref<?xi8> to memref<?x4xf32>
// CHECK-NOT: memref.alloc
func.func @n(%x: memref<?xi8>, %w: memref<?xi8>, %workspace: memref<?xi8>, %s: index) attributes {tenon.inputs = []} {
  %zero = arith.constant 0.0 : f32
  %a = memref.alloc(%s) : memref<?x4xf32>
  linalg.fill ins(%zero : f32) outs(%a : memref<?x4xf32>)
  return
}
