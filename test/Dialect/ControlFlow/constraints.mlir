// Each numbered constraint, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @if_c1_number(%c: !tenon.tensor<[], f32>, %a: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0202]: `if` takes truth values, but its condition is float32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:17-
  %0 = tenon.if %c {
    tenon.yield %a : !tenon.tensor<[4], f32>
  } else {
    tenon.yield %a : !tenon.tensor<[4], f32>
  } : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @if_c1_vector(%c: !tenon.tensor<[2], i1>, %a: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0101]: `if` takes its condition with 0 axes, but it has 1: [2]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:17-
  %0 = tenon.if %c {
    tenon.yield %a : !tenon.tensor<[4], f32>
  } else {
    tenon.yield %a : !tenon.tensor<[4], f32>
  } : !tenon.tensor<[2], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @if_c2_count(%c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0308]: `if` has a wrong number of values in a region: 2, but needs 1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.if %c {
    tenon.yield %a : !tenon.tensor<[4], f32>
  } else {
    tenon.yield %a, %a : !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @if_c3_shape(%c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[4], f32>, %b: !tenon.tensor<[n], f32>) {
  // CHECK: error[E0125]: `if` gives [n] of float32 in one branch, but [4] of float32 in the other (result 1), which Tenon does not support yet
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:10-
  %0:2 = tenon.if %c {
    tenon.yield %a, %b : !tenon.tensor<[4], f32>, !tenon.tensor<[n], f32>
  } else {
    tenon.yield %a, %a : !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @if_c3_element(%c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[4], f32>, %b: !tenon.tensor<[4], i32>) {
  // CHECK: error[E0125]: `if` gives [4] of float32 in one branch, but [4] of int32 in the other (result 0), which Tenon does not support yet
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.if %c {
    tenon.yield %a : !tenon.tensor<[4], f32>
  } else {
    tenon.yield %b : !tenon.tensor<[4], i32>
  } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c1_turns(%n: !tenon.tensor<[], i32>, %c: !tenon.tensor<[], i1>) {
  // CHECK: error[E0202]: `loop` takes 64-bit integers, but its turns is int32
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.loop %n, %c room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    tenon.yield %c : !tenon.tensor<[], i1>
  } : !tenon.tensor<[], i32>, !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c1_vector(%n: !tenon.tensor<[2], i64>, %c: !tenon.tensor<[], i1>) {
  // CHECK: error[E0101]: `loop` takes its turns with 0 axes, but it has 1: [2]
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.loop %n, %c room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    tenon.yield %c : !tenon.tensor<[], i1>
  } : !tenon.tensor<[2], i64>, !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c1_start(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>) {
  // CHECK: error[E0202]: `loop` takes truth values, but its start is int64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.loop %n, %n room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    tenon.yield %c : !tenon.tensor<[], i1>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c2_arguments(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0308]: `loop` has a wrong number of arguments in its region: 1, but needs 2
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:10-
  %0:2 = tenon.loop %n, %c (%a) room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    tenon.yield %c, %a : !tenon.tensor<[], i1>, !tenon.tensor<[4], f32>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[4], f32>) -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c2_yields(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0308]: `loop` has a wrong number of values that its region yields: 1, but needs 2
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:10-
  %0:2 = tenon.loop %n, %c (%a) room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>, %x: !tenon.tensor<[4], f32>):
    tenon.yield %c : !tenon.tensor<[], i1>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[4], f32>) -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c2_results(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0308]: `loop` has a wrong number of results: 1, but needs 2
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.loop %n, %c (%a) room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>, %x: !tenon.tensor<[4], f32>):
    tenon.yield %c : !tenon.tensor<[], i1>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[4], f32>) -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c3_condition(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>) {
  // CHECK: error[E0202]: `loop` takes truth values, but its condition is int64
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.loop %n, %c room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    tenon.yield %i : !tenon.tensor<[], i64>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c4_grows(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[n], f32>) {
  // CHECK: error[E0126]: `loop` carries [n] of float32 into a turn, but [2*n] of float32 out of it (value 0), which Tenon does not support yet
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:10-
  %0:2 = tenon.loop %n, %c (%a) room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>, %x: !tenon.tensor<[n], f32>):
    %1 = tenon.concat %x, %x axis = 0 : !tenon.tensor<[n], f32>, !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>
    tenon.yield %c, %1 : !tenon.tensor<[], i1>, !tenon.tensor<*, ?>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[n], f32>) -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_c5_rooms(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>) {
  // CHECK: error[E0308]: `loop` has a wrong number of rooms: 2, but needs 1
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.loop %n, %c room = [2, 3] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    tenon.yield %c : !tenon.tensor<[], i1>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_room_unknown(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>) {
  // CHECK: error[E0306]: the size 'most' is used, but neither declared by the model nor an axis of its inputs
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:10-
  %0:2 = tenon.loop %n, %c room = [most] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    tenon.yield %c, %i : !tenon.tensor<[], i1>, !tenon.tensor<[], i64>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @loop_no_yield(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>) {
  // CHECK: error[E0308]: a region of `loop` must end with `yield`
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+1]]:8-
  %0 = tenon.loop %n, %c room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>):
    %1 = tenon.relu %i : !tenon.tensor<[], i64> -> !tenon.tensor<*, ?>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
  tenon.output []
}

// A mistake inside is told at its own place, once, and neither the regions
// around it nor what reads their results are blamed.
tenon.model @nested_mistake(%n: !tenon.tensor<[], i64>, %c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[3], f32>, %b: !tenon.tensor<[4], f32>) {
  // CHECK: error[E0102]: `add` joins [3] and [4], which differ on axis 0: 3 against 4
  // CHECK-NEXT: {{.*}}constraints.mlir:[[@LINE+6]]:26-
  // CHECK-NOT: error[
  // CHECK: 17 errors
  %0:2 = tenon.loop %n, %c (%a) room = [0] {
  ^bb0(%i: !tenon.tensor<[], i64>, %x: !tenon.tensor<[3], f32>):
    %1 = tenon.if %c {
      %2 = tenon.add %x, %b : !tenon.tensor<[3], f32>, !tenon.tensor<[4], f32> -> !tenon.tensor<*, ?>
      tenon.yield %2 : !tenon.tensor<*, ?>
    } else {
      tenon.yield %x : !tenon.tensor<[3], f32>
    } : !tenon.tensor<[], i1> -> !tenon.tensor<*, ?>
    tenon.yield %c, %1 : !tenon.tensor<[], i1>, !tenon.tensor<*, ?>
  } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[3], f32>) -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  %3 = tenon.relu %0#0 : !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output []
}
