// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s

// CHECK-DAG: #[[SAME:.+]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[ROW:.+]] = affine_map<(d0, d1) -> (0, d1)>

// One loop nest an op, whatever is repeated.
// CHECK-LABEL: func.func @broadcast
tenon.model @broadcast(%x: !tenon.tensor<[n, 4], f32>, %y: !tenon.tensor<[1, 4], f32>) {
  // CHECK: tensor.empty(%{{.*}}) : tensor<?x4xf32>
  // CHECK: linalg.generic {indexing_maps = [#[[SAME]], #[[ROW]], #[[SAME]]], iterator_types = ["parallel", "parallel"]}
  // CHECK: arith.addf
  %0 = tenon.add %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.maximumf
  %1 = tenon.maximum %0, %y : !tenon.tensor<*, ?>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: math.powf
  %2 = tenon.pow %1, %y : !tenon.tensor<*, ?>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %2 ["y"] : !tenon.tensor<*, ?>
}

// A square needs no call.
// CHECK-LABEL: func.func @square
tenon.model @square(%x: !tenon.tensor<[n, 4], f32>) {
  %two = tenon.constant dense<2.0> : !tenon.tensor<[1, 1], f32>
  // CHECK-NOT: math.powf
  // CHECK: ^bb0(%[[E:.*]]: f32, %{{.*}}: f32):
  // CHECK-NEXT: arith.mulf %[[E]], %[[E]]
  %0 = tenon.pow %x, %two : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 1], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// 16 bits are computed in 32; NaN stays NaN.
// CHECK-LABEL: func.func @half
tenon.model @half(%x: !tenon.tensor<[n], f16>) {
  // CHECK: %[[WIDE:.*]] = arith.extf %{{.*}} : f16 to f32
  // CHECK: %[[EXP:.*]] = math.exp %[[WIDE]] : f32
  // CHECK: arith.truncf %[[EXP]] : f32 to f16
  %0 = tenon.exp %x : !tenon.tensor<[n], f16> -> !tenon.tensor<*, ?>
  // CHECK: arith.maximumf
  %1 = tenon.relu %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: arith.maximumf
  // CHECK: arith.minimumf
  %2 = tenon.clip %1 {low = 0.0 : f64, high = 6.0 : f64} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %2 ["y"] : !tenon.tensor<*, ?>
}

// Neither x / 0 nor lowest / -1 reaches the processor.
// CHECK-LABEL: func.func @integers
tenon.model @integers(%x: !tenon.tensor<[n], i32>, %u: !tenon.tensor<[n], ui32>) {
  // CHECK: arith.select
  // CHECK: %[[SAFE:.*]] = arith.select
  // CHECK: arith.divsi %{{.*}}, %[[SAFE]] : i32
  // CHECK-COUNT-2: arith.select
  %0 = tenon.div %x, %x : !tenon.tensor<[n], i32>, !tenon.tensor<[n], i32> -> !tenon.tensor<*, ?>
  // CHECK: %[[NONZERO:.*]] = arith.select
  // CHECK: arith.divui %{{.*}}, %[[NONZERO]] : i32
  %1 = tenon.div %u, %u : !tenon.tensor<[n], ui32>, !tenon.tensor<[n], ui32> -> !tenon.tensor<*, ?>
  // CHECK: arith.minui
  %2 = tenon.minimum %1, %u : !tenon.tensor<*, ?>, !tenon.tensor<[n], ui32> -> !tenon.tensor<*, ?>
  // Limits beyond the type are its extremes.
  // CHECK: arith.constant -1 : i32
  // CHECK: arith.minui
  %3 = tenon.clip %2 {high = 1.0e20 : f64} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %0, %3 ["y", "z"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @casts
tenon.model @casts(%x: !tenon.tensor<[n], f32>, %i: !tenon.tensor<[n], i8>, %h: !tenon.tensor<[n], bf16>) {
  // What is out of range is replaced before and after the conversion.
  // CHECK: arith.cmpf oge
  // CHECK: arith.cmpf olt
  // CHECK: arith.cmpf ord
  // CHECK: %[[SAFE:.*]] = arith.select
  // CHECK: arith.fptosi %[[SAFE]] : f32 to i32
  // CHECK-COUNT-2: arith.select
  %0 = tenon.cast %x to i32 : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpf une
  %1 = tenon.cast %x to i1 : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: arith.uitofp %{{.*}} : i1 to f32
  %2 = tenon.cast %1 to f32 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: arith.extsi %{{.*}} : i8 to i64
  %3 = tenon.cast %i to i64 : !tenon.tensor<[n], i8> -> !tenon.tensor<*, ?>
  // CHECK: arith.cmpi ne
  %4 = tenon.cast %i to i1 : !tenon.tensor<[n], i8> -> !tenon.tensor<*, ?>
  // The two short types meet in the longer one.
  // CHECK: arith.extf %{{.*}} : bf16 to f32
  // CHECK: arith.truncf %{{.*}} : f32 to f16
  %5 = tenon.cast %h to f16 : !tenon.tensor<[n], bf16> -> !tenon.tensor<*, ?>
  // Signed or not, the bits are the same.
  // CHECK-NOT: linalg.generic
  // CHECK: return
  %6 = tenon.cast %i to ui8 : !tenon.tensor<[n], i8> -> !tenon.tensor<*, ?>
  tenon.output %0, %2, %3, %4, %5, %6 ["a", "b", "c", "d", "e", "f"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// CHECK-LABEL: func.func @activations
tenon.model @activations(%x: !tenon.tensor<[n], f32>) {
  // CHECK: math.erf
  %0 = tenon.gelu %x : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  // CHECK: math.tanh
  %1 = tenon.gelu %0 {approximate} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.absf
  // CHECK: %[[SUM:.*]] = arith.addf %[[POWER:.*]], %{{.*}} : f32
  // CHECK: %[[KEPT:.*]] = arith.subf %[[SUM]],
  // CHECK: arith.subf %[[POWER]], %[[KEPT]]
  // CHECK: math.log %[[SUM]]
  %2 = tenon.softplus %1 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.expm1
  // CHECK: arith.cmpf olt
  // CHECK: arith.select
  %3 = tenon.elu %2 {alpha = 1.0 : f64} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: math.roundeven
  %4 = tenon.round %3 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %4 ["y"] : !tenon.tensor<*, ?>
}
