// RUN: model-opt --tenon-check %s | FileCheck %s
// RUN: model-opt --tenon-check --tenon-to-linalg %s | FileCheck %s --check-prefix=LINALG

// CHECK-LABEL: tenon.model @center(
// LINALG-LABEL: func.func @center(
tenon.model @center(%x: !tenon.tensor<[20, n, 3], f32>, %like: !tenon.tensor<[m, 7], f32>) {
  %sizes = tenon.shape_of %like : !tenon.tensor<[m, 7], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.center_crop_pad {{.*}} -> !tenon.tensor<[7, m, 3], f32>
  // LINALG: tensor.extract_slice %{{.*}}[6, %{{.*}}, 0] [7, %{{.*}}, 3]
  // LINALG: linalg.fill
  // LINALG: tensor.insert_slice %{{.*}}[0, %{{.*}}, 0] [7, %{{.*}}, 3]
  %0 = tenon.center_crop_pad %x, %sizes axes = [-2, 0] : !tenon.tensor<[20, n, 3], f32>, !tenon.tensor<*, ?> -> !tenon.tensor<*, ?>
  tenon.output %0 ["y"] : !tenon.tensor<*, ?>
}
