// What only the data decides becomes a size: a new name, or a check.
// RUN: model-opt %s --tenon-check | model-opt --tenon-check | FileCheck %s
// RUN: model-opt %s --emit=header | FileCheck %s --check-prefix=HEADER

// Names that are defined so are no symbols of the model; constraints on them
// are.
// CHECK-LABEL: tenon.model @sizes
// CHECK-SAME: symbols [cap in [3, *], batch, k]
// CHECK-SAME: constraints [#tenon.constraint<m equal k, "E0102",
tenon.model @sizes(%x: !tenon.tensor<[batch, 4], f32>, %s: !tenon.tensor<[2], i64>, %z: !tenon.tensor<[k], f32>) symbols [cap in [3, *]] {
  // CHECK: tenon.as_sizes %{{.*}} sizes = [n, 4] limits = [2*batch, 4] : !tenon.tensor<[2], i64> -> !tenon.tensor<[2], i64>
  %n = tenon.as_sizes %s sizes = [n, 4] limits = [2*batch, 4] : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  %v = tenon.constant dense<1.5> : !tenon.tensor<[], f32>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[n, 4], f32>
  %f = tenon.fill %n, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %one = tenon.constant dense<1> : !tenon.tensor<[], i64>
  %g = tenon.gather %s, %one axis = 0 : !tenon.tensor<[2], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  // A scalar is one size; what was defined is known from there on.
  // CHECK: tenon.as_sizes %{{.*}} sizes = [m] limits = [cap + n] : !tenon.tensor<[], i64> -> !tenon.tensor<[], i64>
  %m = tenon.as_sizes %g sizes = [m] limits = [cap + n] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %m1 = tenon.unsqueeze %m axes = [0] : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  %two = tenon.constant dense<2> : !tenon.tensor<[1], i64>
  %m2 = tenon.mul %m1, %two : !tenon.tensor<*, ?>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[2*m], f32>
  %h = tenon.fill %m2, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %e = tenon.fill %m1, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  %sum = tenon.add %e, %z : !tenon.tensor<*, ?>, !tenon.tensor<[k], f32> -> !tenon.tensor<*, ?>
  // Sizes that are known already may be asked for, and are checked by the run.
  // CHECK: tenon.as_sizes %{{.*}} sizes = [m, batch + 1] limits = [m, batch + 1]
  %again = tenon.as_sizes %s sizes = [m, batch + 1] limits = [m, batch + 1] : !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.fill {{.*}} -> !tenon.tensor<[m, batch + 1], f32>
  %i = tenon.fill %again, %v : !tenon.tensor<*, ?>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output %f, %h, %sum, %i ["f", "h", "sum", "i"] : !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
}

// HEADER: outputs[1] h: float [2*m]
// HEADER: symbols[0] cap, at least 3
// HEADER: symbols[3] n, stored by the run, at most 2*batch
// HEADER: symbols[4] m, stored by the run, at most 2*batch + cap
// HEADER: sizes_run(const void *const *inputs, void *const *outputs,
// HEADER-NEXT: const void *weights, void *workspace, int64_t *symbols);
