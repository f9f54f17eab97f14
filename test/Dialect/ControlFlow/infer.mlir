// Types go into regions and come out of them.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @branches
tenon.model @branches(%c: !tenon.tensor<[1], i1>, %a: !tenon.tensor<[batch, 4], f32>, %b: !tenon.tensor<[4, batch], f32>) {
  // Regions see what is around them.
  %0 = tenon.exp %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.relu {{.*}} -> !tenon.tensor<[batch, 4], f32>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[4*batch], f32>
  // CHECK: tenon.transpose {{.*}} -> !tenon.tensor<[batch, 4], f32>
  // CHECK: } : !tenon.tensor<[1], i1> -> !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[4*batch], f32>
  %flat = tenon.constant dense<-1> : !tenon.tensor<[1], i64>
  %1:2 = tenon.if %c {
    %2 = tenon.relu %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
    %3 = tenon.reshape %2, %flat : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
    tenon.yield %2, %3 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  } else {
    %2 = tenon.transpose %b permutation = [1, 0] : !tenon.tensor<[4, batch], f32> -> !tenon.tensor<*, ?>
    %3 = tenon.reshape %b, %flat : !tenon.tensor<[4, batch], f32>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
    tenon.yield %2, %3 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  } : !tenon.tensor<[1], i1> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output %1#0 ["y"] : !tenon.tensor<*, ?>
}

// Arguments of a region take the types of what is carried; stacks have an axis
// in front of what a turn gives.
// CHECK-LABEL: tenon.model @turns
tenon.model @turns(%c: !tenon.tensor<[], i1>, %n: !tenon.tensor<[], i64>, %a: !tenon.tensor<[batch, 4], f32>) {
  %0 = tenon.exp %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: ^bb0(%{{.*}}: !tenon.tensor<[], i64>, %{{.*}}: !tenon.tensor<[batch, 4], f32>):
  // CHECK: tenon.relu {{.*}} -> !tenon.tensor<[batch, 4], f32>
  // CHECK: tenon.reduce_sum {{.*}} -> !tenon.tensor<[batch], f32>
  // CHECK: -> !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch + 5, batch], f32>, !tenon.tensor<[batch + 5], i64>, !tenon.tensor<[1], i64>
  %1:4 = tenon.loop %n, %c (%0) room = [batch + 5] {
  ^bb0(%i: !tenon.tensor<*, ?>, %x: !tenon.tensor<*, ?>):
    %2 = tenon.relu %x : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
    %3 = tenon.reduce_sum %2 {axes = array<i64: 1>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
    tenon.yield %c, %2, %3, %i : !tenon.tensor<[], i1>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<*, ?>) -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output %1#1 ["sums"] : !tenon.tensor<*, ?>
}

// Constraints come out of loops; those of a branch hold where it is taken.
// CHECK-LABEL: tenon.model @constraints
// CHECK-SAME: constraints [#tenon.constraint<a equal b, "E0102",
// CHECK: } {tenon.then_requires = [#tenon.constraint<a equal d, "E0102",
tenon.model @constraints(%c: !tenon.tensor<[], i1>, %n: !tenon.tensor<[], i64>, %x: !tenon.tensor<[a], f32>, %y: !tenon.tensor<[b], f32>, %w: !tenon.tensor<[d], f32>) {
  %0:2 = tenon.loop %n, %c (%x) room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>, %z: !tenon.tensor<[a], f32>):
    %1 = tenon.if %c {
      %2 = tenon.add %z, %w : !tenon.tensor<[a], f32>, !tenon.tensor<[d], f32> -> !tenon.tensor<*, ?>
      tenon.yield %2 : !tenon.tensor<*, ?>
    } else {
      tenon.yield %z : !tenon.tensor<[a], f32>
    } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
    %3 = tenon.add %1, %y : !tenon.tensor<*, ?>, !tenon.tensor<[b], f32> -> !tenon.tensor<*, ?>
    tenon.yield %c, %3 : !tenon.tensor<[], i1>, !tenon.tensor<*, ?>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[a], f32>) -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output %0#0 ["y"] : !tenon.tensor<*, ?>
}

// What failed before is no difference, and what is certain all the same stays.
// CHECK-LABEL: tenon.model @partial
tenon.model @partial(%u: !tenon.tensor<error *, f32>, %c: !tenon.tensor<[], i1>, %n: !tenon.tensor<[], i64>, %a: !tenon.tensor<[batch, 4], f32>) {
  // CHECK: } : !tenon.tensor<[], i1> -> !tenon.tensor<error *, f32>, !tenon.tensor<[batch, 4], f32>
  %0:2 = tenon.if %c {
    tenon.yield %u, %a : !tenon.tensor<error *, f32>, !tenon.tensor<[batch, 4], f32>
  } else {
    tenon.yield %a, %a : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: -> !tenon.tensor<[batch, 4], f32>, !tenon.tensor<error *, f32>, !tenon.tensor<[1], i64>
  %1:3 = tenon.loop %n, %c (%a) room = [7] {
  ^bb0(%i: !tenon.tensor<[], i64>, %x: !tenon.tensor<[batch, 4], f32>):
    %2 = tenon.add %x, %u : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<error *, f32> -> !tenon.tensor<*, ?>
    tenon.yield %c, %2, %u : !tenon.tensor<[], i1>, !tenon.tensor<*, ?>, !tenon.tensor<error *, f32>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[batch, 4], f32>) -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}
