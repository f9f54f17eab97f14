// RUN: model-opt --tenon-check --tenon-simplify %s | FileCheck %s

// CHECK-LABEL: tenon.model @fold
tenon.model @fold(%x: !tenon.tensor<[2, 3], f32>) {
  // CHECK-DAG: %[[SHAPE:.*]] = tenon.constant dense<[2, 3]> : !tenon.tensor<[2], i64>
  %0 = tenon.shape_of %x : !tenon.tensor<[2, 3], f32> -> !tenon.tensor<*, ?>
  %7 = tenon.constant dense<7> : !tenon.tensor<[], ui8>
  // CHECK-DAG: %[[FILL:.*]] = tenon.constant dense<7> : !tenon.tensor<[2, 3], ui8>
  %1 = tenon.fill %0, %7 : !tenon.tensor<*, ?>, !tenon.tensor<[], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.output %[[SHAPE]], %[[FILL]]
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @range
tenon.model @range() {
  %a = tenon.constant dense<5> : !tenon.tensor<[], i32>
  %b = tenon.constant dense<-2> : !tenon.tensor<[], i32>
  %c = tenon.constant dense<-3> : !tenon.tensor<[], i32>
  // CHECK: tenon.constant dense<[5, 2, -1]> : !tenon.tensor<[3], i32>
  %0 = tenon.range %a, %b, %c : !tenon.tensor<[], i32>, !tenon.tensor<[], i32>, !tenon.tensor<[], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
