// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-LABEL: func.func @constants
tenon.model @constants() {
  // CHECK: arith.constant dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>
  %0 = tenon.constant dense<[1.0, 2.0]> : !tenon.tensor<[2], f32>
  // Unsigned numbers keep their bits.
  // CHECK: arith.constant dense<[-1, 3]> : tensor<2xi8>
  %1 = tenon.constant dense<[255, 3]> : !tenon.tensor<[2], ui8>
  // CHECK: arith.constant dense<[true, false, true]> : tensor<3xi1>
  %2 = tenon.constant dense<[true, false, true]> : !tenon.tensor<[3], i1>
  // CHECK: arith.constant dense<5> : tensor<2x3xi64>
  %3 = tenon.constant dense<5> : !tenon.tensor<[2, 3], i64>
  // CHECK: arith.constant dense<> : tensor<0x3xbf16>
  %4 = tenon.constant dense<> : !tenon.tensor<[0, 3], bf16>
  // CHECK: arith.constant dense_resource<blob> : tensor<2xi32>
  %5 = tenon.constant dense_resource<blob> : !tenon.tensor<[2], ui32>
  tenon.output %0, %1, %2, %3, %4, %5 ["a", "b", "c", "d", "e", "f"] : !tenon.tensor<[2], f32>, !tenon.tensor<[2], ui8>, !tenon.tensor<[3], i1>, !tenon.tensor<[2, 3], i64>, !tenon.tensor<[0, 3], bf16>, !tenon.tensor<[2], ui32>
}

// CHECK-LABEL: func.func @shape_of
// CHECK-SAME: (%[[X:.*]]: tensor<?x3xf32>, %[[N:.*]]: index)
tenon.model @shape_of(%x: !tenon.tensor<[n, 3], f32>) {
  // CHECK: %[[SIZE:.*]] = arith.index_cast %[[N]] : index to i64
  // CHECK: tensor.from_elements %[[SIZE]], %{{.*}} : tensor<2xi64>
  %0 = tenon.shape_of %x : !tenon.tensor<[n, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: tensor.empty() : tensor<0xi64>
  %1 = tenon.shape_of %x {start = 2 : i64} : !tenon.tensor<[n, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1 ["a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @fill
// CHECK-SAME: %[[V:arg[0-9]]]: tensor<f16>
tenon.model @fill(%x: !tenon.tensor<[n, 3], f32>, %v: !tenon.tensor<[], f16>) {
  %0 = tenon.shape_of %x : !tenon.tensor<[n, 3], f32> -> !tenon.tensor<*, ?>
  // CHECK: %[[SCALAR:.*]] = tensor.extract %[[V]][] : tensor<f16>
  // CHECK: linalg.fill ins(%[[SCALAR]] : f16) outs(%{{.*}} : tensor<?x3xf16>)
  %1 = tenon.fill %0, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f16> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

{-#
  dialect_resources: {
    builtin: {
      blob: "0x0400000001000000FFFFFFFF"
    }
  }
#-}

// CHECK-LABEL: func.func @range
tenon.model @range(%x: !tenon.tensor<[n], f32>) {
  %z = tenon.constant dense<[]> : !tenon.tensor<[0], i64>
  %s = tenon.shape_of %x : !tenon.tensor<[n], f32> -> !tenon.tensor<[1], i64>
  %l = tenon.reshape %s, %z : !tenon.tensor<[1], i64>, !tenon.tensor<[0], i64> -> !tenon.tensor<*, ?>
  %a = tenon.constant dense<0> : !tenon.tensor<[], i64>
  %d = tenon.constant dense<2> : !tenon.tensor<[], i64>
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<?xi64>)
  // CHECK: %[[I:.*]] = linalg.index 0
  // CHECK: %[[POSITION:.*]] = arith.index_cast %[[I]] : index to i64
  // CHECK: %[[MOVED:.*]] = arith.muli %[[POSITION]], %{{.*}}
  // CHECK: arith.addi %{{.*}}, %[[MOVED]]
  %0 = tenon.range %a, %l, %d : !tenon.tensor<[], i64>, !tenon.tensor<*, ?>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
