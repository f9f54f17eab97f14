// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @questions
tenon.model @questions(%x: !tenon.tensor<[n, 4], f32>, %y: !tenon.tensor<[1, 4], f32>) {
  // CHECK: tenon.equal %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  %0 = tenon.equal %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.greater %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  %1 = tenon.greater %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.greater_or_equal %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  %2 = tenon.greater_or_equal %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.less %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  %3 = tenon.less %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.less_or_equal %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  %4 = tenon.less_or_equal %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.is_nan %{{[^ ,]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], i1>
  %5 = tenon.is_nan %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.is_inf %{{[^ ,]*}} {negative = false, positive = true} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], i1>
  %6 = tenon.is_inf %x {negative = false, positive = true} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], i1>
  tenon.output %0 ["y"] : !tenon.tensor<[n, 4], i1>
}

// CHECK-LABEL: tenon.model @truth_values
tenon.model @truth_values(%c: !tenon.tensor<[n, 4], i1>, %d: !tenon.tensor<[1, 4], i1>, %x: !tenon.tensor<[n, 4], f32>, %y: !tenon.tensor<[1, 4], f32>) {
  // CHECK: tenon.and %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[n, 4], i1>
  %0 = tenon.and %c, %d : !tenon.tensor<[n, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.or %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[n, 4], i1>
  %1 = tenon.or %c, %d : !tenon.tensor<[n, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.xor %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[n, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[n, 4], i1>
  %2 = tenon.xor %c, %d : !tenon.tensor<[n, 4], i1>, !tenon.tensor<[1, 4], i1> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.not %{{[^ ,]*}} : !tenon.tensor<[n, 4], i1> -> !tenon.tensor<[n, 4], i1>
  %3 = tenon.not %c : !tenon.tensor<[n, 4], i1> -> !tenon.tensor<[n, 4], i1>
  // CHECK: tenon.select %{{[^ ,]*}}, %{{[^ ,]*}}, %{{[^ ,]*}} : !tenon.tensor<[1, 4], i1>, !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %4 = tenon.select %d, %x, %y : !tenon.tensor<[1, 4], i1>, !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  tenon.output %0 ["y"] : !tenon.tensor<[n, 4], i1>
}
