// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @control
tenon.model @control(%c: !tenon.tensor<[], i1>, %n: !tenon.tensor<[], i64>, %a: !tenon.tensor<[batch, 4], f32>) {
  // CHECK: tenon.if %{{.*}} {
  // CHECK-NEXT: tenon.relu
  // CHECK-NEXT: tenon.yield %{{.*}} : !tenon.tensor<[batch, 4], f32>
  // CHECK-NEXT: } else {
  // CHECK-NEXT: tenon.yield %{{.*}} : !tenon.tensor<[batch, 4], f32>
  // CHECK-NEXT: } : !tenon.tensor<[], i1> -> !tenon.tensor<[batch, 4], f32>
  %0 = tenon.if %c {
    %1 = tenon.relu %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    tenon.yield %1 : !tenon.tensor<[batch, 4], f32>
  } else {
    tenon.yield %a : !tenon.tensor<[batch, 4], f32>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<[batch, 4], f32>
  // A branch may give nothing.
  // CHECK: tenon.if %{{.*}} {
  // CHECK-NEXT: tenon.yield
  // CHECK-NEXT: } else {
  // CHECK-NEXT: tenon.yield
  // CHECK-NEXT: } : !tenon.tensor<[], i1>
  tenon.if %c {
    tenon.yield
  } else {
    tenon.yield
  } : !tenon.tensor<[], i1>
  // CHECK: tenon.loop %{{.*}}, %{{.*}}(%{{.*}}) room = [2*batch + 1] {
  // CHECK-NEXT: ^bb0(%{{.*}}: !tenon.tensor<[], i64>, %{{.*}}: !tenon.tensor<[batch, 4], f32>):
  // CHECK: } {counted} : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[batch, 4], f32>) -> !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2*batch + 1, batch, 4], f32>, !tenon.tensor<[1], i64>
  %2:3 = tenon.loop %n, %c (%0) room = [2*batch + 1] {
  ^bb0(%i: !tenon.tensor<[], i64>, %x: !tenon.tensor<[batch, 4], f32>):
    %3 = tenon.exp %x : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    tenon.yield %c, %3, %x : !tenon.tensor<[], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>
  } {counted} : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[batch, 4], f32>) -> !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[2*batch + 1, batch, 4], f32>, !tenon.tensor<[1], i64>
  // Nothing carried: the turns are only counted.
  // CHECK: tenon.loop %{{.*}}, %{{.*}} room = [0] {
  // CHECK: } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1> -> !tenon.tensor<[1], i64>
  %4 = tenon.loop %n, %c room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    tenon.yield %c : !tenon.tensor<[], i1>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1> -> !tenon.tensor<[1], i64>
  tenon.output %2#1, %4 ["stack", "count"] : !tenon.tensor<[2*batch + 1, batch, 4], f32>, !tenon.tensor<[1], i64>
}
