//===- ElementwiseBase.td - What elementwise ops have in common -----------===//
#ifndef TENON_DIALECT_IR_ELEMENTWISEBASE
#define TENON_DIALECT_IR_ELEMENTWISEBASE

include "tenon/Dialect/IR/TenonBase.td"

/// An op on each element of one tensor.
///   C1: the element type is of the op's kind.
/// The result has the operand's shape and element type.
class Tenon_UnaryOp<string mnemonic, string elementKind>
    : Tenon_Op<mnemonic, [Elementwise, Tenon_Evaluable]> {
  let arguments = (ins Tenon_Tensor:$input);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = "$input attr-dict `:` type($input) `->` type($result)";
  let extraClassDefinition = [{
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferUnary(getInput(), ::tenon::ElementKind::}] # elementKind # [{, context);
    }
    void $cppClass::evaluate(::tenon::EvaluationContext &context) {
      ::tenon::evaluateUnary(context);
    }
  }];
}

/// An op on pairs of elements.
///   C1: the element type is of the op's kind.
///   C2: both element types are equal.
///   C3: both ranks are equal (`align_rank` adds axes).
///   C4: on each axis the sizes are equal, or one is 1 and repeated.
/// Two sizes that only the data decides are assumed equal, as a constraint.
class Tenon_BinaryOp<string mnemonic, string elementKind,
                     list<Trait> traits = []>
    : Tenon_Op<mnemonic, !listconcat(traits, [Elementwise, Tenon_Evaluable])> {
  let arguments = (ins Tenon_Tensor:$lhs, Tenon_Tensor:$rhs);
  let results = (outs Tenon_Tensor:$result);
  let assemblyFormat = [{
    $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs) `->` type($result)
  }];
  let extraClassDefinition = [{
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferBinary(getLhs(), getRhs(), ::tenon::ElementKind::}] # elementKind # [{, context);
    }
    void $cppClass::evaluate(::tenon::EvaluationContext &context) {
      ::tenon::evaluateBinary(context);
    }
  }];
}

/// A question about each element of one tensor.
///   C1: the element type is of the op's kind.
/// The result has the operand's shape and is of truth values.
class Tenon_PredicateOp<string mnemonic, string elementKind>
    : Tenon_UnaryOp<mnemonic, elementKind> {
  let extraClassDefinition = [{
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferPredicate(getInput(), ::tenon::ElementKind::}] # elementKind # [{, context);
    }
    void $cppClass::evaluate(::tenon::EvaluationContext &context) {
      ::tenon::evaluatePredicate(context);
    }
  }];
}

/// A question about pairs of elements, with the constraints of a binary op.
/// The result is of truth values.
class Tenon_ComparisonOp<string mnemonic, string elementKind,
                         list<Trait> traits = []>
    : Tenon_BinaryOp<mnemonic, elementKind, traits> {
  let extraClassDefinition = [{
    void $cppClass::infer(::tenon::RuleContext &context) {
      ::tenon::inferComparison(getLhs(), getRhs(), ::tenon::ElementKind::}] # elementKind # [{, context);
    }
    void $cppClass::evaluate(::tenon::EvaluationContext &context) {
      ::tenon::evaluateComparison(context);
    }
  }];
}

#endif // TENON_DIALECT_IR_ELEMENTWISEBASE
