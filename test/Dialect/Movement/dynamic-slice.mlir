// RUN: model-opt %s | model-opt | FileCheck %s --check-prefix=SYNTAX
// RUN: model-opt --tenon-check %s | FileCheck %s

// SYNTAX-LABEL: tenon.model @up_to
// SYNTAX: tenon.dynamic_slice %{{.*}}, %{{.*}}, %{{.*}} axes = [1] steps = [1] : !tenon.tensor<[1, 512], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
// CHECK-LABEL: tenon.model @up_to
tenon.model @up_to(%x: !tenon.tensor<[1, 512], f32>, %y: !tenon.tensor<[n, seq], f32>) symbols [n in [1, *], seq in [0, 512]] {
  %start = tenon.constant dense<0> : !tenon.tensor<[1], i64>
  %end = tenon.shape_of %y {start = 1 : i64} : !tenon.tensor<[n, seq], f32> -> !tenon.tensor<[1], i64>
  // CHECK: tenon.dynamic_slice {{.*}} -> !tenon.tensor<[1, seq], f32>
  %0 = tenon.dynamic_slice %x, %start, %end axes = [1] steps = [1] : !tenon.tensor<[1, 512], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // Constant entries may count from the end.
  %last = tenon.constant dense<-1> : !tenon.tensor<[1], i64>
  // CHECK: tenon.dynamic_slice {{.*}} -> !tenon.tensor<[1, max(seq, 511) - seq], f32>
  %1 = tenon.dynamic_slice %x, %end, %last axes = [-1] steps = [1] : !tenon.tensor<[1, 512], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @constants
tenon.model @constants(%x: !tenon.tensor<[n, 10], f32>) {
  %a = tenon.constant dense<[7]> : !tenon.tensor<[1], i32>
  %b = tenon.constant dense<[-9]> : !tenon.tensor<[1], i32>
  // CHECK: tenon.dynamic_slice {{.*}} -> !tenon.tensor<[n, 3], f32>
  %0 = tenon.dynamic_slice %x, %a, %b axes = [1] steps = [-2] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[1], i32>, !tenon.tensor<[1], i32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @partial
tenon.model @partial(%u: !tenon.tensor<error *, ?>, %x: !tenon.tensor<[n, 10], f32>) {
  // CHECK: tenon.dynamic_slice {{.*}} -> !tenon.tensor<error [n, ?], f32>
  %0 = tenon.dynamic_slice %x, %u, %u axes = [1] steps = [1] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<error *, ?>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.trilu {{.*}} -> !tenon.tensor<error *, ?>
  %1 = tenon.trilu %u diagonal = 1 : !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.trilu {{.*}} diagonal = -1 {upper} {{.*}} -> !tenon.tensor<[n, 10], f32>
  %2 = tenon.trilu %x diagonal = -1 {upper} : !tenon.tensor<[n, 10], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
