// One mistake per numbered constraint of branches.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// CHECK: error[E0125]: `if` gives [n, 4] of float32 in one branch, but [m, 4] of float32 in the other (result 0), which Tenon does not support yet
// CHECK-NEXT: branches.mlir:[[#@LINE+2]]:8-16
tenon.model @if_C3_sizes(%c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[n, 4], f32>, %b: !tenon.tensor<[m, 4], f32>) {
  %0 = tenon.if %c {
    tenon.yield %a : !tenon.tensor<[n, 4], f32>
  } else {
    tenon.yield %b : !tenon.tensor<[m, 4], f32>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0125]: `if` gives [rows, 4] of float32 in one branch, but [rows, 8] of float32 in the other (result 0)
tenon.model @if_C3_unnamed(%c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[n, 4], f32>, %b: !tenon.tensor<[m, 8], f32>) {
  %0 = tenon.if %c {
    tenon.yield %a : !tenon.tensor<[n, 4], f32>
  } else {
    tenon.yield %b : !tenon.tensor<[m, 8], f32>
  } {sizes = [[#tenon.dim<rows>, #tenon.dim<4>]]} : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: `if` has a wrong number of lists of sizes: 2, but needs 1
tenon.model @if_C4_lists(%c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[n, 4], f32>) {
  %0 = tenon.if %c {
    tenon.yield %a : !tenon.tensor<[n, 4], f32>
  } else {
    tenon.yield %a : !tenon.tensor<[n, 4], f32>
  } {sizes = [[], []]} : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
