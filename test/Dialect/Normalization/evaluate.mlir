// Normalisations of constants are known when checking: as integers they serve
// as sizes here.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @batch_norm
tenon.model @batch_norm(%one: !tenon.tensor<[], f32>) {
  %a = tenon.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : !tenon.tensor<[2, 2], f32>
  %scale = tenon.constant dense<[2.0, 3.0]> : !tenon.tensor<[2], f32>
  %offset = tenon.constant dense<[10.0, 20.0]> : !tenon.tensor<[2], f32>
  %mean = tenon.constant dense<[1.0, 0.0]> : !tenon.tensor<[2], f32>
  %variance = tenon.constant dense<[3.0, 8.0]> : !tenon.tensor<[2], f32>
  // (x - mean) / sqrt(variance + 1) * scale + offset = [[10, 22], [12, 24]]
  %0 = tenon.batch_norm %a, %scale, %offset, %mean, %variance {epsilon = 1.0, layout = #tenon.layout<channels_first>} : !tenon.tensor<[2, 2], f32>, !tenon.tensor<[2], f32>, !tenon.tensor<[2], f32>, !tenon.tensor<[2], f32>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.reduce_sum %0 {axes = array<i64: 0>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %2 = tenon.cast %1 to i64 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[22, 46], f32>
  %3 = tenon.fill %2, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @layer_norm
tenon.model @layer_norm(%one: !tenon.tensor<[], f32>) {
  // Mean 4 and variance 9, with epsilon 16 a deviation of 5.
  %a = tenon.constant dense<[1.0, 7.0]> : !tenon.tensor<[2], f32>
  %scale = tenon.constant dense<[10.0, 5.0]> : !tenon.tensor<[2], f32>
  %offset = tenon.constant dense<[20.0, 4.0]> : !tenon.tensor<[2], f32>
  %0 = tenon.layer_norm %a, %scale, %offset {axis = 0, epsilon = 16.0} : !tenon.tensor<[2], f32>, !tenon.tensor<[2], f32>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.cast %0 to i64 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[14, 7], f32>
  %2 = tenon.fill %1, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @group_norm
tenon.model @group_norm(%one: !tenon.tensor<[], f32>) {
  // Two groups with means 4 and 14 and variance 9, with epsilon 16 a deviation
  // of 5.
  %a = tenon.constant dense<[[1.0, 7.0, 11.0, 17.0]]> : !tenon.tensor<[1, 4], f32>
  %scale = tenon.constant dense<[5.0, 5.0, 10.0, 10.0]> : !tenon.tensor<[4], f32>
  %offset = tenon.constant dense<[4.0, 4.0, 10.0, 10.0]> : !tenon.tensor<[4], f32>
  %0 = tenon.group_norm %a, %scale, %offset {groups = 2 : i64, epsilon = 16.0, layout = #tenon.layout<channels_first>} : !tenon.tensor<[1, 4], f32>, !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.reduce_sum %0 {axes = array<i64: 0>} : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %2 = tenon.cast %1 to i64 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[1, 7, 4, 16], f32>
  %3 = tenon.fill %2, %one : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}
