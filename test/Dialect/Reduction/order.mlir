// What goes along ordered axes: text, and what the rules find.
// RUN: model-opt %s | model-opt | FileCheck %s --check-prefix=TEXT
// RUN: model-opt --tenon-check %s | FileCheck %s

// TEXT-LABEL: tenon.model @text
// CHECK-LABEL: tenon.model @text
tenon.model @text(%a: !tenon.tensor<[batch, 10], f16>) {
  // TEXT: tenon.cumsum %{{.*}} {axis = -1 : i64, exclusive, reverse} : !tenon.tensor<[batch, 10], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.cumsum {{.*}} -> !tenon.tensor<[batch, 10], f16>
  %0 = tenon.cumsum %a {axis = -1 : i64, exclusive, reverse} : !tenon.tensor<[batch, 10], f16> -> !tenon.tensor<*, ?>
  // TEXT: tenon.cumprod %{{.*}} {axis = 0 : i64} : !tenon.tensor<[batch, 10], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.cumprod {{.*}} -> !tenon.tensor<[batch, 10], f16>
  %1 = tenon.cumprod %a {axis = 0 : i64} : !tenon.tensor<[batch, 10], f16> -> !tenon.tensor<*, ?>
  %k = tenon.constant dense<[3]> : !tenon.tensor<[1], i64>
  // TEXT: tenon.top_k %{{.*}}, %{{.*}} {axis = 1 : i64, smallest} : !tenon.tensor<[batch, 10], f16>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.top_k {{.*}} -> !tenon.tensor<[batch, 3], f16>, !tenon.tensor<[batch, 3], i64>
  %2:2 = tenon.top_k %a, %k {axis = 1 : i64, smallest} : !tenon.tensor<[batch, 10], f16>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// As many as a size says; there must be so many.
// CHECK-LABEL: tenon.model @symbols
// CHECK-SAME: constraints [#tenon.constraint<m at_least n, "E0116", "`top_k` picks n elements of axis 1 of [n, m], which must have them">]
tenon.model @symbols(%a: !tenon.tensor<[n, m], f32>) {
  %k = tenon.shape_of %a {start = 0 : i64, end = 1 : i64} : !tenon.tensor<[n, m], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.top_k {{.*}} -> !tenon.tensor<[n, n], f32>, !tenon.tensor<[n, n], i64>
  %0:2 = tenon.top_k %a, %k {axis = -1 : i64} : !tenon.tensor<[n, m], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}
