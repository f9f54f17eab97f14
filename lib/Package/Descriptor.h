//===- Descriptor.h - The description a compiled model carries ------------===//
#ifndef TENON_LIB_PACKAGE_DESCRIPTOR_H
#define TENON_LIB_PACKAGE_DESCRIPTOR_H

#include "tenon/Package/Signature.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"

namespace tenon {

/// Adds the entry points (`NAME_run`, `NAME_workspace_size`) and the
/// `tenon_model_info` of Runtime/Model.h, named `NAME_model`.
class DescriptorBuilder {
public:
  DescriptorBuilder(llvm::Module &module, const ModelSignature &signature);

  /// `weights` is the first byte of the weights, or null.
  llvm::GlobalVariable *build(llvm::Constant *weights);
  /// A `main` that hands over to the runtime.
  void addMain(llvm::GlobalVariable *model);

private:
  llvm::Function *buildRun();
  llvm::Function *buildWorkspaceSize();
  llvm::Function *buildEvaluate();
  llvm::Constant *makeString(llvm::StringRef text);
  llvm::Constant *makeArray(llvm::StringRef name,
                            llvm::ArrayRef<llvm::Constant *> elements,
                            llvm::StructType *type);
  llvm::Constant *makeTensors(llvm::StringRef name,
                              llvm::ArrayRef<ModelSignature::Tensor> tensors);
  llvm::Constant *makeDim(DimAttr dim);
  llvm::Constant *makeSymbols();
  llvm::Constant *makeConstraints();
  llvm::Constant *makeFaults();
  llvm::Function *createFunction(llvm::StringRef suffix, llvm::Type *result,
                                 llvm::ArrayRef<llvm::Type *> arguments,
                                 bool exported);
  llvm::SmallVector<llvm::Value *> loadSymbols(llvm::Value *symbols,
                                               size_t count);

  llvm::Module &module;
  const ModelSignature &signature;
  llvm::SmallVector<DimAttr> expressions;
  llvm::IRBuilder<> builder;
  llvm::PointerType *pointer;
  llvm::IntegerType *int32, *int64;
  llvm::StructType *dimType, *tensorType, *symbolType, *constraintType,
      *faultType;
};

} // namespace tenon

#endif // TENON_LIB_PACKAGE_DESCRIPTOR_H
