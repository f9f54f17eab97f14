// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// CHECK: error[E0202]: `dynamic_slice` takes integers, but its starts is float32
// CHECK-NEXT: constraints-dynamic.mlir:[[#@LINE+3]]:32-34
tenon.model @dynamic_slice_C1_floats(%x: !tenon.tensor<[n, 10], f32>, %a: !tenon.tensor<[1], f32>) {
  %b = tenon.constant dense<[3]> : !tenon.tensor<[1], i64>
  %0 = tenon.dynamic_slice %x, %a, %b axes = [1] steps = [1] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[1], f32>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0115]: `dynamic_slice` has 2 ends, but needs 1 for its axes
// CHECK-NEXT: constraints-dynamic.mlir:[[#@LINE+4]]:36-38
tenon.model @dynamic_slice_C2_length(%x: !tenon.tensor<[n, 10], f32>) {
  %a = tenon.constant dense<[0]> : !tenon.tensor<[1], i64>
  %b = tenon.constant dense<[3, 4]> : !tenon.tensor<[2], i64>
  %0 = tenon.dynamic_slice %x, %a, %b axes = [1] steps = [1] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0115]: `dynamic_slice` has 2 steps, but needs 1 for its axes
// CHECK-NEXT: constraints-dynamic.mlir:[[#@LINE+4]]:58-64
tenon.model @dynamic_slice_C2_steps(%x: !tenon.tensor<[n, 10], f32>) {
  %a = tenon.constant dense<[0]> : !tenon.tensor<[1], i64>
  %b = tenon.constant dense<[3]> : !tenon.tensor<[1], i64>
  %0 = tenon.dynamic_slice %x, %a, %b axes = [1] steps = [1, 1] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0108]: `dynamic_slice` names axis 2, but [n, 10] has 2 axes
// CHECK-NEXT: constraints-dynamic.mlir:[[#@LINE+4]]:46-49
tenon.model @dynamic_slice_C3_axis(%x: !tenon.tensor<[n, 10], f32>) {
  %a = tenon.constant dense<[0]> : !tenon.tensor<[1], i64>
  %b = tenon.constant dense<[3]> : !tenon.tensor<[1], i64>
  %0 = tenon.dynamic_slice %x, %a, %b axes = [2] steps = [1] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0121]: `dynamic_slice` names axis 1 of [n, 10] twice
// CHECK-NEXT: constraints-dynamic.mlir:[[#@LINE+4]]:46-53
tenon.model @dynamic_slice_C4_twice(%x: !tenon.tensor<[n, 10], f32>) {
  %a = tenon.constant dense<[0, 0]> : !tenon.tensor<[2], i64>
  %b = tenon.constant dense<[3, 3]> : !tenon.tensor<[2], i64>
  %0 = tenon.dynamic_slice %x, %a, %b axes = [1, -1] steps = [1, 1] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[2], i64>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `dynamic_slice` has a step of 0, but it must be positive or negative
// CHECK-NEXT: constraints-dynamic.mlir:[[#@LINE+4]]:58-61
tenon.model @dynamic_slice_C5_step(%x: !tenon.tensor<[n, 10], f32>) {
  %a = tenon.constant dense<[0]> : !tenon.tensor<[1], i64>
  %b = tenon.constant dense<[3]> : !tenon.tensor<[1], i64>
  %0 = tenon.dynamic_slice %x, %a, %b axes = [1] steps = [0] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0310]: `dynamic_slice` needs its ends to be known when compiling
tenon.model @dynamic_slice_open(%x: !tenon.tensor<[n, 10], f32>, %b: !tenon.tensor<[1], i64>) {
  %a = tenon.constant dense<[0]> : !tenon.tensor<[1], i64>
  %0 = tenon.dynamic_slice %x, %a, %b axes = [1] steps = [1] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0101]: `trilu` takes its input with at least 2 axes, but it has 1: [4]
// CHECK-NEXT: constraints-dynamic.mlir:[[#@LINE+2]]:20-22
tenon.model @trilu_C1_rank(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.trilu %x diagonal = 0 : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `dynamic_slice` has a position of -n - 1, but it must be at least 0, as it is no constant
// CHECK-NEXT: constraints-dynamic.mlir:[[#@LINE+5]]:36-38
tenon.model @dynamic_slice_C6_negative(%x: !tenon.tensor<[n, 10], f32>) {
  %s = tenon.shape_of %x {end = 1 : i64} : !tenon.tensor<[n, 10], f32> -> !tenon.tensor<[1], i64>
  %m = tenon.constant dense<-1> : !tenon.tensor<[1], i64>
  %e = tenon.sub %m, %s : !tenon.tensor<[1], i64>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  %0 = tenon.dynamic_slice %x, %s, %e axes = [1] steps = [1] : !tenon.tensor<[n, 10], f32>, !tenon.tensor<[1], i64>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @trilu_C2_vector(%x: !tenon.tensor<[4, 4], f32>, %k: !tenon.tensor<[1], i64>) {
  // CHECK: error[E0101]: `trilu` takes its offset with 0 axes, but it has 1: [1]
  // CHECK-NEXT: {{.*}}constraints-dynamic.mlir:[[@LINE+1]]:24-
  %0 = tenon.trilu %x, %k diagonal = 0 : !tenon.tensor<[4, 4], f32>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @trilu_C3_number(%x: !tenon.tensor<[4, 4], f32>, %k: !tenon.tensor<[], f32>) {
  // CHECK: error[E0202]: `trilu` takes integers, but its offset is float32
  // CHECK-NEXT: {{.*}}constraints-dynamic.mlir:[[@LINE+1]]:24-
  %0 = tenon.trilu %x, %k diagonal = 0 : !tenon.tensor<[4, 4], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
