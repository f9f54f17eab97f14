//===- EntryPoints.cpp - The C functions of a compiled model --------------===//

#include "Descriptor.h"

using llvm::Function;
using llvm::Value;

namespace tenon {

Function *DescriptorBuilder::createFunction(
    llvm::StringRef suffix, llvm::Type *result,
    llvm::ArrayRef<llvm::Type *> arguments, bool exported) {
  auto *function = Function::Create(
      llvm::FunctionType::get(result, arguments, false),
      exported ? llvm::GlobalValue::ExternalLinkage
               : llvm::GlobalValue::InternalLinkage,
      signature.name + suffix, module);
  builder.SetInsertPoint(
      llvm::BasicBlock::Create(module.getContext(), "", function));
  return function;
}

llvm::SmallVector<Value *>
DescriptorBuilder::loadSymbols(Value *symbols, size_t count) {
  llvm::SmallVector<Value *> values;
  for (unsigned i = 0; i < count; ++i)
    values.push_back(builder.CreateLoad(
        int64, builder.CreateConstGEP1_64(int64, symbols, i)));
  return values;
}

/// int32_t NAME_run(inputs, outputs, weights, workspace, symbols): unpacks the
/// pointers into the buffers that the generated function takes.
Function *DescriptorBuilder::buildRun() {
  Function *kernel = module.getFunction(signature.name);
  kernel->setLinkage(llvm::GlobalValue::InternalLinkage);
  kernel->setName(signature.name + "_kernel");
  Function *run = createFunction(
      "_run", int32, {pointer, pointer, pointer, pointer, pointer}, true);
  llvm::SmallVector<Value *> arguments;
  Value *huge = builder.getInt64(INT64_MAX);
  auto passBuffer = [&](Value *address) {
    // A buffer of one dimension: allocated, aligned, offset, size, stride.
    arguments.append({address, address, builder.getInt64(0), huge,
                      builder.getInt64(1)});
  };
  auto passAll = [&](Value *array, size_t count) {
    for (size_t i = 0; i < count; ++i)
      passBuffer(builder.CreateLoad(
          pointer, builder.CreateConstGEP1_64(pointer, array, i)));
  };
  passAll(run->getArg(0), signature.inputs.size());
  passAll(run->getArg(1), signature.outputs.size());
  passBuffer(run->getArg(2));
  passBuffer(run->getArg(4));
  passBuffer(run->getArg(3));
  arguments.append(loadSymbols(run->getArg(4), signature.symbols.size()));
  builder.CreateRet(builder.CreateCall(kernel, arguments));
  return run;
}

Function *DescriptorBuilder::buildWorkspaceSize() {
  Function *compute = module.getFunction(signature.name + "_workspace");
  compute->setLinkage(llvm::GlobalValue::InternalLinkage);
  Function *size = createFunction("_workspace_size", int64, {pointer}, true);
  builder.CreateRet(builder.CreateCall(
      compute, loadSymbols(size->getArg(0), signature.symbols.size())));
  return size;
}

Function *DescriptorBuilder::buildEvaluate() {
  Function *evaluate = createFunction("_evaluate", builder.getVoidTy(),
                                      {pointer, pointer}, false);
  llvm::SmallVector<Value *> symbols =
      loadSymbols(evaluate->getArg(0),
                  signature.symbols.size() + signature.dataSizes.size());
  DimAttr::Builder<Value *> emit;
  emit.constant = [&](int64_t value) -> Value * {
    return builder.getInt64(value);
  };
  emit.symbol = [&](mlir::StringAttr name) -> Value * {
    auto index = signature.findSymbol(name);
    return index ? symbols[*index] : builder.getInt64(0);
  };
  emit.add = [&](Value *a, Value *b) { return builder.CreateAdd(a, b); };
  emit.mul = [&](Value *a, Value *b) { return builder.CreateMul(a, b); };
  emit.max = [&](Value *a, Value *b) {
    return builder.CreateBinaryIntrinsic(llvm::Intrinsic::smax, a, b);
  };
  emit.floorDiv = [&](Value *a, Value *b) -> Value * {
    // A divisor of zero comes only with data that a constraint rejects.
    Value *zero = builder.getInt64(0);
    Value *safe = builder.CreateSelect(builder.CreateICmpEQ(b, zero),
                                       builder.getInt64(1), b);
    Value *quotient = builder.CreateSDiv(a, safe);
    Value *remainder = builder.CreateSRem(a, safe);
    Value *inexact = builder.CreateICmpNE(remainder, zero);
    Value *negative =
        builder.CreateICmpSLT(builder.CreateXor(remainder, safe), zero);
    return builder.CreateSub(
        quotient, builder.CreateZExt(builder.CreateAnd(inexact, negative),
                                     int64));
  };
  for (auto [index, expression] : llvm::enumerate(expressions))
    builder.CreateStore(
        expression.build(emit),
        builder.CreateConstGEP1_64(int64, evaluate->getArg(1), index));
  builder.CreateRetVoid();
  return evaluate;
}

void DescriptorBuilder::addMain(llvm::GlobalVariable *model) {
  llvm::FunctionCallee runtime = module.getOrInsertFunction(
      "tenon_main", int32, int32, pointer, pointer);
  auto *main = Function::Create(
      llvm::FunctionType::get(int32, {int32, pointer}, false),
      llvm::GlobalValue::ExternalLinkage, "main", module);
  builder.SetInsertPoint(
      llvm::BasicBlock::Create(module.getContext(), "", main));
  builder.CreateRet(
      builder.CreateCall(runtime, {main->getArg(0), main->getArg(1), model}));
}

} // namespace tenon
