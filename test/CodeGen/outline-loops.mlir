// RUN: model-opt --pass-pipeline='builtin.module(tenon-outline-loops{least=3})' %s | FileCheck %s
// RUN: model-opt --pass-pipeline='builtin.module(tenon-outline-loops{least=4})' %s | FileCheck %s --check-prefix=FEW

// Two loops are equal but for their buffers and share a function; the third
// has another constant, and the one with a fault stays.

// CHECK: func.func private @net.loop0(
// CHECK: arith.constant 2.0
// CHECK: scf.for
// CHECK: func.func private @net.loop1(
// CHECK: arith.constant 3.0
// CHECK-NOT: func.func private
// CHECK: func.func @net(%[[A:.*]]: memref<8xf32>, %[[B:.*]]: memref<8xf32>,
// CHECK: call @net.loop0(%[[A]]
// CHECK: call @net.loop0(%[[B]]
// CHECK: call @net.loop1(%[[A]]
// CHECK: scf.for
// CHECK: cf.assert

// FEW-NOT: call
func.func @net(%a: memref<8xf32>, %b: memref<8xf32>, %n: index) attributes {tenon.inputs = []} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %two = arith.constant 2.0 : f32
  %three = arith.constant 3.0 : f32
  scf.for %i = %c0 to %n step %c1 {
    memref.store %two, %a[%i] : memref<8xf32>
  }
  scf.for %i = %c0 to %n step %c1 {
    memref.store %two, %b[%i] : memref<8xf32>
  }
  scf.for %i = %c0 to %n step %c1 {
    memref.store %three, %a[%i] : memref<8xf32>
  }
  scf.for %i = %c0 to %n step %c1 {
    %ok = arith.cmpi slt, %i, %n : index
    cf.assert %ok, "E0512:too far"
  }
  return
}

// Loops in branches count as well.
// CHECK: func.func @branches
// CHECK: scf.if
// CHECK-NEXT: call @branches.loop0
// CHECK: else
// CHECK-NEXT: call @branches.loop0
// CHECK-NEXT: call @branches.loop0
func.func @branches(%a: memref<8xf32>, %b: memref<8xf32>, %n: index, %c: i1) attributes {tenon.inputs = []} {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %two = arith.constant 2.0 : f32
  scf.if %c {
    scf.for %i = %c0 to %n step %c1 {
      memref.store %two, %a[%i] : memref<8xf32>
    }
  } else {
    scf.for %i = %c0 to %n step %c1 {
      memref.store %two, %b[%i] : memref<8xf32>
    }
    scf.for %i = %c0 to %n step %c1 {
      memref.store %two, %a[%i] : memref<8xf32>
    }
  }
  return
}
