// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @integers
tenon.model @integers(%x: !tenon.tensor<[n, 4], i32>, %y: !tenon.tensor<[1, 4], i32>) {
  // CHECK: tenon.mod %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  %0 = tenon.mod %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  // CHECK: tenon.remainder %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  %1 = tenon.remainder %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  // CHECK: tenon.bitwise_and %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  %2 = tenon.bitwise_and %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  // CHECK: tenon.bitwise_or %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  %3 = tenon.bitwise_or %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  // CHECK: tenon.bitwise_xor %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  %4 = tenon.bitwise_xor %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  // CHECK: tenon.shift_left %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  %5 = tenon.shift_left %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  // CHECK: tenon.shift_right %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  %6 = tenon.shift_right %x, %y : !tenon.tensor<[n, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[n, 4], i32>
  // CHECK: tenon.bitwise_not %{{[^ ,]*}} : !tenon.tensor<[n, 4], i32> -> !tenon.tensor<[n, 4], i32>
  %7 = tenon.bitwise_not %x : !tenon.tensor<[n, 4], i32> -> !tenon.tensor<[n, 4], i32>
  tenon.output %0 ["y"] : !tenon.tensor<[n, 4], i32>
}
