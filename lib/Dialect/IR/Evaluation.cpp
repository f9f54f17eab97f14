//===- Evaluation.cpp - Running an op's reference evaluator ---------------===//

#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {

HostTensor EvaluationContext::makeResult(unsigned index) const {
  auto type = cast<TensorType>(op->getResult(index).getType());
  return HostTensor(type.getShape(), type.getElementType());
}

void EvaluationContext::setResult(unsigned index, HostTensor result) {
  result.round();
  results[index] = std::move(result);
}

SmallVector<int64_t> getStrides(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size(), 1);
  for (int64_t axis = int64_t(shape.size()) - 2; axis >= 0; --axis)
    strides[axis] = strides[axis + 1] * shape[axis + 1];
  return strides;
}

void forEachIndex(ArrayRef<int64_t> shape,
                  llvm::function_ref<void(ArrayRef<int64_t>)> visit) {
  if (llvm::is_contained(shape, 0))
    return;
  SmallVector<int64_t> index(shape.size(), 0);
  while (true) {
    visit(index);
    int64_t axis = int64_t(shape.size()) - 1;
    while (axis >= 0 && ++index[axis] == shape[axis])
      index[axis--] = 0;
    if (axis < 0)
      return;
  }
}

FailureOr<SmallVector<ElementsAttr>>
evaluateOperation(Operation *op, ArrayRef<ElementsAttr> operands) {
  auto evaluable = dyn_cast<EvaluateOpInterface>(op);
  if (!evaluable)
    return failure();
  for (Type type : op->getResultTypes()) {
    auto tensor = dyn_cast<TensorType>(type);
    if (!tensor || !tensor.isComplete() || !tensor.hasStaticShape())
      return failure();
  }
  SmallVector<HostTensor> hosts;
  for (ElementsAttr operand : operands) {
    FailureOr<HostTensor> host = HostTensor::read(operand);
    if (failed(host))
      return failure();
    hosts.push_back(std::move(*host));
  }
  EvaluationContext context(op, hosts);
  evaluable.evaluate(context);
  SmallVector<ElementsAttr> results;
  for (unsigned i = 0; i < op->getNumResults(); ++i) {
    std::optional<HostTensor> &result = context.getResult(i);
    auto type = cast<TensorType>(op->getResult(i).getType());
    if (!result || ArrayRef<int64_t>(result->shape) != type.getShape() ||
        result->elementType != type.getElementType())
      return failure();
    results.push_back(result->write(type));
  }
  return results;
}

} // namespace tenon
