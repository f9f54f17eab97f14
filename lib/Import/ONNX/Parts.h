//===- Parts.h - Operators that a family keeps in files of their own ------===//
#ifndef TENON_LIB_IMPORT_ONNX_PARTS_H
#define TENON_LIB_IMPORT_ONNX_PARTS_H

#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// Of the Indexing family.
void registerLossOperators(OperatorRegistry &registry);
/// Of the Creation family.
void registerWindowOperators(OperatorRegistry &registry);
/// Of the Contraction family.
void registerSignalOperators(OperatorRegistry &registry);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_PARTS_H
