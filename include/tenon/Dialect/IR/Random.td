//===- Random.td - Numbers drawn by seed ----------------------------------===//
//
// Every number is a function of the seed and of its own position alone, by
// Threefry-2x32 with 20 rounds: the key is the seed, the counter the row-major
// position. The same model thus gives the same numbers each time it runs, in
// whichever order they are computed. A front end that is given no seed derives
// one from the name of what is drawn, so that different nodes differ.
//
//===----------------------------------------------------------------------===//

include "tenon/Dialect/IR/TenonBase.td"

def Tenon_RandomUniformOp : Tenon_Op<"random_uniform"> {
  let summary = "Numbers drawn evenly from a range";
  let description = [{
    A tensor whose sizes are the entries of a vector of integers, of numbers
    from `low` up to, but not including, `high` (rounding may give `high`).
    With low = 0 and high = 1 they are multiples of 2^-24, for 64-bit numbers
    of 2^-53, and for float16 and bfloat16 of 2^-11 and 2^-8. The same seed
    gives the same numbers each time.
      C1: the shape operand has 1 axis of integers.
      C2: no size is negative.
      C3: `to` is a floating-point type.
      C4: `low` is less than or equal to `high`, and both are finite.
    ```mlir
    %0 = tenon.random_uniform %shape to f32 {low = 0.0 : f64, high = 1.0 : f64, seed = 7 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<[3, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$sizes, TypeAttr:$to, F64Attr:$low,
                       F64Attr:$high, I64Attr:$seed);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat =
      "$sizes `to` $to attr-dict `:` type($sizes) `->` type($result)";
}

def Tenon_RandomNormalOp : Tenon_Op<"random_normal"> {
  let summary = "Numbers drawn from a normal distribution";
  let description = [{
    A tensor whose sizes are the entries of a vector of integers, by the method
    of Box and Muller. The same seed gives the same numbers each time.
      C1: the shape operand has 1 axis of integers.
      C2: no size is negative.
      C3: `to` is a floating-point type.
      C4: `mean` and `deviation` are finite, and the deviation is not negative.
    ```mlir
    %0 = tenon.random_normal %shape to f32 {mean = 0.0 : f64, deviation = 1.0 : f64, seed = 7 : i64} : !tenon.tensor<[2], i64> -> !tenon.tensor<[3, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$sizes, TypeAttr:$to, F64Attr:$mean,
                       F64Attr:$deviation, I64Attr:$seed);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat =
      "$sizes `to` $to attr-dict `:` type($sizes) `->` type($result)";
}

def Tenon_MultinomialOp : Tenon_Op<"multinomial"> {
  let summary = "Classes drawn by their probabilities";
  let description = [{
    For each row of probabilities, which add up to 1, `samples` numbers of
    classes, each drawn anew. The same seed gives the same numbers each time.
      C1: the probabilities are floating-point numbers.
      C2: they have 2 axes, rows and classes.
      C3: there is at least 1 class.
      C4: `samples` is at least 0.
      C5: `to` is int32 or int64.
    ```mlir
    %0 = tenon.multinomial %a to i64 {samples = 10 : i64, seed = 7 : i64} : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 10], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$input, TypeAttr:$to, I64Attr:$samples,
                       I64Attr:$seed);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat =
      "$input `to` $to attr-dict `:` type($input) `->` type($result)";
}
