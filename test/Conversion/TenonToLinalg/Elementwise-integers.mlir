// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// Neither x / 0 nor lowest / -1 reaches the processor.
// CHECK-LABEL: func.func @remainders
tenon.model @remainders(%x: !tenon.tensor<[n], i32>, %u: !tenon.tensor<[n], ui32>, %f: !tenon.tensor<[n], f16>) {
  // CHECK: arith.select
  // CHECK: %[[SAFE:.*]] = arith.select
  // CHECK: %[[REST:.*]] = arith.remsi %{{.*}}, %[[SAFE]] : i32
  // CHECK: arith.xori %[[REST]], %{{.*}}
  // CHECK: %[[MOVED:.*]] = arith.addi %[[REST]], %{{.*}}
  // CHECK: arith.select %{{.*}}, %[[MOVED]], %[[REST]]
  %0 = tenon.mod %x, %x : !tenon.tensor<[n], i32>, !tenon.tensor<[n], i32> -> !tenon.tensor<*, ?>
  // CHECK: arith.remsi
  // CHECK-NEXT: linalg.yield
  %1 = tenon.remainder %x, %x : !tenon.tensor<[n], i32>, !tenon.tensor<[n], i32> -> !tenon.tensor<*, ?>
  // CHECK: %[[NONZERO:.*]] = arith.select
  // CHECK: arith.remui %{{.*}}, %[[NONZERO]]
  // CHECK-NEXT: linalg.yield
  %2 = tenon.mod %u, %u : !tenon.tensor<[n], ui32>, !tenon.tensor<[n], ui32> -> !tenon.tensor<*, ?>
  // CHECK: arith.remf %{{.*}}, %{{.*}} : f32
  %3 = tenon.remainder %f, %f : !tenon.tensor<[n], f16>, !tenon.tensor<[n], f16> -> !tenon.tensor<*, ?>
  tenon.output %0, %1, %2, %3 ["a", "b", "c", "d"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @bits
tenon.model @bits(%x: !tenon.tensor<[n], ui8>) {
  // CHECK: arith.andi %{{.*}}, %{{.*}} : i8
  %0 = tenon.bitwise_and %x, %x : !tenon.tensor<[n], ui8>, !tenon.tensor<[n], ui8> -> !tenon.tensor<*, ?>
  // CHECK: arith.ori
  %1 = tenon.bitwise_or %0, %x : !tenon.tensor<*, ?>, !tenon.tensor<[n], ui8> -> !tenon.tensor<*, ?>
  // CHECK: arith.xori
  %2 = tenon.bitwise_xor %1, %x : !tenon.tensor<*, ?>, !tenon.tensor<[n], ui8> -> !tenon.tensor<*, ?>
  // CHECK: %[[ONES:.*]] = arith.constant -1 : i8
  // CHECK: arith.xori %{{.*}}, %[[ONES]]
  %3 = tenon.bitwise_not %2 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %3 ["y"] : !tenon.tensor<*, ?>
}

// No count of the width or more reaches the processor.
// CHECK-LABEL: func.func @shifts
tenon.model @shifts(%u: !tenon.tensor<[n], ui8>, %s: !tenon.tensor<[n], i8>) {
  // CHECK: %[[WIDTH:.*]] = arith.constant 8 : i8
  // CHECK: %[[WITHIN:.*]] = arith.cmpi ult, %{{.*}}, %[[WIDTH]]
  // CHECK: %[[COUNT:.*]] = arith.select %[[WITHIN]]
  // CHECK: %[[SHIFTED:.*]] = arith.shli %{{.*}}, %[[COUNT]]
  // CHECK: arith.select %[[WITHIN]], %[[SHIFTED]], %{{.*}}
  %0 = tenon.shift_left %u, %u : !tenon.tensor<[n], ui8>, !tenon.tensor<[n], ui8> -> !tenon.tensor<*, ?>
  // CHECK: arith.shrui
  // CHECK: arith.select
  %1 = tenon.shift_right %0, %u : !tenon.tensor<*, ?>, !tenon.tensor<[n], ui8> -> !tenon.tensor<*, ?>
  // CHECK: %[[MOST:.*]] = arith.constant 7 : i8
  // CHECK: %[[SIGNED:.*]] = arith.select %{{.*}}, %{{.*}}, %[[MOST]]
  // CHECK: arith.shrsi %{{.*}}, %[[SIGNED]]
  // CHECK-NEXT: linalg.yield
  %2 = tenon.shift_right %s, %s : !tenon.tensor<[n], i8>, !tenon.tensor<[n], i8> -> !tenon.tensor<*, ?>
  tenon.output %1, %2 ["y", "z"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}
