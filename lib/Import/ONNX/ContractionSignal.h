//===- ContractionSignal.h - Fourier transforms as products ---------------===//
//
// A transform is a product with a table. A complex number is two entries next
// to each other, so that the samples of a signal are rows of n · c numbers
// (c is 1 or 2), and the table has n · c rows and two columns a frequency:
//
//   from a real part       cos, -sin
//   from an imaginary part sin,  cos
//
// with the opposite sines and a division by the length for the inverse.
//
//===----------------------------------------------------------------------===//
#ifndef TENON_LIB_IMPORT_ONNX_CONTRACTIONSIGNAL_H
#define TENON_LIB_IMPORT_ONNX_CONTRACTIONSIGNAL_H

#include "tenon/Import/ONNX/Node.h"

namespace tenon::onnx_import {

/// A product is no way to make longer transforms.
inline constexpr int64_t maxTransformLength = 8192;

class Transform {
public:
  Transform(Node &node, mlir::Type type, bool isComplex, bool isInverse,
            bool isOneSided)
      : node(node), type(type), isComplex(isComplex), isInverse(isInverse),
        isOneSided(isOneSided) {}

  /// The transform of [..., samples, 1 or 2] along the axis before the last.
  /// `length` is a scalar; `window`, a vector for the samples, may be null.
  mlir::Value make(mlir::Value signal, mlir::Value length, mlir::Value window);

  mlir::Value makeInteger(int64_t value);
  /// The size of an axis, as a scalar.
  mlir::Value makeSize(mlir::Value value, int64_t axis);
  mlir::Value makeVector(mlir::Value scalar);
  /// 0, 1, … of a scalar count.
  mlir::Value makePositions(mlir::Value count);

private:
  mlir::Value makeTable(mlir::Value samples, mlir::Value length,
                        mlir::Value frequencies);
  mlir::Value makeConstantTable(int64_t samples, int64_t length,
                                int64_t frequencies);
  /// Both joined along a new axis.
  mlir::Value stack(mlir::Value first, mlir::Value second, int64_t axis);
  std::optional<int64_t> getConstant(mlir::Value scalar);

  Node &node;
  mlir::Type type;
  bool isComplex, isInverse, isOneSided;
};

/// The type that is computed in; null, which is reported, if it is not known.
mlir::Type getTransformType(Node &node, mlir::Value signal);
/// 1 or 2: how many numbers a sample has. None, which is reported, if that is
/// not known.
std::optional<int64_t> getSampleParts(Node &node, mlir::Value signal);
/// A length that is known must be one that transforms are made for.
bool requireTransformLength(Node &node, mlir::Value length);
/// A number that an input gives, or that is computed of it, as a size: known,
/// or `wanted` (null if nothing is), or named, and then at most `limit`.
mlir::Value makeTransformSize(Node &node, mlir::Value value, unsigned input,
                              DimAttr limit, DimAttr wanted);

void importDft(Node &node);
void importStft(Node &node);

} // namespace tenon::onnx_import

#endif // TENON_LIB_IMPORT_ONNX_CONTRACTIONSIGNAL_H
