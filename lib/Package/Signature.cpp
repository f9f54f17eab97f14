//===- Signature.cpp - What a compiled model takes and gives --------------===//

#include "tenon/Package/Signature.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "tenon/CodeGen/Weights.h"
#include "tenon/Dialect/IR/DimLimit.h"

using namespace mlir;

namespace tenon {

ModelSignature ModelSignature::read(func::FuncOp function) {
  ModelSignature signature;
  signature.name = function.getName().str();
  auto readTensors = [&](StringRef types, StringRef names,
                         SmallVectorImpl<Tensor> &out) {
    for (auto [type, name] :
         llvm::zip_equal(function->getAttrOfType<ArrayAttr>(types)
                             .getAsValueRange<TypeAttr>(),
                         function->getAttrOfType<ArrayAttr>(names)
                             .getAsValueRange<StringAttr>()))
      out.push_back({name.str(), cast<TensorType>(type)});
  };
  readTensors("tenon.inputs", "tenon.input_names", signature.inputs);
  readTensors("tenon.outputs", "tenon.output_names", signature.outputs);
  for (auto symbol : function->getAttrOfType<ArrayAttr>("tenon.symbols")
                         .getAsRange<SymbolAttr>())
    signature.symbols.push_back(symbol);
  for (auto constraint : function->getAttrOfType<ArrayAttr>("tenon.constraints")
                             .getAsRange<ConstraintAttr>())
    signature.constraints.push_back(constraint);
  if (auto sizes = function->getAttrOfType<ArrayAttr>("tenon.data_sizes"))
    for (auto size : sizes.getAsRange<ArrayAttr>())
      signature.dataSizes.emplace_back(cast<StringAttr>(size[0]),
                                       cast<DimAttr>(size[1]));
  WeightLayout layout(function->getParentOfType<ModuleOp>(),
                      function->getAttrOfType<ArrayAttr>("tenon.parameters"));
  signature.weightBytes = layout.size;
  return signature;
}

std::optional<unsigned> ModelSignature::findSymbol(StringAttr wanted) const {
  for (auto [index, symbol] : llvm::enumerate(symbols))
    if (symbol.getName() == wanted)
      return index;
  for (auto [index, size] : llvm::enumerate(dataSizes))
    if (size.first == wanted)
      return symbols.size() + index;
  return std::nullopt;
}

void ModelSignature::readFaults(ModuleOp module) {
  auto function = module.lookupSymbol<LLVM::LLVMFuncOp>(name);
  auto described =
      function ? function->getAttrOfType<ArrayAttr>("tenon.faults") : nullptr;
  if (!described)
    return;
  for (auto fault : described.getAsRange<ArrayAttr>())
    faults.emplace_back(cast<StringAttr>(fault[0]).str(),
                        cast<StringAttr>(fault[1]).str());
}

DimAttr ModelSignature::getLimit(DimAttr dim) const {
  return getDimLimit(dim, [&](StringAttr symbol) -> DimAttr {
    for (const auto &[name, limit] : dataSizes)
      if (name == symbol)
        return limit;
    return {};
  });
}

SmallVector<DimAttr> ModelSignature::getExpressions() const {
  llvm::SetVector<DimAttr> expressions;
  for (const SmallVector<Tensor> *tensors : {&inputs, &outputs})
    for (const Tensor &tensor : *tensors)
      for (DimAttr dim : tensor.type.getDims())
        if (!dim.getConstant() && !dim.getSymbol()) {
          expressions.insert(dim);
          expressions.insert(getLimit(dim));
        }
  for (ConstraintAttr constraint : constraints) {
    expressions.insert(constraint.getLhs());
    expressions.insert(constraint.getRhs());
  }
  for (const auto &[symbol, limit] : dataSizes)
    expressions.insert(limit);
  return expressions.takeVector();
}

} // namespace tenon
