// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[SAME:.+]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[ROW:.+]] = affine_map<(d0, d1) -> (0, d1)>
// CHECK-DAG: #[[COLUMN:.+]] = affine_map<(d0, d1) -> (d0, 0)>

// Ordered, so false of NaN.
// CHECK-LABEL: func.func @comparisons
tenon.model @comparisons(%x: !tenon.tensor<[n, 4], f32>, %y: !tenon.tensor<[1, 4], f32>) {
  // CHECK: linalg.generic {indexing_maps = [#[[SAME]], #[[ROW]], #[[SAME]]]
  // CHECK: arith.cmpf oeq, %{{.*}}, %{{.*}} : f32
  // CHECK-NEXT: linalg.yield %{{.*}} : i1
  %0 = tenon.equal %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpf ogt
  %1 = tenon.greater %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpf oge
  %2 = tenon.greater_or_equal %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpf olt
  %3 = tenon.less %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpf ole
  %4 = tenon.less_or_equal %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.andi %{{.*}}, %{{.*}} : i1
  %5 = tenon.and %0, %1 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: arith.ori
  %6 = tenon.or %5, %2 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: arith.xori
  %7 = tenon.xor %6, %3 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: %[[TRUE:.*]] = arith.constant true
  // CHECK: arith.xori %{{.*}}, %[[TRUE]]
  %8 = tenon.not %7 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %8, %4 ["y", "z"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// The type asked about decides, not that of the answer.
// CHECK-LABEL: func.func @types
tenon.model @types(%x: !tenon.tensor<[n], ui8>, %y: !tenon.tensor<[n], i8>, %z: !tenon.tensor<[n], f16>) {
  // CHECK: arith.cmpi ugt, %{{.*}}, %{{.*}} : i8
  %0 = tenon.greater %x, %x : !tenon.tensor<[n], ui8>, !tenon.tensor<[n], ui8> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpi sle, %{{.*}}, %{{.*}} : i8
  %1 = tenon.less_or_equal %y, %y : !tenon.tensor<[n], i8>, !tenon.tensor<[n], i8> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpf olt, %{{.*}}, %{{.*}} : f32
  %2 = tenon.less %z, %z : !tenon.tensor<[n], f16>, !tenon.tensor<[n], f16> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpi eq, %{{.*}}, %{{.*}} : i1
  %3 = tenon.equal %2, %1 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @predicates
tenon.model @predicates(%x: !tenon.tensor<[n], f32>) {
  // CHECK: arith.cmpf uno
  %0 = tenon.is_nan %x : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: %[[SIZE:.*]] = math.absf
  // CHECK: %[[INFINITY:.*]] = arith.constant 0x7F800000 : f32
  // CHECK: arith.cmpf oeq, %[[SIZE]], %[[INFINITY]]
  %1 = tenon.is_inf %x {negative = true, positive = true} : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: %[[BELOW:.*]] = arith.constant 0xFF800000 : f32
  // CHECK: arith.cmpf oeq, %{{.*}}, %[[BELOW]]
  %2 = tenon.is_inf %x {negative = true, positive = false} : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2 ["a", "b", "c"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// All three repeat along each other; nothing is widened.
// CHECK-LABEL: func.func @choices
tenon.model @choices(%c: !tenon.tensor<[n, 1], i1>, %x: !tenon.tensor<[1, 4], f16>, %y: !tenon.tensor<[n, 4], f16>) {
  // CHECK: linalg.generic {indexing_maps = [#[[COLUMN]], #[[ROW]], #[[SAME]], #[[SAME]]]
  // CHECK: ^bb0(%[[C:.*]]: i1, %[[YES:.*]]: f16, %[[NO:.*]]: f16, %{{.*}}: f16):
  // CHECK-NEXT: arith.select %[[C]], %[[YES]], %[[NO]] : f16
  %0 = tenon.select %c, %x, %y : !tenon.tensor<[n, 1], i1>, !tenon.tensor<[1, 4], f16>, !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
