//===- Compile.h - From the LLVM dialect to files -------------------------===//
#ifndef TENON_PACKAGE_COMPILE_H
#define TENON_PACKAGE_COMPILE_H

#include "mlir/IR/BuiltinOps.h"
#include "tenon/Package/Signature.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Target/TargetMachine.h"

namespace tenon {

/// A machine to compile for.
std::unique_ptr<llvm::TargetMachine> createHostTarget(bool optimize);
/// Whether its vectors have 512, 256 or 128 bits.
unsigned getVectorBits(const llvm::TargetMachine &target);

/// Writes the parameters that the function takes, in their layout, to a file.
mlir::LogicalResult writeWeights(mlir::func::FuncOp function,
                                 llvm::StringRef path);

/// Translates a module in the LLVM dialect and adds what makes it a compiled
/// model: the entry points, the description, and the weights from a file
/// (none where the path is empty). With `addMain` it becomes a program.
std::unique_ptr<llvm::Module>
translateModel(mlir::ModuleOp module, const ModelSignature &signature,
               llvm::StringRef weightsPath, bool addMain,
               llvm::TargetMachine &target, llvm::LLVMContext &context);

/// Runs LLVM's pipeline for the level.
void optimizeModule(llvm::Module &module, llvm::TargetMachine &target,
                    bool optimize);
/// Writes assembly or an object file. False after a report to stderr.
bool writeMachineCode(llvm::Module &module, llvm::TargetMachine &target,
                      llvm::StringRef path, bool assembly);

/// Links an object with the runtime into a program. Reports at `location`.
mlir::LogicalResult linkExecutable(mlir::Location location,
                                   llvm::StringRef object,
                                   llvm::StringRef output);

/// The C header of a compiled model.
std::string makeHeader(const ModelSignature &signature);

} // namespace tenon

#endif // TENON_PACKAGE_COMPILE_H
