// Each numbered constraint of the elementwise ops, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @exp_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `exp` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.exp %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @log_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `log` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.log %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sqrt_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `sqrt` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.sqrt %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @rsqrt_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `rsqrt` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:20-
  %0 = tenon.rsqrt %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @reciprocal_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `reciprocal` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.reciprocal %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @erf_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `erf` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.erf %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @tanh_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `tanh` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.tanh %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sigmoid_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `sigmoid` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:22-
  %0 = tenon.sigmoid %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @floor_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `floor` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:20-
  %0 = tenon.floor %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @ceil_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `ceil` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.ceil %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @round_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `round` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:20-
  %0 = tenon.round %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sin_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `sin` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.sin %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @cos_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `cos` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.cos %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @softplus_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `softplus` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:23-
  %0 = tenon.softplus %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @hard_swish_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `hard_swish` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.hard_swish %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @gelu_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `gelu` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.gelu %x : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @leaky_relu_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `leaky_relu` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:25-
  %0 = tenon.leaky_relu %x {alpha = 1.0e-2 : f64} : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @elu_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `elu` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.elu %x {alpha = 1.0 : f64} : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @hard_sigmoid_c1_integers(%x: !tenon.tensor<[n, 8], i32>) {
  // CHECK: error[E0202]: `hard_sigmoid` takes floating-point numbers, but its input is int32
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:27-
  %0 = tenon.hard_sigmoid %x {alpha = 2.0e-1 : f64, beta = 5.0e-1 : f64} : !tenon.tensor<[n, 8], i32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @abs_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `abs` takes numbers, but its input is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.abs %x : !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @relu_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `relu` takes numbers, but its input is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.relu %x : !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sign_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `sign` takes numbers, but its input is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.sign %x : !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @clip_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `clip` takes numbers, but its input is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:19-
  %0 = tenon.clip %x : !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @neg_c1_unsigned(%x: !tenon.tensor<[n, 8], ui8>) {
  // CHECK: error[E0202]: `neg` takes signed numbers, but its input is uint8
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.neg %x : !tenon.tensor<[n, 8], ui8> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @add_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `add` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.add %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sub_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `sub` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.sub %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @mul_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `mul` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.mul %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @div_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `div` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.div %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @maximum_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `maximum` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:22-
  %0 = tenon.maximum %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @minimum_c1_truth_values(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `minimum` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:22-
  %0 = tenon.minimum %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @pow_c1_integers(%x: !tenon.tensor<[n, 8], i64>, %y: !tenon.tensor<[n, 8], i64>) {
  // CHECK: error[E0202]: `pow` takes floating-point numbers, but its left operand is int64
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:18-
  %0 = tenon.pow %x, %y : !tenon.tensor<[n, 8], i64>, !tenon.tensor<[n, 8], i64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @prelu_c1_truth(%x: !tenon.tensor<[n, 8], i1>, %y: !tenon.tensor<[n, 8], i1>) {
  // CHECK: error[E0202]: `prelu` takes numbers, but its left operand is bool
  // CHECK-NEXT: constraints.mlir:[[@LINE+1]]:20-
  %0 = tenon.prelu %x, %y : !tenon.tensor<[n, 8], i1>, !tenon.tensor<[n, 8], i1> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @add_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `add` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.add %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @add_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `add` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.add %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @add_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `add` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.add %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sub_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `sub` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.sub %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sub_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `sub` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.sub %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @sub_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `sub` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.sub %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @mul_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `mul` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.mul %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @mul_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `mul` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.mul %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @mul_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `mul` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.mul %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @div_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `div` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.div %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @div_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `div` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.div %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @div_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `div` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.div %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @maximum_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `maximum` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:26-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.maximum %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @maximum_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `maximum` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:26-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.maximum %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @maximum_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `maximum` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:26-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.maximum %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @minimum_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `minimum` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:26-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.minimum %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @minimum_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `minimum` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:26-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.minimum %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @minimum_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `minimum` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:26-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.minimum %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @pow_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `pow` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.pow %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @pow_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `pow` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.pow %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @pow_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `pow` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:22-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.pow %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @prelu_c2_element_types(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 8], f64>) {
  // CHECK: error[E0201]: `prelu` joins [n, 8] and [n, 8]: float32 against float64
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:24-
  // CHECK: help: cast one of them: both must be float32 or both float64
  %0 = tenon.prelu %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 8], f64> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @prelu_c3_ranks(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[8], f32>) {
  // CHECK: error[E0101]: `prelu` takes its right operand with as many axes as its left, [n, 8], but it has 1: [8]
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:24-
  // CHECK: help: insert axes of size 1 with `align_rank`
  %0 = tenon.prelu %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[8], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

tenon.model @prelu_c4_sizes(%x: !tenon.tensor<[n, 8], f32>, %y: !tenon.tensor<[n, 7], f32>) {
  // CHECK: error[E0102]: `prelu` joins [n, 8] and [n, 7], which differ on axis 1: 8 against 7
  // CHECK-NEXT: constraints.mlir:[[@LINE+2]]:24-
  // CHECK: help: make the sizes equal, or one of them 1
  %0 = tenon.prelu %x, %y : !tenon.tensor<[n, 8], f32>, !tenon.tensor<[n, 7], f32> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}

// CHECK: 56 errors
