//===- Descriptor.cpp - The description a compiled model carries ----------===//
//
// Mirrors the structs of Runtime/Model.h as LLVM constants.
//
//===----------------------------------------------------------------------===//

#include "Descriptor.h"
#include "tenon/Runtime/Model.h"

using llvm::Constant;
using llvm::ConstantInt;
using llvm::ConstantPointerNull;
using llvm::ConstantStruct;
using llvm::StructType;

namespace tenon {
namespace {

uint32_t getRuntimeType(mlir::Type type) {
  if (type.isInteger(1))
    return TENON_BOOL;
  if (llvm::isa<mlir::Float16Type>(type))
    return TENON_F16;
  if (llvm::isa<mlir::BFloat16Type>(type))
    return TENON_BF16;
  if (type.isF32())
    return TENON_F32;
  if (type.isF64())
    return TENON_F64;
  uint32_t first = type.isUnsignedInteger() ? TENON_U8 : TENON_I8;
  return first + llvm::Log2_32(type.getIntOrFloatBitWidth() / 8);
}

} // namespace

DescriptorBuilder::DescriptorBuilder(llvm::Module &module,
                                     const ModelSignature &signature)
    : module(module), signature(signature),
      expressions(signature.getExpressions()), builder(module.getContext()),
      pointer(builder.getPtrTy()), int32(builder.getInt32Ty()),
      int64(builder.getInt64Ty()) {
  dimType = StructType::get(int32, int32, int64, pointer);
  tensorType = StructType::get(pointer, int32, int32, pointer);
  symbolType = StructType::get(pointer, int64, int64, int32, int32);
  faultType = StructType::get(pointer, pointer);
  constraintType = StructType::get(int32, int32, int32, int32, pointer, pointer,
                                   pointer, pointer);
}

Constant *DescriptorBuilder::makeString(llvm::StringRef text) {
  Constant *value =
      llvm::ConstantDataArray::getString(module.getContext(), text);
  auto *global = new llvm::GlobalVariable(
      module, value->getType(), true, llvm::GlobalValue::PrivateLinkage, value);
  global->setUnnamedAddr(llvm::GlobalValue::UnnamedAddr::Global);
  return global;
}

Constant *DescriptorBuilder::makeArray(llvm::StringRef name,
                                       llvm::ArrayRef<Constant *> elements,
                                       StructType *type) {
  if (elements.empty())
    return ConstantPointerNull::get(pointer);
  auto *arrayType = llvm::ArrayType::get(type, elements.size());
  return new llvm::GlobalVariable(
      module, arrayType, true, llvm::GlobalValue::InternalLinkage,
      llvm::ConstantArray::get(arrayType, elements),
      signature.name + "." + name);
}

Constant *DescriptorBuilder::makeDim(DimAttr dim) {
  uint32_t kind = TENON_DIM_EXPRESSION, index = 0;
  int64_t value = 0;
  if (auto constant = dim.getConstant()) {
    kind = TENON_DIM_CONSTANT;
    value = *constant;
  } else if (auto symbol = dim.getSymbol()) {
    kind = TENON_DIM_SYMBOL;
    index = signature.findSymbol(symbol).value_or(0);
  } else {
    index = llvm::find(expressions, dim) - expressions.begin();
    value = llvm::find(expressions, signature.getLimit(dim)) -
            expressions.begin();
  }
  return ConstantStruct::get(dimType, builder.getInt32(kind),
                             builder.getInt32(index), builder.getInt64(value),
                             makeString(dim.str()));
}

Constant *
DescriptorBuilder::makeTensors(llvm::StringRef name,
                               llvm::ArrayRef<ModelSignature::Tensor> tensors) {
  llvm::SmallVector<Constant *> elements;
  for (const ModelSignature::Tensor &tensor : tensors) {
    llvm::SmallVector<Constant *> dims;
    for (DimAttr dim : tensor.type.getDims())
      dims.push_back(makeDim(dim));
    elements.push_back(ConstantStruct::get(
        tensorType, makeString(tensor.name),
        builder.getInt32(getRuntimeType(tensor.type.getElementType())),
        builder.getInt32(dims.size()), makeArray("dims", dims, dimType)));
  }
  return makeArray(name, elements, tensorType);
}

Constant *DescriptorBuilder::makeSymbols() {
  llvm::SmallVector<Constant *> elements;
  for (SymbolAttr symbol : signature.symbols)
    elements.push_back(ConstantStruct::get(
        symbolType, makeString(symbol.getName().getValue()),
        builder.getInt64(symbol.getLower()),
        builder.getInt64(symbol.getUpper()),
        builder.getInt32(TENON_SYMBOL_INPUT), builder.getInt32(0)));
  for (const auto &[name, limit] : signature.dataSizes)
    elements.push_back(ConstantStruct::get(
        symbolType, makeString(name.getValue()), builder.getInt64(0),
        builder.getInt64(INT64_MAX), builder.getInt32(TENON_SYMBOL_DATA),
        builder.getInt32(llvm::find(expressions, limit) -
                         expressions.begin())));
  return makeArray("symbols", elements, symbolType);
}

Constant *DescriptorBuilder::makeConstraints() {
  llvm::SmallVector<Constant *> elements;
  auto indexOf = [&](DimAttr dim) {
    return builder.getInt32(llvm::find(expressions, dim) -
                            expressions.begin());
  };
  for (ConstraintAttr constraint : signature.constraints)
    elements.push_back(ConstantStruct::get(
        constraintType,
        builder.getInt32(static_cast<uint32_t>(constraint.getRelation())),
        indexOf(constraint.getLhs()), indexOf(constraint.getRhs()),
        builder.getInt32(0), makeString(constraint.getCode().getValue()),
        makeString(constraint.getMessage().getValue()),
        makeString(constraint.getLhs().str()),
        makeString(constraint.getRhs().str())));
  return makeArray("constraints", elements, constraintType);
}

Constant *DescriptorBuilder::makeFaults() {
  llvm::SmallVector<Constant *> elements;
  for (const auto &[code, message] : signature.faults)
    elements.push_back(ConstantStruct::get(faultType, makeString(code),
                                           makeString(message)));
  return makeArray("faults", elements, faultType);
}

llvm::GlobalVariable *DescriptorBuilder::build(Constant *weights) {
  Constant *fields[] = {
      builder.getInt32(TENON_ABI_VERSION),
      builder.getInt32(signature.inputs.size()),
      builder.getInt32(signature.outputs.size()),
      builder.getInt32(signature.symbols.size() + signature.dataSizes.size()),
      builder.getInt32(expressions.size()),
      builder.getInt32(signature.constraints.size()),
      makeString(signature.name),
      makeString("tenon " TENON_VERSION),
      makeTensors("inputs", signature.inputs),
      makeTensors("outputs", signature.outputs),
      makeSymbols(),
      makeConstraints(),
      weights ? weights : ConstantPointerNull::get(pointer),
      builder.getInt64(weights ? signature.weightBytes : 0),
      buildEvaluate(),
      buildWorkspaceSize(),
      buildRun(),
      makeFaults(),
      builder.getInt64(signature.faults.size())};
  Constant *value = ConstantStruct::getAnon(fields);
  return new llvm::GlobalVariable(module, value->getType(), true,
                                  llvm::GlobalValue::ExternalLinkage, value,
                                  signature.name + "_model");
}

} // namespace tenon
