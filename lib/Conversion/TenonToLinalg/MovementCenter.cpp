//===- MovementCenter.cpp - Lowering of center_crop_pad -------------------===//

#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Movement.h"

using namespace mlir;

namespace tenon {

void registerCenterLowerings(LoweringRegistry &registry);

namespace {

/// What is left of the input, in the middle of zeros.
Value lowerCenterCropPad(CenterCropPadOp op, LoweringContext &context) {
  Location location = op.getLoc();
  TensorType input = context.getType(op.getInput());
  TensorType result = context.getType(op.getResult());
  Value value = context.get(op.getInput());
  if (input == result)
    return value;
  DimAttr zero = DimAttr::get(op.getContext(), 0);
  SmallVector<DimAttr> kept;
  SmallVector<OpFoldResult> from, to;
  for (auto [before, after] :
       llvm::zip_equal(input.getDims(), result.getDims())) {
    bool isSame = before == after;
    kept.push_back(isSame ? before : DimAttr::min({before, after}));
    auto getHalf = [&](DimAttr surplus) {
      return context.getSize(
          isSame ? zero : DimAttr::max({surplus, zero}).floorDiv(2));
    };
    from.push_back(getHalf(before - after));
    to.push_back(getHalf(after - before));
  }
  TensorType part = input.withDims(kept);
  if (part.getCount().isConstant(0))
    return context.createFilled(location, result, 0.0);
  SmallVector<OpFoldResult> steps(kept.size(), context.getIndexAttr(1));
  if (part != input)
    value = tensor::ExtractSliceOp::create(context.builder, location, value,
                                           from, context.getSizes(kept), steps);
  if (part == result)
    return value;
  Value filled = context.createFilled(location, result, 0.0);
  return tensor::InsertSliceOp::create(context.builder, location, value, filled,
                                       to, context.getSizes(kept), steps);
}

} // namespace

void registerCenterLowerings(LoweringRegistry &registry) {
  registry.add<CenterCropPadOp>(lowerCenterCropPad);
}

} // namespace tenon
