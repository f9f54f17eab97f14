//===- Weights.cpp - Where each parameter stands in a compiled model ------===//

#include "tenon/CodeGen/Weights.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace tenon {

WeightLayout::WeightLayout(ModuleOp module, ArrayAttr names) {
  for (auto name : names.getAsRange<FlatSymbolRefAttr>()) {
    auto parameter = module.lookupSymbol<ParameterOp>(name.getValue());
    auto type = cast<TensorType>(parameter.getType());
    int64_t bytes = type.getCount().getConstant().value_or(0) *
                    getElementBytes(type.getElementType());
    entries.push_back({parameter, size, bytes});
    size = llvm::alignTo(size + bytes, 64);
  }
}

} // namespace tenon
