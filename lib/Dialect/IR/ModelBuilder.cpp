//===- ModelBuilder.cpp - Building a model with types as it grows ---------===//

#include "tenon/Dialect/IR/ModelBuilder.h"
#include "tenon/Dialect/IR/Creation.h"
#include "tenon/Dialect/IR/Evaluation.h"

using namespace mlir;

namespace tenon {

void ModelBuilder::erase(Operation *op) {
  for (Value result : op->getResults()) {
    state.values.erase(result);
    state.tainted.erase(result);
  }
  op->erase();
}

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

ModelOp ModelBuilder::getModel() {
  Operation *parent = getInsertionBlock()->getParentOp();
  if (auto model = dyn_cast<ModelOp>(parent))
    return model;
  return parent->getParentOfType<ModelOp>();
}

DimAttr ModelBuilder::makeSymbol(StringRef name) {
  std::string symbol;
  for (char c : name)
    symbol += llvm::isAlnum(c) ? c : '_';
  if (symbol.empty() || llvm::isDigit(symbol.front()))
    symbol = "v" + symbol;
  for (SymbolAttr taken : getModel().getSymbols().getAsRange<SymbolAttr>())
    sizeNames.insert(taken.getName());
  while (!sizeNames.insert(symbol).second)
    symbol += "_";
  return DimAttr::getSymbol(getContext(), symbol);
}

DimAttr ModelBuilder::makeLimit(StringRef name) {
  constexpr int64_t least = 1024;
  DimAttr limit = makeSymbol((name + "_limit").str());
  getModel().declareSymbol(limit.getSymbol(), least);
  return limit;
}

Value ModelBuilder::makeSizes(Location location, Value vector,
                              ArrayRef<DimAttr> limits,
                              ArrayRef<DimAttr> wanted, StringRef name) {
  TensorType type = getType(vector);
  auto count = type.hasRank() ? type.getCount().getConstant() : std::nullopt;
  if (!count || type.getRank() > 1 || *count > maxKnownElements)
    return {};
  auto known = getDims(vector);
  SmallVector<Attribute> sizes, most;
  bool isKnown = true;
  for (int64_t i = 0; i < *count; ++i) {
    if (known && !(*known)[i].isUnknown()) {
      sizes.push_back((*known)[i]);
      most.push_back((*known)[i]);
      continue;
    }
    isKnown = false;
    std::string part = (name + "_size" + Twine(i)).str();
    bool isWanted = static_cast<size_t>(i) < wanted.size() &&
                    !wanted[i].isUnknown();
    DimAttr size = isWanted ? wanted[i] : makeSymbol(part);
    DimAttr limit = size;
    StringAttr symbol = size.getSymbol();
    auto models = getModel().getSymbols().getAsRange<SymbolAttr>();
    if (symbol && llvm::none_of(models, [&](SymbolAttr declared) {
          return declared.getName() == symbol;
        })) {
      sizeNames.insert(symbol.getValue());
      if (static_cast<size_t>(i) < limits.size() && !limits[i].isUnknown()) {
        limit = limits[i];
      } else {
        limit = makeLimit(part);
      }
    }
    sizes.push_back(size);
    most.push_back(limit);
  }
  if (isKnown)
    return vector;
  return make<AsSizesOp>(location, vector, getArrayAttr(sizes),
                         getArrayAttr(most));
}

ElementsAttr ModelBuilder::getConstant(Value value) const {
  auto it = state.values.find(value);
  return it == state.values.end() ? ElementsAttr() : it->second.constant;
}

} // namespace tenon
