//===- ElementwiseIntegers.td - Remainders and bits -----------------------===//
#ifndef TENON_DIALECT_IR_ELEMENTWISEINTEGERS
#define TENON_DIALECT_IR_ELEMENTWISEINTEGERS

include "tenon/Dialect/IR/ElementwiseBase.td"

def Tenon_ModOp : Tenon_BinaryOp<"mod", "Integer"> {
  let summary = "Remainder with the sign of the divisor";
  let description = [{
    Of a division rounded down. The remainder by zero is zero.
    ```mlir
    %0 = tenon.mod %a, %b : !tenon.tensor<[batch, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[batch, 4], i32>
    ```
  }];
}

def Tenon_RemainderOp : Tenon_BinaryOp<"remainder", "Number"> {
  let summary = "Remainder with the sign of the dividend";
  let description = [{
    Of a division rounded towards zero. The remainder of integers by zero is zero,
    of floating-point numbers NaN.
    ```mlir
    %0 = tenon.remainder %a, %b : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[1, 4], f32> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
}

def Tenon_BitwiseAndOp : Tenon_BinaryOp<"bitwise_and", "Integer", [Commutative]> {
  let summary = "Bits that are set in both";
  let description = [{
    ```mlir
    %0 = tenon.bitwise_and %a, %b : !tenon.tensor<[batch, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[batch, 4], i32>
    ```
  }];
}

def Tenon_BitwiseOrOp : Tenon_BinaryOp<"bitwise_or", "Integer", [Commutative]> {
  let summary = "Bits that are set in at least one";
  let description = [{
    ```mlir
    %0 = tenon.bitwise_or %a, %b : !tenon.tensor<[batch, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[batch, 4], i32>
    ```
  }];
}

def Tenon_BitwiseXorOp : Tenon_BinaryOp<"bitwise_xor", "Integer", [Commutative]> {
  let summary = "Bits that differ";
  let description = [{
    ```mlir
    %0 = tenon.bitwise_xor %a, %b : !tenon.tensor<[batch, 4], i32>, !tenon.tensor<[1, 4], i32> -> !tenon.tensor<[batch, 4], i32>
    ```
  }];
}

def Tenon_BitwiseNotOp : Tenon_UnaryOp<"bitwise_not", "Integer"> {
  let summary = "Bits that are not set";
  let description = [{
    ```mlir
    %0 = tenon.bitwise_not %a : !tenon.tensor<[batch, 4], i32> -> !tenon.tensor<[batch, 4], i32>
    ```
  }];
}

def Tenon_ShiftLeftOp : Tenon_BinaryOp<"shift_left", "Integer"> {
  let summary = "Bits moved up";
  let description = [{
    By the right operand, counted without a sign. Zeros come in; a count of the
    width or more gives zero.
    ```mlir
    %0 = tenon.shift_left %a, %b : !tenon.tensor<[batch, 4], ui32>, !tenon.tensor<[1, 4], ui32> -> !tenon.tensor<[batch, 4], ui32>
    ```
  }];
}

def Tenon_ShiftRightOp : Tenon_BinaryOp<"shift_right", "Integer"> {
  let summary = "Bits moved down";
  let description = [{
    By the right operand, counted without a sign. Zeros come in, or the sign of
    signed integers; a count of the width or more leaves nothing else.
    ```mlir
    %0 = tenon.shift_right %a, %b : !tenon.tensor<[batch, 4], ui32>, !tenon.tensor<[1, 4], ui32> -> !tenon.tensor<[batch, 4], ui32>
    ```
  }];
}

#endif // TENON_DIALECT_IR_ELEMENTWISEINTEGERS
