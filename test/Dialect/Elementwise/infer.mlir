// What the rules of elementwise ops find.
// RUN: model-opt --tenon-check %s | FileCheck %s

// CHECK-LABEL: tenon.model @static(
tenon.model @static(%x: !tenon.tensor<[2, 1, 4], i32>, %y: !tenon.tensor<[1, 3, 4], i32>) {
  // CHECK: tenon.add {{.*}} -> !tenon.tensor<[2, 3, 4], i32>
  %0 = tenon.add %x, %y : !tenon.tensor<[2, 1, 4], i32>, !tenon.tensor<[1, 3, 4], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @empty(
tenon.model @empty(%x: !tenon.tensor<[0, 1], f32>, %y: !tenon.tensor<[1, 3], f32>) {
  // CHECK: tenon.prelu {{.*}} -> !tenon.tensor<[0, 3], f32>
  %0 = tenon.prelu %x, %y : !tenon.tensor<[0, 1], f32>, !tenon.tensor<[1, 3], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @scalars(
tenon.model @scalars(%x: !tenon.tensor<[], ui8>, %y: !tenon.tensor<[], ui8>) {
  // CHECK: tenon.div {{.*}} -> !tenon.tensor<[], ui8>
  %0 = tenon.div %x, %y : !tenon.tensor<[], ui8>, !tenon.tensor<[], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Equal in any spelling.
// CHECK-LABEL: tenon.model @symbolic(
// CHECK-NOT: constraints
tenon.model @symbolic(%x: !tenon.tensor<[b*(s + 1), 1], f32>, %y: !tenon.tensor<[b*s + b, k], f32>) symbols [b, s] {
  // CHECK: tenon.add {{.*}} -> !tenon.tensor<[b*s + b, k], f32>
  %0 = tenon.add %x, %y : !tenon.tensor<[b*(s + 1), 1], f32>, !tenon.tensor<[b*s + b, k], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Two free sizes are taken to be equal, which is checked when run.
// CHECK-LABEL: tenon.model @assumed(
// CHECK-SAME: #tenon.constraint<n equal m, "E0102", "`mul` joins [n, 4] and [m, 4], which must agree on axis 0">
tenon.model @assumed(%x: !tenon.tensor<[n, 4], f32>, %y: !tenon.tensor<[m, 4], f32>) {
  // CHECK: tenon.mul {{.*}} -> !tenon.tensor<[n, 4], f32>
  %0 = tenon.mul %x, %y : !tenon.tensor<[n, 4], f32>, !tenon.tensor<[m, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// An unknown size may turn out to be 1.
// CHECK-LABEL: tenon.model @partial(
tenon.model @partial(%x: !tenon.tensor<error *, ?>, %y: !tenon.tensor<error *, ?>) {
  %open_y = tenon.relu %y : !tenon.tensor<error *, ?> -> !tenon.tensor<[3, ?, ?], ?>
  %open_x = tenon.relu %x : !tenon.tensor<error *, ?> -> !tenon.tensor<[?, 4, 1], f32>
  // CHECK: tenon.add {{.*}} -> !tenon.tensor<error [3, 4, ?], f32>
  %0 = tenon.add %open_x, %open_y : !tenon.tensor<[?, 4, 1], f32>, !tenon.tensor<[3, ?, ?], ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @partial_rank(
tenon.model @partial_rank(%x: !tenon.tensor<error *, ?>, %y: !tenon.tensor<[3, 4], f32>) {
  // CHECK: tenon.pow {{.*}} -> !tenon.tensor<error *, f32>
  %0 = tenon.pow %x, %y : !tenon.tensor<error *, ?>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @cast(
tenon.model @cast(%x: !tenon.tensor<[n, 2*n], f32>) {
  // CHECK: tenon.cast {{.*}} -> !tenon.tensor<[n, 2*n], i1>
  %0 = tenon.cast %x to i1 : !tenon.tensor<[n, 2*n], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @cast_partial(
tenon.model @cast_partial(%x: !tenon.tensor<error *, ?>) {
  %open_x = tenon.relu %x : !tenon.tensor<error *, ?> -> !tenon.tensor<[?, 4], ?>
  // CHECK: tenon.cast {{.*}} -> !tenon.tensor<error [?, 4], i64>
  %0 = tenon.cast %open_x to i64 : !tenon.tensor<[?, 4], ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// The shape goes through.
// CHECK-LABEL: tenon.model @unary(
tenon.model @unary(%x: !tenon.tensor<[n, 4], f16>, %p: !tenon.tensor<error *, ?>) {
  %open_p = tenon.relu %p : !tenon.tensor<error *, ?> -> !tenon.tensor<[?, 4], ?>
  // CHECK: tenon.neg {{.*}} -> !tenon.tensor<[n, 4], f16>
  %0 = tenon.neg %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.abs {{.*}} -> !tenon.tensor<[n, 4], f16>
  %1 = tenon.abs %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.exp {{.*}} -> !tenon.tensor<[n, 4], f16>
  %2 = tenon.exp %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.log {{.*}} -> !tenon.tensor<[n, 4], f16>
  %3 = tenon.log %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.sqrt {{.*}} -> !tenon.tensor<[n, 4], f16>
  %4 = tenon.sqrt %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.rsqrt {{.*}} -> !tenon.tensor<[n, 4], f16>
  %5 = tenon.rsqrt %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reciprocal {{.*}} -> !tenon.tensor<[n, 4], f16>
  %6 = tenon.reciprocal %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.erf {{.*}} -> !tenon.tensor<[n, 4], f16>
  %7 = tenon.erf %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.tanh {{.*}} -> !tenon.tensor<[n, 4], f16>
  %8 = tenon.tanh %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.sigmoid {{.*}} -> !tenon.tensor<[n, 4], f16>
  %9 = tenon.sigmoid %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.floor {{.*}} -> !tenon.tensor<[n, 4], f16>
  %10 = tenon.floor %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.ceil {{.*}} -> !tenon.tensor<[n, 4], f16>
  %11 = tenon.ceil %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.round {{.*}} -> !tenon.tensor<[n, 4], f16>
  %12 = tenon.round %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.sin {{.*}} -> !tenon.tensor<[n, 4], f16>
  %13 = tenon.sin %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.cos {{.*}} -> !tenon.tensor<[n, 4], f16>
  %14 = tenon.cos %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.sign {{.*}} -> !tenon.tensor<[n, 4], f16>
  %15 = tenon.sign %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.softplus {{.*}} -> !tenon.tensor<[n, 4], f16>
  %16 = tenon.softplus %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.hard_swish {{.*}} -> !tenon.tensor<[n, 4], f16>
  %17 = tenon.hard_swish %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.gelu {{.*}} -> !tenon.tensor<[n, 4], f16>
  %18 = tenon.gelu %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.relu {{.*}} -> !tenon.tensor<[n, 4], f16>
  %19 = tenon.relu %x : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.elu {{.*}} -> !tenon.tensor<[n, 4], f16>
  %20 = tenon.elu %x {alpha = 1.0 : f64} : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.leaky_relu {{.*}} -> !tenon.tensor<[n, 4], f16>
  %21 = tenon.leaky_relu %x {alpha = 0.5 : f64} : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.hard_sigmoid {{.*}} -> !tenon.tensor<[n, 4], f16>
  %22 = tenon.hard_sigmoid %x {alpha = 0.25 : f64, beta = 0.5 : f64} : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.clip {{.*}} -> !tenon.tensor<[n, 4], f16>
  %23 = tenon.clip %x {high = 6.0 : f64} : !tenon.tensor<[n, 4], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.relu {{.*}} -> !tenon.tensor<error [?, 4], ?>
  %24 = tenon.relu %open_p : !tenon.tensor<[?, 4], ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// A product that wraps is the size that is left of it.
// CHECK-LABEL: tenon.model @wrapped(
tenon.model @wrapped(%v: !tenon.tensor<[1], f32>) {
  %x = tenon.constant dense<86> : !tenon.tensor<[1], i8>
  %y = tenon.constant dense<3> : !tenon.tensor<[1], i8>
  %0 = tenon.mul %x, %y : !tenon.tensor<[1], i8>, !tenon.tensor<[1], i8> -> !tenon.tensor<*, ?>
  %1 = tenon.cast %0 to i64 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[2], f32>
  %2 = tenon.expand %v, %1 : !tenon.tensor<[1], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %2 ["y"] : !tenon.tensor<*, ?>
}
