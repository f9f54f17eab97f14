// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// CHECK-LABEL: tenon.model @evaluate
tenon.model @evaluate() {
  %x = tenon.constant dense<[[1, 2, 3], [4, 5, 6]]> : !tenon.tensor<[2, 3], i32>
  %i = tenon.constant dense<[[-1, 0], [1, 1]]> : !tenon.tensor<[2, 2], i64>
  // CHECK-DAG: %[[A:.*]] = tenon.constant dense<{{\[\[}}[3, 1], [2, 2]], {{\[}}[6, 4], [5, 5]]]> : !tenon.tensor<[2, 2, 2], i32>
  %0 = tenon.gather %x, %i axis = 1 : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[2, 2], i64> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[B:.*]] = tenon.constant dense<[4, 5, 6]> : !tenon.tensor<[3], i32>
  %s = tenon.constant dense<-1> : !tenon.tensor<[], i32>
  %1 = tenon.gather %x, %s axis = 0 : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[A]], %[[B]]
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @pick
tenon.model @pick() {
  %x = tenon.constant dense<[[1, 2, 3], [4, 5, 6]]> : !tenon.tensor<[2, 3], i32>
  %i = tenon.constant dense<[[-1, 0]]> : !tenon.tensor<[1, 2], i64>
  // CHECK-DAG: %[[A:.*]] = tenon.constant dense<{{\[\[}}3, 1]]> : !tenon.tensor<[1, 2], i32>
  %0 = tenon.gather_elements %x, %i axis = 1 : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[1, 2], i64> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[B:.*]] = tenon.constant dense<4> : !tenon.tensor<[1], i32>
  %1 = tenon.gather_nd %x, %i batch_dims = 0 : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[1, 2], i64> -> !tenon.tensor<*, ?>
  %j = tenon.constant dense<[[2], [-3]]> : !tenon.tensor<[2, 1], i64>
  // CHECK-DAG: %[[C:.*]] = tenon.constant dense<[3, 4]> : !tenon.tensor<[2], i32>
  %2 = tenon.gather_nd %x, %j batch_dims = 1 : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[2, 1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[A]], %[[B]], %[[C]]
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// Two updates of one element: none leaves the last.
// CHECK-LABEL: tenon.model @place
tenon.model @place() {
  %x = tenon.constant dense<[[1, 2, 3], [4, 5, 6]]> : !tenon.tensor<[2, 3], i32>
  %i = tenon.constant dense<[[-1, 2]]> : !tenon.tensor<[1, 2], i64>
  %u = tenon.constant dense<[[7, 8]]> : !tenon.tensor<[1, 2], i32>
  // CHECK-DAG: %[[A:.*]] = tenon.constant dense<{{\[\[}}1, 2, 8], [4, 5, 6]]> : !tenon.tensor<[2, 3], i32>
  %0 = tenon.scatter_elements %x, %i, %u axis = 1 reduction = "none" : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[1, 2], i64>, !tenon.tensor<[1, 2], i32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[B:.*]] = tenon.constant dense<{{\[\[}}1, 2, 18], [4, 5, 6]]> : !tenon.tensor<[2, 3], i32>
  %1 = tenon.scatter_elements %x, %i, %u axis = 1 reduction = "add" : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[1, 2], i64>, !tenon.tensor<[1, 2], i32> -> !tenon.tensor<*, ?>
  %j = tenon.constant dense<[[1]]> : !tenon.tensor<[1, 1], i64>
  %v = tenon.constant dense<[[0, 9, -1]]> : !tenon.tensor<[1, 3], i32>
  // CHECK-DAG: %[[C:.*]] = tenon.constant dense<{{\[\[}}1, 2, 3], [4, 9, 6]]> : !tenon.tensor<[2, 3], i32>
  %2 = tenon.scatter_nd %x, %j, %v reduction = "max" : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[1, 1], i64>, !tenon.tensor<[1, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[D:.*]] = tenon.constant dense<{{\[\[}}1, 2, 3], [0, 5, -1]]> : !tenon.tensor<[2, 3], i32>
  %3 = tenon.scatter_nd %x, %j, %v reduction = "min" : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[1, 1], i64>, !tenon.tensor<[1, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK-DAG: %[[E:.*]] = tenon.constant dense<{{\[\[}}1, 2, 3], [0, 45, -6]]> : !tenon.tensor<[2, 3], i32>
  %4 = tenon.scatter_nd %x, %j, %v reduction = "mul" : !tenon.tensor<[2, 3], i32>, !tenon.tensor<[1, 1], i64>, !tenon.tensor<[1, 3], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[A]], %[[B]], %[[C]], %[[D]], %[[E]]
  tenon.output %0, %1, %2, %3, %4 ["a", "b", "c", "d", "e"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @one_hot
tenon.model @one_hot() {
  %i = tenon.constant dense<[-1, 0, 3]> : !tenon.tensor<[3], i64>
  %d = tenon.constant dense<2> : !tenon.tensor<[], i64>
  %v = tenon.constant dense<[5, 7]> : !tenon.tensor<[2], i32>
  // CHECK-DAG: %[[A:.*]] = tenon.constant dense<{{\[\[}}5, 7], [7, 5], [5, 5]]> : !tenon.tensor<[3, 2], i32>
  %0 = tenon.one_hot %i, %d, %v axis = -1 : !tenon.tensor<[3], i64>, !tenon.tensor<[], i64>, !tenon.tensor<[2], i32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[A]]
  tenon.output %0 ["a"] : !tenon.tensor<*, ?>
}
