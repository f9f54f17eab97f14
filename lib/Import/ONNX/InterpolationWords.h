//===- InterpolationWords.h - Words of ONNX for those of the dialect ------===//
#ifndef TENON_LIB_IMPORT_ONNX_INTERPOLATIONWORDS_H
#define TENON_LIB_IMPORT_ONNX_INTERPOLATIONWORDS_H

#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// What ONNX calls it, and what the dialect does.
using Word = std::pair<llvm::StringRef, llvm::StringRef>;

/// The dialect's word for an attribute's; empty (reported) if it has none.
llvm::StringRef readWord(Node &node, llvm::StringRef attribute,
                         llvm::StringRef otherwise,
                         llvm::ArrayRef<Word> words);

void registerSamplingOperators(OperatorRegistry &registry);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_INTERPOLATIONWORDS_H
