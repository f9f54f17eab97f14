//===- MovementBorder.cpp - Lowering of pad -------------------------------===//

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon {

void registerBorderLowerings(LoweringRegistry &registry);

namespace {

/// What is left after negative borders have removed elements.
Value createCropped(PadOp op, SmallVectorImpl<DimAttr> &dims,
                    LoweringContext &context) {
  TensorType type = context.getType(op.getInput());
  SmallVector<OpFoldResult> offsets;
  for (auto [dim, low, high] :
       llvm::zip_equal(type.getDims(), op.getLow(), op.getHigh())) {
    int64_t before = std::max<int64_t>(-low, 0);
    int64_t after = std::max<int64_t>(-high, 0);
    offsets.push_back(context.getIndexAttr(before));
    dims.push_back(dim - before - after);
  }
  Value input = context.get(op.getInput());
  TensorType cropped = type.withDims(dims);
  if (cropped == type)
    return input;
  if (llvm::any_of(dims, [](DimAttr dim) { return dim.isConstant(0); }))
    return context.createEmpty(op.getLoc(), cropped);
  SmallVector<OpFoldResult> steps(offsets.size(), context.getIndexAttr(1));
  return tensor::ExtractSliceOp::create(context.builder, op.getLoc(), input,
                                        offsets, context.getSizes(dims),
                                        steps);
}

Value lowerConstantPad(PadOp op, LoweringContext &context) {
  SmallVector<DimAttr> dims;
  Value cropped = createCropped(op, dims, context);
  SmallVector<OpFoldResult> low, high;
  for (int64_t count : op.getLow())
    low.push_back(context.getIndexAttr(std::max<int64_t>(count, 0)));
  for (int64_t count : op.getHigh())
    high.push_back(context.getIndexAttr(std::max<int64_t>(count, 0)));
  TensorType type = context.getType(op.getResult());
  Value value = context.createScalar(op.getLoc(), type.getElementType(),
                                     op.getValue().convertToDouble());
  return context.createPad(op.getLoc(), cropped, type.withDims(dims), type, low,
                           high, value);
}

/// The position on an axis that an element of the border repeats; `size` is
/// that of the axis and `last` one less.
Value createSource(OpBuilder &builder, Location at, PadMode mode,
                   Value position, Value size, Value last) {
  Value zero = arith::ConstantIndexOp::create(builder, at, 0);
  if (mode == PadMode::Wrap) {
    Value once = arith::RemSIOp::create(builder, at, position, size);
    Value isBefore = arith::CmpIOp::create(
        builder, at, arith::CmpIPredicate::slt, once, zero);
    Value shifted = arith::AddIOp::create(builder, at, once, size);
    return arith::SelectOp::create(builder, at, isBefore, shifted, once);
  }
  if (mode == PadMode::Reflect) {
    // |p| mirrors at the start, last - |last - p| at the end.
    auto createMagnitude = [&](Value value) -> Value {
      Value negated = arith::SubIOp::create(builder, at, zero, value);
      return arith::MaxSIOp::create(builder, at, value, negated);
    };
    Value mirrored = createMagnitude(position);
    Value fromEnd = arith::SubIOp::create(builder, at, last, mirrored);
    return arith::SubIOp::create(builder, at, last, createMagnitude(fromEnd));
  }
  Value atLeast = arith::MaxSIOp::create(builder, at, position, zero);
  return arith::MinSIOp::create(builder, at, atLeast, last);
}

Value lowerRepeatingPad(PadOp op, LoweringContext &context) {
  // Removed elements are not there to be repeated.
  SmallVector<DimAttr> dims;
  Value input = createCropped(op, dims, context);
  SmallVector<Value> sizes, lasts;
  for (DimAttr dim : dims) {
    sizes.push_back(context.getIndex(dim));
    lasts.push_back(context.getIndex(dim - 1));
  }
  return context.createElementwise(
      op.getLoc(), context.getType(op.getResult()), {}, {},
      [&](OpBuilder &builder, Location at, ValueRange) -> Value {
        SmallVector<Value> source;
        for (auto [axis, low] : llvm::enumerate(op.getLow())) {
          Value position = linalg::IndexOp::create(builder, at, axis);
          if (low > 0) {
            Value shift = arith::ConstantIndexOp::create(builder, at, low);
            position = arith::SubIOp::create(builder, at, position, shift);
          }
          if (low > 0 || op.getHigh()[axis] > 0)
            position = createSource(builder, at, op.getMode(), position,
                                    sizes[axis], lasts[axis]);
          source.push_back(position);
        }
        return tensor::ExtractOp::create(builder, at, input, source);
      });
}

Value lowerPad(PadOp op, LoweringContext &context) {
  return op.getMode() == PadMode::Constant ? lowerConstantPad(op, context)
                                           : lowerRepeatingPad(op, context);
}

} // namespace

void registerBorderLowerings(LoweringRegistry &registry) {
  registry.add<PadOp>(lowerPad);
}

} // namespace tenon
