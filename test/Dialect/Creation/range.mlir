// RUN: model-opt %s | model-opt | FileCheck %s --check-prefix=SYNTAX
// RUN: model-opt --tenon-check %s | FileCheck %s

// SYNTAX-LABEL: tenon.model @sizes
// SYNTAX: tenon.range %{{.*}}, %{{.*}}, %{{.*}} : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
// CHECK-LABEL: tenon.model @sizes
tenon.model @sizes(%x: !tenon.tensor<[n, m], f32>, %v: !tenon.tensor<[], f32>) {
  %s = tenon.shape_of %x : !tenon.tensor<[n, m], f32> -> !tenon.tensor<[2], i64>
  %zero = tenon.constant dense<0> : !tenon.tensor<[], i64>
  %one = tenon.constant dense<1> : !tenon.tensor<[], i64>
  %three = tenon.constant dense<3> : !tenon.tensor<[], i64>
  %n = tenon.gather %s, %zero axis = 0 : !tenon.tensor<[2], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  %n3 = tenon.add %n, %three : !tenon.tensor<*, ?>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.range {{.*}} -> !tenon.tensor<[n], i64>
  %0 = tenon.range %zero, %n, %one : !tenon.tensor<[], i64>, !tenon.tensor<*, ?>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.range {{.*}} -> !tenon.tensor<[3], i64>
  %1 = tenon.range %n, %n3, %one : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  // Its numbers are known as sizes.
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[n, n + 1, n + 2], f32>
  %2 = tenon.fill %1, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @constants
tenon.model @constants() {
  %a = tenon.constant dense<0.5> : !tenon.tensor<[], f32>
  %b = tenon.constant dense<2.0> : !tenon.tensor<[], f32>
  %c = tenon.constant dense<-0.25> : !tenon.tensor<[], f32>
  // CHECK: tenon.range {{.*}} -> !tenon.tensor<[6], f32>
  %0 = tenon.range %b, %a, %c : !tenon.tensor<[], f32>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.range {{.*}} -> !tenon.tensor<[0], f32>
  %1 = tenon.range %a, %b, %c : !tenon.tensor<[], f32>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @partial
tenon.model @partial(%u: !tenon.tensor<error *, ?>, %a: !tenon.tensor<[], f32>) {
  // CHECK: tenon.range {{.*}} -> !tenon.tensor<error [?], f32>
  %0 = tenon.range %a, %u, %u : !tenon.tensor<[], f32>, !tenon.tensor<error *, ?>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  tenon.output []
}
