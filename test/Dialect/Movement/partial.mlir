// RUN: model-opt --tenon-check %s | FileCheck %s

// What is certain of results while operands are not known completely. Error
// values (of a mistake before) stand for such operands: `?` in them blames
// nobody.

// CHECK-LABEL: tenon.model @partial_reshape
tenon.model @partial_reshape(%u: !tenon.tensor<error *, f32>, %x: !tenon.tensor<[n, 4], f32>, %entries: !tenon.tensor<[3], i64>) {
  %r = tenon.relu %u : !tenon.tensor<error *, f32> -> !tenon.tensor<error [?, 4], f32>
  %0 = tenon.constant dense<[2, -1]> : !tenon.tensor<[2], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<error [2, ?], f32>
  %1 = tenon.reshape %u, %0 : !tenon.tensor<error *, f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<error [2, ?], f32>
  %2 = tenon.reshape %r, %0 : !tenon.tensor<error [?, 4], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  %v = tenon.relu %u : !tenon.tensor<error *, f32> -> !tenon.tensor<error *, f32>
  // Only the number of sizes is known.
  %e = tenon.cast %v to i64 : !tenon.tensor<error *, f32> -> !tenon.tensor<error [3], i64>
  // CHECK: tenon.reshape {{.*}} -> !tenon.tensor<error [?, ?, ?], f32>
  %3 = tenon.reshape %x, %e : !tenon.tensor<[n, 4], f32>, !tenon.tensor<error [3], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.flatten {{.*}} -> !tenon.tensor<error [?, ?], f32>
  %4 = tenon.flatten %u axis = 7 : !tenon.tensor<error *, f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.flatten {{.*}} -> !tenon.tensor<error [?, 4], f32>
  %5 = tenon.flatten %r axis = 1 : !tenon.tensor<error [?, 4], f32> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @partial_axes
tenon.model @partial_axes(%u: !tenon.tensor<error *, ?>, %x: !tenon.tensor<[n, 4], f32>) {
  %r = tenon.relu %u : !tenon.tensor<error *, ?> -> !tenon.tensor<error [?, 1, 4], ?>
  // CHECK: tenon.squeeze {{.*}} -> !tenon.tensor<error [?, 4], ?>
  %0 = tenon.squeeze %r axes = [1] : !tenon.tensor<error [?, 1, 4], ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.squeeze {{.*}} -> !tenon.tensor<error *, ?>
  %1 = tenon.squeeze %r : !tenon.tensor<error [?, 1, 4], ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.unsqueeze {{.*}} -> !tenon.tensor<error *, ?>
  %2 = tenon.unsqueeze %u axes = [0] : !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.unsqueeze {{.*}} -> !tenon.tensor<error [1, ?, 1, 4], ?>
  %3 = tenon.unsqueeze %r axes = [0] : !tenon.tensor<error [?, 1, 4], ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.align_rank {{.*}} -> !tenon.tensor<error *, f32>
  %4 = tenon.align_rank %x to %u : !tenon.tensor<[n, 4], f32>, !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // The permutation alone gives the rank.
  // CHECK: tenon.transpose {{.*}} -> !tenon.tensor<error [?, ?], ?>
  %5 = tenon.transpose %u permutation = [1, 0] : !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.transpose {{.*}} -> !tenon.tensor<error [4, ?, 1], ?>
  %6 = tenon.transpose %r permutation = [2, 0, 1] : !tenon.tensor<error [?, 1, 4], ?> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @partial_parts
tenon.model @partial_parts(%u: !tenon.tensor<error *, ?>, %x: !tenon.tensor<[n, 4], f32>) {
  %r = tenon.relu %u : !tenon.tensor<error *, ?> -> !tenon.tensor<error [?, 4], ?>
  // CHECK: tenon.concat {{.*}} -> !tenon.tensor<error [n, ?], f32>
  %0 = tenon.concat %u, %x axis = 1 : !tenon.tensor<error *, ?>, !tenon.tensor<[n, 4], f32> -> !tenon.tensor<*, ?>
  // Each axis is known from one of the two.
  // CHECK: tenon.concat {{.*}} -> !tenon.tensor<[n, 8], f32>
  %1 = tenon.concat %r, %x axis = 1 : !tenon.tensor<error [?, 4], ?>, !tenon.tensor<[n, 4], f32> -> !tenon.tensor<*, ?>
  // CHECK: tenon.split {{.*}} -> !tenon.tensor<error [1, 4], ?>, !tenon.tensor<error [2, 4], ?>
  %2:2 = tenon.split %r axis = 0 sizes = [1, 2] : !tenon.tensor<error [?, 4], ?> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.split {{.*}} -> !tenon.tensor<error [?, 4], ?>, !tenon.tensor<error [?, 4], ?>
  %3:2 = tenon.split %r axis = 0 : !tenon.tensor<error [?, 4], ?> -> !tenon.tensor<*, ?>, !tenon.tensor<*, ?>
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<error [?, 2], ?>
  %4 = tenon.slice %r starts = [0, 0] ends = [2, 2] axes = [0, 1] steps = [1, 1] : !tenon.tensor<error [?, 4], ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.slice {{.*}} -> !tenon.tensor<error *, ?>
  %5 = tenon.slice %u starts = [0] ends = [2] axes = [0] steps = [1] : !tenon.tensor<error *, ?> -> !tenon.tensor<*, ?>
  // CHECK: tenon.pad {{.*}} -> !tenon.tensor<error [?, 6], ?>
  %6 = tenon.pad %r low = [1, 1] high = [1, 1] : !tenon.tensor<error [?, 4], ?> -> !tenon.tensor<*, ?>
  tenon.output []
}

// CHECK-LABEL: tenon.model @partial_repeats
tenon.model @partial_repeats(%u: !tenon.tensor<error *, f32>, %x: !tenon.tensor<[n, 1], f32>) {
  %e = tenon.cast %u to i64 : !tenon.tensor<error *, f32> -> !tenon.tensor<error [2], i64>
  %0 = tenon.constant dense<3> : !tenon.tensor<[2], i64>
  // What is not known may be 1, so only 3 is certain.
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<error [?, ?], f32>
  %1 = tenon.expand %x, %e : !tenon.tensor<[n, 1], f32>, !tenon.tensor<error [2], i64> -> !tenon.tensor<*, ?>
  %r = tenon.relu %u : !tenon.tensor<error *, f32> -> !tenon.tensor<error [?, ?], f32>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<[3, 3], f32>
  %2 = tenon.expand %r, %0 : !tenon.tensor<error [?, ?], f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.expand {{.*}} -> !tenon.tensor<error *, f32>
  %3 = tenon.expand %u, %0 : !tenon.tensor<error *, f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.tile {{.*}} -> !tenon.tensor<error [?, ?], f32>
  %4 = tenon.tile %u, %0 : !tenon.tensor<error *, f32>, !tenon.tensor<[2], i64> -> !tenon.tensor<*, ?>
  // CHECK: tenon.tile {{.*}} -> !tenon.tensor<error [?, ?], f32>
  %5 = tenon.tile %x, %e : !tenon.tensor<[n, 1], f32>, !tenon.tensor<error [2], i64> -> !tenon.tensor<*, ?>
  tenon.output []
}
