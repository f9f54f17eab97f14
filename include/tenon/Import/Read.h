//===- Read.h - Reading a model in whatever form it comes -----------------===//
#ifndef TENON_IMPORT_READ_H
#define TENON_IMPORT_READ_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/MemoryBuffer.h"

namespace tenon {

/// What a file holds, told by its content, not by its name.
enum class SourceKind { Text, Bytecode, ONNX, Zip, HDF5, Empty, Unknown };
SourceKind detectKind(llvm::StringRef content);

/// A model's source in memory (mapped, not read, where it is a large file).
struct Source {
  /// As the user named it; `-` is `<stdin>`.
  std::string name;
  std::shared_ptr<llvm::MemoryBuffer> buffer;
  SourceKind kind = SourceKind::Unknown;
};

/// Opens a file or, for `-`, standard input. Reports and fails if it cannot
/// be read.
mlir::FailureOr<Source> openSource(mlir::MLIRContext *context,
                                   llvm::StringRef path);

/// Reads the model. Everything that is wrong with the file is reported; types
/// are not checked here. Null after a report.
mlir::OwningOpRef<mlir::ModuleOp> readModel(mlir::MLIRContext *context,
                                            const Source &source);

} // namespace tenon

#endif // TENON_IMPORT_READ_H
