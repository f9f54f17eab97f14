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
