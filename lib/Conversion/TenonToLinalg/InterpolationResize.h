//===- InterpolationResize.h - The steps of resizing as linalg ------------===//
#ifndef TENON_LIB_CONVERSION_TENONTOLINALG_INTERPOLATIONRESIZE_H
#define TENON_LIB_CONVERSION_TENONTOLINALG_INTERPOLATIONRESIZE_H

#include "Accumulation.h"
#include "ElementwiseScalars.h"
#include "EmitMath.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Evaluation.h"
#include "tenon/Dialect/IR/Interpolation.h"
#include "tenon/Dialect/IR/Resampling.h"

namespace tenon {

/// Vectors longer than this are computed when the model runs.
inline constexpr int64_t maxTableElements = 1 << 16;

/// One of the resized axes.
struct ResizeAxis {
  int64_t axis;
  DimAttr input, output;
  /// What is known when compiling, if all is.
  std::optional<ResizedAxis<double>> known;
  /// The quotient of the scale, if it is known.
  std::optional<std::pair<int64_t, int64_t>> scale;
  ResizedAxis<mlir::Value> emitted;
};

class ResizeLowering {
public:
  ResizeLowering(ResizeOp op, LoweringContext &context)
      : op(op), context(context), builder(context.builder),
        location(op.getLoc()), f64(builder.getF64Type()),
        inputType(LoweringContext::getType(op.getInput())),
        resultType(LoweringContext::getType(op.getResult())),
        coordinates(op.getCoordinates()) {}

  mlir::Value lower();

private:
  ResizeAxis describe(size_t index);
  bool isUnchanged(const ResizeAxis &axis);
  void describeScale(ResizeAxis &axis, size_t index);
  mlir::Value getCommonScale();
  void describeRegion(ResizeAxis &axis, size_t index);
  mlir::Value getNumber(mlir::Value tensor, size_t index);
  mlir::Value getNumber(DimAttr size);

  template <typename Formula>
  mlir::Value createTable(const ResizeAxis &axis, mlir::Type elementType,
                          std::optional<DimAttr> taps, Formula formula);
  std::optional<int64_t> getRepetition(const ResizeAxis &axis);
  mlir::Value repeat(llvm::ArrayRef<std::optional<int64_t>> repetitions);
  mlir::Value pickNearest(llvm::ArrayRef<ResizeAxis> axes);
  mlir::Value resample(mlir::Value input, TensorType &type,
                       const ResizeAxis &axis, bool isLast);
  mlir::Value sumFewTaps(mlir::Value input, TensorType from, TensorType to,
                         const ResizeAxis &axis, int64_t count);
  mlir::Value sumManyTaps(mlir::Value input, TensorType from, TensorType to,
                          const ResizeAxis &axis, DimAttr count);
  mlir::Value createOutside(const ResizeAxis &axis);
  mlir::Value extrapolate(mlir::OpBuilder &inner, mlir::Location at,
                          mlir::Value value, mlir::Type type,
                          mlir::Value outside);
  mlir::AffineMap getAxisMap(int64_t axis) {
    return mlir::AffineMap::get(resultType.getRank(), 0,
                                builder.getAffineDimExpr(axis),
                                op.getContext());
  }
  bool isCrop() { return coordinates == "crop"; }

  ResizeOp op;
  LoweringContext &context;
  mlir::OpBuilder &builder;
  mlir::Location location;
  mlir::Type f64;
  TensorType inputType, resultType;
  llvm::StringRef coordinates;
  mlir::Value commonScale;
};

/// A vector along an axis, or with `taps` a matrix with a row for each of its
/// positions.
template <typename Formula>
mlir::Value
ResizeLowering::createTable(const ResizeAxis &axis, mlir::Type elementType,
                            std::optional<DimAttr> taps, Formula formula) {
  llvm::SmallVector<DimAttr> dims = {axis.output};
  if (taps)
    dims.push_back(*taps);
  TensorType type = TensorType::get(dims, elementType);
  auto count = type.getCount().getConstant();
  if (axis.known && count && *count <= maxTableElements) {
    HostMath math;
    Resampling<HostMath> resampling(op, math, *axis.known);
    HostTensor host(type.getShape(), elementType);
    int64_t at = 0;
    forEachIndex(host.shape, [&](llvm::ArrayRef<int64_t> index) {
      double tap = taps ? double(index[1]) : 0;
      double value = formula(resampling, math, double(index[0]), tap);
      if (host.isFloat())
        host.floats[at++] = value;
      else
        host.integers[at++] = int64_t(value);
    });
    host.round();
    if (*count > 0)
      return mlir::arith::ConstantOp::create(
          builder, location,
          llvm::cast<mlir::TypedAttr>(
              mlir::Attribute(mlir::DenseElementsAttr::getFromRawBuffer(
                  LoweringContext::convertType(type), host.getBytes()))));
  }
  return context.createElementwise(
      location, type, {}, {},
      [&](mlir::OpBuilder &inner, mlir::Location at,
          mlir::ValueRange) -> mlir::Value {
        EmitMath math(inner, at, f64);
        Resampling<EmitMath> resampling(op, math, axis.emitted);
        auto getPosition = [&](unsigned loop) {
          return math.fromIndex(mlir::linalg::IndexOp::create(inner, at, loop));
        };
        mlir::Value value = formula(resampling, math, getPosition(0),
                                    taps ? getPosition(1) : math.number(0));
        if (isa<mlir::FloatType>(elementType))
          return convertFloat(inner, at, value, elementType);
        return mlir::arith::FPToSIOp::create(inner, at, elementType, value);
      });
}

} // namespace tenon

#endif // TENON_LIB_CONVERSION_TENONTOLINALG_INTERPOLATIONRESIZE_H
