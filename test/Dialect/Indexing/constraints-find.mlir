// Each numbered constraint of what finds, broken.
// RUN: not model-opt --check %s 2>&1 | FileCheck %s

tenon.model @find_c1_scalar(%x: !tenon.tensor<[], f32>) {
  // CHECK: error[E0101]: `find` takes its input with at least 1 axis, but it has 0: []
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+1]]:23-
  %0, %1 = tenon.find %x : !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @unique_c1_vector(%x: !tenon.tensor<[n], f32>) {
  // CHECK: error[E0101]: `unique` takes its input with 2 axes, but it has 1: [n]
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+1]]:33-
  %0, %1, %2, %3 = tenon.unique %x : !tenon.tensor<[n], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @nms_c1_rank(%b: !tenon.tensor<[5, 4], f32>, %s: !tenon.tensor<[1, 2, 5], f32>, %n: !tenon.tensor<[], i64>, %o: !tenon.tensor<[], f32>) {
  // CHECK: error[E0101]: `non_max_suppression` takes its tensor of boxes with 3 axes, but it has 2: [5, 4]
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+1]]:38-
  %0, %1 = tenon.non_max_suppression %b, %s, %n, %o, %o : !tenon.tensor<[5, 4], f32>, !tenon.tensor<[1, 2, 5], f32>, !tenon.tensor<[], i64>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @nms_c1_corners(%b: !tenon.tensor<[1, 5, 3], f32>, %s: !tenon.tensor<[1, 2, 5], f32>, %n: !tenon.tensor<[], i64>, %o: !tenon.tensor<[], f32>) {
  // CHECK: error[E0112]: `non_max_suppression` needs boxes of length 4 (axis 2 of [1, 5, 3]), but it has 3
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+1]]:38-
  %0, %1 = tenon.non_max_suppression %b, %s, %n, %o, %o : !tenon.tensor<[1, 5, 3], f32>, !tenon.tensor<[1, 2, 5], f32>, !tenon.tensor<[], i64>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @nms_c1_integers(%b: !tenon.tensor<[1, 5, 4], i32>, %s: !tenon.tensor<[1, 2, 5], i32>, %n: !tenon.tensor<[], i64>, %o: !tenon.tensor<[], f32>) {
  // CHECK: error[E0202]: `non_max_suppression` takes floating-point numbers, but its tensor of boxes is int32
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+1]]:38-
  %0, %1 = tenon.non_max_suppression %b, %s, %n, %o, %o : !tenon.tensor<[1, 5, 4], i32>, !tenon.tensor<[1, 2, 5], i32>, !tenon.tensor<[], i64>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @nms_c2_counts(%b: !tenon.tensor<[2, 5, 4], f32>, %s: !tenon.tensor<[3, 2, 6], f32>, %n: !tenon.tensor<[], i64>, %o: !tenon.tensor<[], f32>) {
  // CHECK: error[E0112]: `non_max_suppression` needs boxes of length 5 (axis 1 of [2, 5, 4]), but it has 6
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+3]]:42-
  // CHECK: error[E0112]: `non_max_suppression` needs images of length 2 (axis 0 of [2, 5, 4]), but it has 3
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+1]]:42-
  %0, %1 = tenon.non_max_suppression %b, %s, %n, %o, %o : !tenon.tensor<[2, 5, 4], f32>, !tenon.tensor<[3, 2, 6], f32>, !tenon.tensor<[], i64>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @nms_c2_element(%b: !tenon.tensor<[1, 5, 4], f32>, %s: !tenon.tensor<[1, 2, 5], f64>, %n: !tenon.tensor<[], i64>, %o: !tenon.tensor<[], f32>) {
  // CHECK: error[E0201]: `non_max_suppression` joins [1, 5, 4] and [1, 2, 5]: float32 against float64
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+1]]:42-
  %0, %1 = tenon.non_max_suppression %b, %s, %n, %o, %o : !tenon.tensor<[1, 5, 4], f32>, !tenon.tensor<[1, 2, 5], f64>, !tenon.tensor<[], i64>, !tenon.tensor<[], f32>, !tenon.tensor<[], f32> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}

tenon.model @nms_c3_types(%b: !tenon.tensor<[1, 5, 4], f32>, %s: !tenon.tensor<[1, 2, 5], f32>, %n: !tenon.tensor<[], i32>, %o: !tenon.tensor<[2], f32>, %l: !tenon.tensor<[], f64>) {
  // CHECK: error[E0202]: `non_max_suppression` takes 64-bit integers, but its number of boxes is int32
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+5]]:46-
  // CHECK: error[E0101]: `non_max_suppression` takes its overlap with 0 axes, but it has 1: [2]
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+3]]:50-
  // CHECK: error[E0202]: `non_max_suppression` takes float32, but its least score is float64
  // CHECK-NEXT: {{.*}}constraints-find.mlir:[[@LINE+1]]:54-
  %0, %1 = tenon.non_max_suppression %b, %s, %n, %o, %l : !tenon.tensor<[1, 5, 4], f32>, !tenon.tensor<[1, 2, 5], f32>, !tenon.tensor<[], i32>, !tenon.tensor<[2], f32>, !tenon.tensor<[], f64> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  tenon.output []
}
