// What the rules of questions, truth values and choices find.
// RUN: model-opt --tenon-check %s | FileCheck %s

// Answers are truth values, whatever is asked about.
// CHECK-LABEL: tenon.model @static(
tenon.model @static(%x: !tenon.tensor<[2, 1, 4], ui8>, %y: !tenon.tensor<[1, 3, 4], ui8>) {
  // CHECK: tenon.equal {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %0 = tenon.equal %x, %y : !tenon.tensor<[2, 1, 4], ui8>, !tenon.tensor<[1, 3, 4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.greater {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %1 = tenon.greater %x, %y : !tenon.tensor<[2, 1, 4], ui8>, !tenon.tensor<[1, 3, 4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.greater_or_equal {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %2 = tenon.greater_or_equal %x, %y : !tenon.tensor<[2, 1, 4], ui8>, !tenon.tensor<[1, 3, 4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.less {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %3 = tenon.less %x, %y : !tenon.tensor<[2, 1, 4], ui8>, !tenon.tensor<[1, 3, 4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.less_or_equal {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %4 = tenon.less_or_equal %x, %y : !tenon.tensor<[2, 1, 4], ui8>, !tenon.tensor<[1, 3, 4], ui8> -> !tenon.tensor<*, ?>
  // CHECK: tenon.and {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %5 = tenon.and %0, %1 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.or {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %6 = tenon.or %0, %1 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.xor {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %7 = tenon.xor %0, %1 : !tenon.tensor<*, ?>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.not {{.*}} -> !tenon.tensor<[2, 3, 4], i1>
  %8 = tenon.not %0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @symbolic(
// CHECK-SAME: #tenon.constraint<n equal m, "E0102", "`less` joins [n, 1] and [m, k], which must agree on axis 0">
tenon.model @symbolic(%x: !tenon.tensor<[n, 1], f16>, %y: !tenon.tensor<[m, k], f16>) {
  // CHECK: tenon.less {{.*}} -> !tenon.tensor<[n, k], i1>
  %0 = tenon.less %x, %y : !tenon.tensor<[n, 1], f16>, !tenon.tensor<[m, k], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.is_nan {{.*}} -> !tenon.tensor<[m, k], i1>
  %1 = tenon.is_nan %y : !tenon.tensor<[m, k], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.is_inf {{.*}} -> !tenon.tensor<[n, 1], i1>
  %2 = tenon.is_inf %x {negative = true, positive = false} : !tenon.tensor<[n, 1], f16> -> !tenon.tensor<*, ?>
  // All three repeat along each other.
  // CHECK: tenon.select {{.*}} -> !tenon.tensor<[n, k], f16>
  %3 = tenon.select %2, %x, %y : !tenon.tensor<*, ?>, !tenon.tensor<[n, 1], f16>, !tenon.tensor<[m, k], f16> -> !tenon.tensor<*, ?>
  // CHECK: tenon.select {{.*}} -> !tenon.tensor<[n, k], f16>
  %4 = tenon.select %0, %x, %x : !tenon.tensor<*, ?>, !tenon.tensor<[n, 1], f16>, !tenon.tensor<[n, 1], f16> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK-LABEL: tenon.model @partial(
tenon.model @partial(%p: !tenon.tensor<error *, ?>, %y: !tenon.tensor<[3, 4], f32>) {
  %open = tenon.relu %p : !tenon.tensor<error *, ?> -> !tenon.tensor<[?, 1], ?>
  // Truth values even of an unknown shape.
  // CHECK: tenon.equal {{.*}} -> !tenon.tensor<error *, i1>
  %0 = tenon.equal %p, %y : !tenon.tensor<error *, ?>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.is_nan {{.*}} -> !tenon.tensor<error [?, 1], i1>
  %1 = tenon.is_nan %open : !tenon.tensor<[?, 1], ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.not {{.*}} -> !tenon.tensor<error [?, 1], i1>
  %2 = tenon.not %1 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.select {{.*}} -> !tenon.tensor<[3, 4], f32>
  %3 = tenon.select %1, %open, %y : !tenon.tensor<*, ?>, !tenon.tensor<[?, 1], ?>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.select {{.*}} -> !tenon.tensor<error *, f32>
  %4 = tenon.select %p, %y, %y : !tenon.tensor<error *, ?>, !tenon.tensor<[3, 4], f32>, !tenon.tensor<[3, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// A size is never -1, so it is chosen.
// CHECK-LABEL: tenon.model @known_sizes(
tenon.model @known_sizes(%x: !tenon.tensor<[n, 4], f32>, %v: !tenon.tensor<[1, 1], f32>) {
  %s = tenon.shape_of %x : !tenon.tensor<[n, 4], f32> -> !tenon.tensor<*, ?>
  %open = tenon.constant dense<-1> : !tenon.tensor<[1], i64>
  %one = tenon.constant dense<1> : !tenon.tensor<[1], i64>
  %is_open = tenon.equal %s, %open : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  %chosen = tenon.select %is_open, %one, %s : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[n, 4], f32>
  %0 = tenon.expand %v, %chosen : !tenon.tensor<[1, 1], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Each comparison, where the bounds of the size decide.
// CHECK-LABEL: tenon.model @bounded_sizes(
tenon.model @bounded_sizes(%x: !tenon.tensor<[n], f32>, %v: !tenon.tensor<[1], f32>) symbols [n in [3, 8]] {
  %s = tenon.shape_of %x : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
  %two = tenon.constant dense<2> : !tenon.tensor<[1], i64>
  %greater = tenon.greater %s, %two : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  %0 = tenon.select %greater, %s, %two : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[n], f32>
  %1 = tenon.expand %v, %0 : !tenon.tensor<[1], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %least = tenon.greater_or_equal %two, %s : !tenon.tensor<[1], i64>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %2 = tenon.select %least, %s, %two : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[2], f32>
  %3 = tenon.expand %v, %2 : !tenon.tensor<[1], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %less = tenon.less %s, %two : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  %4 = tenon.select %less, %s, %two : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[2], f32>
  %5 = tenon.expand %v, %4 : !tenon.tensor<[1], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %most = tenon.less_or_equal %two, %s : !tenon.tensor<[1], i64>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %6 = tenon.select %most, %s, %two : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[n], f32>
  %7 = tenon.expand %v, %6 : !tenon.tensor<[1], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}
