//===- Signature.cpp - What a compiled model takes and gives --------------===//

#include "tenon/Package/Signature.h"
#include "tenon/CodeGen/Weights.h"

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
  WeightLayout layout(function->getParentOfType<ModuleOp>(),
                      function->getAttrOfType<ArrayAttr>("tenon.parameters"));
  signature.weightBytes = layout.size;
  return signature;
}

std::optional<unsigned> ModelSignature::findSymbol(StringAttr wanted) const {
  for (auto [index, symbol] : llvm::enumerate(symbols))
    if (symbol.getName() == wanted)
      return index;
  return std::nullopt;
}

SmallVector<DimAttr> ModelSignature::getExpressions() const {
  llvm::SetVector<DimAttr> expressions;
  for (const SmallVector<Tensor> *tensors : {&inputs, &outputs})
    for (const Tensor &tensor : *tensors)
      for (DimAttr dim : tensor.type.getDims())
        if (!dim.getConstant() && !dim.getSymbol())
          expressions.insert(dim);
  for (ConstraintAttr constraint : constraints) {
    expressions.insert(constraint.getLhs());
    expressions.insert(constraint.getRhs());
  }
  return expressions.takeVector();
}

} // namespace tenon
