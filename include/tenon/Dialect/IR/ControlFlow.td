//===- ControlFlow.td - Branches and loops --------------------------------===//

include "tenon/Dialect/IR/TenonBase.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

/// What runs depends on the data. Regions see all values around them.
class Tenon_RegionOp<string mnemonic, list<Trait> traits = []>
    : Op<Tenon_Dialect, mnemonic,
         !listconcat([DeclareOpInterfaceMethods<RuleOpInterface>,
                      RecursiveMemoryEffects, SingleBlock], traits)>;

def Tenon_YieldOp
    : Op<Tenon_Dialect, "yield",
         [Pure, Terminator, ParentOneOf<["IfOp", "LoopOp"]>]> {
  let summary = "What a region gives";
  let arguments = (ins Variadic<Tenon_Tensor>:$values);
  let assemblyFormat = "($values^)? attr-dict (`:` type($values)^)?";
}

def Tenon_IfOp : Tenon_RegionOp<"if", [NoRegionArguments]> {
  let summary = "One of two computations";
  let description = [{
    The results are what the first region yields if the condition holds, and
    what the second one yields otherwise. `sizes`, where given, has those of
    each result; one that is not the same in both regions is a name, which
    stands for what is yielded from here on.
      C1: the condition is a truth value, of one element.
      C2: both regions yield as many values as there are results.
      C3: values that stand for one result have the same type, but for sizes
          that have a name.
      C4: there are sizes for each axis of each result, or none.
    ```mlir
    // with %c: !tenon.tensor<[], i1>, %a: !tenon.tensor<[batch, 4], f32>
    %0 = tenon.if %c {
      %1 = tenon.relu %a : !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
      tenon.yield %1 : !tenon.tensor<[batch, 4], f32>
    } else {
      tenon.yield %a : !tenon.tensor<[batch, 4], f32>
    } : !tenon.tensor<[], i1> -> !tenon.tensor<[batch, 4], f32>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$condition,
                       OptionalAttr<ArrayAttr>:$sizes);
  let regions = (region SizedRegion<1>:$then_region,
                        SizedRegion<1>:$else_region);
  let results = (outs Variadic<Tenon_Tensor>:$results);
  let assemblyFormat = [{
    $condition $then_region `else` $else_region attr-dict `:` type($condition) (`->` type($results)^)?
  }];
  let extraClassDeclaration = [{
    /// The size of a result's axis that has a name of its own; null otherwise.
    DimAttr getNamedSize(unsigned result, unsigned axis);
    /// What must hold where the first region (0) or the second one is run, as
    /// the check has found.
    ::llvm::SmallVector<ConstraintAttr> getBranchConstraints(unsigned branch);
    void setBranchConstraints(
        ::llvm::ArrayRef<::llvm::SmallVector<::mlir::Attribute>> constraints);
  }];
}

def Tenon_LoopOp : Tenon_RegionOp<"loop"> {
  let summary = "A computation repeated";
  let description = [{
    Runs the region at most `turns` times, and as long as its first yielded
    value holds; `start` says whether it runs at all. Its arguments are the
    number of the turn, from 0 on, and the carried values, which are the initial
    ones at first and then what the last turn yielded after the condition.
    Values that it yields after these are stacked along a new first axis, which
    has `room` for that many turns; rows without a turn are 0. With `counted`
    the condition is known to hold always.

    The results are the carried values after the last turn, the stacks, and how
    many turns there were, as a vector of one int64.
      C1: `turns` is an int64 and `start` a truth value, of one element each.
      C2: the region has an argument for the turn and for each carried value,
          and yields a condition and a value for each result but the last.
      C3: the condition is a truth value, of one element.
      C4: a carried value keeps its type from turn to turn.
      C5: there is one `room`.
    ```mlir
    // with %turns: !tenon.tensor<[], i64>, %start: !tenon.tensor<[], i1>, %a: !tenon.tensor<[batch, 4], f32>
    %0, %1, %2 = tenon.loop %turns, %start (%a) room = [10] {
    ^bb0(%i: !tenon.tensor<[], i64>, %x: !tenon.tensor<[batch, 4], f32>):
      %3 = tenon.add %x, %x : !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32> -> !tenon.tensor<[batch, 4], f32>
      tenon.yield %start, %3, %x : !tenon.tensor<[], i1>, !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[batch, 4], f32>
    } : !tenon.tensor<[], i64>, !tenon.tensor<[], i1>, (!tenon.tensor<[batch, 4], f32>) -> !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[10, batch, 4], f32>, !tenon.tensor<[1], i64>
    ```
  }];
  let arguments = (ins Tenon_Tensor:$turns, Tenon_Tensor:$start,
                       Variadic<Tenon_Tensor>:$inits, ArrayAttr:$room,
                       UnitAttr:$counted);
  let regions = (region SizedRegion<1>:$body);
  let results = (outs Variadic<Tenon_Tensor>:$results);
  let assemblyFormat = [{
    $turns `,` $start (`(` $inits^ `)`)? `room` `=` custom<DimList>($room) $body attr-dict `:` type($turns) `,` type($start) (`,` `(` type($inits)^ `)`)? `->` type($results)
  }];
  let extraClassDeclaration = [{
    /// The yielded values that are stacked.
    unsigned getStackCount() {
      return getNumResults() - 1 - getInits().size();
    }
  }];
}
