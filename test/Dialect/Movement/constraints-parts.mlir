// RUN: not model-opt --check %s 2>&1 | FileCheck %s

// Each numbered constraint of joining, cutting and extending.

// CHECK: error[E0305]: `concat` has 0 inputs, but takes at least 1
tenon.model @concat_C1_none() {
  %0 = "tenon.concat"() {axis = 0 : i64} : () -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0201]: `concat` joins [2] and [3]: float32 against int64
tenon.model @concat_C2_types(%a: !tenon.tensor<[2], f32>, %b: !tenon.tensor<[3], i64>) {
  %0 = tenon.concat %a, %b axis = 0 : !tenon.tensor<[2], f32>, !tenon.tensor<[3], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0101]: `concat` takes its inputs with as many axes as the first, [2], but it has 2: [2, 2]
// CHECK-NEXT: constraints-parts.mlir:[[#@LINE+2]]:25-27
tenon.model @concat_C3_ranks(%a: !tenon.tensor<[2], f32>, %b: !tenon.tensor<[2, 2], f32>) {
  %0 = tenon.concat %a, %b axis = 0 : !tenon.tensor<[2], f32>, !tenon.tensor<[2, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0108]: `concat` names axis 1, but [2] has 1 axis
// CHECK: error[E0108]: `concat` names axis 0, but [] has 0 axes
// CHECK: help: a scalar has no axes
tenon.model @concat_C4_axis(%a: !tenon.tensor<[2], f32>, %s: !tenon.tensor<[], f32>) {
  %0 = tenon.concat %a, %a axis = 1 : !tenon.tensor<[2], f32>, !tenon.tensor<[2], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.concat %s, %s axis = 0 : !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0109]: `concat` joins [b, 4] and [b, 5] along axis 0, but they differ on axis 1: 4 against 5
// CHECK-NEXT: constraints-parts.mlir:[[#@LINE+3]]:29-31
// CHECK: help: all axes but 0 must be equal
tenon.model @concat_C5_sizes(%a: !tenon.tensor<[b, 4], f32>, %b: !tenon.tensor<[b, 5], f32>) {
  %0 = tenon.concat %a, %a, %b axis = 0 : !tenon.tensor<[b, 4], f32>, !tenon.tensor<[b, 4], f32>, !tenon.tensor<[b, 5], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0108]: `split` names axis 2, but [4, 2] has 2 axes
tenon.model @split_C1_axis(%x: !tenon.tensor<[4, 2], f32>) {
  %0:2 = tenon.split %x axis = 2 : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0115]: `split` has 3 sizes, but needs 2 for its outputs
tenon.model @split_C2_count(%x: !tenon.tensor<[4, 2], f32>) {
  %0:2 = tenon.split %x axis = 0 sizes = [1, 1, 2] : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `split` has a part of size -1, but it must be at least 0
tenon.model @split_C3_negative(%x: !tenon.tensor<[4, 2], f32>) {
  %0:2 = tenon.split %x axis = 0 sizes = [5, -1] : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0123]: `split` cuts axis 0 of [4, 2] into [1, 2], which add up to 3, not 4
// CHECK: error[E0123]: `split` cuts axis 0 of [4, 2] into [9223372036854775807, 1], which add up to more than 2^63, not 4
tenon.model @split_C4_sum(%x: !tenon.tensor<[4, 2], f32>) {
  %0:2 = tenon.split %x axis = 0 sizes = [1, 2] : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  %1:2 = tenon.split %x axis = 0 sizes = [9223372036854775807, 1] : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0124]: `split` cuts axis 0 of [5] into 2 parts, which leaves a remainder: the size is 5
// CHECK: error[E0124]: `split` cuts axis 0 of [5] into 4 parts, which leaves nothing for the last: the size is 5
tenon.model @split_C5_remainder(%x: !tenon.tensor<[5], f32>) {
  %0:2 = tenon.split %x axis = 0 : !tenon.tensor<[5], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  %1:4 = tenon.split %x axis = 0 {uneven} : !tenon.tensor<[5], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0115]: `slice` has 2 starts, but needs 1 for its axes
// CHECK: error[E0115]: `slice` has 0 ends, but needs 1 for its axes
// CHECK: error[E0115]: `slice` has 3 steps, but needs 1 for its axes
tenon.model @slice_C1_lengths(%x: !tenon.tensor<[4, 2], f32>) {
  %0 = tenon.slice %x starts = [0, 1] ends = [] axes = [0] steps = [1, 1, 1] : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// Independent mistakes are all reported.
// CHECK: error[E0108]: `slice` names axis -3, but [4, 2] has 2 axes
// CHECK: error[E0116]: `slice` has a step of 0, but it must be positive or negative
tenon.model @slice_C2_C4_axis_and_step(%x: !tenon.tensor<[4, 2], f32>) {
  %0 = tenon.slice %x starts = [0] ends = [1] axes = [-3] steps = [0] : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0121]: `slice` names axis 1 of [4, 2] twice
tenon.model @slice_C3_twice(%x: !tenon.tensor<[4, 2], f32>) {
  %0 = tenon.slice %x starts = [0, 0] ends = [1, 1] axes = [1, -1] steps = [1, 1] : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0115]: `pad` has 1 entries in low, but needs 2 for [4, 2]
// CHECK: error[E0115]: `pad` has 3 entries in high, but needs 2 for [4, 2]
tenon.model @pad_C1_lengths(%x: !tenon.tensor<[4, 2], f32>) {
  %0 = tenon.pad %x low = [1] high = [1, 2, 3] : !tenon.tensor<[4, 2], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0113]: `pad` would give axis 0 a size of -1
// CHECK: help: remove at most 4 elements on this axis
tenon.model @pad_C2_crop(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.pad %x low = [-5] high = [9] : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0116]: `pad` has on axis 0 of [4] a border of 4, but it must be at most 3 in mode reflect
// CHECK: error[E0116]: `pad` has on axis 0 of [4] a border of 5, but it must be at most 4 in mode wrap
// CHECK: error[E0116]: `pad` has on axis 0 of [0] a border of 1, but it must be 0, as there is no edge to repeat
tenon.model @pad_C3_border(%x: !tenon.tensor<[4], f32>, %e: !tenon.tensor<[0], f32>) {
  %0 = tenon.pad %x low = [4] high = [0] mode = reflect : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %1 = tenon.pad %x low = [0] high = [5] mode = wrap : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  %2 = tenon.pad %e low = [1] high = [0] mode = edge : !tenon.tensor<[0], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0116]: `pad` has the value 300, but it must be an element of uint8
// CHECK: error[E0116]: `pad` has the value 0.5, but it must be an element of uint8
tenon.model @pad_C4_value(%x: !tenon.tensor<[4], ui8>) {
  %0 = tenon.pad %x low = [1] high = [0] {value = 300.0 : f64} : !tenon.tensor<[4], ui8> -> !tenon.tensor<*, ?>
  %1 = tenon.pad %x low = [1] high = [0] {value = 0.5 : f64} : !tenon.tensor<[4], ui8> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK: error[E0114]: `pad` would give axis 0 of size 4 with a border of 9223372036854775807 and 9223372036854775807, which has more than 2^63 elements
tenon.model @pad_overflow(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.pad %x low = [9223372036854775807] high = [9223372036854775807] : !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0101]: `expand` takes its shape with 1 axis, but it has 0: []
tenon.model @expand_C1_rank(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.constant dense<4> : !tenon.tensor<[], i64>
  %1 = tenon.expand %x, %0 : !tenon.tensor<[4], f32>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0113]: `expand` would give axis 0 a size of -1
tenon.model @expand_C2_negative(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.constant dense<[-1, 4]> : !tenon.tensor<[2], i64>
  %1 = tenon.expand %x, %0 : !tenon.tensor<[4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0118]: `expand` expands [4] to [2, 3], but axis 1 has 4, which is neither 1 nor 3
tenon.model @expand_C3_sizes(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.constant dense<[2, 3]> : !tenon.tensor<[2], i64>
  %1 = tenon.expand %x, %0 : !tenon.tensor<[4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0202]: `tile` takes integers, but its repeats is float32
tenon.model @tile_C1_float(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.constant dense<1.0> : !tenon.tensor<[1], f32>
  %1 = tenon.tile %x, %0 : !tenon.tensor<[4], f32>, !tenon.tensor<[1], f32> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0115]: `tile` has 2 repeats, but needs 1 for [4]
tenon.model @tile_C2_count(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.constant dense<1> : !tenon.tensor<[2], i64>
  %1 = tenon.tile %x, %0 : !tenon.tensor<[4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0113]: `tile` would give axis 0 a size of -1
tenon.model @tile_C3_negative(%x: !tenon.tensor<[4], f32>) {
  %0 = tenon.constant dense<-1> : !tenon.tensor<[1], i64>
  %1 = tenon.tile %x, %0 : !tenon.tensor<[4], f32>, !tenon.tensor<[1], i64> -> !tenon.tensor<*, ?>
  tenon.output %1 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: error[E0114]: `tile` would give [4, 4611686018427387904], which has more than 2^63 elements
tenon.model @tile_overflow(%x: !tenon.tensor<[4, 1], f32>) {
  %0 = tenon.constant dense<[1, 4611686018427387904]> : !tenon.tensor<[2], i64>
  %1 = tenon.tile %x, %0 : !tenon.tensor<[4, 1], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // Those who use it are not blamed for its size.
  // CHECK-NOT: error[
  %2 = tenon.relu %1 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %2 ["y"] : !tenon.tensor<*, ?>
}
