// RUN: model-opt --pass-pipeline='builtin.module(func.func(tenon-lower-reshapes))' %s | FileCheck %s

// CHECK-LABEL: func.func @several
// CHECK-SAME: %[[N:[a-z0-9]+]]: index, %[[H:[a-z0-9]+]]: index)
// CHECK: %[[ROW:.*]] = arith.muli %{{.*}}, %[[H]]
// CHECK: memref.reinterpret_cast {{.*}} sizes: [%[[N]], %[[H]], 6], strides: [%[[ROW]], 6, 1]
func.func @several(%a: memref<?xf32>, %n: index, %h: index) -> memref<?x?x6xf32> {
  %0 = memref.expand_shape %a [[0, 1, 2]] output_shape [%n, %h, 6] : memref<?xf32> into memref<?x?x6xf32>
  return %0 : memref<?x?x6xf32>
}

// One dynamic size is upstream's affair.
// CHECK-LABEL: func.func @one
// CHECK: memref.expand_shape
func.func @one(%a: memref<?xf32>, %n: index) -> memref<?x6xf32> {
  %0 = memref.expand_shape %a [[0, 1]] output_shape [%n, 6] : memref<?xf32> into memref<?x6xf32>
  return %0 : memref<?x6xf32>
}
