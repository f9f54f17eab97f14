// RUN: model-opt --tenon-choose-layout %s | FileCheck %s

// Without a check, a result may be declared where an operand is open: left
// alone.
// CHECK-LABEL: tenon.model @open
// CHECK-NOT: tenon.transpose
// CHECK: tenon.conv
tenon.model @open(%x: !tenon.tensor<[1, 3, 8, 8], f32>, %f: !tenon.tensor<*, f32>) {
  %0 = tenon.conv %x, %f : !tenon.tensor<[1, 3, 8, 8], f32>, !tenon.tensor<*, f32> -> !tenon.tensor<[1, 4, 6, 6], f32>
  tenon.output %0 ["y"] : !tenon.tensor<[1, 4, 6, 6], f32>
}
