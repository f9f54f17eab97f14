//===- ModelBuilder.cpp - Building a model with types as it grows ---------===//

#include "tenon/Dialect/IR/ModelBuilder.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {

Value ModelBuilder::makeIntegers(Location location, ArrayRef<int64_t> values,
                                 bool scalar) {
  SmallVector<int64_t, 1> shape;
  if (!scalar)
    shape.push_back(values.size());
  auto type = TensorType::get(ArrayRef<int64_t>(shape), getI64Type());
  return make<ConstantOp>(location, DenseElementsAttr::get(type, values));
}

Value ModelBuilder::makeScalar(Location location, Type elementType,
                               double value) {
  HostTensor host({}, elementType);
  if (host.isFloat())
    host.floats[0] = value;
  else
    host.integers[0] = int64_t(value);
  host.round();
  auto type = TensorType::get(ArrayRef<int64_t>(), elementType);
  return make<ConstantOp>(location, host.write(type));
}

std::optional<SmallVector<DimAttr>> ModelBuilder::getDims(Value value) const {
  auto it = state.values.find(value);
  if (it == state.values.end() || !it->second.dims)
    return std::nullopt;
  return it->second.dims;
}

std::optional<SmallVector<int64_t>>
ModelBuilder::getIntegers(Value value) const {
  std::optional<SmallVector<DimAttr>> dims = getDims(value);
  if (!dims)
    return std::nullopt;
  SmallVector<int64_t> integers;
  for (DimAttr dim : *dims) {
    std::optional<int64_t> integer = dim.getConstant();
    if (!integer)
      return std::nullopt;
    integers.push_back(*integer);
  }
  return integers;
}

ElementsAttr ModelBuilder::getConstant(Value value) const {
  auto it = state.values.find(value);
  return it == state.values.end() ? ElementsAttr() : it->second.constant;
}

} // namespace tenon
