// RUN: model-opt %s | model-opt | FileCheck %s

// CHECK-LABEL: tenon.model @unary
tenon.model @unary(%x: !tenon.tensor<[n, 4], f32>) {
  // CHECK: tenon.neg %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %0 = tenon.neg %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.abs %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %1 = tenon.abs %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.exp %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %2 = tenon.exp %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.log %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %3 = tenon.log %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.sqrt %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %4 = tenon.sqrt %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.rsqrt %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %5 = tenon.rsqrt %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.reciprocal %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %6 = tenon.reciprocal %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.erf %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %7 = tenon.erf %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.tanh %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %8 = tenon.tanh %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.sigmoid %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %9 = tenon.sigmoid %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.floor %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %10 = tenon.floor %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.ceil %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %11 = tenon.ceil %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.round %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %12 = tenon.round %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.sin %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %13 = tenon.sin %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.cos %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %14 = tenon.cos %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.sign %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %15 = tenon.sign %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.softplus %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %16 = tenon.softplus %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.hard_swish %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %17 = tenon.hard_swish %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.gelu %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %18 = tenon.gelu %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.relu %{{[^ ]*}} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %19 = tenon.relu %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.gelu %{{[^ ]*}} {approximate} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %20 = tenon.gelu %x {approximate} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.elu %{{[^ ]*}} {alpha = 1.000000e+00 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %21 = tenon.elu %x {alpha = 1.0 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.leaky_relu %{{[^ ]*}} {alpha = 5.000000e-01 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %22 = tenon.leaky_relu %x {alpha = 0.5 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.hard_sigmoid %{{[^ ]*}} {alpha = 2.500000e-01 : f64, beta = 5.000000e-01 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %23 = tenon.hard_sigmoid %x {beta = 0.5 : f64, alpha = 0.25 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.clip %{{[^ ]*}} {high = 6.000000e+00 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %24 = tenon.clip %x {high = 6.0 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.clip %{{[^ ]*}} {low = 0.000000e+00 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %25 = tenon.clip %x {low = 0.0 : f64} : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.cast %{{[^ ]*}} to ui8 : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], ui8>
  %26 = tenon.cast %x to ui8 : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<[n, 4], ui8>
  tenon.output %0 ["y"] : !tenon.tensor<[n, 4], f32>
}

// CHECK-LABEL: tenon.model @binary
tenon.model @binary(%x: !tenon.tensor<[n, 4], f32>, %y: !tenon.tensor<[1, 4], f32>) {
  // CHECK: tenon.add %{{[^ ]*}}, %{{[^ ]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %0 = tenon.add %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.sub %{{[^ ]*}}, %{{[^ ]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %1 = tenon.sub %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.mul %{{[^ ]*}}, %{{[^ ]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %2 = tenon.mul %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.div %{{[^ ]*}}, %{{[^ ]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %3 = tenon.div %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.maximum %{{[^ ]*}}, %{{[^ ]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %4 = tenon.maximum %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.minimum %{{[^ ]*}}, %{{[^ ]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %5 = tenon.minimum %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.pow %{{[^ ]*}}, %{{[^ ]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %6 = tenon.pow %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  // CHECK: tenon.prelu %{{[^ ]*}}, %{{[^ ]*}} : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  %7 = tenon.prelu %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[n, 4], f32>
  tenon.output %0 ["y"] : !tenon.tensor<[n, 4], f32>
}
