// A size that is decided within a region has no meaning outside of it.
// RUN: sh -c 'model-opt --check %s; test $? = 3' 2>&1 | FileCheck %s

tenon.model @branches(%c: !tenon.tensor<[], i1>, %s: !tenon.tensor<[1], i64>) {
  %v = tenon.constant dense<1.5> : !tenon.tensor<[], f32>
  // CHECK: error[E0805]: `if` uses the size 'k' outside of the region that decides it, which Tenon does not support yet
  // CHECK-NEXT: {{.*}}scope.mlir:[[@LINE+1]]:8-
  %0 = tenon.if %c {
    %1 = tenon.as_sizes %s sizes = [k] limits = [5] : !tenon.tensor<[1], i64> -> !tenon.tensor<[1], i64>
    %2 = tenon.fill %1, %v : !tenon.tensor<[1], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
    tenon.yield %2 : !tenon.tensor<*, ?>
  } else {
    %1 = tenon.as_sizes %s sizes = [k] limits = [5] : !tenon.tensor<[1], i64> -> !tenon.tensor<[1], i64>
    %2 = tenon.fill %1, %v : !tenon.tensor<[1], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
    tenon.yield %2 : !tenon.tensor<*, ?>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  %3 = tenon.relu %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %3 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @rows(%c: !tenon.tensor<[], i1>, %n: !tenon.tensor<[], i64>, %s: !tenon.tensor<[1], i64>) {
  %v = tenon.constant dense<1.5> : !tenon.tensor<[], f32>
  // CHECK: error[E0805]: `loop` uses the size 'k' outside of the region that decides it, which Tenon does not support yet
  // CHECK-NEXT: {{.*}}scope.mlir:[[@LINE+1]]:10-
  %0:2 = tenon.loop %n, %c room = [4] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    %1 = tenon.as_sizes %s sizes = [k] limits = [5] : !tenon.tensor<[1], i64> -> !tenon.tensor<[1], i64>
    %2 = tenon.fill %1, %v : !tenon.tensor<[1], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<[k], f32>
    tenon.yield %c, %2 : !tenon.tensor<[], i1>, !tenon.tensor<[k], f32>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1> -> !tenon.tensor<[4, k], f32>, !tenon.tensor<*, ?>
  tenon.output %0#0 ["y"] : !tenon.tensor<[4, k], f32>
}

// What is decided outside is known inside, and what does not leave is no
// mistake; a name may be used again beside.
tenon.model @right(%c: !tenon.tensor<[], i1>, %s: !tenon.tensor<[1], i64>) {
  %v = tenon.constant dense<1.5> : !tenon.tensor<[], f32>
  %o = tenon.as_sizes %s sizes = [outer] limits = [5] : !tenon.tensor<[1], i64> -> !tenon.tensor<[1], i64>
  // CHECK-NOT: error[
  %0 = tenon.if %c {
    %1 = tenon.as_sizes %s sizes = [j] limits = [outer] : !tenon.tensor<[1], i64> -> !tenon.tensor<[1], i64>
    %2 = tenon.fill %1, %v : !tenon.tensor<[1], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
    %3 = tenon.reduce_sum %2 {axes = array<i64: 0>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
    %4 = tenon.unsqueeze %3 axes = [0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
    %5 = tenon.expand %4, %o : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
    tenon.yield %5 : !tenon.tensor<*, ?>
  } else {
    %1 = tenon.as_sizes %s sizes = [j] limits = [outer] : !tenon.tensor<[1], i64> -> !tenon.tensor<[1], i64>
    %2 = tenon.fill %o, %v : !tenon.tensor<[1], i64>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
    tenon.yield %2 : !tenon.tensor<*, ?>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  %1 = tenon.relu %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}
// CHECK: 2 errors
