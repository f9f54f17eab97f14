//===- Interpolation.cpp - Resizing as linalg -----------------------------===//
//
// One axis is resampled after the other, the last one first. Which elements
// are read and what they count is computed once an axis, in vectors; where all
// sizes and scales are known, when compiling. `nearest` reads each element
// once, from all axes at the same time, and repetition is a broadcast.
//
//===----------------------------------------------------------------------===//

#include "InterpolationResize.h"

using namespace mlir;

namespace tenon {

void registerSamplingLowerings(LoweringRegistry &registry);

//===----------------------------------------------------------------------===//
// What is known of the axes
//===----------------------------------------------------------------------===//

Value ResizeLowering::getNumber(Value tensor, size_t index) {
  Value element = tensor::ExtractOp::create(
      builder, location, tensor, context.createIndex(location, index));
  if (isa<FloatType>(element.getType()))
    return convertFloat(builder, location, element, f64);
  return arith::SIToFPOp::create(builder, location, f64, element);
}

Value ResizeLowering::getNumber(DimAttr size) {
  return EmitMath(builder, location, f64).fromIndex(context.getIndex(size));
}

/// The smallest or largest of the scales that the sizes ask for.
Value ResizeLowering::getCommonScale() {
  if (commonScale)
    return commonScale;
  EmitMath math(builder, location, f64);
  for (auto [index, named] : llvm::enumerate(op.getAxes())) {
    int64_t axis = named < 0 ? named + inputType.getRank() : named;
    Value scale = math.div(getNumber(context.get(op.getSizes()), index),
                           getNumber(inputType.getDim(axis)));
    if (!commonScale)
      commonScale = scale;
    else
      commonScale = op.getPolicy() == "not_larger"
                        ? math.min(commonScale, scale)
                        : math.max(commonScale, scale);
  }
  return commonScale;
}

void ResizeLowering::describeScale(ResizeAxis &axis, size_t index) {
  EmitMath math(builder, location, f64);
  if (op.getPolicy() != "stretch") {
    axis.known.reset();
    axis.emitted.numerator = getCommonScale();
    axis.emitted.denominator = math.number(1);
    return;
  }
  if (!op.getScales()) {
    axis.emitted.numerator = axis.emitted.output;
    axis.emitted.denominator = axis.emitted.input;
    return;
  }
  if (auto scales = getNumbers(op.getScales())) {
    Type type = LoweringContext::getType(op.getScales()).getElementType();
    axis.scale = getQuotient((*scales)[index], !type.isF64());
    axis.emitted.numerator = math.number(axis.scale->first);
    axis.emitted.denominator = math.number(axis.scale->second);
    if (axis.known) {
      axis.known->numerator = axis.scale->first;
      axis.known->denominator = axis.scale->second;
    }
    return;
  }
  axis.known.reset();
  axis.emitted.numerator = getNumber(context.get(op.getScales()), index);
  axis.emitted.denominator = math.number(1);
}

void ResizeLowering::describeRegion(ResizeAxis &axis, size_t index) {
  if (!op.getRoi())
    return;
  size_t other = index + op.getAxes().size();
  auto bounds = getNumbers(op.getRoi());
  if (bounds && axis.known) {
    axis.known->start = (*bounds)[index];
    axis.known->end = (*bounds)[other];
  } else {
    axis.known.reset();
  }
  axis.emitted.start = getNumber(context.get(op.getRoi()), index);
  axis.emitted.end = getNumber(context.get(op.getRoi()), other);
}

ResizeAxis ResizeLowering::describe(size_t index) {
  int64_t named = op.getAxes()[index];
  ResizeAxis axis;
  axis.axis = named < 0 ? named + inputType.getRank() : named;
  axis.input = inputType.getDim(axis.axis);
  axis.output = resultType.getDim(axis.axis);
  axis.emitted.input = getNumber(axis.input);
  axis.emitted.output = getNumber(axis.output);
  auto input = axis.input.getConstant(), output = axis.output.getConstant();
  if (input && output && *output <= maxTableElements)
    axis.known = {
        double(*input), double(*output), double(*output), double(*input), 0, 0};
  if (!op.getScales() && op.getPolicy() == "stretch") {
    if (axis.input == axis.output)
      axis.scale = {1, 1};
    for (int64_t factor = 2; factor <= 16 && !axis.scale; ++factor)
      if (axis.output == axis.input * factor)
        axis.scale = {factor, 1};
  }
  describeScale(axis, index);
  describeRegion(axis, index);
  return axis;
}

bool ResizeLowering::isUnchanged(const ResizeAxis &axis) {
  return !isCrop() && coordinates != "half_pixel_start" &&
         axis.input == axis.output &&
         axis.scale == std::pair<int64_t, int64_t>(1, 1);
}

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

/// Resamples one axis of a tensor of `type`, which becomes that of the result.
Value ResizeLowering::resample(Value input, TensorType &type,
                               const ResizeAxis &axis, bool isLast) {
  SmallVector<DimAttr> dims(type.getDims());
  dims[axis.axis] = axis.output;
  TensorType from = type;
  type = type.withDims(dims).withElementType(
      isLast ? resultType.getElementType()
             : getAccumulatorType(isa<FloatType>(inputType.getElementType())
                                      ? inputType.getElementType()
                                      : Type(f64)));
  DimAttr count = getTapCount(op, axis.input, axis.output);
  if (auto few = count.getConstant(); few && *few <= 4)
    return sumFewTaps(input, from, type, axis, *few);
  return sumManyTaps(input, from, type, axis, count);
}

Value ResizeLowering::lower() {
  SmallVector<ResizeAxis> axes;
  for (size_t index = 0; index < op.getAxes().size(); ++index)
    if (ResizeAxis axis = describe(index); !isUnchanged(axis))
      axes.push_back(axis);
  Value value = context.get(op.getInput());
  if (axes.empty())
    return value;
  if (resultType.getCount().isConstant(0))
    return context.createEmpty(location, resultType);
  if (op.getMode() == "nearest")
    return pickNearest(axes);
  llvm::sort(axes, [](const ResizeAxis &lhs, const ResizeAxis &rhs) {
    return lhs.axis > rhs.axis;
  });
  TensorType type = inputType;
  for (const ResizeAxis &axis : axes)
    value = resample(value, type, axis, &axis == &axes.back());
  return value;
}

void registerInterpolationLowerings(LoweringRegistry &registry) {
  registry.add<ResizeOp>([](ResizeOp op, LoweringContext &context) {
    return ResizeLowering(op, context).lower();
  });
  registerSamplingLowerings(registry);
}

} // namespace tenon
