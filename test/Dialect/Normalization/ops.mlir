// Everything the family prints parses again to the same.
// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @batch_norm
tenon.model @batch_norm(%a: !tenon.tensor<[2, 8], f32>, %b: !tenon.tensor<[8], f32>) {
  // CHECK: tenon.batch_norm %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} {epsilon = 1.000000e-03 : f64, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[2, 8], f32>
  %0 = tenon.batch_norm %a, %b, %b, %b, %b {epsilon = 1.0e-3, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[2, 8], f32>
  tenon.output []
}

// CHECK-LABEL: tenon.model @layer_norm
tenon.model @layer_norm(%a: !tenon.tensor<[2, 8], f32>, %b: !tenon.tensor<[8], f32>) {
  // CHECK: tenon.layer_norm %{{[^,]*}} {axis = -1 : i64, epsilon = 1.000000e-03 : f64} : !tenon.tensor<[2, 8], f32> -> !tenon.tensor<[2, 8], f32>
  %0 = tenon.layer_norm %a {axis = -1, epsilon = 1.0e-3} : !tenon.tensor<[2, 8], f32> -> !tenon.tensor<[2, 8], f32>
  // CHECK: tenon.layer_norm %{{.*}}, %{{[^,]*}} {axis = -1 : i64, epsilon = 1.000000e-03 : f64} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[2, 8], f32>
  %1 = tenon.layer_norm %a, %b {axis = -1, epsilon = 1.0e-3} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[2, 8], f32>
  // CHECK: tenon.layer_norm %{{.*}}, %{{.*}}, %{{[^,]*}} {axis = 1 : i64, epsilon = 1.000000e-03 : f64} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[2, 8], f32>
  %2 = tenon.layer_norm %a, %b, %b {axis = 1, epsilon = 1.0e-3} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[2, 8], f32>
  tenon.output []
}

// CHECK-LABEL: tenon.model @group_norm
tenon.model @group_norm(%a: !tenon.tensor<[2, 8], f32>, %b: !tenon.tensor<[8], f32>) {
  // CHECK: tenon.group_norm %{{[^,]*}} {epsilon = 1.000000e-03 : f64, groups = 4 : i64, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8], f32> -> !tenon.tensor<[2, 8], f32>
  %0 = tenon.group_norm %a {groups = 4 : i64, epsilon = 1.0e-3, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 8], f32> -> !tenon.tensor<[2, 8], f32>
  // CHECK: tenon.group_norm %{{.*}}, %{{.*}}, %{{[^,]*}} {epsilon = 1.000000e-03 : f64, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[2, 8], f32>
  %1 = tenon.group_norm %a, %b, %b {epsilon = 1.0e-3, layout = #tenon.layout<channels_last>} : !tenon.tensor<[2, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<[2, 8], f32>
  tenon.output []
}
