//===- IndexingFind.cpp - Reference evaluation of find --------------------===//

#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Indexing.h"

using namespace mlir;

namespace tenon {

void FindOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0);
  HostTensor positions = context.makeResult(0), count = context.makeResult(1);
  int64_t room = input.getCount(), found = 0, offset = 0;
  forEachIndex(input.shape, [&](ArrayRef<int64_t> position) {
    bool counts = input.isFloat() ? input.floats[offset] != 0
                                  : input.integers[offset] != 0;
    ++offset;
    if (!counts)
      return;
    for (auto [axis, index] : llvm::enumerate(position))
      positions.integers[axis * room + found] = index;
    ++found;
  });
  count.integers[0] = found;
  context.setResult(0, std::move(positions));
  context.setResult(1, std::move(count));
}

} // namespace tenon
