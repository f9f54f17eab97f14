//===- MovementSizes.h - Shapes and positions that the data decides -------===//
#ifndef TENON_LIB_IMPORT_ONNX_MOVEMENTSIZES_H
#define TENON_LIB_IMPORT_ONNX_MOVEMENTSIZES_H

#include "tenon/Dialect/IR/Movement.h"
#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// The shape of Reshape as sizes, with 0 and -1 replaced; null if it cannot be.
mlir::Value makeReshapeShape(Node &node, mlir::Value input, mlir::Value shape,
                             bool allowZero);
/// Axes of size 1 that come or go, to the shape that the file declares.
void importReshapeToDeclared(Node &node);
void importExpandTo(Node &node);
void importTileBy(Node &node);
void importSliceAt(Node &node);
void importSplitInto(Node &node, int64_t axis);
void importPadBy(Node &node, PadMode mode);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_MOVEMENTSIZES_H
