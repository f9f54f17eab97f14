//===- ParameterData.h - The values of parameters -------------------------===//
#ifndef TENON_DIALECT_IR_PARAMETERDATA_H
#define TENON_DIALECT_IR_PARAMETERDATA_H

#include "tenon/Dialect/IR/Model.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"

namespace tenon {

/// Gives the bytes of parameters wherever they are: in the IR, in a resource
/// blob, or in a file, which is mapped and not copied.
class ParameterReader {
public:
  /// Row-major little-endian, truth values a byte each. Valid as long as this
  /// object and the parameter. Reports at the parameter and fails when the
  /// values were elided, their file cannot be read, or its hash is another.
  mlir::FailureOr<llvm::ArrayRef<char>> read(ParameterOp parameter);

private:
  mlir::FailureOr<llvm::ArrayRef<char>> readFile(ParameterOp parameter,
                                                 ExternalAttr place);
  llvm::StringMap<std::unique_ptr<llvm::MemoryBuffer>> files;
  std::vector<std::vector<char>> owned;
};

/// The XXH3-64 hash of the bytes as text: "0x0123456789abcdef".
std::string hashBytes(llvm::ArrayRef<char> bytes);

/// Completes the hashes of all places in files, for writing text. Fails after
/// a report when a file cannot be read.
mlir::LogicalResult hashExternalParameters(mlir::ModuleOp module);

} // namespace tenon

#endif // TENON_DIALECT_IR_PARAMETERDATA_H
