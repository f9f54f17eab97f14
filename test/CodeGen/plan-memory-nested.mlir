// RUN: model-opt --tenon-plan-memory %s | FileCheck %s

// A turn's temporaries stay clear of what the loop uses from outside, but may
// stand where those of another loop stood.
// CHECK-LABEL: func.func @m_workspace
// CHECK: %[[SIZE:.*]] = arith.constant 512 : index
// CHECK: return %[[SIZE]]
// CHECK-LABEL: func.func @m(
// CHECK: arith.constant 1 : index
// CHECK-NEXT: %[[OUTER:.*]] = arith.constant 0 : index
// CHECK: memref.view %{{.*}}[%[[OUTER]]][] : memref<?xi8> to memref<64xf32>
// CHECK: scf.for
// CHECK: %[[TURN:.*]] = arith.constant 256 : index
// CHECK: memref.view %{{.*}}[%[[TURN]]][] : memref<?xi8> to memref<64xf32>
// CHECK: scf.if
// CHECK: %[[BRANCH:.*]] = arith.constant 256 : index
// CHECK: memref.view %{{.*}}[%[[BRANCH]]][] : memref<?xi8> to memref<64xf32>
// CHECK: } else {
// CHECK: %[[ELSE:.*]] = arith.constant 256 : index
// CHECK: memref.view %{{.*}}[%[[ELSE]]][] : memref<?xi8> to memref<64xf32>
// CHECK-NOT: memref.alloc
func.func @m(%out: memref<64xf32>, %w: memref<?xi8>, %workspace: memref<?xi8>, %n: index, %c: i1) attributes {tenon.inputs = []} {
  %zero = arith.constant 0.0 : f32
  %start = arith.constant 0 : index
  %step = arith.constant 1 : index
  %outer = memref.alloc() : memref<64xf32>
  linalg.fill ins(%zero : f32) outs(%outer : memref<64xf32>)
  scf.for %i = %start to %n step %step {
    %turn = memref.alloc() : memref<64xf32>
    linalg.copy ins(%outer : memref<64xf32>) outs(%turn : memref<64xf32>)
    linalg.copy ins(%turn : memref<64xf32>) outs(%outer : memref<64xf32>)
  }
  scf.if %c {
    %then = memref.alloc() : memref<64xf32>
    linalg.copy ins(%outer : memref<64xf32>) outs(%then : memref<64xf32>)
    linalg.copy ins(%then : memref<64xf32>) outs(%outer : memref<64xf32>)
  } else {
    %else = memref.alloc() : memref<64xf32>
    linalg.copy ins(%outer : memref<64xf32>) outs(%else : memref<64xf32>)
    linalg.copy ins(%else : memref<64xf32>) outs(%outer : memref<64xf32>)
  }
  linalg.copy ins(%outer : memref<64xf32>) outs(%out : memref<64xf32>)
  return
}

// What a loop carries on lives as long as its result.
// CHECK-LABEL: func.func @carried_workspace
// CHECK: %[[SIZE:.*]] = arith.constant 512 : index
// CHECK: return %[[SIZE]]
// CHECK-LABEL: func.func @carried(
// CHECK: arith.constant 1 : index
// CHECK-NEXT: %[[STATE:.*]] = arith.constant 0 : index
// CHECK: memref.view %{{.*}}[%[[STATE]]][] : memref<?xi8> to memref<64xf32>
// CHECK: %[[LATER:.*]] = arith.constant 256 : index
// CHECK: memref.view %{{.*}}[%[[LATER]]][] : memref<?xi8> to memref<64xf32>
func.func @carried(%out: memref<64xf32>, %w: memref<?xi8>, %workspace: memref<?xi8>, %n: index) attributes {tenon.inputs = []} {
  %zero = arith.constant 0.0 : f32
  %start = arith.constant 0 : index
  %step = arith.constant 1 : index
  %state = memref.alloc() : memref<64xf32>
  linalg.fill ins(%zero : f32) outs(%state : memref<64xf32>)
  %end = scf.for %i = %start to %n step %step iter_args(%s = %state) -> (memref<64xf32>) {
    linalg.fill ins(%zero : f32) outs(%s : memref<64xf32>)
    scf.yield %s : memref<64xf32>
  }
  %later = memref.alloc() : memref<64xf32>
  linalg.fill ins(%zero : f32) outs(%later : memref<64xf32>)
  linalg.copy ins(%end : memref<64xf32>) outs(%out : memref<64xf32>)
  linalg.copy ins(%later : memref<64xf32>) outs(%out : memref<64xf32>)
  return
}

// A size that only the data decides is planned for its limit, through the
// arithmetic that is made of it: 4 * (2 * limit + 1 - 0) floats.
// CHECK-LABEL: func.func @limited_workspace(%{{.*}}: index) -> index
// CHECK-NOT: memref
// CHECK: arith.muli
// CHECK-LABEL: func.func @limited(
// CHECK: memref.view {{.*}} : memref<?xi8> to memref<?x4xf32>
// CHECK-NOT: memref.alloc
func.func @limited(%data: memref<i64>, %w: memref<?xi8>, %workspace: memref<?xi8>, %limit: index) attributes {tenon.inputs = []} {
  %zero = arith.constant 0.0 : f32
  %one = arith.constant 1 : index
  %two = arith.constant 2 : index
  %value = memref.load %data[] : memref<i64>
  %raw = arith.index_cast %value : i64 to index
  %size = arith.minsi %raw, %limit {tenon.limit} : index
  %double = arith.muli %size, %two : index
  %more = arith.addi %double, %one : index
  %a = memref.alloc(%more) : memref<?x4xf32>
  linalg.fill ins(%zero : f32) outs(%a : memref<?x4xf32>)
  return
}
