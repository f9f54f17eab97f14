// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK: #[[FROM:.*]] = affine_map<(d0, d1, d2) -> (d2, d0, d1)>

// Reshapes are views.
// CHECK-LABEL: func.func @reshape
// CHECK-SAME: (%[[X:.*]]: tensor<?x16x7x7xf32>, %[[N:.*]]: index)
tenon.model @reshape(%x: !tenon.tensor<[n, 16, 7, 7], f32>) {
  %0 = tenon.constant dense<[0, -1]> : !tenon.tensor<[2], i64>
  // CHECK: tensor.collapse_shape %[[X]] {{\[\[}}0], [1, 2, 3]] : tensor<?x16x7x7xf32> into tensor<?x784xf32>
  %1 = tenon.reshape %x, %0 : !tenon.tensor<[n, 16, 7, 7], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tensor.expand_shape %[[X]] {{\[\[}}0, 1], [2], [3], [4]] output_shape [1, %[[N]], 16, 7, 7]
  %2 = tenon.unsqueeze %x axes = [0] : !tenon.tensor<[n, 16, 7, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %1, %2 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @scalars
tenon.model @scalars(%x: !tenon.tensor<[n], f32>, %s: !tenon.tensor<[], f32>) {
  // Its size is 1 by a constraint only.
  // CHECK: tensor.cast %{{.*}} : tensor<?xf32> to tensor<1xf32>
  // CHECK: tensor.collapse_shape %{{.*}} [] : tensor<1xf32> into tensor<f32>
  %0 = tenon.squeeze %x axes = [0] : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: tensor.expand_shape %{{.*}} [] output_shape [1, 1] : tensor<f32> into tensor<1x1xf32>
  %1 = tenon.unsqueeze %s axes = [0, 1] : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Of nothing there is no view.
// CHECK-LABEL: func.func @nothing
tenon.model @nothing(%x: !tenon.tensor<[0, n], f32>) {
  %0 = tenon.constant dense<[5, 0]> : !tenon.tensor<[2], i64>
  // CHECK: tensor.empty() : tensor<5x0xf32>
  %1 = tenon.reshape %x, %0 {allow_zero} : !tenon.tensor<[0, n], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @transpose
tenon.model @transpose(%x: !tenon.tensor<[n, 2, 3], ui8>) {
  // CHECK: tensor.empty(%{{.*}}) : tensor<2x3x?xi8>
  // CHECK: linalg.generic {indexing_maps = [#[[FROM]], #{{.*}}], iterator_types = ["parallel", "parallel", "parallel"]}
  %0 = tenon.transpose %x permutation = [1, 2, 0] : !tenon.tensor<[n, 2, 3], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @concat
// CHECK-SAME: (%[[X:.*]]: tensor<?x4xf32>, %[[Y:.*]]: tensor<?x4xf32>, %[[E:.*]]: tensor<0x4xf32>, %[[N:.*]]: index, %[[M:.*]]: index)
tenon.model @concat(%x: !tenon.tensor<[n, 4], f32>, %y: !tenon.tensor<[m, 4], f32>, %e: !tenon.tensor<[0, 4], f32>) {
  // CHECK: %[[TOTAL:.*]] = arith.addi %{{.*}}, %{{.*}} : index
  // CHECK: %[[EMPTY:.*]] = tensor.empty(%[[TOTAL]]) : tensor<?x4xf32>
  // CHECK: %[[FIRST:.*]] = tensor.insert_slice %[[X]] into %[[EMPTY]][0, 0] [%[[N]], 4] [1, 1]
  // CHECK-NEXT: tensor.insert_slice %[[Y]] into %[[FIRST]][%[[N]], 0] [%[[M]], 4] [1, 1]
  %0 = tenon.concat %x, %e, %y axis = 0 : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[0, 4], f32>, !tenon.tensor<[m, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @split
tenon.model @split(%x: !tenon.tensor<[4, n], f32>) {
  // CHECK: tensor.extract_slice %{{.*}}[0, 0] [3, %{{.*}}] [1, 1]
  // CHECK: tensor.extract_slice %{{.*}}[3, 0] [1, %{{.*}}] [1, 1]
  // CHECK: tensor.empty(%{{.*}}) : tensor<0x?xf32>
  %0:3 = tenon.split %x axis = 0 sizes = [3, 1, 0] : !tenon.tensor<[4, n], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output %0#0, %0#1, %0#2 ["a", "b", "c"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @slice
tenon.model @slice(%x: !tenon.tensor<[8, n], f32>) {
  // CHECK: tensor.extract_slice %{{.*}}[1, 0] [3, %{{.*}}] [2, 1]
  %0 = tenon.slice %x starts = [1] ends = [7] axes = [0] steps = [2] : !tenon.tensor<[8, n], f32> -> !tenon.tensor<*, ?>
  // Backwards is a loop that reads from its end.
  // CHECK: linalg.generic
  // CHECK: %[[I:.*]] = linalg.index 0
  // CHECK: arith.subi %{{.*}}, %{{.*}} : index
  // CHECK: tensor.extract
  %1 = tenon.slice %x starts = [-1] ends = [-9] axes = [0] steps = [-1] : !tenon.tensor<[8, n], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @pad
tenon.model @pad(%x: !tenon.tensor<[n, 4], f32>) {
  // What is removed is sliced off first.
  // CHECK: tensor.extract_slice %{{.*}}[0, 1] [%{{.*}}, 3] [1, 1]
  // CHECK: %[[FILLED:.*]] = linalg.fill {{.*}} outs(%{{.*}} : tensor<?x5xf32>)
  // CHECK: tensor.insert_slice %{{.*}} into %[[FILLED]][1, 0] [%{{.*}}, 3] [1, 1]
  %0 = tenon.pad %x low = [1, -1] high = [0, 2] : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: linalg.generic
  // CHECK: tensor.extract
  %1 = tenon.pad %x low = [0, 2] high = [0, 2] mode = reflect : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @repeat
tenon.model @repeat(%x: !tenon.tensor<[n, 1], f32>) {
  %0 = tenon.constant dense<[2, 1, 5]> : !tenon.tensor<[3], i64>
  // CHECK: tensor.expand_shape
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<2x?x5xf32>)
  %1 = tenon.expand %x, %0 : !tenon.tensor<[n, 1], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  %2 = tenon.constant dense<[3, 2]> : !tenon.tensor<[2], i64>
  // Each repeated axis becomes two, then they are seen as one.
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<3x?x2x1xf32>)
  // CHECK: tensor.collapse_shape %{{.*}} {{\[\[}}0, 1], [2, 3]]
  %3 = tenon.tile %x, %2 : !tenon.tensor<[n, 1], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1, %3 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @trilu
// CHECK-SAME: (%[[X:.*]]: tensor<?x4xf32>
tenon.model @trilu(%x: !tenon.tensor<[n, 4], f32>) {
  // CHECK: %[[ZERO:.*]] = arith.constant 0.0
  // CHECK: linalg.generic {{.*}} ins(%[[X]] : tensor<?x4xf32>)
  // CHECK: ^bb0(%[[IN:.*]]: f32, %{{.*}}: f32):
  // CHECK: %[[ROW:.*]] = linalg.index 0
  // CHECK: %[[COLUMN:.*]] = linalg.index 1
  // CHECK: %[[EDGE:.*]] = arith.addi %[[ROW]], %c-2
  // CHECK: %[[KEPT:.*]] = arith.cmpi sge, %[[COLUMN]], %[[EDGE]]
  // CHECK: arith.select %[[KEPT]], %[[IN]], %[[ZERO]]
  %0 = tenon.trilu %x diagonal = -2 {upper} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The start is read and limited, the size is computed at the entry.
// CHECK-LABEL: func.func @dynamic_slice
tenon.model @dynamic_slice(%x: !tenon.tensor<[1, 9], f32>, %y: !tenon.tensor<[n], f32>) {
  %s = tenon.shape_of %y : !tenon.tensor<[n], f32> -> !tenon.tensor<[1], i64>
  %e = tenon.constant dense<9> : !tenon.tensor<[1], i64>
  // CHECK: %[[RAW:.*]] = tensor.extract
  // CHECK: arith.index_cast %[[RAW]]
  // CHECK: %[[START:.*]] = arith.minsi
  // CHECK: tensor.extract_slice %{{.*}}[0, %[[START]]] [1, %{{.*}}] [1, 1] : tensor<1x9xf32> to tensor<1x?xf32>
  %0 = tenon.dynamic_slice %x, %s, %e axes = [1] steps = [1] : !tenon.tensor<[1, 9], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
