// What the rules of normalisations find from static and symbolic operands.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @batch_norm
// CHECK-NOT: constraints
tenon.model @batch_norm(%a: !tenon.tensor<[batch, 8, h, w], f16>, %b: !tenon.tensor<[8], f16>) {
  // CHECK: tenon.batch_norm {{.*}} -> !tenon.tensor<[batch, 8, h, w], f16>
  %0 = tenon.batch_norm %a, %b, %b, %b, %b {epsilon = 0.0, layout = #tenon.layout<channels_first>} : !tenon.tensor<[batch, 8, h, w], f16>, !tenon.tensor<[8], f16>, !tenon.tensor<[8], f16>, !tenon.tensor<[8], f16>, !tenon.tensor<[8], f16> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Channels that only the data decides must be as many as there are statistics.
// CHECK-LABEL: tenon.model @symbolic_channels
// CHECK-SAME: constraints [#tenon.constraint<8 equal c, "E0112", "`batch_norm` needs its scale as long as axis 3 of [batch, h, w, c]">]
tenon.model @symbolic_channels(%a: !tenon.tensor<[batch, h, w, c], f32>, %b: !tenon.tensor<[8], f32>) {
  // CHECK: tenon.batch_norm {{.*}} -> !tenon.tensor<[batch, h, w, 8], f32>
  %0 = tenon.batch_norm %a, %b, %b, %b, %b {epsilon = 1.0e-3, layout = #tenon.layout<channels_last>} : !tenon.tensor<[batch, h, w, c], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @layer_norm
// CHECK-SAME: constraints [#tenon.constraint<4 equal k, "E0112", "`layer_norm` needs its offset as long as axis 1 of [batch, k, 8]">]
tenon.model @layer_norm(%a: !tenon.tensor<[batch, k, 8], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[k, 8], f32>, %d: !tenon.tensor<[4, 8], f32>) {
  // CHECK: tenon.layer_norm {{.*}} -> !tenon.tensor<[batch, k, 8], f32>
  %0 = tenon.layer_norm %a, %b, %b {axis = 2, epsilon = 1.0e-3} : !tenon.tensor<[batch, k, 8], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.layer_norm {{.*}} -> !tenon.tensor<[batch, 4, 8], f32>
  %1 = tenon.layer_norm %a, %c, %d {axis = -2, epsilon = 1.0e-3} : !tenon.tensor<[batch, k, 8], f32>, !tenon.tensor<[k, 8], f32>, !tenon.tensor<[4, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// Channels that only the data decides must be as many as there are factors, and
// fall into groups.
// CHECK-LABEL: tenon.model @group_norm
// CHECK-SAME: constraints [#tenon.constraint<8 equal c, "E0112", "`group_norm` needs its scale as long as axis 1 of [batch, c, t]">, #tenon.constraint<k divisible_by 4, "E0106", "`group_norm` splits its channels into 4 groups">]
tenon.model @group_norm(%a: !tenon.tensor<[batch, c, t], f32>, %b: !tenon.tensor<[8], f32>, %c: !tenon.tensor<[batch, 3, k], bf16>) {
  // CHECK: tenon.group_norm {{.*}} -> !tenon.tensor<[batch, 8, t], f32>
  %0 = tenon.group_norm %a, %b, %b {groups = 2 : i64, epsilon = 1.0e-3, layout = #tenon.layout<channels_first>} : !tenon.tensor<[batch, c, t], f32>, !tenon.tensor<[8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.group_norm {{.*}} -> !tenon.tensor<[batch, 3, k], bf16>
  %1 = tenon.group_norm %c {groups = 4 : i64, epsilon = 1.0e-3, layout = #tenon.layout<channels_last>} : !tenon.tensor<[batch, 3, k], bf16> -> !tenon.tensor<*, ?>
  tenon.output []
}
