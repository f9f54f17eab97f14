//===- MovementSequence.cpp - Sequences turned round ----------------------===//

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Dialect/IR/Rule.h"

using namespace mlir;

namespace tenon {

void ReverseSequenceOp::infer(RuleContext &context) {
  TensorType input = context.getType(getInput());
  context.setResult(input);
  std::optional<int64_t> batch =
      context.resolveAxis(getInput(), getBatchAxis(), "batch_axis");
  std::optional<int64_t> time =
      context.resolveAxis(getInput(), getTimeAxis(), "time_axis");
  if (batch && batch == time) {
    context.error("time_axis", diag::axisRepeated)
        .fact("axis", *time)
        .fact("shape", input.getShapeText());
    batch.reset();
  }
  context.requireElementType(getLengths(), "its lengths", "integers",
                             [](Type type) {
                               return isa<IntegerType>(type) &&
                                      !type.isInteger(1);
                             });
  if (!context.requireRank(getLengths(), "its lengths", 1) || !batch)
    return;
  DimAttr size = context.getType(getLengths()).getDim(0);
  DimAttr wanted = input.getDim(*batch);
  if (!context.requireEqual(size, wanted, diag::lengthMismatch,
                            context.getOpText() + " needs one length for each "
                                                  "position on axis " +
                                Twine(*batch) + " of " +
                                input.getShapeText())) {
    context.error(getLengths(), diag::lengthMismatch)
        .fact("operand", "its lengths")
        .fact("wanted", wanted.str())
        .fact("axis", *batch)
        .fact("shape", input.getShapeText())
        .fact("size", size.str());
    return;
  }
  SmallVector<DimAttr> dims(input.getDims());
  dims[*batch] = context.merge(wanted, size);
  context.setResult(input.withDims(dims));
}

} // namespace tenon
