// Branches: what their results are, and what is demanded of sizes in them.
// RUN: model-opt --tenon-check %s | FileCheck %s
// RUN: model-opt --tenon-check %s | model-opt | FileCheck %s

// The size that differs has a name from then on.
// CHECK-LABEL: tenon.model @named
tenon.model @named(%c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[n, 4], f32>, %b: !tenon.tensor<[m, 4], f32>) {
  // CHECK: -> !tenon.tensor<[rows, 4], f32>
  %0 = tenon.if %c {
    tenon.yield %a : !tenon.tensor<[n, 4], f32>
  } else {
    tenon.yield %b : !tenon.tensor<[m, 4], f32>
  } {sizes = [[#tenon.dim<rows>, #tenon.dim<4>]]} : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  // CHECK: tenon.relu {{.*}} -> !tenon.tensor<[rows, 4], f32>
  %1 = tenon.relu %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// Only the branch demands that n and m agree; behind it they still differ.
// CHECK-LABEL: tenon.model @demand
// CHECK-NOT: constraints [
tenon.model @demand(%c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[n], f32>, %b: !tenon.tensor<[m], f32>) {
  // CHECK: tenon.then_requires = [#tenon.constraint<n equal m, "E0102", {{.*}}>]
  // CHECK-NOT: else_requires
  %0 = tenon.if %c {
    %1 = tenon.add %a, %b : !tenon.tensor<[n], f32>, !tenon.tensor<[m], f32> -> !tenon.tensor<*, ?>
    %2 = tenon.reduce_sum %1 {axes = array<i64: 0>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
    tenon.yield %2 : !tenon.tensor<*, ?>
  } else {
    %1 = tenon.reduce_sum %a {axes = array<i64: 0>} : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
    tenon.yield %1 : !tenon.tensor<*, ?>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output %0, %a, %b ["y", "a", "b"] : !tenon.tensor<*, ?>, !tenon.tensor<[n], f32>, !tenon.tensor<[m], f32>
}
