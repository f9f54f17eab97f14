// Each numbered constraint of questions, truth values and choices, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @equal_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `equal` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:24-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @equal_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `equal` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:24-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @equal_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `equal` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:24-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @greater_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `greater` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:22-
  %0 = tenon.greater %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @greater_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `greater` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:26-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.greater %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @greater_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `greater` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:26-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.greater %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @greater_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `greater` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:26-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.greater %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @greater_or_equal_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `greater_or_equal` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:31-
  %0 = tenon.greater_or_equal %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @greater_or_equal_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `greater_or_equal` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:35-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.greater_or_equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @greater_or_equal_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `greater_or_equal` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:35-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.greater_or_equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @greater_or_equal_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `greater_or_equal` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:35-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.greater_or_equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @less_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `less` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:19-
  %0 = tenon.less %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @less_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `less` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:23-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.less %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @less_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `less` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:23-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.less %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @less_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `less` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:23-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.less %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @less_or_equal_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `less_or_equal` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:28-
  %0 = tenon.less_or_equal %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @less_or_equal_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `less_or_equal` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:32-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.less_or_equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @less_or_equal_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `less_or_equal` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:32-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.less_or_equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @less_or_equal_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `less_or_equal` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:32-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.less_or_equal %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @is_nan_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `is_nan` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:21-
  %0 = tenon.is_nan %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @is_inf_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `is_inf` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:21-
  %0 = tenon.is_inf %x {negative = true, positive = true} : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @and_c1_integers(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `and` takes truth values, but its left operand is int32
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:18-
  %0 = tenon.and %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @and_c3_ranks(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[8], i1>) {
  // CHECK: error[E0101]: `and` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:22-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.and %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @and_c4_sizes(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 7], i1>) {
  // CHECK: error[E0102]: `and` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:22-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.and %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 7], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @or_c1_integers(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `or` takes truth values, but its left operand is int32
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:17-
  %0 = tenon.or %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @or_c3_ranks(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[8], i1>) {
  // CHECK: error[E0101]: `or` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:21-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.or %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @or_c4_sizes(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 7], i1>) {
  // CHECK: error[E0102]: `or` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:21-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.or %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 7], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @xor_c1_integers(%x: !tenon.tensor<[n, 8], i32>, %y: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `xor` takes truth values, but its left operand is int32
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:18-
  %0 = tenon.xor %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @xor_c3_ranks(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[8], i1>) {
  // CHECK: error[E0101]: `xor` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:22-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.xor %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @xor_c4_sizes(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 7], i1>) {
  // CHECK: error[E0102]: `xor` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:22-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.xor %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 7], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @not_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `not` takes truth values, but its input is int32
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:18-
  %0 = tenon.not %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @select_c1_condition(%c: !tenon.tensor<[n, 8], i32>, %x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f32>) {
  // CHECK: error[E0202]: `select` takes truth values, but its condition is int32
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+1]]:21-
  %0 = tenon.select %c, %x, %y : !tenon.tensor<[n, 8], i32>, !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @select_c2_element_types(%c: !tenon.tensor<[n, 8], i1>, %x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `select` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:29-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.select %c, %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @select_c3_ranks_of_values(%c: !tenon.tensor<[n, 8], i1>, %x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `select` takes its second value with as many axes as its first value, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:29-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.select %c, %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @select_c3_rank_of_condition(%c: !tenon.tensor<[8], i1>, %x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f32>) {
  // CHECK: error[E0101]: `select` takes its condition with as many axes as its values, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:21-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.select %c, %x, %y : !tenon.tensor<[8], i1>, !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @select_c4_sizes_of_values(%c: !tenon.tensor<[n, 8], i1>, %x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `select` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:29-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.select %c, %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @select_c4_sizes_of_condition(%c: !tenon.tensor<[n, 7], i1>, %x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f32>) {
  // CHECK: error[E0102]: `select` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints-logic.mlir:[[@LINE+2]]:21-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.select %c, %x, %y : !tenon.tensor<[n, 7], i1>, !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: 37 errors
