//===- ConvolutionTransposed.cpp - Transposed convolutions as linalg ------===//
//
// Result elements at equal distances from the strides' places take the same
// taps. So the result is computed as [N, (quotient, phase)…, F], where phases
// are the remainders of positions by the stride, and the filter is read as
// [(tap, phase)…, C, F]: one contraction, as an ordinary convolution with a
// stride of 1. What was cut off is then sliced away. Loops, for channels last:
//
//   n, (quotient, [phase])…, [g,] f, tap…, c
//
// An axis with a stride of 1 has no phase.
//
//===----------------------------------------------------------------------===//

#include "Accumulation.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "tenon/Conversion/TenonToLinalg/Lowering.h"
#include "tenon/Dialect/IR/Convolution.h"

using namespace mlir;

namespace tenon {

void registerTransposedLowerings(LoweringRegistry &registry);

namespace {

using utils::IteratorType;

/// One spatial axis as the loops see it.
struct PhasedAxis {
  int64_t stride, dilation;
  DimAttr taps, quotients;
  /// How far before its quotient the last tap reads.
  DimAttr reach;
  /// The quotient where the result begins, and where it ends.
  DimAttr begin, end;
  DimAttr input, output, low;
  unsigned quotient = 0, phase = 0, tap = 0;

  bool hasPhase() const { return stride != 1; }
};

class TransposedLowering {
public:
  TransposedLowering(ConvTransposeOp op, LoweringContext &context)
      : op(op), context(context), builder(context.builder),
        location(op.getLoc()), layout(op.getLayout()),
        inputType(LoweringContext::getType(op.getInput())),
        filterType(LoweringContext::getType(op.getFilter())),
        resultType(LoweringContext::getType(op.getResult())),
        groups(op.getGroups()), first(getFirstSpatialAxis(layout)) {
    DimAttr channels = filterType.getDim(op.getFilterInputAxis());
    groupChannels = groups == 1 ? channels : channels.floorDiv(groups);
    groupFeatures = filterType.getDim(op.getFilterOutputAxis());
    hasGroup = groups != 1;
    hasChannel = !hasGroup || !groupChannels.isConstant(1);
    hasFeature = !hasGroup || !groupFeatures.isConstant(1);
  }

  Value lower();

private:
  /// Axes of a tensor, and the positions that loops read on them.
  struct View {
    SmallVector<DimAttr> dims;
    SmallVector<AffineExpr> positions;
    void add(DimAttr dim, AffineExpr position) {
      dims.push_back(dim);
      positions.push_back(position);
    }
  };

  void describeAxes();
  void numberLoops();
  std::pair<Value, AffineMap> prepareInput();
  std::pair<Value, AffineMap> prepareFilter();
  Value spreadFilter(TensorType &type);
  View getResultView();
  Value createInit(TensorType type);
  Value cutOff(Value phased, TensorType type);
  void addGroup(View &view) {
    if (hasGroup)
      view.add(constant(groups), getDim(group));
  }
  void addFeatures(View &view) {
    addGroup(view);
    if (hasFeature)
      view.add(groupFeatures, getDim(feature));
  }
  void addChannels(View &view) {
    addGroup(view);
    if (hasChannel)
      view.add(groupChannels, getDim(channel));
  }
  AffineExpr getDim(unsigned loop) { return builder.getAffineDimExpr(loop); }
  AffineMap getMap(const View &view) {
    return AffineMap::get(loopCount, 0, view.positions, op.getContext());
  }
  DimAttr constant(int64_t value) {
    return DimAttr::get(op.getContext(), value);
  }
  DimAttr atLeastZero(DimAttr size) { return DimAttr::max({size, constant(0)}); }
  bool isChannelsFirst() { return layout == Layout::ChannelsFirst; }

  ConvTransposeOp op;
  LoweringContext &context;
  OpBuilder &builder;
  Location location;
  Layout layout;
  TensorType inputType, filterType, resultType;
  int64_t groups, first;
  SmallVector<PhasedAxis> axes;
  DimAttr groupChannels, groupFeatures;
  bool hasGroup, hasChannel, hasFeature;
  unsigned group = 0, feature = 0, channel = 0, loopCount = 0;
};

void TransposedLowering::describeAxes() {
  for (int64_t i = 0; i < inputType.getRank() - 2; ++i) {
    TransposedAxis from =
        op.getAxis(i, inputType.getDim(first + i),
                   filterType.getDim(op.getFilterSpatialAxis(i)));
    PhasedAxis axis;
    axis.stride = from.stride;
    axis.input = from.input;
    axis.low = from.low;
    axis.output = from.output;
    // With phases, the filter is spread out first.
    axis.dilation = axis.hasPhase() ? 1 : from.dilation;
    axis.taps =
        axis.hasPhase() ? from.span.ceilDiv(axis.stride) : from.kernel;
    axis.reach = (axis.taps - 1) * axis.dilation;
    axis.begin = from.low.floorDiv(axis.stride);
    axis.end = (from.low + from.output).ceilDiv(axis.stride);
    axis.quotients = axis.end - axis.begin;
    axes.push_back(axis);
  }
}

void TransposedLowering::numberLoops() {
  unsigned next = 1;
  auto takeFeatures = [&] {
    group = next;
    next += hasGroup;
    feature = next;
    next += hasFeature;
  };
  if (isChannelsFirst())
    takeFeatures();
  for (PhasedAxis &axis : axes) {
    axis.quotient = next++;
    axis.phase = next;
    next += axis.hasPhase();
  }
  if (!isChannelsFirst())
    takeFeatures();
  channel = next;
  if (isChannelsFirst())
    next += hasChannel;
  for (PhasedAxis &axis : axes)
    axis.tap = next++;
  if (!isChannelsFirst()) {
    channel = next;
    next += hasChannel;
  }
  loopCount = next;
}

/// The input elements from the first to the last that is read, with zeros where
/// there are none.
std::pair<Value, AffineMap> TransposedLowering::prepareInput() {
  Value input = context.get(op.getInput());
  SmallVector<DimAttr> kept(inputType.getDims()), padded(kept);
  SmallVector<OpFoldResult> offsets(kept.size(), context.getIndexAttr(0));
  SmallVector<OpFoldResult> low(offsets), high(offsets);
  for (auto [i, axis] : llvm::enumerate(axes)) {
    DimAttr skipped = DimAttr::min(
        {atLeastZero(axis.begin - axis.reach), axis.input});
    DimAttr unused = DimAttr::min(
        {atLeastZero(axis.input - axis.end), axis.input - skipped});
    DimAttr before = atLeastZero(axis.reach - axis.begin);
    kept[first + i] = axis.input - skipped - unused;
    padded[first + i] = axis.quotients + axis.reach;
    offsets[first + i] = context.getSize(skipped);
    low[first + i] = context.getSize(before);
    high[first + i] =
        context.getSize(padded[first + i] - kept[first + i] - before);
  }
  TensorType type = inputType.withDims(kept);
  if (type != inputType) {
    SmallVector<OpFoldResult> steps(kept.size(), context.getIndexAttr(1));
    input = tensor::ExtractSliceOp::create(builder, location, input, offsets,
                                           context.getSizes(kept), steps);
  }
  TensorType paddedType = inputType.withDims(padded);
  Value zero = context.createScalar(location, inputType.getElementType(), 0);
  input =
      context.createPad(location, input, type, paddedType, low, high, zero);
  View view;
  view.add(inputType.getDim(0), getDim(0));
  if (isChannelsFirst())
    addChannels(view);
  for (auto [i, axis] : llvm::enumerate(axes)) {
    // The tap of the filter's beginning reads last.
    AffineExpr position = getDim(axis.quotient) - getDim(axis.tap) * axis.dilation;
    view.add(padded[first + i], position + *axis.reach.getConstant());
  }
  if (!isChannelsFirst())
    addChannels(view);
  TensorType split = paddedType.withDims(view.dims);
  return {context.createReshape(location, input, paddedType, split),
          getMap(view)};
}

/// The filter with its taps where they add to the result, and as many of them
/// as the phases need.
Value TransposedLowering::spreadFilter(TensorType &type) {
  SmallVector<DimAttr> dims(filterType.getDims());
  SmallVector<OpFoldResult> offsets(dims.size(), context.getIndexAttr(0));
  SmallVector<OpFoldResult> steps(dims.size(), context.getIndexAttr(1));
  for (auto [i, axis] : llvm::enumerate(axes)) {
    if (!axis.hasPhase())
      continue;
    int64_t at = op.getFilterSpatialAxis(i);
    dims[at] = axis.taps * axis.stride;
    if (!op.getDilations().empty() && !dims[at].isConstant(0))
      steps[at] = context.getIndexAttr(op.getDilations()[i]);
  }
  Value filter = context.get(op.getFilter());
  type = filterType.withDims(dims);
  if (type == filterType)
    return filter;
  Value zeros = context.createFilled(location, type, 0.0);
  if (filterType.getCount().isConstant(0))
    return zeros;
  return tensor::InsertSliceOp::create(builder, location, filter, zeros,
                                       offsets,
                                       context.getSizes(filterType.getDims()),
                                       steps);
}

std::pair<Value, AffineMap> TransposedLowering::prepareFilter() {
  TensorType spread;
  Value filter = spreadFilter(spread);
  View view;
  auto addFeature = [&] {
    if (hasFeature)
      view.add(groupFeatures, getDim(feature));
  };
  if (isChannelsFirst()) {
    addChannels(view);
    addFeature();
  }
  for (const PhasedAxis &axis : axes) {
    view.add(axis.taps, getDim(axis.tap));
    if (axis.hasPhase())
      view.add(constant(axis.stride), getDim(axis.phase));
  }
  if (!isChannelsFirst()) {
    addChannels(view);
    addFeature();
  }
  TensorType split = spread.withDims(view.dims);
  return {context.createReshape(location, filter, spread, split),
          getMap(view)};
}

TransposedLowering::View TransposedLowering::getResultView() {
  View view;
  view.add(resultType.getDim(0), getDim(0));
  if (isChannelsFirst())
    addFeatures(view);
  for (const PhasedAxis &axis : axes) {
    view.add(axis.quotients, getDim(axis.quotient));
    if (axis.hasPhase())
      view.add(constant(axis.stride), getDim(axis.phase));
  }
  if (!isChannelsFirst())
    addFeatures(view);
  return view;
}

/// Starting from the bias saves an addition afterwards.
Value TransposedLowering::createInit(TensorType type) {
  if (!op.getBias())
    return context.createFilled(location, type, 0.0);
  // Loops of the result come first, in the order of its axes.
  View features;
  addFeatures(features);
  TensorType biasType = LoweringContext::getType(op.getBias());
  Value bias =
      context.createReshape(location, context.get(op.getBias()), biasType,
                            biasType.withDims(features.dims));
  AffineMap map = AffineMap::get(type.getRank(), 0, features.positions,
                                 op.getContext());
  return context.createElementwise(
      location, type, bias, map,
      [&](OpBuilder &inner, Location at, ValueRange values) {
        return convertFloat(inner, at, values[0], type.getElementType());
      });
}

/// The part of all phases that is the result.
Value TransposedLowering::cutOff(Value phased, TensorType type) {
  SmallVector<DimAttr> dims(resultType.getDims());
  SmallVector<OpFoldResult> offsets(dims.size(), context.getIndexAttr(0));
  for (auto [i, axis] : llvm::enumerate(axes)) {
    dims[first + i] = axis.quotients * axis.stride;
    offsets[first + i] =
        context.getSize(axis.low - axis.begin * axis.stride);
  }
  TensorType whole = resultType.withDims(dims);
  Value joined = context.createReshape(location, phased, type, whole);
  if (whole == resultType)
    return joined;
  SmallVector<OpFoldResult> steps(dims.size(), context.getIndexAttr(1));
  return tensor::ExtractSliceOp::create(builder, location, joined, offsets,
                                        context.getSizes(resultType.getDims()),
                                        steps);
}

Value TransposedLowering::lower() {
  if (resultType.getCount().isConstant(0))
    return context.createEmpty(location, resultType);
  describeAxes();
  // Positions are counted back from the last tap, so their number is needed.
  if (llvm::any_of(axes, [](const PhasedAxis &axis) {
        return !axis.reach.getConstant();
      }))
    return {};
  numberLoops();
  auto [input, inputMap] = prepareInput();
  auto [filter, filterMap] = prepareFilter();
  View view = getResultView();
  Type accumulator = getAccumulatorType(resultType.getElementType());
  TensorType type =
      resultType.withDims(view.dims).withElementType(accumulator);
  SmallVector<IteratorType> iterators(loopCount, IteratorType::parallel);
  for (const PhasedAxis &axis : axes)
    iterators[axis.tap] = IteratorType::reduction;
  if (hasChannel)
    iterators[channel] = IteratorType::reduction;
  Value sum = context.createReduction(
      location, {input, filter}, createInit(type),
      {inputMap, filterMap, getMap(view)}, iterators,
      [&](OpBuilder &inner, Location at, ValueRange values) -> Value {
        Value product = arith::MulFOp::create(
            inner, at, convertFloat(inner, at, values[0], accumulator),
            convertFloat(inner, at, values[1], accumulator));
        return arith::AddFOp::create(inner, at, values[2], product);
      });
  type = type.withElementType(resultType.getElementType());
  return cutOff(narrowAccumulators(context, location, sum, type), type);
}

} // namespace

void registerTransposedLowerings(LoweringRegistry &registry) {
  registry.add<ConvTransposeOp>(
      [](ConvTransposeOp op, LoweringContext &context) {
        return TransposedLowering(op, context).lower();
      });
}

} // namespace tenon
