//===- TenonInterfaces.td - What every op of the dialect can tell ---------===//
#ifndef TENON_DIALECT_IR_TENONINTERFACES
#define TENON_DIALECT_IR_TENONINTERFACES

include "mlir/IR/OpBase.td"

def RuleOpInterface : OpInterface<"RuleOpInterface"> {
  let cppNamespace = "::tenon";
  let description = [{
    The one rule of an op: from the types (and, where known, the values) of its
    operands it infers its results, records what must hold, and reports what
    cannot. The check pass, the builder behind front ends, and the verifier all
    apply this.
  }];
  let methods = [
    InterfaceMethod<"Applies the rule.", "void", "infer",
                    (ins "::tenon::RuleContext &":$context)>
  ];
  let verify = [{ return ::tenon::verifyRule($_op); }];
}

def EvaluateOpInterface : OpInterface<"EvaluateOpInterface"> {
  let cppNamespace = "::tenon";
  let description = [{
    The reference evaluator: results for constant operands, for folding and for
    values the checker needs. Never part of a compiled model.
  }];
  let methods = [
    InterfaceMethod<[{
      Computes the results. Operands are complete, static and checked. A null
      result says that the evaluator does not cover this case.
    }], "void", "evaluate", (ins "::tenon::EvaluationContext &":$context)>
  ];
}

#endif // TENON_DIALECT_IR_TENONINTERFACES
