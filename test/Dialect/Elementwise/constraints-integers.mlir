// Each numbered constraint of remainders and bits, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @mod_c1_floating_point(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f32>) {
  // CHECK: error[E0202]: `mod` takes integers, but its left operand is float32
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+1]]:18-
  %0 = tenon.mod %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @mod_c2_element_types(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i64>) {
  // CHECK: error[E0201]: `mod` joins [n, 8] and [n, 8]: int32 against int64
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:22-
  // CHECK: help: cast one of them: both must be int32 or both int64
  %0 = tenon.mod %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @mod_c3_ranks(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[8], i32>) {
  // CHECK: error[E0101]: `mod` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:22-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.mod %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @mod_c4_sizes(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 7], i32>) {
  // CHECK: error[E0102]: `mod` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:22-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.mod %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 7], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @remainder_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `remainder` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+1]]:24-
  %0 = tenon.remainder %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @remainder_c2_element_types(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i64>) {
  // CHECK: error[E0201]: `remainder` joins [n, 8] and [n, 8]: int32 against int64
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:28-
  // CHECK: help: cast one of them: both must be int32 or both int64
  %0 = tenon.remainder %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @remainder_c3_ranks(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[8], i32>) {
  // CHECK: error[E0101]: `remainder` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:28-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.remainder %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @remainder_c4_sizes(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 7], i32>) {
  // CHECK: error[E0102]: `remainder` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:28-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.remainder %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 7], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_and_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `bitwise_and` takes integers, but its left operand is bool
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+1]]:26-
  %0 = tenon.bitwise_and %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_and_c2_element_types(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i64>) {
  // CHECK: error[E0201]: `bitwise_and` joins [n, 8] and [n, 8]: int32 against int64
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: cast one of them: both must be int32 or both int64
  %0 = tenon.bitwise_and %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_and_c3_ranks(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[8], i32>) {
  // CHECK: error[E0101]: `bitwise_and` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.bitwise_and %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_and_c4_sizes(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 7], i32>) {
  // CHECK: error[E0102]: `bitwise_and` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.bitwise_and %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 7], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_or_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `bitwise_or` takes integers, but its left operand is bool
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+1]]:25-
  %0 = tenon.bitwise_or %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_or_c2_element_types(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i64>) {
  // CHECK: error[E0201]: `bitwise_or` joins [n, 8] and [n, 8]: int32 against int64
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:29-
  // CHECK: help: cast one of them: both must be int32 or both int64
  %0 = tenon.bitwise_or %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_or_c3_ranks(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[8], i32>) {
  // CHECK: error[E0101]: `bitwise_or` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:29-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.bitwise_or %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_or_c4_sizes(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 7], i32>) {
  // CHECK: error[E0102]: `bitwise_or` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:29-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.bitwise_or %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 7], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_xor_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `bitwise_xor` takes integers, but its left operand is bool
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+1]]:26-
  %0 = tenon.bitwise_xor %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_xor_c2_element_types(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i64>) {
  // CHECK: error[E0201]: `bitwise_xor` joins [n, 8] and [n, 8]: int32 against int64
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: cast one of them: both must be int32 or both int64
  %0 = tenon.bitwise_xor %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_xor_c3_ranks(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[8], i32>) {
  // CHECK: error[E0101]: `bitwise_xor` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.bitwise_xor %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_xor_c4_sizes(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 7], i32>) {
  // CHECK: error[E0102]: `bitwise_xor` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.bitwise_xor %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 7], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @shift_left_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `shift_left` takes integers, but its left operand is bool
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+1]]:25-
  %0 = tenon.shift_left %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @shift_left_c2_element_types(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i64>) {
  // CHECK: error[E0201]: `shift_left` joins [n, 8] and [n, 8]: int32 against int64
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:29-
  // CHECK: help: cast one of them: both must be int32 or both int64
  %0 = tenon.shift_left %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @shift_left_c3_ranks(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[8], i32>) {
  // CHECK: error[E0101]: `shift_left` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:29-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.shift_left %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @shift_left_c4_sizes(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 7], i32>) {
  // CHECK: error[E0102]: `shift_left` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:29-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.shift_left %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 7], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @shift_right_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `shift_right` takes integers, but its left operand is bool
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+1]]:26-
  %0 = tenon.shift_right %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @shift_right_c2_element_types(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i64>) {
  // CHECK: error[E0201]: `shift_right` joins [n, 8] and [n, 8]: int32 against int64
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: cast one of them: both must be int32 or both int64
  %0 = tenon.shift_right %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @shift_right_c3_ranks(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[8], i32>) {
  // CHECK: error[E0101]: `shift_right` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.shift_right %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @shift_right_c4_sizes(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 7], i32>) {
  // CHECK: error[E0102]: `shift_right` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+2]]:30-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.shift_right %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 7], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @bitwise_not_c1_floating_point(%x: !tenon.tensor<[n, 8], f32>) {
  // CHECK: error[E0202]: `bitwise_not` takes integers, but its input is float32
  // CHECK-NEXT: constraints-integers.mlir:[[@LINE+1]]:26-
  %0 = tenon.bitwise_not %x : !tenon.tensor<[n, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: 29 errors
