//===- Quantization.cpp - Reference evaluation of quantised numbers -------===//

#include "tenon/Dialect/IR/Quantization.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include <cmath>

using namespace mlir;

namespace tenon {
namespace {

/// Calls `visit(position, parameter)` for each element of the input, with the
/// position of its entry in scale and zero point.
template <typename Op>
void forEachScaled(Op op, EvaluationContext &context,
                   llvm::function_ref<void(int64_t, int64_t, int64_t)> visit) {
  const HostTensor &input = context.getOperand(0);
  std::optional<int64_t> blockAxis = op.getBlockAxis();
  if (blockAxis && *blockAxis < 0)
    *blockAxis += input.getRank();
  auto locate = [&](unsigned operand, ArrayRef<int64_t> index) {
    ArrayRef<int64_t> shape = context.getOperand(operand).shape;
    SmallVector<int64_t> strides = getStrides(shape);
    int64_t position = 0;
    for (auto [axis, at] : llvm::enumerate(index)) {
      if (blockAxis == int64_t(axis))
        position += at / *op.getBlockSize() * strides[axis];
      else if (shape[axis] != 1)
        position += at * strides[axis];
    }
    return position;
  };
  int64_t at = 0;
  forEachIndex(input.shape, [&](ArrayRef<int64_t> index) {
    visit(at++, locate(1, index), op.getZeroPoint() ? locate(2, index) : 0);
  });
}

double roundTo(Type type, double value) {
  HostTensor host({}, type);
  host.floats[0] = value;
  host.round();
  return host.floats[0];
}

bool isWide(const HostTensor &tensor) {
  return isa<Float64Type>(tensor.elementType);
}

double getNumber(const HostTensor &tensor, int64_t at) {
  if (tensor.isFloat())
    return tensor.floats[at];
  return tensor.isUnsigned() ? double(uint64_t(tensor.integers[at]))
                             : double(tensor.integers[at]);
}

} // namespace

void QuantizeOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0),
                   &scale = context.getOperand(1);
  HostTensor result = context.makeResult();
  unsigned width = result.elementType.getIntOrFloatBitWidth();
  double low = result.isUnsigned() ? 0 : -std::ldexp(1.0, width - 1);
  double high = std::ldexp(1.0, result.isUnsigned() ? width : width - 1) - 1;
  bool wide = isWide(input) || isWide(scale);
  Type type = Float32Type::get(getContext());
  forEachScaled(*this, context, [&](int64_t at, int64_t by, int64_t from) {
    double number = getNumber(input, at);
    if (!wide)
      number = roundTo(type, number);
    double quotient = number / scale.floats[by];
    if (!wide)
      quotient = roundTo(type, quotient);
    if (std::optional<Type> precision = getPrecision())
      quotient = roundTo(*precision, quotient);
    double zero =
        getZeroPoint() ? double(context.getOperand(2).integers[from]) : 0;
    double moved = std::nearbyint(quotient) + zero;
    // NaN is not above the lowest.
    moved = moved > low ? moved : low;
    result.integers[at] = int64_t(moved < high ? moved : high);
  });
  context.setResult(std::move(result));
}

void DequantizeOp::evaluate(EvaluationContext &context) {
  const HostTensor &input = context.getOperand(0),
                   &scale = context.getOperand(1);
  HostTensor result = context.makeResult();
  bool wide = isWide(scale);
  Type type = Float32Type::get(getContext());
  forEachScaled(*this, context, [&](int64_t at, int64_t by, int64_t from) {
    int64_t zero = getZeroPoint() ? context.getOperand(2).integers[from] : 0;
    double number = double(input.integers[at] - zero);
    if (!wide)
      number = roundTo(type, number);
    double product = number * scale.floats[by];
    result.floats[at] = wide ? product : roundTo(type, product);
  });
  context.setResult(std::move(result));
}

} // namespace tenon
