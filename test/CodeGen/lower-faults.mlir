// RUN: model-opt --tenon-lower-faults %s | FileCheck %s

// A check that fails ends the run with its number, from wherever it stands;
// equal messages have one number. Where all goes well the status is 0.
// CHECK-LABEL: func.func @m(
// CHECK-SAME: -> i32
// CHECK-SAME: tenon.faults = {{\[\[}}"E0512", "`gather` picks: an index"], ["E0515", "too large"]]
// CHECK: %[[FIRST:.*]] = arith.constant 1 : i32
// CHECK: cf.cond_br %{{.*}}, ^[[NEXT:bb[0-9]+]], ^[[EXIT:bb[0-9]+]](%[[FIRST]] : i32)
// CHECK: ^[[NEXT]]:
// CHECK: %[[SECOND:.*]] = arith.constant 2 : i32
// CHECK: cf.cond_br %{{.*}}, ^{{bb[0-9]+}}, ^[[EXIT]](%[[SECOND]] : i32)
// CHECK: memref.store
// CHECK: %[[AGAIN:.*]] = arith.constant 1 : i32
// CHECK: cf.cond_br %{{.*}}, ^{{bb[0-9]+}}, ^[[EXIT]](%[[AGAIN]] : i32)
// CHECK: %[[WELL:.*]] = arith.constant 0 : i32
// CHECK: return %[[WELL]] : i32
// CHECK: ^[[EXIT]](%[[FAULT:.*]]: i32):
// CHECK-NEXT: return %[[FAULT]] : i32
// CHECK-NOT: cf.assert
func.func @m(%x: memref<4xi64>, %c: i1, %d: i1, %n: index) attributes {tenon.inputs = []} {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %value = arith.constant 7 : i64
  cf.assert %c, "E0512:`gather` picks: an index"
  cf.br ^head(%zero : index)
^head(%i: index):
  %more = arith.cmpi slt, %i, %n : index
  cf.cond_br %more, ^body, ^end
^body:
  cf.assert %d, "E0515:too large"
  memref.store %value, %x[%i] : memref<4xi64>
  %next = arith.addi %i, %one : index
  cf.br ^head(%next : index)
^end:
  cf.assert %d, "E0512:`gather` picks: an index"
  return
}

// Without checks there is a status all the same.
// CHECK-LABEL: func.func @n() -> i32 attributes {tenon.faults = [], tenon.inputs = []}
// CHECK: %[[WELL:.*]] = arith.constant 0 : i32
// CHECK-NEXT: return %[[WELL]] : i32
func.func @n() attributes {tenon.inputs = []} {
  return
}

// Functions that are no models are left alone.
// CHECK-LABEL: func.func @other(
// CHECK: cf.assert
func.func @other(%c: i1) {
  cf.assert %c, "E0512:stays"
  return
}
